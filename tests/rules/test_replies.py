"""REPLY: asked for after a statement, held until the end of the item or of the day, so many and so long."""

from dataclasses import replace

from hypothesis import given as for_all
from hypothesis import settings
from hypothesis import strategies as st
from tests.rules.stage import (
    CHAIR,
    DESK,
    STATES,
    WHOLE,
    Given,
    at,
    in_session,
    observer,
    online,
    room,
    source_of,
    under,
    whole,
)

from hemicycle.rules import commands as c
from hemicycle.rules import events as e
from hemicycle.rules.commands import Actor, Facts, Stamped
from hemicycle.rules.decide import decide
from hemicycle.rules.evolve import fold
from hemicycle.rules.procedure import RepliesTaken
from hemicycle.rules.refusals import Refused
from hemicycle.rules.state.standing import Heard
from hemicycle.rules.terms import Category, Modality, RequestKind, RequestState

REPLY = c.RequestFloor(kind=RequestKind.REPLY)
KNOWS_REPLIES = whole()
OF_THE_DAY = whole(replies=replace(WHOLE.replies, taken=RepliesTaken.END_OF_DAY))  # type: ignore[type-var]
SLIP = c.InscribeSpeaker(delegation="fra", modality=Modality.IN_PERSON, kind=RequestKind.REPLY)


def heard(set_up: e.MeetingSetUp = KNOWS_REPLIES) -> Given:
    """Panama (r1) was heard on item 3; Italy (r2) waits."""
    asked = in_session(set_up).asked(online("pan"), online("ita"))
    return asked.given_the_floor("10:00:00").done(c.EndStatement(), clock="10:01:00")


def called(meeting: Given) -> str:
    assert meeting.meeting.called is not None
    return meeting.meeting.called.request


def list_heard(set_up: e.MeetingSetUp = KNOWS_REPLIES) -> Given:
    """Panama and Italy were heard, and the list is closed."""
    return heard(set_up).given_the_floor().done(c.EndStatement()).done(c.CloseList(item="3"))


def test_reply_is_asked_for_once_another_was_heard_also_when_the_list_is_closed() -> None:
    asked = heard().done(c.CloseList(item="3")).when(REPLY, by=room("fra"))
    (inscribed,) = asked.events
    assert isinstance(inscribed, e.SpeakerInscribed)
    assert (inscribed.kind, inscribed.item, inscribed.seconds) == (RequestKind.REPLY, "3", 600)
    assert (inscribed.ordinal, inscribed.delegation) == (1, "fra")


def test_reply_before_anybody_else_was_heard_there_is_nothing_to_reply_to() -> None:
    waiting = in_session(whole()).asked(online("pan"), online("ita"))
    waiting.when(REPLY, by=room("fra")).refused("nothing-to-reply", item="3")
    speaking = waiting.given_the_floor()
    speaking.when(REPLY, by=room("fra")).refused("nothing-to-reply", item="3")
    speaking.done(c.EndStatement()).when(REPLY, by=online("pan")).refused("nothing-to-reply", item="3")


def test_reply_to_what_was_heard_on_this_item_at_the_meeting_before() -> None:
    inherited = in_session(whole())
    before = replace(inherited.meeting, heard={("3", "pan"): Heard(item="3", delegation="pan", statements=1)})
    assert Given(before).when(REPLY, by=room("fra")).events
    Given(before).when(c.RequestFloor(kind=RequestKind.REPLY, item="4"), by=room("fra")).refused(
        "nothing-to-reply", item="4"
    )


def test_reply_names_the_statement_that_it_answers() -> None:
    def answering(request: str) -> c.RequestFloor:
        return c.RequestFloor(kind=RequestKind.REPLY, answers=request)

    (inscribed,) = heard().when(answering("r1"), by=room("fra")).events
    assert isinstance(inscribed, e.SpeakerInscribed)
    assert (inscribed.answers, inscribed.item) == ("r1", "3")
    heard().when(answering("r2"), by=room("fra")).refused("nothing-to-reply", item="3")
    heard().when(answering("r1"), by=online("pan")).refused("nothing-to-reply", item="3")
    heard().when(answering("r9"), by=room("fra")).refused("unknown-request", request="r9")


