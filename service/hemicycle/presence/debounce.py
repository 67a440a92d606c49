"""Turns who is connected into what the log is told: arrivals, departures, lines lost, remote speakers ready.

A page that is loaded again goes and comes within a second; that is no departure. So a change counts only
after it has lasted. No timers here: ``due`` says what to tell now, ``wake_at`` when to look again.

Each node does this for itself, and the news of the others' consoles may come after what they told the log. So
what is about to change is not told, a line is told as good by the node that has it alone, and what another
node has told of one stands until it has been seen to be otherwise for as long as any change.
"""

from collections.abc import Hashable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Generic, TypeVar

from hemicycle.presence.connections import Connections
from hemicycle.rules.commands import NoteConnection, NotePresence, NoteReady, PresenceCommand
from hemicycle.rules.meeting import Meeting
from hemicycle.rules.readiness import followed
from hemicycle.rules.terms import DelegationId, Modality, ParticipantId, Phase

Key = TypeVar("Key", bound=Hashable)


@dataclass(frozen=True, slots=True, kw_only=True)
class Patience:
    """How long a change must last before it counts.

    ``lose``: the line of whoever is called or speaks, which the chair and the booths learn within a second.
    """

    arrive: timedelta = timedelta(seconds=2)
    leave: timedelta = timedelta(seconds=30)
    lose: timedelta = timedelta(milliseconds=500)
    restore: timedelta = timedelta()
    ready: timedelta = timedelta(seconds=2)
    unready: timedelta = timedelta(seconds=5)


@dataclass(slots=True)
class Settling(Generic[Key]):
    """A set that follows what is observed, slowly. ``pending``: when a change will have lasted.

    ``gone``: since when those have been away that vanished from it.
    """

    appear: timedelta
    vanish: timedelta
    settled: set[Key]
    pending: dict[Key, datetime] = field(default_factory=dict)
    gone: dict[Key, datetime] = field(default_factory=dict)

    def observe(self, there: AbstractSet[Key], at: datetime) -> None:
        """What is there at ``at``: new differences begin to wait, those that are over are forgotten."""
        differing = self.settled ^ there
        self.pending = {key: due for key, due in self.pending.items() if key in differing}
        for key in differing - self.pending.keys():
            self.pending[key] = at + (self.vanish if key in self.settled else self.appear)

    def heard(self, keys: AbstractSet[Key], at: datetime) -> None:
        """The log says that these are there, and it may know better: if they are not, that begins to wait."""
        for key in keys - self.settled:
            self.settled.add(key)
            self.gone.pop(key, None)
            self.pending[key] = at + self.vanish

    def news(self, told: AbstractSet[Key]) -> set[Key]:
        """Where what has settled is not as it was ``told``, and is not about to change."""
        return (self.settled ^ told) - self.pending.keys()

    def settle(self, at: datetime) -> None:
        """Take in the changes that have lasted by ``at``."""
        ripe = {key for key, due in self.pending.items() if due <= at}
        self.gone.update((key, self.pending[key] - self.vanish) for key in ripe & self.settled)
        self.settled ^= ripe
        self.gone = {key: since for key, since in self.gone.items() if key not in self.settled}
        self.pending = {key: due for key, due in self.pending.items() if key not in ripe}


class Debounce:
    """One meeting's presence, settled. It begins with what the meeting's log knows."""

    def __init__(self, meeting: Meeting, patience: Patience | None = None) -> None:
        wait = patience or Patience()
        good = {participant for participant, connected in lines(meeting) if connected}
        self._delegations = Settling[DelegationId](wait.arrive, wait.leave, set(meeting.present))
        self._participants = Settling[ParticipantId](wait.restore, wait.lose, good)
        self._ready = Settling[ParticipantId](wait.ready, wait.unready, set(_ready(meeting)))
        self._here: frozenset[ParticipantId] = frozenset()

    def observe(self, connections: Connections, at: datetime) -> None:
        """Look at who is connected. Call it once at the start and after each change."""
        self._delegations.observe(connections.delegations, at)
        participants = connections.participants
        self._participants.observe(participants, at)
        self._ready.observe(participants, at)
        self._here = connections.here

    def restored(self, participants: AbstractSet[ParticipantId], at: datetime) -> None:
        """The log was told that these lines are good again."""
        self._participants.heard(participants, at)

    def due(self, meeting: Meeting, at: datetime) -> tuple[PresenceCommand, ...]:
        """What the meeting's log is to be told at ``at``, as the meeting stands.

        Call it after ``observe``, at ``wake_at`` and after a speaker was called or given the floor: her
        line may have been lost before. Once the log has been told, nothing more is due.
        """
        self._delegations.settle(at)
        self._participants.settle(at)
        self._ready.settle(at)
        if meeting.phase in {Phase.NOT_SET_UP, Phase.ADJOURNED}:
            return ()
        news = self._delegations.news(meeting.present) & meeting.delegations.keys()
        return (
            *(NotePresence(delegation=d, present=d not in meeting.present) for d in sorted(news)),
            *self._lines_due(meeting),
            *self._ready_due(meeting),
        )

    @property
    def wake_at(self) -> datetime | None:
        """When something will have lasted, if nothing changes before; None: nothing waits."""
        settling = (self._delegations.pending, self._participants.pending, self._ready.pending)
        return min((due for pending in settling for due in pending.values()), default=None)

    def _lines_due(self, meeting: Meeting) -> Iterator[NoteConnection]:
        for participant, connected in lines(meeting):
            now = participant in self._participants.settled
            sure = participant not in self._participants.pending and (not now or participant in self._here)
            if now != connected and sure:
                since = self._participants.gone.get(participant)
                yield NoteConnection(participant=participant, connected=now, since=since)

    def _ready_due(self, meeting: Meeting) -> Iterator[NoteReady]:
        """READINESS, INTERPRETATION: of remote speakers and interpreters alone: the log shall not fill."""
        news = self._ready.news(_ready(meeting)) & followed(meeting)
        for participant in sorted(news):
            yield NoteReady(participant=participant, connected=participant in self._ready.settled)


def _ready(meeting: Meeting) -> frozenset[ParticipantId]:
    """Whose console the log takes for connected."""
    return frozenset(p for p, readiness in meeting.readiness.items() if readiness.connected)


def watched(meeting: Meeting) -> frozenset[ParticipantId]:
    """Whose lines are to be watched closely: of those called or speaking from online, and on air."""
    on_air = (now.interpreter for now in meeting.on_air.values() if now.interpreter is not None)
    return frozenset(who for who, _ in lines(meeting)).union(on_air)


def lines(meeting: Meeting) -> Iterator[tuple[ParticipantId, bool]]:
    """Who was called or has the floor and speaks online, and whether the log takes the line for good."""
    if meeting.called is not None:
        request = meeting.requests[meeting.called.request]
        if request.participant is not None and request.modality is Modality.ONLINE:
            yield request.participant, meeting.called.connection_lost_at is None
    for grant in meeting.floor:
        if grant.participant is not None and grant.modality is Modality.ONLINE:
            yield grant.participant, grant.connection_lost_at is None
