"""VOTES: one State, one vote; an organization for its members, never beside them; the chair has none."""

from dataclasses import replace

import pytest
from tests.rules.stage import DESK, STATES, VICE_CHAIR, Given, at, observer, online, room
from tests.rules.voting_stage import RECORDED, ROLL_CALL, body, tried

from hemicycle.rules import commands as c
from hemicycle.rules import events as e
from hemicycle.rules import voters
from hemicycle.rules.evolve import fold
from hemicycle.rules.meeting import Meeting
from hemicycle.rules.state.decisions import Choice, Tally
from hemicycle.rules.terms import Capacity

YES, NO = c.CastVote(choice=Choice.YES), c.CastVote(choice=Choice.NO)


def voting() -> Given:
    return tried().done(RECORDED)


def tally_of(given: Given) -> Tally | None:
    return given.done(c.CloseVote()).meeting.decisions[-1].tally


def weights(meeting: Meeting) -> dict[str, int]:
    return {d: voters.weight_of(meeting, d, None) for d in meeting.delegations}


def test_votes_each_delegation_votes_at_its_console_in_the_room_or_online() -> None:
    voting().when(YES, by=room("pan")).then(
        e.VoteCast(vote="v1", delegation="pan", choice=Choice.YES, weight=1, at=at("10:00:00"))
    )
    voting().when(NO, by=online("ind")).then(
        e.VoteCast(vote="v1", delegation="ind", choice=Choice.NO, weight=1, at=at("10:00:00"))
    )


def test_votes_a_recorded_vote_may_be_changed_until_it_is_closed() -> None:
    changed = voting().done(YES, by=room("pan")).done(NO, by=online("pan"))
    assert tally_of(changed) == Tally(yes=0, no=1, abstentions=0, absent=3)
    changed.done(c.CloseVote()).when(YES, by=room("pan")).refused("no-vote")


def test_votes_the_desk_records_the_vote_of_who_cannot_use_a_console() -> None:
    record = c.RecordVote(delegation="ita", choice=Choice.ABSTENTION)
    voting().when(record, by=DESK).then(
        e.VoteCast(vote="v1", delegation="ita", choice=Choice.ABSTENTION, weight=1, at=at("10:00:00"))
    )
    voting().when(c.RecordVote(delegation="ita"), by=DESK).refused("choice-needed")
    wrong = voting().done(record, by=DESK)
    changed = wrong.done(replace(record, choice=Choice.NO), by=DESK)
    assert tally_of(changed) == Tally(yes=0, no=1, abstentions=0, absent=3)
    assert tally_of(wrong.done(c.RecordVote(delegation="ita"), by=DESK)) == Tally(
        yes=0, no=0, abstentions=0, absent=4
    )
    voting().when(replace(record, delegation="atl"), by=DESK).refused("unknown-delegation", delegation="atl")
    voting().when(record, by=VICE_CHAIR).refused("not-presiding")


def test_votes_only_who_is_entitled_votes() -> None:
    voting().when(YES, by=room("jpn")).refused("not-entitled", delegation="jpn")
    voting().when(YES, by=room("interpol")).refused("not-entitled", delegation="interpol")
    voting().when(YES, by=observer("pan")).refused("listen-only")
    roll = tried().done(ROLL_CALL)
    roll.when(c.RecordVote(delegation="jpn"), by=DESK).refused("not-entitled", delegation="jpn")


def test_votes_the_presiding_officer_does_not_vote() -> None:
    """An officer who sits in her delegation too; a colleague votes for it."""
    bare = body()
    seated = tuple(
        replace(seat, participant="vice") if seat.id == "pan.online.speaker.1" else seat
        for seat in bare.roster
    )
    before = voting().meeting
    given = Given(replace(before, roster={seat.id: seat for seat in seated}))
    officer = c.Actor(capacity=Capacity.DELEGATE, participant="vice", delegation="pan")
    given.when(YES, by=officer).accepted()
    presiding = given.done(c.HandOverChair(to="vice"))
    presiding.when(YES, by=officer).refused("chair-does-not-vote")
    presiding.when(YES, by=room("pan")).accepted()


def test_votes_an_organization_casts_the_votes_of_its_members() -> None:
    voting().when(YES, by=room("eu")).then(
        e.VoteCast(vote="v1", delegation="eu", choice=Choice.YES, weight=2, at=at("10:00:00"))
    )
    voted = voting().done(YES, by=room("eu")).done(NO, by=room("pan"))
    assert tally_of(voted) == Tally(yes=2, no=1, abstentions=0, absent=1)


def test_votes_an_organization_does_not_vote_beside_its_members() -> None:
    member = voting().done(YES, by=room("fra"))
    member.when(YES, by=room("eu")).refused("members-voted", member="fra")
    member.when(YES, by=room("ita")).accepted()
    organization = voting().done(YES, by=room("eu"))
    organization.when(NO, by=online("ita")).refused("reio-voted", organization="eu")
    organization.when(c.RecordVote(delegation="fra", choice=Choice.NO), by=DESK).refused(
        "reio-voted", organization="eu"
    )
    organization.when(NO, by=room("eu")).accepted()
    organization.when(NO, by=room("pan")).accepted()


def test_votes_who_has_how_many_votes() -> None:
    meeting = tried().meeting
    assert weights(meeting) == {
        **dict.fromkeys(meeting.delegations, 1),
        "eu": 2,
    }
    assert voters.weight_of(meeting, "atl") == 0
    outside = {**meeting.delegations, "eu": replace(meeting.delegations["eu"], members=("deu", "jpn", "pan"))}
    assert voters.weight_of(replace(meeting, delegations=outside), "eu") == 1
    nobody = {**meeting.delegations, "eu": replace(meeting.delegations["eu"], members=("jpn",))}
    assert {d.id for d in voters.voters(replace(meeting, delegations=nobody), None)} == STATES


def test_votes_those_who_do_not_vote_are_absent() -> None:
    assert tally_of(voting()) == Tally(yes=0, no=0, abstentions=0, absent=4)
    assert tally_of(voting().done(YES, by=room("ita"))) == Tally(yes=1, no=0, abstentions=0, absent=3)


@pytest.mark.parametrize(
    "event",
    [
        e.VoteCast(vote="v9", delegation="pan", choice=Choice.YES, weight=1, at=at("10:00:00")),
        e.VotePassed(vote="v9", delegation="pan", at=at("10:00:00")),
        e.CountEntered(vote="v9", tally=Tally(yes=1, no=0, abstentions=0), at=at("10:00:00")),
        e.VoteCancelled(vote="v9", at=at("10:00:00")),
    ],
)
def test_votes_what_concerns_another_vote_changes_nothing(event: e.Event) -> None:
    meeting = voting().meeting
    assert fold([event], meeting) == meeting
