"""Which meeting continues what: an item goes from a meeting to the next one that has it on its agenda."""

from collections.abc import Collection, Mapping

from sqlalchemy import Connection

from hemicycle.registry import calendar, conferences
from hemicycle.rules.terms import ItemId


def continued(
    conn: Connection, conference: str, meeting_id: str, among: Collection[str]
) -> Mapping[str, tuple[ItemId, ...]]:
    """What this meeting continues: earlier meeting → items. ``among``: the meetings that are looked at.

    Each item comes from the last of them before this one, by number, that has it; so a joint meeting may
    continue several.
    """
    sources: dict[str, list[ItemId]] = {}
    last: dict[ItemId, str] = {}
    agendas = _agendas(conn, conference)
    for earlier, items in agendas.items():
        if earlier == meeting_id:
            break
        if earlier in among:
            last.update(dict.fromkeys(items, earlier))
    for item in agendas.get(meeting_id, ()):
        if item in last:
            sources.setdefault(last[item], []).append(item)
    return {earlier: tuple(items) for earlier, items in sources.items()}


def _agendas(conn: Connection, conference: str) -> Mapping[str, tuple[ItemId, ...]]:
    """The items of each meeting, in the order of their numbers."""
    items, served = calendar.agenda(conn, conference), calendar.meeting_sessions(conn, conference)
    return {
        m.id: tuple(i.id for i in items if not served[m.id] or not i.sessions or i.sessions & served[m.id])
        for m in conferences.meetings(conn, conference)
    }
