"""The one step through a panel: the next panellist has the floor, the next questioner is called (PANEL).

Where a phase is at its end the panel turns to the next one: presentations, then questions in batches, each
answered at once, rebuttals after the answers.
"""

from hemicycle.rules import conditions
from hemicycle.rules.commands import Stamped
from hemicycle.rules.events import Event, FloorGiven, PanelTurned, SpeakerCalled
from hemicycle.rules.meeting import Meeting
from hemicycle.rules.next_up import inscribed
from hemicycle.rules.panels import (
    going_on,
    going_on_now,
    on_panel_turned,
    presenters,
    responders,
    time_of,
)
from hemicycle.rules.readiness import lacking, overridden
from hemicycle.rules.refusals import Refused
from hemicycle.rules.state.floor import Request
from hemicycle.rules.state.panels import Panel, PanelPhase
from hemicycle.rules.state.people import Holder
from hemicycle.rules.terms import Modality, ParticipantId, RequestKind


def next_of_panel(meeting: Meeting, stamped: Stamped, override: str | None = None) -> list[Event]:
    """The next presentation, question of the batch, answer or rebuttal; the floor must be free.

    READINESS: a remote panellist who is not ready is given the floor only with ``override``, a reason.
    """
    conditions.presiding(meeting, stamped.actor)
    conditions.in_session(meeting)
    conditions.no_motion(meeting)
    panel = going_on_now(meeting)
    conditions.floor_free(meeting)
    if panel.phase is PanelPhase.PRESENTATIONS:
        return _present(meeting, stamped, panel, override)
    if panel.phase is PanelPhase.QUESTIONS:
        return _question(meeting, stamped, panel, override)
    return _answer(meeting, stamped, panel, override)


def _present(meeting: Meeting, stamped: Stamped, panel: Panel, override: str | None) -> list[Event]:
    still = presenters(panel)
    if still:
        return _floor(meeting, stamped, panel, still[0], override)
    return _turned(meeting, stamped, panel, PanelPhase.QUESTIONS, override)


def _question(meeting: Meeting, stamped: Stamped, panel: Panel, override: str | None) -> list[Event]:
    """The next of the batch; when it is full or nobody else asks, the first answer."""
    due = _next_question(meeting, panel)
    if due is not None and len(panel.asked) < panel.batch:
        return [SpeakerCalled(request=due.id, at=stamped.at)]
    if not panel.asked:
        raise Refused("list-is-empty")
    return _turned(meeting, stamped, panel, PanelPhase.ANSWERS, override)


def _answer(meeting: Meeting, stamped: Stamped, panel: Panel, override: str | None) -> list[Event]:
    """The next answer; after the last the rebuttals, and then the next batch."""
    still = responders(panel)
    if still:
        return _floor(meeting, stamped, panel, still[0], override)
    rebuttals = inscribed(meeting.waiting(panel.item, RequestKind.REBUTTAL))
    if rebuttals:
        return [SpeakerCalled(request=rebuttals[0].id, at=stamped.at)]
    return _turned(meeting, stamped, panel, PanelPhase.QUESTIONS, override)


def _turned(
    meeting: Meeting, stamped: Stamped, panel: Panel, phase: PanelPhase, override: str | None
) -> list[Event]:
    """Turn, and go on with the first of the new phase, if there is one."""
    turn = PanelTurned(panel=panel.id, phase=phase, at=stamped.at)
    after = on_panel_turned(meeting, turn)
    new = going_on(after)
    if phase is PanelPhase.ANSWERS:
        return [turn, *_answer(after, stamped, new, override)]
    first = _next_question(after, new)
    return [turn] if first is None else [turn, SpeakerCalled(request=first.id, at=stamped.at)]


def _floor(
    meeting: Meeting, stamped: Stamped, panel: Panel, panellist: ParticipantId, override: str | None
) -> list[Event]:
    """To present, or to answer; for the time that is held for her, if she was passed over."""
    seat = meeting.seat_of(panellist)
    modality = Modality.IN_PERSON if seat is None else seat.modality
    presents = panel.phase is PanelPhase.PRESENTATIONS
    usual = panel.presentation_seconds if presents else panel.answer_seconds
    missing = lacking(meeting, modality, panellist, stamped.at)
    return [
        *overridden(stamped, missing, override, participant=panellist),
        FloorGiven(
            grant=meeting.grants + 1,
            kind=RequestKind.STATEMENT if presents else RequestKind.RESPONSE,
            holder=Holder(kind=meeting.podium[panellist].kind, ref=panellist),
            at=stamped.at,
            ends_at=stamped.at + time_of(panel, panellist, usual),
            item=panel.item,
            participant=panellist,
            modality=modality,
        ),
    ]


def _next_question(meeting: Meeting, panel: Panel) -> Request | None:
    """The first inscribed; of those passed over only where nothing else has been asked in this batch."""
    questions = meeting.waiting(panel.item, RequestKind.QUESTION)
    asking = inscribed(questions)
    return next(iter(asking or (() if panel.asked else questions)), None)
