"""What of the interpretation of this meeting wants attention: seen by booths and podium."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from functools import partial

from hemicycle.rules.meeting import Meeting
from hemicycle.rules.procedure import Interpretation
from hemicycle.rules.readiness import is_lost
from hemicycle.rules.state.booths import FLOOR, Booth, Interpreter, OnAir
from hemicycle.rules.terms import BoothId, ParticipantId


class StaffingKind(StrEnum):
    """Why."""

    SHORT_OF_STAFF = "short_of_staff"
    TURN_ELAPSED = "turn_elapsed"
    MEETING_TOO_LONG = "meeting_too_long"
    WEEK_TOO_FULL = "week_too_full"
    SOURCE_IS_OUTGOING = "source_is_outgoing"
    LINE_LOST = "line_lost"
    CHANNEL_NOT_OWN = "channel_not_own"
    SOURCE_NOT_UNDERSTOOD = "source_not_understood"


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffingWarning:
    """A warning; of the meeting where no ``booth`` is named.

    ``have``, ``need``: interpreters, minutes or meetings. ``participant``: of a warning about who is on air:
    her line is lost; she works into ``language`` without having it as A or B, or from it without A, B or C.
    A meeting is too long when its planned end lies more than ``need`` minutes after the call to order; a week
    is too full when this is more than its ``need``-th meeting.
    """

    kind: StaffingKind
    booth: BoothId | None = None
    have: int | None = None
    need: int | None = None
    participant: ParticipantId | None = None
    language: str | None = None


def warnings(meeting: Meeting) -> tuple[StaffingWarning, ...]:
    """Every warning: of the meeting first, then booth by booth."""
    if meeting.procedure is None:
        return ()
    figures = meeting.procedure.interpretation
    return (*_length(meeting, figures), *_week(meeting, figures), *_booths(meeting, figures))


def _length(meeting: Meeting, figures: Interpretation) -> Iterator[StaffingWarning]:
    begun = meeting.called_to_order_at or meeting.scheduled_at
    if not meeting.booths or meeting.ends_at is None or begun is None:
        return
    minutes = (meeting.ends_at - begun) // timedelta(minutes=1)
    most = longest_minutes(meeting, figures)
    if minutes > most:
        yield StaffingWarning(kind=StaffingKind.MEETING_TOO_LONG, have=minutes, need=most)


def _week(meeting: Meeting, figures: Interpretation) -> Iterator[StaffingWarning]:
    if meeting.booths and meeting.of_week > figures.meetings_a_week:
        yield StaffingWarning(
            kind=StaffingKind.WEEK_TOO_FULL, have=meeting.of_week, need=figures.meetings_a_week
        )


def longest_minutes(meeting: Meeting, figures: Interpretation) -> int:
    """How long a meeting may last for its interpreters: less where one booth works remotely."""
    remote = any(booth.remote for booth in meeting.booths.values())
    return figures.remote_meeting_minutes if remote else figures.meeting_minutes


def _booths(meeting: Meeting, figures: Interpretation) -> Iterator[StaffingWarning]:
    for booth in meeting.booths.values():
        need = figures.two_way_staff if len(booth.outgoing) > 1 else figures.staff
        have = len(booth.interpreters)
        if have < need:
            yield StaffingWarning(kind=StaffingKind.SHORT_OF_STAFF, booth=booth.id, have=have, need=need)
        yield from _of_the_air(meeting, booth, meeting.on_air.get(booth.id))


def _of_the_air(meeting: Meeting, booth: Booth, state: OnAir | None) -> Iterator[StaffingWarning]:
    if state is None or state.interpreter is None:
        return
    if state.turn_elapsed:
        yield StaffingWarning(kind=StaffingKind.TURN_ELAPSED, booth=booth.id)
    if is_lost(meeting, state.interpreter):
        yield StaffingWarning(kind=StaffingKind.LINE_LOST, booth=booth.id, participant=state.interpreter)
    heard = _language_heard(meeting, state)
    if heard == state.channel:
        yield StaffingWarning(kind=StaffingKind.SOURCE_IS_OUTGOING, booth=booth.id)
    who = next((each for each in booth.interpreters if each.participant == state.interpreter), None)
    if who is not None:
        yield from _of_languages(booth.id, who, state.channel, heard)


def _of_languages(
    booth: BoothId, who: Interpreter, channel: str, heard: str | None
) -> Iterator[StaffingWarning]:
    """INTERPRETATION: one works into A and B, from A, B and C. Who has a single A alone was never asked."""
    about = partial(StaffingWarning, booth=booth, participant=who.participant)
    if channel not in {*who.a, *who.b}:
        yield about(kind=StaffingKind.CHANNEL_NOT_OWN, language=channel)
    understood = {*who.a, *who.b, *who.c}
    if heard is not None and heard not in understood and len(understood) > 1:
        yield about(kind=StaffingKind.SOURCE_NOT_UNDERSTOOD, language=heard)


def _language_heard(meeting: Meeting, state: OnAir) -> str | None:
    """What this booth interprets from: the language of the floor, or the channel of its pivot."""
    if state.source == FLOOR:
        return meeting.speaking.language if meeting.speaking else None
    pivot = meeting.on_air.get(state.source)
    return pivot.channel if pivot else None
