"""TEXTS: there before the request, embargoed until heard, publishable with the statement that it was."""

from dataclasses import replace

from tests.rules.stage import DESK, REGISTRY, SET_UP, Given, at, given, in_session, online, room

from hemicycle.rules import commands as c
from hemicycle.rules import events as e
from hemicycle.rules.evolve import fold
from hemicycle.rules.requests import with_request
from hemicycle.rules.state.texts import StatementText
from hemicycle.rules.terms import EndedBy, PassedOverCause, RequestKind
from hemicycle.rules.texts import published


def attach(text: str = "t1", delegation: str = "pan", *languages: str, item: str = "3") -> c.AttachText:
    return c.AttachText(
        text=text, delegation=delegation, item=item, languages=languages or ("en",), check=True
    )


def attached(text: str = "t1", *languages: str, clock: str = "10:00:00") -> e.TextAttached:
    return e.TextAttached(
        text=text, delegation="pan", item="3", languages=languages or ("en",), check=True, at=at(clock)
    )


def with_text(begun: Given, *commands: c.AttachText) -> Given:
    for command in commands or (attach(),):
        begun = begun.done(command, by=REGISTRY)
    return begun


def publishable(text: str, clock: str) -> e.TextPublishable:
    return e.TextPublishable(text=text, request="r1", at=at(clock))


def test_a_text_arrives_before_the_meeting() -> None:
    after = given().when(attach(), by=REGISTRY).then(attached())
    assert after.texts == {
        "t1": StatementText(
            id="t1", delegation="pan", item="3", languages=("en",), attached_at=at("10:00:00")
        )
    }


def test_further_languages_are_added_and_the_same_again_is_nothing() -> None:
    begun = with_text(given())
    more = begun.when(attach("t1", "pan", "en", "fr"), by=REGISTRY, clock="10:05:00")
    after = more.then(attached("t1", "en", "fr", clock="10:05:00"))
    assert (after.texts["t1"].languages, after.texts["t1"].attached_at) == (("en", "fr"), at("10:00:00"))
    begun.when(attach(), by=REGISTRY).then()


def test_texts_one_text_of_a_delegation_waits_on_an_item() -> None:
    begun = with_text(given())
    begun.when(attach("t2"), by=REGISTRY).refused("text-there", item="3")
    begun.when(attach("t1", "ita"), by=REGISTRY).refused("foreign-text", text="t1")
    begun.when(attach("t1", item="4"), by=REGISTRY).refused("foreign-text", text="t1")
    begun.when(attach("t2", item="4"), by=REGISTRY).accepted()
    begun.when(attach("t2", "ita"), by=REGISTRY).accepted()


def test_what_the_meeting_does_not_know_is_named() -> None:
    given().when(attach(item="9"), by=REGISTRY).refused("unknown-item", item="9")
    given().when(attach(delegation="nobody"), by=REGISTRY).refused("unknown-delegation", delegation="nobody")
    no_language = replace(attach(), languages=())
    given().when(no_language, by=REGISTRY).refused("no-languages")


def test_only_the_registry_says_so_and_only_until_the_end() -> None:
    given().when(attach(), by=room("pan")).refused("not-allowed")
    with_text(given()).when(c.WithdrawText(text="t1"), by=DESK).refused("not-allowed")
    ended = with_text(in_session()).done(c.AdjournMeeting())
    ended.when(attach("t2", "ita"), by=REGISTRY).refused("adjourned")
    ended.when(c.WithdrawText(text="t1"), by=REGISTRY).refused("adjourned")


def test_texts_a_text_is_taken_back_until_it_was_heard() -> None:
    begun = with_text(in_session())
    back = begun.when(c.WithdrawText(text="t1"), by=REGISTRY)
    assert back.then(e.TextWithdrawn(text="t1", at=at("10:00:00"))).texts == {}
    back.accepted().when(c.WithdrawText(text="t1"), by=REGISTRY).refused("unknown-text", text="t1")
    heard = begun.asked(online("pan")).given_the_floor().done(c.EndStatement())
    heard.when(c.WithdrawText(text="t1"), by=REGISTRY).refused("text-published")


