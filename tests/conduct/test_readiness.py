"""READINESS through conduct: consoles make a remote speaker ready, and the chair's reason is kept apart."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.conduct.moot import AT, MEETING, text
from tests.conduct.stage import Stage, until
from tests.databases import Databases

from hemicycle.conduct.arrivals import Arrivals
from hemicycle.journal import reasons
from hemicycle.presence.debounce import Patience
from hemicycle.registry import conferences
from hemicycle.registry.conference_file import read_conference
from hemicycle.rules.state.people import Readiness
from hemicycle.storage import Engine, reading, writing

PROCEDURES = Path(__file__).parents[1] / "scenarios" / "procedures"
READY, UNREADY = Patience().ready.total_seconds(), Patience().unready.total_seconds()


def _load(engine: Engine, folder: Path) -> None:
    """The moot under a procedure whose gate asks for everything."""
    path = folder / "gated.toml"
    path.write_text(text().replace('procedure = "uncac-expert-meeting"', 'procedure = "full"'), "utf-8")
    with writing(engine) as conn:
        conferences.load(conn, read_conference(path, [PROCEDURES]), AT, "test")


@pytest.fixture
def engine(databases: Databases) -> Iterator[Engine]:
    with databases.engine(_load) as engine:
        yield engine


def _ready(stage: Stage) -> dict[str, Readiness]:
    return dict(stage.folded().readiness)


async def test_a_remote_speaker_s_console_is_in_the_log_and_an_observer_s_is_not(
    stage: Stage, arrivals: Arrivals
) -> None:
    for who in ("pan-online", "pan-observer", "ita-room"):
        await arrivals.opened(f"line of {who}", MEETING, stage.login(who))
    await stage.clock.advance(READY)
    await until(lambda: bool(_ready(stage)))
    await until(lambda: stage.folded().present == {"pan", "ita"})
    assert {who: line.connected for who, line in _ready(stage).items()} == {"pan-online": True}
    await arrivals.closed("line of pan-online")
    await stage.clock.advance(UNREADY)
    await until(lambda: not _ready(stage)["pan-online"].connected)


async def test_a_console_is_told_once_however_often_something_happens(
    stage: Stage, arrivals: Arrivals
) -> None:
    await stage.opened()
    await arrivals.opened("a line", MEETING, stage.login("pan-online"))
    await stage.clock.advance(READY)
    await until(lambda: "pan-online" in _ready(stage))
    await stage.send("pan-online", "RequestFloor")
    await stage.send("ita-room", "RequestFloor")
    await stage.clock.advance(UNREADY)
    events = [type(r.event).__name__ for r in stage.recorded()]
    assert events.count("ParticipantConnected") == 1


async def test_the_chair_overrides_the_gate_and_the_reason_is_kept_apart(stage: Stage) -> None:
    await stage.opened()
    await stage.send("pan-online", "RequestFloor")
    await stage.send("chair", "CallNext")
    refused = await stage.refused("chair", "GiveFloor")
    assert (refused["code"], refused["params"]) == ("not-ready", {"lacking": "connected, tested, sound"})
    await stage.send("chair", "GiveFloor", cid="why", override="tested by telephone")
    assert stage.folded().speaking is not None
    with reading(stage.engine) as conn:
        assert reasons.text_of(conn, MEETING, "why") == "tested by telephone"
    assert "telephone" not in repr(stage.recorded())
