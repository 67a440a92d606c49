"""Figures, exports, announcements and persons' data on a running service."""

from collections.abc import Iterator
from pathlib import Path

import orjson
import pytest
from tests.api.listening import Listening, listening
from tests.cli.terminal import Said, typed
from tests.conduct.accrediting import ONLINE_OBSERVER, ONLINE_SPEAKER, registered
from tests.conduct.moot import convened, token_for


@pytest.fixture
def service(moot: Path, tmp_path: Path) -> Iterator[Listening]:
    with convened(moot, tmp_path / "data") as engine, listening(engine, tmp_path / "pages") as running:
        yield running


def _desk(service: Listening, *arguments: str, who: str = "desk") -> Said:
    _, token = token_for(service.engine, who)
    return typed(*arguments, "--service", service.url, HEMICYCLE_TOKEN=token)


def test_figures_are_a_table_with_bars(service: Listening) -> None:
    registered(service.engine, "pan", [ONLINE_SPEAKER, ONLINE_OBSERVER])
    said = _desk(service, "figures", "moot")
    assert said.code == 0, said.err
    rows = [line.replace("│", " ").split() for line in said.out.splitlines()]
    assert ["all", "17", "17", "15", "█" * 21 + "░" * 3] in rows
    assert "nothing can be told" in " ".join(said.out.split())
    assert "Pan" in _desk(service, "figures", "moot", "--delegations").out
    (found,) = _desk(service, "figures", "moot", "--json").lines()
    assert found["total"]["total"]["registered"] == 15 + 2


def test_files_are_written(service: Listening, tmp_path: Path) -> None:
    said = _desk(service, "export", "moot", "meetings.ics")
    assert said.code == 0, said.err
    assert (tmp_path / "meetings.ics").read_bytes().count(b"BEGIN:VEVENT") == 3
    said = _desk(service, "export", "moot", "role-sheet.csv", "--to", str(tmp_path / "r.csv"), "--taken")
    assert "number 1" in said.out
    assert (tmp_path / "r.csv").read_bytes().startswith(b"\xef\xbb\xbfid,name,email")


def test_what_cannot_be_exported_is_told(service: Listening, tmp_path: Path) -> None:
    assert _desk(service, "export", "moot", "participants.csv", "--taken").code == 2
    assert _desk(service, "export", "moot", "names.csv").code == 2
    nowhere = _desk(service, "export", "moot", "figures.csv", "--to", str(tmp_path / "no" / "f.csv"))
    assert "cannot be written" in nowhere.flat
    assert "may not" in _desk(service, "export", "moot", "participants.csv", who="pan-online").flat
    assert _desk(service, "figures", "other").code == 1


def test_all_registered_are_told(service: Listening, tmp_path: Path) -> None:
    registered(service.engine, "pan", [ONLINE_SPEAKER, ONLINE_OBSERVER])
    (tmp_path / "text").write_text("Masks are worn.", "utf-8")
    asked = _desk(service, "announce", "moot", "Masks", str(tmp_path / "text"))
    assert "Write to 2 people?" in asked.out  # and nobody has said yes
    assert asked.code == 1
    to_room = ("--modality", "in_person", "--yes")
    assert "0 messages" in _desk(service, "announce", "moot", "Masks", str(tmp_path / "text"), *to_room).out
    said = _desk(service, "announce", "moot", "Masks", str(tmp_path / "text"), "--yes")
    assert "2 messages are on their way" in said.out, said.err


def test_a_person_is_handed_out_and_erased(service: Listening) -> None:
    (asked,) = registered(service.engine, "pan", [ONLINE_OBSERVER])
    found = orjson.loads(_desk(service, "person", "export", "moot", asked).out)
    (row,) = found["registrations"]
    assert _desk(service, "person", "erase", "moot", asked).code == 1  # nobody has said yes
    said = _desk(service, "person", "erase", "moot", asked, "--yes")
    assert "is now a representative of Pan" in said.out, said.err
    again = _desk(service, "person", "export", "moot", asked).out
    assert row["name"] not in again
    assert row["email"] not in again
    assert "Nobody here" in _desk(service, "person", "erase", "moot", "nobody", "--yes").flat


def test_a_person_gets_a_new_link_and_is_released(service: Listening) -> None:
    said = _desk(service, "person", "link", "moot", "pan-online")
    assert f"hand it out: {service.url}/enter#" in said.out, said.err
    assert "pan-online is released" in _desk(service, "person", "release", "moot", "pan-online").out
    assert "released, and takes part no more" in _desk(service, "person", "link", "moot", "pan-online").flat
    assert _desk(service, "person", "release", "moot", "nobody").code == 1
