"""METHOD: the roll call, in the English alphabet from a State drawn by lot, the absent called again."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.rules.stage import DESK, STATES, Given, at, online, room
from tests.rules.voting_stage import ROLL_CALL, body, tried

from hemicycle.rules import commands as c
from hemicycle.rules import events as e
from hemicycle.rules import roll_call
from hemicycle.rules.state.decisions import Choice, Tally
from hemicycle.rules.state.people import Delegation
from hemicycle.rules.terms import Category

AS_THE_UNITED_NATIONS_LISTS_THEM = (
    "Bahamas",
    "Bolivia (Plurinational State of)",
    "Bosnia and Herzegovina",
    "Central African Republic",
    "Chad",
    "Comoros",
    "Congo",
    "Costa Rica",
    "Côte d'Ivoire",
    "Croatia",
    "Czechia",
    "Democratic People's Republic of Korea",
    "Democratic Republic of the Congo",
    "Denmark",
    "Dominica",
    "Dominican Republic",
    "Equatorial Guinea",
    "Gabon",
    "Gambia",
    "Georgia",
    "Guinea",
    "Guinea-Bissau",
    "Guyana",
    "Iran (Islamic Republic of)",
    "Lao People's Democratic Republic",
    "Latvia",
    "Mexico",
    "Micronesia (Federated States of)",
    "Netherlands (Kingdom of the)",
    "New Zealand",
    "Nicaragua",
    "Niger",
    "Nigeria",
    "North Macedonia",
    "Papua New Guinea",
    "Paraguay",
    "Republic of Korea",
    "Republic of Moldova",
    "Romania",
    "Saint Kitts and Nevis",
    "Saint Vincent and the Grenadines",
    "Samoa",
    "San Marino",
    "Sao Tome and Principe",
    "Saudi Arabia",
    "South Africa",
    "South Sudan",
    "Spain",
    "Timor-Leste",
    "Togo",
    "Tunisia",
    "Türkiye",
    "Turkmenistan",
    "Uganda",
    "United Arab Emirates",
    "United Kingdom of Great Britain and Northern Ireland",
    "United Republic of Tanzania",
    "United States of America",
    "Viet Nam",
)
YES = Choice.YES


def delegation(name: str, category: Category = Category.STATE_PARTY) -> Delegation:
    return Delegation(id=name, code=name, category=category, names={"en": name})


def names(*told: str) -> tuple[str, ...]:
    return roll_call.alphabetical(delegation(name) for name in told)


def called(given: Given) -> str | None:
    return roll_call.called(given.meeting)


def says(given: Given, who: str, choice: Choice | None = YES) -> Given:
    return given.done(c.RecordVote(delegation=who, choice=choice), by=DESK)


def begun(lot: int = 0) -> Given:
    return tried().when(ROLL_CALL, lot=lot).accepted()


@given(st.permutations(AS_THE_UNITED_NATIONS_LISTS_THEM))
@settings(max_examples=10)
def test_method_the_order_is_that_of_the_united_nations(shuffled: list[str]) -> None:
    assert names(*shuffled) == AS_THE_UNITED_NATIONS_LISTS_THEM


def test_method_articles_accents_apostrophes_and_capitals() -> None:
    assert names("Germany", "the Gambia", "Gabon", "The Bahamas", "Bahrain", "Austria") == (
        "Austria",
        "The Bahamas",
        "Bahrain",
        "Gabon",
        "the Gambia",
        "Germany",
    )
    assert names("Croatia", "Cote d\u2019Ivoire", "Costa Rica")[1] == "Cote d\u2019Ivoire"
    assert roll_call.place("Côte d'Ivoire") == roll_call.place("COTE DIVOIRE")
    assert roll_call.place("The") == ("the",)


@given(st.sets(st.sampled_from(AS_THE_UNITED_NATIONS_LISTS_THEM), min_size=1), st.integers(0, 2**53))
def test_method_the_roll_is_the_alphabet_turned_to_the_state_drawn(present: set[str], lot: int) -> None:
    delegations = [delegation(name) for name in present] + [delegation("Atlantic Union", Category.REIO)]
    alphabet = roll_call.alphabetical(delegations)
    drawn = roll_call.drawn(delegations, lot)
    order = roll_call.from_drawn(alphabet, drawn)
    assert order[0] == drawn
    assert drawn in present
    cut = alphabet.index(order[0])
    assert order == alphabet[cut:] + alphabet[:cut]


@given(st.integers(0, 10_000))
def test_method_each_state_is_as_likely_as_another(first: int) -> None:
    states = [delegation(name) for name in ("Chad", "Togo", "Spain")]
    assert {roll_call.drawn(states, first + n) for n in range(3)} == {"Chad", "Togo", "Spain"}


def test_method_without_a_state_nothing_is_drawn() -> None:
    assert roll_call.drawn([delegation("Atlantic Union", Category.REIO)], 7) is None
    assert roll_call.from_drawn(("a", "b"), None) == ("a", "b")


def test_method_the_roll_begins_with_the_state_drawn() -> None:
    opened = tried().when(ROLL_CALL, lot=6).events[0]
    assert isinstance(opened, e.VoteOpened)
    assert opened.entitled == ("eu", "fra", "ind", "ita", "pan")
    assert opened.drawn == "ita"
    assert opened.order == ("ita", "pan", "eu", "fra", "ind")


def test_method_only_who_is_called_votes() -> None:
    roll = begun(lot=6)
    assert called(roll) == "ita"
    roll.when(c.CastVote(choice=YES), by=room("pan")).refused("not-your-turn", called="ita")
    roll.when(c.RecordVote(delegation="pan", choice=YES), by=DESK).refused("not-your-turn", called="ita")
    roll.when(c.RecordVote(delegation="pan"), by=DESK).refused("not-your-turn", called="ita")
    roll.when(c.CastVote(choice=YES), by=online("ita")).then(
        e.VoteCast(vote="v1", delegation="ita", choice=YES, weight=1, at=at("10:00:00"))
    )
    then = roll.done(c.CastVote(choice=YES), by=online("ita"))
    assert called(then) == "pan"
    then.when(c.CastVote(choice=Choice.NO), by=online("ita")).refused("not-your-turn", called="pan")


def test_method_who_is_absent_is_called_once_more_at_the_end() -> None:
    roll = begun(lot=6)
    roll.when(c.RecordVote(delegation="ita"), by=DESK).then(
        e.VotePassed(vote="v1", delegation="ita", at=at("10:00:00"))
    )
    roll = says(says(roll, "ita", None), "pan", None)
    roll.when(c.CastVote(choice=YES), by=room("ita")).refused("not-your-turn", called="eu")
    roll = says(roll, "eu", None)
    roll = says(says(roll, "fra"), "ind", Choice.NO)
    assert called(roll) == "ita"
    roll.when(c.CloseVote()).refused("still-to-call", called="ita")
    roll = says(says(roll, "ita"), "pan", None)
    # France and Italy have voted: the Union is not called again.
    assert called(roll) is None
    roll.when(c.RecordVote(delegation="eu", choice=YES), by=DESK).refused("members-voted", member="ita")
    roll.when(c.CastVote(choice=YES), by=room("pan")).refused("roll-called")
    decision = roll.done(c.CloseVote()).meeting.decisions[0]
    assert decision.tally == Tally(yes=2, no=1, abstentions=0, absent=1)
    assert decision.ballots == {"fra": YES, "ind": Choice.NO, "ita": YES}


def test_method_the_podium_puts_a_wrong_answer_right_before_the_result_is_declared() -> None:
    roll = says(begun(lot=6), "ita", Choice.NO)
    right = c.RecordVote(delegation="ita", choice=YES)
    roll.when(right, by=DESK).then(
        e.VoteCast(vote="v1", delegation="ita", choice=YES, weight=1, at=at("10:00:00"))
    )
    roll.when(c.CastVote(choice=YES), by=room("ita")).refused("not-your-turn", called="pan")
    ended = says(says(says(roll.done(right, by=DESK), "pan"), "fra"), "ind", Choice.NO)
    ended.when(c.CastVote(choice=YES), by=room("ind")).refused("roll-called")
    after = ended.done(c.RecordVote(delegation="ind", choice=YES), by=DESK).done(c.CloseVote())
    assert after.meeting.decisions[0].tally == Tally(yes=4, no=0, abstentions=0, absent=0)


def test_method_who_was_wrongly_recorded_is_called_again_or_as_absent_put_right() -> None:
    roll = says(says(begun(lot=6), "ita"), "pan")
    taken_back = roll.when(c.RecordVote(delegation="ita"), by=DESK)
    taken_back.then(e.VotePassed(vote="v1", delegation="ita", at=at("10:00:00")))
    assert called(taken_back.accepted()) == "eu", "no member has voted any more"
    then = says(says(says(taken_back.accepted(), "eu", None), "fra"), "ind")
    assert called(then) == "ita"
    ended = says(then, "ita", None)
    assert called(ended) is None
    put_right = ended.done(c.RecordVote(delegation="ita", choice=Choice.NO), by=DESK)
    assert put_right.done(c.CloseVote()).meeting.decisions[0].tally == Tally(
        yes=3, no=1, abstentions=0, absent=0
    )
    put_right.when(c.RecordVote(delegation="eu", choice=YES), by=DESK).refused("members-voted", member="ita")


def test_method_members_are_not_called_once_the_organization_has_voted() -> None:
    roll = says(says(begun(lot=3), "pan"), "eu")
    assert called(roll) == "ind"
    ended = says(roll, "ind", Choice.ABSTENTION).done(c.CloseVote()).meeting.decisions[0]
    assert ended.tally == Tally(yes=3, no=0, abstentions=1, absent=0)


@pytest.mark.parametrize("lot", range(4))
def test_method_the_roll_ends_when_nobody_is_there(lot: int) -> None:
    roll = begun(lot)
    calls = []
    while (who := called(roll)) is not None:
        calls.append(who)
        roll = says(roll, who, None)
    assert calls[: len(calls) // 2] == calls[len(calls) // 2 :]
    assert set(calls) == STATES | {"eu"}
    assert roll.done(c.CloseVote()).meeting.decisions[0].tally == Tally(yes=0, no=0, abstentions=0, absent=4)


def test_method_a_delegation_without_an_english_name_stands_under_its_code() -> None:
    bare = body().delegations[0]
    named = (replace(bare, id="a", code="Zzz", names={}), replace(bare, id="b", names={"en": "Yemen"}))
    assert roll_call.alphabetical(named) == ("b", "a")
