"""What a meeting knows from the start, gathered from the rows: the first event of its log."""

from sqlalchemy import Connection, and_, select
from sqlmodel import col

from hemicycle.registry import calendar
from hemicycle.registry.conferences import conference, meeting
from hemicycle.registry.delegations import delegations, groups
from hemicycle.registry.roster import roster
from hemicycle.rules.events import MeetingSetUp
from hemicycle.rules.state.agenda import AgendaItem
from hemicycle.rules.state.people import PodiumMember
from hemicycle.rules.terms import HolderKind
from hemicycle.storage.tables import ParticipantRow, PodiumMemberRow


def meeting_set_up(conn: Connection, meeting_id: str) -> MeetingSetUp:
    """The event that begins the meeting's log. Raises ``UnknownMeeting``.

    It holds the delegations that attend one of the meeting's sessions with their seats, and the agenda of
    those sessions: a Government may take part in one meeting and not in the other (seed 001).
    """
    facts = meeting(conn, meeting_id)
    attending = calendar.attending(conn, facts.conference, facts.id)
    return MeetingSetUp(
        meeting=facts.id,
        number=facts.number,
        title=facts.title,
        scheduled_at=facts.scheduled_at,
        procedure=conference(conn, facts.conference).procedure,
        agenda=_agenda(conn, facts.conference, facts.id),
        delegations=tuple(d for d in delegations(conn, facts.conference) if d.id in attending),
        roster=tuple(s for s in roster(conn, facts.conference, facts.id) if s.delegation in attending),
        podium=_podium(conn, facts.conference),
        groups=groups(conn, facts.conference),
    )


def _agenda(conn: Connection, conference_id: str, meeting_id: str) -> tuple[AgendaItem, ...]:
    return tuple(
        AgendaItem(id=item.id, number=item.number, titles=item.titles)
        for item in calendar.agenda_of(conn, conference_id, meeting_id)
    )


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