def test_texts_delivery_makes_it_publishable() -> None:
    speaking = with_text(in_session()).asked(online("pan")).given_the_floor()
    ended = speaking.when(c.EndStatement(), clock="10:04:00").then(
        e.StatementEnded(grant=1, by=EndedBy.CHAIR, at=at("10:04:00"), spoken_ms=240_000),
        publishable("t1", "10:04:00"),
    )
    assert (ended.texts["t1"].publishable_at, ended.texts["t1"].request) == (at("10:04:00"), "r1")


def test_texts_taking_as_read_makes_it_publishable() -> None:
    waiting = with_text(in_session()).asked(online("pan"))
    waiting.when(c.TakeAsRead(request="r1"), clock="10:04:00").then(
        e.StatementTakenAsRead(request="r1", at=at("10:04:00")), publishable("t1", "10:04:00")
    )


def test_passing_over_does_not() -> None:
    speaking = with_text(in_session()).asked(online("pan")).given_the_floor()
    passed = speaking.done(c.PassOver(cause=PassedOverCause.CONNECTION_LOST), clock="10:01:00")
    assert passed.meeting.texts["t1"].publishable_at is None


def test_a_point_of_order_is_not_the_statement() -> None:
    raised = with_text(in_session()).done(c.RequestFloor(kind=RequestKind.POINT_OF_ORDER), by=online("pan"))
    ruled = raised.given_the_floor().done(c.Rule(upheld=True))
    assert ruled.meeting.texts["t1"].publishable_at is None
    asked = with_text(in_session()).asked(online("pan")).meeting
    for kind in set(RequestKind) - {RequestKind.STATEMENT}:
        other = with_request(asked, "r1", kind=kind)
        assert published(other, "r1", at("10:04:00")) == []
    assert published(asked, "r1", at("10:04:00")) == [publishable("t1", "10:04:00")]


def test_another_item_or_delegation_is_not_concerned() -> None:
    begun = with_text(in_session(), attach("t1", item="4"), attach("t2", "ita"))
    heard = begun.asked(online("pan")).given_the_floor().done(c.EndStatement())
    assert {t.publishable_at for t in heard.meeting.texts.values()} == {None}


def test_texts_of_a_joint_statement_the_texts_of_all_become_publishable() -> None:
    begun = with_text(in_session(), attach("t1"), attach("t2", "ita"))
    joint = begun.done(c.RequestFloor(joint=("ita",)), by=online("pan"))
    joint = joint.done(c.JoinStatement(request="r1"), by=online("ita")).given_the_floor()
    ended = joint.when(c.EndStatement(), clock="10:04:00").accepted().meeting
    assert {t.id: (t.publishable_at, t.request) for t in ended.texts.values()} == {
        "t1": (at("10:04:00"), "r1"),
        "t2": (at("10:04:00"), "r1"),
    }


def test_one_that_was_inherited_beside_one_of_this_meeting_is_heard_with_it() -> None:
    begun = with_text(in_session()).after(attached("t0"))
    ended = begun.asked(online("pan")).given_the_floor().done(c.EndStatement(), clock="10:04:00")
    assert {t.publishable_at for t in ended.meeting.texts.values()} == {at("10:04:00")}


def test_a_text_that_comes_after_delivery_is_publishable_at_once() -> None:
    heard = in_session().asked(online("pan")).given_the_floor().done(c.EndStatement(), clock="10:04:00")
    late = heard.when(attach(), by=REGISTRY, clock="10:10:00")
    late.then(attached(clock="10:10:00"), publishable("t1", "10:10:00"))
    late.accepted().when(attach("t2"), by=REGISTRY, clock="10:11:00").then(attached("t2", clock="10:11:00"))


def test_a_text_for_the_next_statement_waits_for_it() -> None:
    heard = in_session().asked(online("pan")).given_the_floor().done(c.EndStatement())
    again = heard.done(c.RequestFloor(), by=online("pan"))
    again.when(attach(), by=REGISTRY).then(attached())


def test_events_about_texts_that_are_not_there_change_nothing() -> None:
    begun = given().meeting
    assert (
        fold([publishable("t9", "10:00:00"), e.TextWithdrawn(text="t9", at=at("10:00:00"))], begun) == begun
    )
    assert SET_UP.standing.texts == ()
