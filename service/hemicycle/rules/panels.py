"""Panels: opened, turned, the response list, closed (PANEL). The chair's step: ``panel_steps``."""

from dataclasses import replace
from datetime import datetime, timedelta

from hemicycle.rules import conditions
from hemicycle.rules.commands import AskToRespond, ClosePanel, OpenPanel, Stamped, TurnTo
from hemicycle.rules.events import (
    Event,
    FloorGiven,
    PanelClosed,
    PanelOpened,
    PanelTurned,
    ResponseAsked,
)
from hemicycle.rules.meeting import Meeting
from hemicycle.rules.refusals import Refused
from hemicycle.rules.requests import with_request
from hemicycle.rules.state.floor import Request
from hemicycle.rules.state.panels import Panel, PanelPhase
from hemicycle.rules.terms import (
    Capacity,
    ItemId,
    ParticipantId,
    RequestId,
    RequestKind,
    RequestState,
)

_MS = timedelta(milliseconds=1)
OPPOSITE = {PanelPhase.QUESTIONS: PanelPhase.ANSWERS, PanelPhase.ANSWERS: PanelPhase.QUESTIONS}


def open_panel(meeting: Meeting, stamped: Stamped, command: OpenPanel) -> list[Event]:
    """Begin a panel on the item under consideration, with members of the podium."""
    conditions.presiding(meeting, stamped.actor)
    conditions.in_session(meeting)
    item = conditions.known_item(meeting, command.item)
    if meeting.item != item:
        raise Refused("item-not-taken-up", item=item)
    if running(meeting) is not None:
        raise Refused("panel-open")
    _well_formed(meeting, command)
    return [
        PanelOpened(
            panel=f"panel{meeting.panels + 1}",
            item=item,
            title=command.title,
            moderator=command.moderator,
            panellists=command.panellists,
            presentation_seconds=command.presentation_seconds,
            question_seconds=command.question_seconds,
            answer_seconds=command.answer_seconds,
            rebuttal_seconds=command.rebuttal_seconds,
            batch=command.batch,
            at=stamped.at,
        )
    ]


def turn_to(meeting: Meeting, stamped: Stamped, command: TurnTo) -> list[Event]:
    """Go on to questions, or to answers, before the phase is at its end."""
    conditions.presiding(meeting, stamped.actor)
    conditions.in_session(meeting)
    panel = going_on_now(meeting)
    if command.phase not in OPPOSITE or command.phase is panel.phase:
        raise Refused("no-such-turn", phase=command.phase)
    conditions.floor_free(meeting)
    return [PanelTurned(panel=panel.id, phase=command.phase, at=stamped.at)]


def ask_to_respond(meeting: Meeting, stamped: Stamped, command: AskToRespond) -> list[Event]:
    """A panellist asks to answer the questions of this batch; chair and desk may for one."""
    conditions.presiding(meeting, stamped.actor)
    conditions.in_session(meeting)
    panel = going_on(meeting)
    delegate = stamped.actor.capacity is Capacity.DELEGATE
    panellist = stamped.actor.participant if delegate else command.panellist
    if panellist not in panel.panellists:
        raise Refused("not-a-panellist")
    if panel.phase is PanelPhase.PRESENTATIONS:
        raise Refused("no-questions-yet")
    if panellist in panel.responses:
        raise Refused("already-responding")
    return [ResponseAsked(panel=panel.id, panellist=panellist, at=stamped.at)]


def close_panel(meeting: Meeting, stamped: Stamped, command: ClosePanel) -> list[Event]:
    """End the panel; while questions or rebuttals wait only ``confirmed``."""
    conditions.presiding(meeting, stamped.actor)
    conditions.in_session(meeting)
    going_on(meeting)
    conditions.floor_free(meeting)
    return closed(meeting, stamped.at, confirmed=command.confirmed)


def closed(meeting: Meeting, at: datetime, *, confirmed: bool) -> list[Event]:
    """The panel that goes on ends, and who waits is told so; ``questions-waiting`` unless ``confirmed``."""
    panel = running(meeting)
    if panel is None:
        return []
    waiting = tuple(r.id for r in _waiting(meeting, panel))
    if waiting and not confirmed:
        raise Refused("questions-waiting", waiting=len(waiting))
    return [PanelClosed(panel=panel.id, dropped=waiting, at=at)]


def running(meeting: Meeting) -> Panel | None:
    """The panel that is going on, if one is."""
    panel = meeting.panel
    return None if panel is None or panel.phase is PanelPhase.CLOSED else panel


def going_on(meeting: Meeting) -> Panel:
    """The panel that is going on; refuses ``no-panel``."""
    panel = running(meeting)
    if panel is None:
        raise Refused("no-panel")
    return panel


def going_on_now(meeting: Meeting) -> Panel:
    """The panel, while its item is under consideration; else ``item-not-taken-up``."""
    panel = going_on(meeting)
    if meeting.item != panel.item:
        raise Refused("item-not-taken-up", item=panel.item)
    return panel


def is_open(meeting: Meeting, item: ItemId) -> bool:
    """Whether a panel is going on on this item."""
    panel = running(meeting)
    return panel is not None and panel.item == item