def test_reply_only_of_the_categories_that_the_body_names_and_of_a_speaker() -> None:
    heard().when(REPLY, by=room("jpn")).refused("reply-not-yours")
    heard().when(REPLY, by=observer("fra")).refused("listen-only")
    heard(under()).when(REPLY, by=room("fra")).refused("no-replies")
    with_signatories = replace(
        WHOLE.replies,
        categories=(Category.STATE_PARTY, Category.SIGNATORY),  # type: ignore[type-var]
    )
    assert heard(whole(replies=with_signatories)).when(REPLY, by=room("jpn")).events


def test_reply_two_of_a_delegation_on_an_item_ten_minutes_and_then_five() -> None:
    first = list_heard().done(REPLY, by=room("fra"))
    first.when(REPLY, by=room("fra")).refused("already-requested")
    second = first.given_the_floor().done(c.EndStatement()).when(REPLY, by=room("fra"))
    (inscribed,) = second.events
    assert isinstance(inscribed, e.SpeakerInscribed)
    assert (inscribed.ordinal, inscribed.seconds) == (2, 300)
    third = second.accepted().given_the_floor().done(c.EndStatement())
    third.when(REPLY, by=room("fra")).refused("replies-used-up", count=2)
    third.when(SLIP, by=DESK).refused("replies-used-up", count=2)
    assert third.meeting.heard["3", "fra"] == Heard(item="3", delegation="fra", replies=2)


def test_reply_one_that_was_withdrawn_or_declined_is_not_used() -> None:
    asked = heard().done(REPLY, by=room("fra"))
    withdrawn = asked.done(c.WithdrawRequest(request="r3"), by=room("fra"))
    again = withdrawn.done(REPLY, by=room("fra"))
    assert again.meeting.requests["r4"].ordinal == 1
    declined = again.done(c.DeclineRequest(request="r4", reason="not warranted"))
    assert declined.done(REPLY, by=room("fra")).meeting.requests["r5"].ordinal == 1


def test_reply_what_was_given_at_the_meeting_before_counts() -> None:
    meeting = replace(heard().meeting, heard={("3", "fra"): Heard(item="3", delegation="fra", replies=1)})
    one_left = Given(meeting).done(REPLY, by=room("fra"))
    assert one_left.meeting.requests["r3"].ordinal == 2


def test_reply_waits_until_the_list_is_closed_and_heard() -> None:
    waiting = heard().done(REPLY, by=room("fra"))
    assert waiting.done(c.CallNext()).meeting.called.request == "r2"  # type: ignore[union-attr]
    nobody_else = waiting.done(c.WithdrawRequest(request="r2"), by=DESK)
    nobody_else.when(c.CallNext()).refused("replies-not-due")
    closed = nobody_else.done(c.CloseList(item="3"))
    closed.when(c.CallNext()).then(e.SpeakerCalled(request="r3", at=at("10:00:00")))


def test_reply_all_first_ones_come_before_second_ones() -> None:
    first = list_heard().done(REPLY, by=room("fra")).given_the_floor().done(c.EndStatement())
    both = first.done(REPLY, by=room("fra"), clock="10:01:00").done(REPLY, by=room("ind"), clock="10:02:00")
    assert [r.delegation for r in both.meeting.waiting("3", RequestKind.REPLY)] == ["ind", "fra"]
    assert both.done(c.CallNext()).meeting.called.request == "r5"  # type: ignore[union-attr]
    both.when(c.CallSpeaker(request="r4")).refused("out-of-order", ahead=1)


