"""Spans of connections and marks for the room, as rows."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select
from sqlmodel import col

from hemicycle.access import logins
from hemicycle.access.logins import NewLogin
from hemicycle.presence import leases, room
from hemicycle.presence.leases import Span
from hemicycle.rules.terms import Capacity, Modality
from hemicycle.storage import Engine, reading, writing
from hemicycle.storage.tables import ConnectionRow

MEETING = "assembly-1"
AT = datetime(2021, 9, 7, 8, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


@pytest.fixture
def login(engine: Engine) -> str:
    with writing(engine) as conn:
        new = NewLogin(capacity=Capacity.HALL, conference="assembly")
        return logins.mint_bearer(conn, new, AT, "test", AT + MINUTE).login


def span(login: str, connection_id: str = "c1", node: str = "here") -> Span:
    return Span(
        id=connection_id,
        meeting=MEETING,
        login=login,
        node=node,
        opened_at=AT,
        participant="pan-ana",
        delegation="pan",
        modality=Modality.ONLINE,
    )


def spans(engine: Engine) -> dict[str, tuple[datetime, datetime | None]]:
    """When each connection was last seen, and closed."""
    with reading(engine) as conn:
        found = conn.execute(
            select(col(ConnectionRow.id), col(ConnectionRow.seen_at), col(ConnectionRow.closed_at))
        )
        return {key: (seen_at, closed_at) for key, seen_at, closed_at in found}


def test_a_span_is_opened_renewed_and_closed(engine: Engine, login: str) -> None:
    with writing(engine) as conn:
        leases.open_span(conn, span(login))
        leases.open_span(conn, span(login, "c2"))
    assert spans(engine) == {"c1": (AT, None), "c2": (AT, None)}
    with writing(engine) as conn:
        leases.renew(conn, "here", ["c1"], AT + MINUTE)
        leases.renew(conn, "elsewhere", ["c2"], AT + MINUTE)
    assert spans(engine) == {"c1": (AT + MINUTE, None), "c2": (AT, None)}
    with writing(engine) as conn:
        leases.close_span(conn, "c1", AT + 2 * MINUTE)
        leases.close_span(conn, "c1", AT + 3 * MINUTE)
        leases.renew(conn, "here", ["c1"], AT + 4 * MINUTE)
    assert spans(engine)["c1"] == (AT + 2 * MINUTE, AT + 2 * MINUTE)


def test_spans_of_a_dead_node_end_when_they_were_last_seen(engine: Engine, login: str) -> None:
    with writing(engine) as conn:
        for connection_id, node in (("mine", "here"), ("dead", "b"), ("alive", "c"), ("done", "here")):
            leases.open_span(conn, span(login, connection_id, node))
        leases.renew(conn, "here", ["mine"], AT + 3 * MINUTE)
        leases.renew(conn, "b", ["dead"], AT + MINUTE)
        leases.renew(conn, "c", ["alive"], AT + 3 * MINUTE)
        leases.close_span(conn, "done", AT + MINUTE)
        assert leases.close_lapsed(conn, "here", AT + 2 * MINUTE) == 2
    assert spans(engine) == {
        "mine": (AT + 3 * MINUTE, AT + 3 * MINUTE),
        "dead": (AT + MINUTE, AT + MINUTE),
        "alive": (AT + 3 * MINUTE, None),
        "done": (AT + MINUTE, AT + MINUTE),
    }


def test_the_desk_marks_the_room(engine: Engine) -> None:
    with writing(engine) as conn:
        assert room.mark(conn, MEETING, "pan", AT, "desk", present=True)
        assert not room.mark(conn, MEETING, "pan", AT + MINUTE, "desk", present=True)
        assert room.mark(conn, MEETING, "wb", AT, "desk", present=True)
        assert room.marked(conn, MEETING) == {"pan", "wb"}
        assert room.mark(conn, MEETING, "pan", AT + MINUTE, "desk", present=False)
        assert not room.mark(conn, MEETING, "pan", AT + MINUTE, "desk", present=False)
        assert room.marked(conn, MEETING) == {"wb"}
        assert room.mark(conn, MEETING, "pan", AT + 2 * MINUTE, "desk", present=True)
        assert room.marked(conn, MEETING) == {"pan", "wb"}
        rows = conn.exec_driver_sql("SELECT count(*) FROM room_presence WHERE delegation_id = 'pan'")
        assert rows.scalar() == 2, "each stay is a row of its own"
