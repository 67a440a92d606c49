"""Serving until a signal; and the words for whatever stands in the way."""

import signal
import socket
import sqlite3
from pathlib import Path

import httpx
import orjson
import pytest
from tests.cli.terminal import ended, process, serving, typed

from hemicycle.storage import open_engine
from hemicycle.storage.sqlite import DATABASE_FILE

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("sign", [signal.SIGTERM, signal.SIGINT])
def test_it_serves_until_it_is_told_to_stop(data: Path, sign: signal.Signals) -> None:
    with serving(data) as (running, url):
        assert httpx.get(f"{url}/healthz", trust_env=False, timeout=60).json()["status"] == "ok"
        running.send_signal(sign)
        said = ended(running)
    assert (said.code, said.err) == (0, "")


@pytest.mark.parametrize("told", [{}, {"HEMICYCLE_URL": "https://meetings.example.org/"}])
def test_links_lead_to_where_people_reach_it(data: Path, told: dict[str, str]) -> None:
    """Set by nobody: to the address and port that are listened on; and what they begin with is printed."""
    (desk,) = typed("invite", "moot", "--participant", "desk", "--bearer", "--json", "--data", data).lines()
    with process("serve", "--data", data, "--port", "0", "--json", **told) as running:
        assert running.stdout is not None
        said = orjson.loads(running.stdout.readline())
        assert said["links"] == told.get("HEMICYCLE_URL", said["url"]).rstrip("/")
        with httpx.Client(base_url=said["url"], trust_env=False, timeout=60) as http:
            http.headers["Authorization"] = f"Bearer {desk['token']}"
            asked = {"delegation": "pan", "address": "mission@pan.example"}
            assert http.post("/api/v1/conferences/moot/invitations", json=asked).status_code == 201
            (line,) = http.get("/api/v1/conferences/moot/mail").json()["letters"]
            letter = http.get(f"/api/v1/conferences/moot/mail/{line['id']}").json()
            waiting = http.get("/api/v1/conferences/moot/waiting").json()
    assert f"{said['links']}/register/" in letter["text"]
    assert waiting.get("links") == (None if told else said["url"])


@pytest.mark.parametrize("wrong", ["meetings.example.org", "ftp://meetings.example.org", ""])
def test_links_that_could_not_be_opened(data: Path, wrong: str) -> None:
    said = typed("serve", "--data", data, "--port", "0", HEMICYCLE_URL=wrong)
    assert said.code == 2
    assert "HEMICYCLE_URL: Value error, an address is needed" in said.flat


def test_what_was_begun_is_there_after_a_stop(data: Path) -> None:
    (chair,) = typed("invite", "moot", "--participant", "chair", "--bearer", "--json", "--data", data).lines()
    (desk,) = typed("invite", "moot", "--participant", "desk", "--bearer", "--json", "--data", data).lines()
    view = "/api/v1/meetings/moot-1/views/hall"
    with serving(data) as (running, url), httpx.Client(base_url=url, trust_env=False, timeout=60) as http:
        http.headers["Authorization"] = f"Bearer {desk['token']}"
        http.put("/api/v1/meetings/moot-1/presence/pan", json={"present": True})
        http.headers["Authorization"] = f"Bearer {chair['token']}"
        body = {"id": "c1", "command": "CallToOrder"}
        accepted = http.post("/api/v1/meetings/moot-1/commands", json=body).json()
        running.terminate()
        assert ended(running).code == 0
    with serving(data) as (_, url), httpx.Client(base_url=url, trust_env=False, timeout=60) as http:
        http.headers["Authorization"] = f"Bearer {chair['token']}"
        assert http.post("/api/v1/meetings/moot-1/commands", json=body).json() == accepted
        assert http.get(view).json()["view"]["meeting"]["phase"] == "in_session"


def test_a_port_in_use(data: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        said = typed("serve", "--data", data, "--port", str(port))
    assert said.code == 1
    assert (
        f"127.0.0.1:{port} cannot be used (Address already in use); choose another with --port" in said.flat
    )


@pytest.mark.parametrize("host", ["203.0.113.7", "no.such.host.invalid"])
def test_an_address_that_is_not_ours(data: Path, host: str) -> None:
    said = typed("serve", "--data", data, "--host", host, "--port", "0")
    assert said.code == 1
    assert f"{host}:0 cannot be used" in said.flat


def test_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", "utf-8")
    said = typed("serve", "--data", tmp_path / "file" / "data", "--port", "0")
    assert said.code == 1
    assert "cannot be made (Not a directory)" in said.flat
    assert "--data" in said.flat


def test_a_database_that_is_none(tmp_path: Path) -> None:
    (tmp_path / DATABASE_FILE).write_bytes(b"this is no database, whatever its name is" * 40)
    said = typed("serve", "--data", tmp_path, "--port", "0")
    assert said.code == 1
    assert "cannot be opened for writing" in said.flat


def test_a_database_of_a_newer_version(data: Path) -> None:
    with sqlite3.connect(data / DATABASE_FILE) as conn:
        conn.execute("UPDATE alembic_version SET version_num = '9999'")
    conn.close()
    said = typed("serve", "--data", data, "--port", "0")
    assert said.code == 1
    assert "was written by a newer version of Hemicycle" in said.flat


def test_a_log_that_cannot_be_read_is_no_service(data: Path) -> None:
    """An event that a newer version wrote: it ends with words and not with an address."""
    with sqlite3.connect(data / DATABASE_FILE) as conn:
        conn.execute("INSERT INTO heads VALUES ('moot-1', 1, 'e')")
        event = orjson.dumps({"event": "VoteCounted"}).decode()
        conn.execute("INSERT INTO log VALUES ('moot-1', 1, '2021-09-07 08:00:00', 'c', '{}', ?)", (event,))
    conn.close()
    with process("serve", "--data", data, "--port", "0", "--json") as running:
        said = ended(running)
    assert said.code != 0
    assert said.out == ""
    assert "VoteCounted" in said.err


@pytest.mark.parametrize("name, value", [("HEMICYCLE_CLOCK_AT", "tomorrow"), ("HEMICYCLE_CLOCK_SCALE", "0")])
def test_a_setting_that_is_not_right(data: Path, name: str, value: str) -> None:
    said = typed("serve", "--data", data, "--port", "0", **{name: value})
    assert said.code == 2
    assert name in said.flat


@pytest.mark.parametrize(
    "line",
    [
        "serve --port 70000",
        "serve --port x",
        "serve --colour",
        "serve here",
        "vote",
        "invite",
        "conference drop",
        "seats give moot",
        "revoke",
    ],
)
def test_unknown_arguments(line: str) -> None:
    said = typed(*line.split())
    assert (said.code, said.out) == (2, "")
    assert said.err


def test_the_database_can_be_opened_while_it_serves(data: Path) -> None:
    with serving(data):
        open_engine(data).dispose()
