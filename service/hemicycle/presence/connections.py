"""Who is connected to a meeting now: on this node, in memory, and on the others, as their leases say."""

from collections.abc import Iterable
from dataclasses import dataclass

from hemicycle.rules.terms import DelegationId, ParticipantId


@dataclass(frozen=True, slots=True)
class Connected:
    """Of whom a connection is: a hall's display has neither."""

    participant: ParticipantId | None
    delegation: DelegationId | None


class Connections:
    """One meeting's connections, with the desk's marks for the room. A person may have several.

    ``marked`` and ``elsewhere`` (the connections of other nodes) are as the rows said when last read.
    """

    def __init__(self, marked: Iterable[DelegationId] = ()) -> None:
        self._open: dict[str, Connected] = {}
        self.marked = frozenset(marked)
        self.elsewhere: frozenset[Connected] = frozenset()

    def opened(
        self, connection_id: str, participant: ParticipantId | None, delegation: DelegationId | None
    ) -> None:
        """The connection is there."""
        self._open[connection_id] = Connected(participant, delegation)

    def closed(self, connection_id: str) -> None:
        """The connection has ended; an unknown one is no mistake."""
        self._open.pop(connection_id, None)

    def mark(self, delegation: DelegationId, *, present: bool) -> None:
        """The desk saw the delegation in the room, or saw that it has gone."""
        self.marked = self.marked | {delegation} if present else self.marked - {delegation}

    @property
    def ids(self) -> frozenset[str]:
        """The connections of this node that are open: their leases are to be renewed."""
        return frozenset(self._open)

    @property
    def here(self) -> frozenset[ParticipantId]:
        """Who is connected to this node."""
        return frozenset(one.participant for one in self._open.values() if one.participant is not None)

    @property
    def participants(self) -> frozenset[ParticipantId]:
        """Who is connected."""
        return frozenset(one.participant for one in self._everybody() if one.participant is not None)

    @property
    def delegations(self) -> frozenset[DelegationId]:
        """Which delegations are present: somebody is connected, or the desk saw them in the room."""
        connected = {one.delegation for one in self._everybody() if one.delegation is not None}
        return frozenset(connected | self.marked)

    def _everybody(self) -> Iterable[Connected]:
        yield from self._open.values()
        yield from self.elsewhere