def test_reply_before_it_is_due_only_with_a_reason() -> None:
    waiting = heard().done(REPLY, by=room("fra"))
    waiting.when(c.CallSpeaker(request="r3")).refused("replies-not-due")
    early = waiting.when(c.CallSpeaker(request="r3", reason="it concerns the speaker just heard"))
    early.then(e.SpeakerCalled(request="r3", at=at("10:00:00"), out_of_order=True, reason="cmd"))


def test_reply_one_who_was_passed_over_holds_up_no_reply_and_may_still_be_called() -> None:
    """A list is heard when nobody inscribed waits: for CallNext, CallSpeaker and BeginReplies alike."""
    held = heard().done(c.CallNext()).done(c.PassOver()).done(c.CloseList(item="3"))
    asked = held.done(REPLY, by=room("fra"))
    assert called(asked.done(c.CallNext())) == "r3"
    assert called(asked.done(c.CallSpeaker(request="r3"))) == "r3"
    asked.when(c.BeginReplies()).then(e.RepliesBegun(items=("3",), at=at("10:00:00")))
    replied = asked.given_the_floor().done(c.EndStatement())
    assert called(replied.done(c.CallNext())) == "r2"


def test_reply_of_the_day_the_meeting_is_adjourned_only_when_confirmed() -> None:
    """Also when its item is closed, and whether or not the chair has begun them."""
    due = list_heard(OF_THE_DAY).done(REPLY, by=room("fra"))
    closed = due.done(c.CloseItem(item="3"))
    for waits in (due, closed, closed.done(c.BeginReplies()), closed.done(c.SuspendMeeting())):
        waits.when(c.AdjournMeeting()).refused("replies-waiting", waiting=1)
        assert waits.when(c.AdjournMeeting(confirmed=True)).events
    heard_too = closed.done(c.BeginReplies()).given_the_floor().done(c.EndStatement())
    assert heard_too.when(c.AdjournMeeting()).events


def test_reply_of_the_item_goes_on_with_its_list_and_hinders_no_adjournment() -> None:
    assert list_heard().done(REPLY, by=room("fra")).when(c.AdjournMeeting()).events


def test_reply_the_chair_begins_them_when_the_list_is_closed_and_heard() -> None:
    list_heard().when(c.BeginReplies()).refused("no-reply-waits")
    list_heard(under()).when(c.BeginReplies()).refused("no-replies")
    waiting = heard().done(REPLY, by=room("fra"))
    waiting.when(c.BeginReplies()).refused("replies-not-due")
    waiting.when(c.BeginReplies(item="9")).refused("unknown-item", item="9")
    due = list_heard().done(REPLY, by=room("fra"))
    begun = due.done(c.BeginReplies(item="3"))
    begun.when(c.BeginReplies(item="3")).refused("replies-begun")


def test_reply_while_replies_wait_the_item_is_closed_only_when_confirmed() -> None:
    due = list_heard().done(REPLY, by=room("fra"))
    due.when(c.CloseItem(item="3")).refused("speakers-waiting", waiting=1)
    closed = due.done(c.CloseItem(item="3", confirmed=True))
    closed.when(c.RequestFloor(kind=RequestKind.REPLY, item="3"), by=room("ind")).refused(
        "item-closed", item="3"
    )
    late = c.CallSpeaker(request="r3", reason="forgotten")
    closed.when(late).refused("not-pending", request="r3", state="declined")


def test_reply_at_the_end_of_the_day_of_every_item_also_of_closed_ones() -> None:
    of_three = list_heard(OF_THE_DAY).done(REPLY, by=room("fra"))
    of_three.when(c.CallNext()).refused("replies-not-due")
    closed = of_three.done(c.CloseItem(item="3"))
    later = closed.done(c.RequestFloor(kind=RequestKind.REPLY, item="3"), by=room("ind"))
    four = later.done(c.TakeUpItem(item="4")).done(c.OpenList(item="4")).asked(online("pan"))
    begun = four.when(c.BeginReplies())
    begun.then(e.RepliesBegun(items=("3",), at=at("10:00:00")))
    first = begun.accepted().done(c.CallNext())
    assert first.meeting.called.request == "r3"  # type: ignore[union-attr]
    given_floor = first.done(c.GiveFloor())
    assert given_floor.meeting.speaking.item == "3"  # type: ignore[union-attr]
    second = given_floor.done(c.EndStatement()).given_the_floor().done(c.EndStatement())
    assert second.meeting.heard["3", "ind"].replies == 1
    assert second.done(c.CallNext()).meeting.called.request == "r5"  # type: ignore[union-attr]


