"""A scenario under way: what conduct does for a live meeting, done here from the scenario's own lines."""

from collections.abc import Mapping
from datetime import datetime
from operator import attrgetter
from typing import Any

from hemicycle.access.table import authorize
from hemicycle.cli.scenario import ActorNamed, Step
from hemicycle.cli.scenario_shapes import BrokenLine
from hemicycle.journal.codec import encode_event
from hemicycle.rules.commands import (
    Actor,
    AnyCommand,
    ChangeRoster,
    Command,
    Facts,
    NoteConnection,
    NotePresence,
    SetUpMeeting,
    Stamped,
)
from hemicycle.rules.deadlines import deadlines
from hemicycle.rules.decide import decide
from hemicycle.rules.events import Event, MeetingSetUp
from hemicycle.rules.evolve import fold
from hemicycle.rules.meeting import EMPTY, Meeting
from hemicycle.rules.refusals import Refused
from hemicycle.rules.state.people import PodiumMember
from hemicycle.rules.terms import Agent, Capacity, DelegationId, HolderKind, Modality, ParticipantId, Source

Json = Mapping[str, Any]
_AGENTS = {"clock": Agent.CLOCK, "presence": Agent.PRESENCE, "registry": Agent.REGISTRY}
_PODIUM_CAPACITIES = {
    HolderKind.PRESIDING_OFFICER: Capacity.CHAIR,
    HolderKind.SECRETARIAT: Capacity.SECRETARIAT,
}
_SOURCES = {Modality.IN_PERSON: Source.ROOM, Modality.ONLINE: Source.ONLINE}


class Playing:
    """One meeting, played line by line. ``opening``: the answer to the first line."""

    def __init__(self, set_up: MeetingSetUp, present: tuple[DelegationId, ...]) -> None:
        self._present = frozenset(present)
        self._at: datetime | None = None
        self._delegates = {seat.participant: seat.delegation for seat in set_up.roster}
        self.meeting: Meeting = EMPTY
        registry = Actor(agent=Agent.REGISTRY)
        self.opening = self._decided(SetUpMeeting(set_up=set_up), "line-1", set_up.scheduled_at, registry)

    def answer(self, step: Step) -> Json:
        """``{"events": […]}`` or ``{"refused": …}``. Raises ``BrokenLine`` where a line names nobody."""
        if self._at is not None and step.at < self._at:
            raise BrokenLine(f"time goes backwards: the line before was at {self._at.isoformat()}")
        if step.present is not None:
            self._now_present(step.present)
        if step.command is None:
            answer = self._clock(step)
        else:
            actor = self._actor(step.actor)
            self._learn(step.command)
            answer = self._decided(step.command, step.id, step.at, actor, step.lot)
        self._at = step.at
        return answer

    def _decided(
        self, command: AnyCommand, command_id: str, at: datetime, actor: Actor, lot: int = 0
    ) -> Json:
        try:
            events = self._accepted(command, command_id, at, actor, lot)
        except Refused as refusal:
            return _refused(refusal, self.meeting)
        return {"events": [encode_event(event) for event in events]}

    def _accepted(
        self, command: AnyCommand, command_id: str, at: datetime, actor: Actor, lot: int = 0
    ) -> list[Event]:
        if isinstance(command, Command):
            authorize(self.meeting, command, actor)
        facts = Facts(present=self._present, source=self._source(actor), lot=lot)
        stamped = Stamped(command=command, id=command_id, at=at, actor=actor, facts=facts)
        events = decide(self.meeting, stamped)
        self.meeting = fold(events, self.meeting)
        return events

    def _clock(self, step: Step) -> Json:
        """All deadlines that are due, each at its own time, as long as any is."""
        fired: list[Event] = []
        at = self._at
        while due := [d for d in deadlines(self.meeting) if d.at <= step.at]:
            first = min(due, key=attrgetter("at"))
            at = first.at if at is None else max(at, first.at)
            fired += self._accepted(first.command, step.id, at, Actor(agent=Agent.CLOCK))
        return {"events": [encode_event(event) for event in fired]}

    def _actor(self, named: str | ActorNamed) -> Actor:
        if isinstance(named, ActorNamed):
            return self._in_capacity(named.capacity, named.participant)
        if named in _AGENTS:
            return Actor(agent=_AGENTS[named])
        if named == Capacity.CHAIR:
            return self._in_capacity(Capacity.CHAIR, self._first(HolderKind.PRESIDING_OFFICER))
        if named == Capacity.SECRETARIAT:
            return self._in_capacity(Capacity.SECRETARIAT, self._first(HolderKind.SECRETARIAT))
        if named in self._interpreters():
            return self._in_capacity(Capacity.INTERPRETER, named)
        member = self.meeting.podium.get(named)
        capacity = Capacity.DELEGATE if member is None else _PODIUM_CAPACITIES.get(member.kind)
        if capacity is None:
            raise BrokenLine(f"{named!r} has a place at the podium and sends no commands")
        return self._in_capacity(capacity, named)

    def _in_capacity(self, capacity: Capacity, participant: ParticipantId | None) -> Actor:
        people = {*self._delegates, *self.meeting.podium, *self._interpreters()}
        if participant is not None and participant not in people:
            known = ", ".join(sorted(people))
            raise BrokenLine(
                f"unknown participant {participant!r}; expected chair, secretariat or one of: {known}"
            )
        delegation = self._delegates.get(participant or "") if capacity is Capacity.DELEGATE else None
        return Actor(capacity=capacity, participant=participant, delegation=delegation)

    def _interpreters(self) -> set[ParticipantId]:
        return {i.participant for booth in self.meeting.booths.values() for i in booth.interpreters}

    def _first(self, kind: HolderKind) -> ParticipantId | None:
        found: list[PodiumMember] = [m for m in self.meeting.podium.values() if m.kind is kind]
        return found[0].participant if found else None

    def _source(self, actor: Actor) -> Source:
        if actor.capacity is not Capacity.DELEGATE:
            return Source.DESK
        seat = self.meeting.seat_of(actor.participant)
        return Source.DESK if seat is None else _SOURCES[seat.modality]

    def _now_present(self, present: tuple[DelegationId, ...]) -> None:
        for delegation in present:
            if delegation not in self.meeting.delegations:
                raise BrokenLine(f"present: there is no delegation {delegation!r}")
        self._present = frozenset(present)

    def _learn(self, command: AnyCommand) -> None:
        """Keep the facts in step with what the service's own parts note."""
        match command:
            case ChangeRoster():
                for move in command.moves:
                    if move.participant is not None:
                        self._delegates.setdefault(move.participant, move.delegation)
            case NotePresence(delegation=delegation, present=True):
                self._present |= {delegation}
            case NotePresence(delegation=delegation):
                self._present -= {delegation}
            case NoteConnection(participant=participant):
                self._in_capacity(Capacity.DELEGATE, participant)
            case _:
                return


def _refused(refusal: Refused, meeting: Meeting) -> Json:
    answer = {"refused": refusal.code, "rule": refusal.rule.value}
    text = meeting.procedure.rules.get(refusal.rule) if meeting.procedure is not None else None
    if text is not None:
        answer["citation"] = text.citation
    return {**answer, "detail": refusal.says}
