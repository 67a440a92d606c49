"""Figures, exports, announcements and persons' data on a running service."""

from pathlib import Path

import orjson
from tests.api.listening import Listening
from tests.cli.terminal import asked
from tests.conduct.accrediting import ONLINE_OBSERVER, ONLINE_SPEAKER, registered


def test_figures_are_a_table_with_bars(service: Listening) -> None:
    registered(service.engine, "pan", [ONLINE_SPEAKER, ONLINE_OBSERVER])
    said = asked(service, "figures", "moot")
    assert said.code == 0, said.err
    rows = [line.replace("│", " ").split() for line in said.out.splitlines()]
    assert ["all", "17", "17", "15", "█" * 21 + "░" * 3] in rows
    assert "nothing can be told" in " ".join(said.out.split())
    assert "Pan" in asked(service, "figures", "moot", "--delegations").out
    (found,) = asked(service, "figures", "moot", "--json").lines()
    assert found["total"]["total"]["registered"] == 15 + 2


def test_files_are_written(service: Listening, tmp_path: Path) -> None:
    said = asked(service, "export", "moot", "meetings.ics")
    assert said.code == 0, said.err
    assert (tmp_path / "meetings.ics").read_bytes().count(b"BEGIN:VEVENT") == 3
    said = asked(service, "export", "moot", "role-sheet.csv", "--to", str(tmp_path / "r.csv"), "--taken")
    assert "number 1" in said.out
    assert (tmp_path / "r.csv").read_bytes().startswith(b"\xef\xbb\xbfid,name,email")


def test_what_cannot_be_exported_is_told(service: Listening, tmp_path: Path) -> None:
    assert asked(service, "export", "moot", "participants.csv", "--taken").code == 2
    assert asked(service, "export", "moot", "names.csv").code == 2
    nowhere = asked(service, "export", "moot", "figures.csv", "--to", str(tmp_path / "no" / "f.csv"))
    assert "cannot be written" in nowhere.flat
    assert "may not" in asked(service, "export", "moot", "participants.csv", who="pan-online").flat
    assert asked(service, "figures", "other").code == 1


def test_all_registered_are_told(service: Listening, tmp_path: Path) -> None:
    registered(service.engine, "pan", [ONLINE_SPEAKER, ONLINE_OBSERVER])
    (tmp_path / "text").write_text("Masks are worn.", "utf-8")
    unsure = asked(service, "announce", "moot", "Masks", str(tmp_path / "text"))
    assert "Write to 2 people?" in unsure.out  # and nobody has said yes
    assert unsure.code == 1
    to_room = ("--modality", "in_person", "--yes")
    assert "0 messages" in asked(service, "announce", "moot", "Masks", str(tmp_path / "text"), *to_room).out
    said = asked(service, "announce", "moot", "Masks", str(tmp_path / "text"), "--yes")
    assert "2 messages are on their way" in said.out, said.err
    (tmp_path / "text").write_bytes("été".encode("latin-1"))
    other = asked(service, "announce", "moot", "Masks", str(tmp_path / "text"), "--yes")
    assert other.code == 1
    assert "is not UTF-8 (byte 0); save it as UTF-8" in other.flat


def test_a_person_is_handed_out_and_erased(service: Listening) -> None:
    (hers,) = registered(service.engine, "pan", [ONLINE_OBSERVER])
    found = orjson.loads(asked(service, "person", "export", "moot", hers).out)
    (row,) = found["registrations"]
    assert asked(service, "person", "erase", "moot", hers).code == 1  # nobody has said yes
    said = asked(service, "person", "erase", "moot", hers, "--yes")
    assert "is now a representative of Pan" in said.out, said.err
    again = asked(service, "person", "export", "moot", hers).out
    assert row["name"] not in again
    assert row["email"] not in again
    assert "Nobody here" in asked(service, "person", "erase", "moot", "nobody", "--yes").flat


def test_a_person_gets_a_new_link_and_is_released(service: Listening) -> None:
    said = asked(service, "person", "link", "moot", "pan-online")
    assert f"hand it out: {service.url}/enter#" in said.out, said.err
    assert "pan-online is released" in asked(service, "person", "release", "moot", "pan-online").out
    assert "released, and takes part no more" in asked(service, "person", "link", "moot", "pan-online").flat
    assert asked(service, "person", "release", "moot", "nobody").code == 1
