"""The chair's script: which words fit what happens now, as keys and what to fill in. Seen by the podium.

The words themselves are templates in ``config/script``, one file a language, which a secretariat can edit.
"""

from collections.abc import Iterator, Mapping

from hemicycle.rules import next_up, panels, replies
from hemicycle.rules.meeting import Meeting
from hemicycle.rules.next_up import inscribed
from hemicycle.rules.state.floor import Grant, Level, Request
from hemicycle.rules.state.motions import Motion
from hemicycle.rules.state.panels import Panel, PanelPhase
from hemicycle.rules.terms import ItemState, ListState, Phase, RequestKind
from hemicycle.views.motions import pending_motions
from hemicycle.views.script_decisions import appealed, asked, declared, put_to_the_body, voting
from hemicycle.views.script_steps import ScriptStep, step


def steps(meeting: Meeting) -> tuple[ScriptStep, ...]:
    """The words for what happens now and what may come next, the likeliest first. Pure."""
    match meeting.phase:
        case Phase.NOT_SET_UP | Phase.ADJOURNED:
            return ()
        case Phase.SCHEDULED:
            return (step("call_to_order", number=str(meeting.number)),)
        case Phase.SUSPENDED:
            return (step("resume", number=str(meeting.number)),)
        case _:
            return tuple(_in_session(meeting))


def _in_session(meeting: Meeting) -> Iterator[ScriptStep]:
    """Points of order and what is voted on; who is called or speaks, what is asked; the motion, the list."""
    yield from declared(meeting)
    yield from _points(meeting)
    top = meeting.speaking
    if meeting.vote is not None:
        yield from voting(meeting, meeting.vote)
        return
    if top is not None and top.level is Level.ADVICE:
        yield from _speaking(meeting, top)
    if top is not None and top.level > Level.MOTION:
        return
    yield from _called(meeting)
    if top is not None and top.interrupted_at is None:
        yield from _speaking(meeting, top)
    if meeting.consensus is not None:
        yield from asked(meeting)
        explaining = (r for r in _coming(meeting)[:1] if r.kind is RequestKind.EXPLANATION)
        yield from (_given(r) for r in explaining if meeting.called is None)
    elif meeting.motion is not None:
        yield from _on_the_motion(meeting, meeting.motion)
    else:
        yield from _going_on(meeting)


def _points(meeting: Meeting) -> Iterator[ScriptStep]:
    """The point of order that is called or on the floor, or the appeal; then the next point that waits."""
    called, top = _request_called(meeting), meeting.speaking
    if called is not None and called.level is Level.POINT_OF_ORDER:
        yield _given(called)
    if top is not None and top.level > Level.MOTION:
        yield from _line(top.holder.delegation, top)
    if top is not None and top.level is Level.POINT_OF_ORDER:
        for key in ("ruling_upheld", "ruling_rejected"):
            yield step(key, delegation=top.holder.delegation or "")
    if top is not None and top.level is Level.APPEAL:
        if meeting.vote is None:
            yield from appealed(meeting)
        return
    yield from (_given(point) for point in inscribed(meeting.points_of_order())[:1])


def _called(meeting: Meeting) -> Iterator[ScriptStep]:
    """The floor for whoever is called, to be followed by whoever comes next; or that her line is lost."""
    called = _request_called(meeting)
    if called is None or called.level is Level.POINT_OF_ORDER:
        return
    if meeting.called is not None and meeting.called.connection_lost_at is not None:
        yield from _line(called.delegation, None)
    then = [] if called.level is Level.MOTION else _coming(meeting)
    yield _given(called, *then[:1])


def _request_called(meeting: Meeting) -> Request | None:
    return None if meeting.called is None else meeting.requests.get(meeting.called.request)


def _speaking(meeting: Meeting, grant: Grant) -> Iterator[ScriptStep]:
    """The call to order, or that her time is over; and the thanks for when she has ended."""
    delegation = grant.holder.delegation
    if delegation is None:
        member = meeting.podium.get(grant.holder.ref)
        yield step("thank_speaker", title=member.participant if member else "")
        return
    if grant.connection_lost_at is not None:
        yield from _line(delegation, grant)
    if grant.to_order is not None:
        yield step(f"to_order_{grant.to_order}", delegation=delegation)
    elif grant.elapsed:
        yield step("conclude", delegation=delegation)
    yield step("thank", delegation=delegation)


def _line(delegation: str | None, grant: Grant | None) -> Iterator[ScriptStep]:
    """Go on without her, or wait: waiting first, once the chair has stopped the clock for it."""
    if delegation is None or (grant is not None and grant.connection_lost_at is None):
        return
    keys = ("connection_lost", "connection_wait")
    waits = grant is not None and grant.paused_at is not None
    for key in reversed(keys) if waits else keys:
        yield step(key, delegation=delegation)


