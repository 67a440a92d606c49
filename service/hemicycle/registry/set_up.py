"""What a meeting knows from the start, gathered from the rows: the first event of its log."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, and_, select
from sqlmodel import col

from hemicycle.registry import calendar
from hemicycle.registry.booths import booths
from hemicycle.registry.conferences import MeetingFacts, conference, meeting, meetings
from hemicycle.registry.delegations import delegations, groups
from hemicycle.registry.roster import roster
from hemicycle.rules.events import MeetingSetUp
from hemicycle.rules.state.agenda import AgendaItem
from hemicycle.rules.state.people import Body, PodiumMember
from hemicycle.rules.terms import HolderKind
from hemicycle.storage.tables import ParticipantRow, PodiumMemberRow


def meeting_set_up(conn: Connection, meeting_id: str) -> MeetingSetUp:
    """The event that begins the meeting's log. Raises ``UnknownMeeting``.

    It holds the delegations that attend one of the meeting's sessions with their seats, and the agenda of
    those sessions: a Government may take part in one meeting and not in the other (CU 2012/150(A)).
    """
    facts = meeting(conn, meeting_id)
    attending = calendar.attending(conn, facts.conference, facts.id)
    serving = serving_bodies(conn, facts.conference, facts.id)
    return MeetingSetUp(
        meeting=facts.id,
        number=facts.number,
        title=facts.title,
        scheduled_at=facts.scheduled_at,
        procedure=conference(conn, facts.conference).procedure,
        agenda=_agenda(conn, facts.conference, facts.id, serving),
        delegations=tuple(d for d in delegations(conn, facts.conference) if d.id in attending),
        roster=tuple(s for s in roster(conn, facts.conference, facts.id) if s.delegation in attending),
        podium=_podium(conn, facts.conference),
        groups=groups(conn, facts.conference),
        ends_at=facts.ends_at,
        bodies=tuple(each.body for each in serving),
        booths=booths(conn, facts.conference),
        of_week=_of_week(conn, facts),
    )


def _of_week(conn: Connection, facts: MeetingFacts) -> int:
    """Which meeting of its week (ISO 8601, Monday to Sunday) this is, from 1: interpreters count them."""
    week = facts.scheduled_at.isocalendar()[:2]
    earlier = (m for m in meetings(conn, facts.conference) if m.scheduled_at <= facts.scheduled_at)
    return sum(m.scheduled_at.isocalendar()[:2] == week for m in earlier)


@dataclass(frozen=True, slots=True)
class Serving:
    """A body that the meeting serves, and the sessions of it that it serves."""

    body: Body
    sessions: frozenset[str]


def serving_bodies(conn: Connection, conference_id: str, meeting_id: str) -> tuple[Serving, ...]:
    """The bodies whose sessions the meeting serves, by id, with the delegations that attend them."""
    served = calendar.meeting_sessions(conn, conference_id).get(meeting_id, frozenset())
    attendance = calendar.attendance(conn, conference_id)
    everybody = {d for d, sessions in attendance.items() if sessions & served}
    names = {body.id: body.names for body in calendar.bodies(conn, conference_id)}
    of: dict[str, set[str]] = defaultdict(set)
    for session in calendar.sessions(conn, conference_id):
        if session.id in served:
            of[session.body].add(session.id)
    found = []
    for body, sessions in sorted(of.items()):
        attending = frozenset(d for d, attended in attendance.items() if attended & sessions)
        alone = None if attending == everybody else attending
        known = Body(id=body, names=names[body], delegations=alone)
        found.append(Serving(known, frozenset(sessions)))
    return tuple(found)


def _agenda(
    conn: Connection, conference_id: str, meeting_id: str, serving: Sequence[Serving]
) -> tuple[AgendaItem, ...]:
    """The items of the sessions served. An item that all bodies of the meeting consider names none."""
    items = []
    for item in calendar.agenda_of(conn, conference_id, meeting_id):
        bodies = tuple(each.body.id for each in serving if not item.sessions or item.sessions & each.sessions)
        named = bodies if len(bodies) < len(serving) else ()
        items.append(AgendaItem(id=item.id, number=item.number, titles=item.titles, bodies=named))
    return tuple(items)


def _podium(conn: Connection, conference_id: str) -> tuple[PodiumMember, ...]:
    table, person = PodiumMemberRow, ParticipantRow
    found = conn.execute(
        select(col(table.participant_id), col(table.kind), col(table.title), col(person.delegation_id))
        .join_from(
            table,
            person,
            and_(
                col(person.conference_id) == col(table.conference_id),
                col(person.id) == col(table.participant_id),
            ),
        )
        .where(col(table.conference_id) == conference_id)
        .order_by(col(table.place))
    )
    return tuple(
        PodiumMember(participant=key, kind=HolderKind(kind), title=title, delegation=delegation)
        for key, kind, title, delegation in found
    )
