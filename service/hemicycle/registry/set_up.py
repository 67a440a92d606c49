"""What a meeting knows from the start, gathered from the rows: the first event of its log."""

from sqlalchemy import Connection, and_, select
from sqlmodel import col

from hemicycle.registry.conferences import conference, meeting
from hemicycle.registry.delegations import delegations, groups
from hemicycle.registry.roster import roster
from hemicycle.rules.events import MeetingSetUp
from hemicycle.rules.meeting import AgendaItem, PodiumMember
from hemicycle.rules.terms import HolderKind
from hemicycle.storage.tables import AgendaItemRow, ParticipantRow, PodiumMemberRow


def meeting_set_up(conn: Connection, meeting_id: str) -> MeetingSetUp:
    """The event that begins the meeting's log, with the whole agenda. Raises ``UnknownMeeting``."""
    facts = meeting(conn, meeting_id)
    return MeetingSetUp(
        meeting=facts.id,
        number=facts.number,
        title=facts.title,
        scheduled_at=facts.scheduled_at,
        procedure=conference(conn, facts.conference).procedure,
        agenda=_agenda(conn, facts.conference),
        delegations=delegations(conn, facts.conference),
        roster=roster(conn, facts.conference),
        podium=_podium(conn, facts.conference),
        groups=groups(conn, facts.conference),
    )


def _agenda(conn: Connection, conference_id: str) -> tuple[AgendaItem, ...]:
    table = AgendaItemRow
    found = conn.execute(
        select(col(table.id), col(table.number), col(table.titles))
        .where(col(table.conference_id) == conference_id)
        .order_by(col(table.place))
    )
    return tuple(AgendaItem(id=key, number=number, titles=titles) for key, number, titles in found)


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
