"""One live meeting on this node: its state, its views, the patches that consoles may still ask for."""

import asyncio
from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from hemicycle.conduct.ports import Json, Patch, Publication
from hemicycle.contract.merge import difference
from hemicycle.contract.views import Encoder
from hemicycle.journal.log import Recorded
from hemicycle.rules.evolve import fold
from hemicycle.rules.meeting import EMPTY, Meeting
from hemicycle.views.audiences import Audience
from hemicycle.views.project import VERSION

RETAINED = 512
"""How many commands' patches are kept for consoles that come back."""


@dataclass(frozen=True, slots=True)
class _Retained:
    prev_seq: int
    seq: int
    merges: Mapping[Audience, Json]


class Sitting:
    """The fold of one meeting's log, kept in step with it.

    ``lock``: held while a transaction on this meeting runs and until its outcome is published.
    """

    def __init__(self, meeting_id: str, log_epoch: str, recorded: Sequence[Recorded]) -> None:
        self.id = meeting_id
        self.epoch = f"{log_epoch}.{VERSION}"
        self.meeting: Meeting = fold((r.event for r in recorded), EMPTY)
        self.seq = recorded[-1].seq if recorded else 0
        self.last_at: datetime | None = recorded[-1].at if recorded else None
        self.lock = asyncio.Lock()
        self._encoders = {audience: Encoder(audience) for audience in Audience}
        for encoder in self._encoders.values():
            encoder.encode(self.meeting)
        self._retained: deque[_Retained] = deque(maxlen=RETAINED)

    def view(self, audience: Audience) -> Json:
        """The audience's view as of ``seq``; not to be changed."""
        return self._encoders[audience].json

    def advance(self, recorded: Sequence[Recorded]) -> Iterator[Publication]:
        """Take in committed events, in order and without a gap; a publication for each command."""
        fresh = [r for r in recorded if r.seq > self.seq]
        for _, group in groupby(fresh, key=lambda r: r.command_id):
            yield self._apply(tuple(group))

    def _apply(self, recorded: tuple[Recorded, ...]) -> Publication:
        if recorded[0].seq != self.seq + 1:
            gap = f"the log of {self.id} goes from {self.seq} to {recorded[0].seq}"
            raise RuntimeError(gap)
        prev_seq = self.seq
        self.meeting = fold((r.event for r in recorded), self.meeting)
        self.seq, self.last_at = recorded[-1].seq, recorded[-1].at
        merges = {a: difference(e.json, e.encode(self.meeting)) for a, e in self._encoders.items()}
        self._retained.append(_Retained(prev_seq, self.seq, merges))
        return Publication(
            meeting_id=self.id,
            epoch=self.epoch,
            prev_seq=prev_seq,
            seq=self.seq,
            recorded=recorded,
            merges=merges,
            meeting=self.meeting,
        )

    def patches_since(self, audience: Audience, epoch: str, seq: int) -> list[Patch] | None:
        """The audience's patches after ``seq``, or None where they cannot bring a console up to date."""
        if epoch != self.epoch or seq > self.seq:
            return None
        if seq == self.seq:
            return []
        kept = [r for r in self._retained if r.prev_seq >= seq]
        if not kept or kept[0].prev_seq != seq:
            return None
        return [_patch(r, audience) for r in kept]


def _patch(retained: _Retained, audience: Audience) -> Patch:
    return Patch(prev_seq=retained.prev_seq, seq=retained.seq, merge=retained.merges[audience])


def in_order(sittings: Iterable[Sitting]) -> list[Sitting]:
    """By ascending id: the order in which several meetings are locked."""
    return sorted(sittings, key=lambda s: s.id)