def questioning(meeting: Meeting) -> bool:
    """Whether the next to speak is the next of a batch of questions: then CallNext is NextOfPanel."""
    panel = running(meeting)
    return panel is not None and panel.item == meeting.item and panel.phase is PanelPhase.QUESTIONS


def responders(panel: Panel) -> list[ParticipantId]:
    """Who still answers this batch: the response list in its order, then the other panellists in theirs."""
    others = (p for p in panel.panellists if p not in panel.responses)
    still = [p for p in (*panel.responses, *others) if p not in panel.answered]
    return sorted(still, key=lambda p: p in panel.passed_over)


def presenters(panel: Panel) -> list[ParticipantId]:
    """Who still gives a presentation, in their order; who was passed over after the others."""
    still = [p for p in panel.panellists if p not in panel.presented]
    return sorted(still, key=lambda p: p in panel.passed_over)


def time_of(panel: Panel, panellist: ParticipantId, usual: int) -> timedelta:
    """How long the panellist speaks: ``usual`` seconds, or the time that is held for her."""
    return panel.left.get(panellist, timedelta(seconds=usual))


def _well_formed(meeting: Meeting, command: OpenPanel) -> None:
    members = command.panellists if command.moderator is None else (*command.panellists, command.moderator)
    for member in members:
        if member not in meeting.podium:
            raise Refused("unknown-participant", kind="panellist", participant=member)
    if not command.panellists or len(set(command.panellists)) != len(command.panellists):
        raise Refused("panellists-needed")
    seconds = (command.presentation_seconds, command.question_seconds, command.answer_seconds)
    if min(*seconds, command.rebuttal_seconds) < 1:
        raise Refused("bad-limit")
    if command.batch < 1:
        raise Refused("bad-batch")


def _waiting(meeting: Meeting, panel: Panel) -> list[Request]:
    kinds = (RequestKind.QUESTION, RequestKind.REBUTTAL)
    return [r for kind in kinds for r in meeting.waiting(panel.item, kind)]


def on_panel_opened(meeting: Meeting, event: PanelOpened) -> Meeting:
    """The panel begins with its presentations."""
    panel = Panel(
        id=event.panel,
        item=event.item,
        title=event.title,
        panellists=event.panellists,
        opened_at=event.at,
        moderator=event.moderator,
        presentation_seconds=event.presentation_seconds,
        question_seconds=event.question_seconds,
        answer_seconds=event.answer_seconds,
        rebuttal_seconds=event.rebuttal_seconds,
        batch=event.batch,
    )
    return replace(meeting, panel=panel, panels=meeting.panels + 1)


def on_panel_turned(meeting: Meeting, event: PanelTurned) -> Meeting:
    """The new phase; a new batch begins with its questions."""
    panel = meeting.panel
    if panel is None or panel.id != event.panel:
        return meeting
    turned = replace(panel, phase=event.phase, passed_over=(), left={})
    if event.phase is PanelPhase.QUESTIONS:
        turned = replace(turned, asked=(), answered=(), responses=())
    return replace(meeting, panel=turned)


def on_response_asked(meeting: Meeting, event: ResponseAsked) -> Meeting:
    """The panellist stands on the response list."""
    panel = meeting.panel
    if panel is None or panel.id != event.panel:
        return meeting
    return replace(meeting, panel=replace(panel, responses=(*panel.responses, event.panellist)))


def on_panel_closed(meeting: Meeting, event: PanelClosed) -> Meeting:
    """The panel has ended; who was not heard is told so."""
    panel = meeting.panel
    if panel is None or panel.id != event.panel:
        return meeting
    for request in event.dropped:
        meeting = with_request(meeting, request, state=RequestState.DECLINED, ended_at=event.at)
    return replace(meeting, panel=replace(panel, phase=PanelPhase.CLOSED))


def on_floor_given(meeting: Meeting, event: FloorGiven) -> Meeting:
    """A presentation, a question or an answer of the panel has begun."""
    panel = running(meeting)
    if panel is None:
        return meeting
    if event.kind is RequestKind.QUESTION and event.request is not None:
        asked: tuple[RequestId, ...] = (*panel.asked, event.request)
        return replace(meeting, panel=replace(panel, asked=asked))
    if event.holder.ref not in panel.panellists or event.holder.delegation is not None:
        return meeting
    if event.kind is RequestKind.RESPONSE:
        panel = begun(panel, event.holder.ref)
        return replace(meeting, panel=replace(panel, answered=(*panel.answered, event.holder.ref)))
    if panel.phase is PanelPhase.PRESENTATIONS:
        panel = begun(panel, event.holder.ref)
        return replace(meeting, panel=replace(panel, presented=(*panel.presented, event.holder.ref)))
    return meeting


def begun(panel: Panel, panellist: ParticipantId) -> Panel:
    """The panellist's turn has come again: nothing is held for her any more."""
    return replace(
        panel,
        passed_over=tuple(p for p in panel.passed_over if p != panellist),
        left={p: time for p, time in panel.left.items() if p != panellist},
    )