def test_reply_is_declined_with_a_reason_and_only_while_it_waits() -> None:
    waiting = heard().done(REPLY, by=room("fra"))
    waiting.when(c.DeclineRequest(request="r3", reason=" ")).refused("decline-needs-reason")
    waiting.when(c.DeclineRequest(request="r2", reason="no")).refused("not-declinable", kind="statement")
    declined = waiting.when(c.DeclineRequest(request="r3", reason="not warranted"))
    after = declined.then(e.RequestDeclined(request="r3", at=at("10:00:00"), reason="cmd"))
    assert after.requests["r3"].state is RequestState.DECLINED
    declined.accepted().when(c.DeclineRequest(request="r3", reason="again")).refused(
        "not-pending", request="r3", state="declined"
    )
    called = list_heard().done(REPLY, by=room("fra")).done(c.CallNext())
    called.when(c.DeclineRequest(request="r3", reason="no")).refused(
        "not-waiting", request="r3", state="called"
    )


def test_reply_has_its_own_time_and_may_be_interrupted() -> None:
    reply = list_heard().done(REPLY, by=room("fra")).given_the_floor("10:05:00")
    assert reply.meeting.speaking.ends_at == at("10:15:00")  # type: ignore[union-attr]
    point = reply.done(c.RequestFloor(kind=RequestKind.POINT_OF_ORDER), by=room("ind")).given_the_floor(
        "10:06:00"
    )
    ruled = point.when(c.Rule(upheld=False), clock="10:07:00")
    assert ruled.events[-1] == e.FloorReturned(grant=3, at=at("10:07:00"), ends_at=at("10:16:00"))


_STEPS = st.lists(
    st.tuples(
        st.sampled_from(["ask", "slip", "next", "give", "end", "withdraw", "decline"]), st.integers(0, 9)
    ),
    max_size=60,
)


@settings(max_examples=60, deadline=None)
@for_all(steps=_STEPS)
def test_reply_no_delegation_ever_has_more_than_its_count(steps: list[tuple[str, int]]) -> None:
    states = sorted(STATES)
    meeting = list_heard().meeting
    for word, pick in steps:
        waits = meeting.waiting("3", RequestKind.REPLY)
        some = waits[pick % len(waits)].id if waits else "r0"
        who = states[pick % len(states)]
        command: c.Command
        actor: Actor = CHAIR
        match word:
            case "ask":
                command, actor = REPLY, room(who)
            case "slip":
                command, actor = replace(SLIP, delegation=who), DESK
            case "next":
                command = c.CallNext()
            case "give":
                command = c.GiveFloor()
            case "end":
                command = c.EndStatement()
            case "withdraw":
                command, actor = c.WithdrawRequest(request=some), DESK
            case _:
                command = c.DeclineRequest(request=some, reason="no")
        stamped = Stamped(
            command=command, id="cmd", at=at("10:30:00"), actor=actor, facts=Facts(source=source_of(actor))
        )
        try:
            meeting = fold(decide(meeting, stamped), meeting)
        except Refused:
            continue
    used = [r for r in meeting.requests.values() if r.kind is RequestKind.REPLY]
    for state in states:
        stands = [r for r in used if r.delegation == state and r.state not in ENDED_UNHEARD]
        assert len(stands) <= 2
        assert sorted(r.ordinal for r in stands) == list(range(1, len(stands) + 1))
        assert all(r.seconds == (600, 300)[r.ordinal - 1] for r in stands)


ENDED_UNHEARD = {RequestState.WITHDRAWN, RequestState.DECLINED}
