"""Nobody makes a meeting endless: what one delegation, and one meeting, may make at the most."""

from tests.rules.stage import DESK, REGISTRY, Given, in_session, online, room, whole
from tests.rules.voting_stage import P1, tabled

from hemicycle.rules import commands as c
from hemicycle.rules import plenty
from hemicycle.rules.state.motions import MotionKind
from hemicycle.rules.terms import Modality

MOVE = c.Move(kind=MotionKind.SUSPEND_MEETING)


def test_one_request_a_delegation_asks_and_withdraws_only_so_often() -> None:
    asked = in_session()
    for number in range(plenty.REQUESTS):
        asked = asked.asked(room("pan")).done(c.WithdrawRequest(request=f"r{number + 1}"), by=room("pan"))
    for speaker in (room("pan"), online("pan")):
        asked.when(c.RequestFloor(), by=speaker).refused("too-many-requests", most=plenty.REQUESTS)
    asked.asked(room("ita")).done(c.InscribeSpeaker(delegation="pan", modality=Modality.IN_PERSON), by=DESK)


def test_motion_order_a_delegation_moves_only_so_often() -> None:
    moved = in_session(whole())
    for number in range(plenty.MOTIONS):
        moved = moved.done(MOVE, by=room("pan")).done(
            c.WithdrawMotion(motion=f"m{number + 1}"), by=room("pan")
        )
    moved.when(MOVE, by=room("pan")).refused("too-many-motions", most=plenty.MOTIONS)
    moved.done(MOVE, by=room("ita"))


def revised(times: int) -> Given:
    """The proposal p1, and so many oral amendments to it."""
    before = tabled()
    for _ in range(times):
        before = before.done(c.ReviseOrally(proposal="p1", text="Insert a comma."), by=DESK)
    return before


def test_proposals_a_meeting_holds_only_so_many() -> None:
    full = revised(plenty.DOCUMENTS - 1)
    for more in (
        c.TableProposal(item="3", symbol="L.2", title=P1.title),
        c.TableAmendment(proposal="p1", text="…"),
        c.ReviseOrally(proposal="p1", text="…"),
    ):
        full.when(more, by=DESK).refused("too-many-documents", most=plenty.DOCUMENTS)


def test_amendments_to_one_proposal_are_as_many_as_can_be_put_in_order() -> None:
    amended = tabled()
    for _ in range(plenty.AMENDMENTS):
        amended = amended.done(c.TableAmendment(proposal="p1", text="…"), by=DESK)
    amended.when(c.TableAmendment(proposal="p1", text="…"), by=DESK).refused(
        "too-many-amendments", proposal="p1", most=plenty.AMENDMENTS
    )
    amended.done(c.OrderAmendments(proposal="p1", order=tuple(amended.meeting.amendments)), by=DESK)


def test_texts_are_handed_in_in_only_so_many_languages() -> None:
    languages = tuple(f"a{chr(97 + n)}" for n in range(plenty.LANGUAGES + 1))
    text = c.AttachText(text="t1", delegation="pan", item="3", languages=languages)
    in_session().when(text, by=REGISTRY).refused("too-many-languages", most=plenty.LANGUAGES)