def _on_the_motion(meeting: Meeting, motion: Motion) -> Iterator[ScriptStep]:
    """Its speakers, and it is put to the body; who was passed over may still be called."""
    speakers = [r for r in next_up.interrupting(meeting) if r.motion == motion.id]
    if meeting.called is None:
        yield from (_given(speaker) for speaker in inscribed(speakers)[:1])
    yield from put_to_the_body(motion, debated=bool(speakers))
    if meeting.called is None and not inscribed(speakers):
        yield from (_given(speaker) for speaker in speakers[:1])


def _going_on(meeting: Meeting) -> Iterator[ScriptStep]:
    """A motion that waits, the panel, the next speaker; with the floor free what the agenda asks for."""
    for motion in (meeting.motions[key] for key in pending_motions(meeting)[:1]):
        yield step(f"motion_{motion.kind}", delegation=motion.delegation or "")
    free = meeting.speaking is None and meeting.called is None
    panel = panels.running(meeting)
    if free and panel is not None:
        yield from _panel(meeting, panel)
    coming = _coming(meeting)
    if coming and meeting.called is None:
        yield _given(*coming[:2])
    if free:
        yield from _of_the_agenda(meeting)


def _panel(meeting: Meeting, panel: Panel) -> Iterator[ScriptStep]:
    """Whom of the panel the chair introduces, that questions may be asked, or that they are answered."""
    first = next(next_up.of_item(meeting, panel.item), None)
    if isinstance(first, int) and panel.phase is PanelPhase.PRESENTATIONS:
        who = panels.presenters(panel)[0]
        member = meeting.podium.get(who)
        yield step("panel_presentation", title=member.participant if member else "")
    elif isinstance(first, int):
        yield step("panel_answers")
    elif not panel.asked or panel.phase is PanelPhase.ANSWERS:
        yield step("panel_questions")


def _coming(meeting: Meeting) -> list[Request]:
    """Whom the chair may call now, and whom after her; none while somebody of the panel comes first."""
    turns = [*next_up.of_item(meeting, meeting.item)]
    if turns and isinstance(turns[0], int):
        return []
    due = replies.due(meeting)
    found = [t for t in turns if isinstance(t, Request) and (t.kind is not RequestKind.REPLY or t in due)]
    asking = panels.questioning(meeting)
    return [r for r in found if r.panel is not None] if asking else found


_GIVEN: Mapping[RequestKind, str] = {
    RequestKind.POINT_OF_ORDER: "point_of_order",
    RequestKind.REPLY: "give_floor_reply",
    RequestKind.REBUTTAL: "give_floor_reply",
    RequestKind.EXPLANATION: "give_floor_explanation",
    RequestKind.QUESTION: "give_floor_question",
    RequestKind.MOTION: "give_floor_motion",
    RequestKind.FOR_MOTION: "give_floor_motion",
    RequestKind.AGAINST_MOTION: "give_floor_motion",
}


def _given(request: Request, then: Request | None = None) -> ScriptStep:
    """The words that give the floor, to be followed by whoever speaks after her."""
    params = {"delegation": request.delegation}
    if request.kind in _GIVEN:
        return step(_GIVEN[request.kind], **params)
    key = "give_floor"
    if request.on_behalf_of is not None:
        key, params = "give_floor_group", {**params, "group": request.on_behalf_of}
    if then is not None and then.delegation != request.delegation:
        key, params = f"{key}_followed", {**params, "next": then.delegation}
    return step(key, **params)


def _of_the_agenda(meeting: Meeting) -> Iterator[ScriptStep]:
    """Lists, items, the replies of the day, and the end of the meeting."""
    item = meeting.item
    if item is None:
        if not meeting.agenda_adopted:
            yield step("adopt_agenda")
        coming = (key for key, state in meeting.items.items() if state is ItemState.PENDING)
        for key in [*coming][:1]:
            yield step("take_up_item", item=key, item_title=key)
        if any(r.item not in meeting.replies_begun for r in inscribed(replies.of_the_day(meeting))):
            yield step("begin_replies_day")
        yield step("adjourn", number=str(meeting.number))
        return
    match meeting.lists.get(item, ListState.NOT_OPEN):
        case ListState.NOT_OPEN:
            yield step("open_list", item=item)
        case ListState.OPEN:
            yield step("announce_list", item=item)
        case ListState.ANNOUNCED:
            yield step("close_list", item=item)
        case ListState.CLOSED:
            yield from _after_the_list(meeting, item)
    yield step("suspend", number=str(meeting.number))


def _after_the_list(meeting: Meeting, item: str) -> Iterator[ScriptStep]:
    """Once it is heard; whoever was passed over holds up nobody."""
    if not replies.item_heard(meeting, item):
        return
    if not inscribed(replies.waiting(meeting, item)):
        yield step("close_item", item=item)
    elif item not in meeting.replies_begun:
        yield step("begin_replies", item=item)
