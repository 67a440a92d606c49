"""A conference as large as wanted, its logins, and the service on it in a process of its own."""

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, cast

from hemicycle.cli import simulated
from hemicycle.registry import conferences
from hemicycle.registry.conference_file import read_conference
from hemicycle.registry.installed import installed
from hemicycle.storage import open_storage, writing
from hemicycle_client.bots import Credential

ID = "bench"
ITEM = "1"
STOPPING = 20.0

_HEAD = f"""
[conference]
id = "{ID}"
title = "An assembly to measure with"
time_zone = "UTC"
procedure = "uncac-expert-meeting"
languages = ["en"]
[limits]
in_person_speaker = 2
online_speaker = 1
online_observer = 3
[[agenda]]
id = "{ITEM}"
number = "1"
titles.en = "General discussion"
[[people]]
id = "chair"
name = "Chair"
capacity = "chair"
podium = "chair"
"""
_MEETING = """
[[meetings]]
number = {number}
title = "Meeting {number}"
date = 2030-01-01
start = 10:00:00
end = 13:00:00
items = ["1"]
"""
_DELEGATION = """
[[delegations]]
id = "d{number:03}"
code = "D{number:03}"
category = "state_party"
names.en = "State number {number}"
names.fr = "État numéro {number}"
names.es = "Estado número {number}"
[[people]]
id = "d{number:03}-speaker"
name = "Speaker of state number {number}"
capacity = "delegate"
delegation = "d{number:03}"
modality = "online"
role = "speaker"
"""


@dataclass(frozen=True, slots=True)
class Assembly:
    """``meetings``: ids. ``chair``, ``delegates``: logins for programs; one delegate of each delegation."""

    data: Path
    meetings: tuple[str, ...]
    chair: Credential
    delegates: tuple[Credential, ...]


def assemble(folder: Path, delegations: int, meetings: int, place: str | None = None) -> Assembly:
    """Write the conference's file, load it, mint the logins. ``place``: another database."""
    file = folder / f"{ID}.toml"
    parts = [_MEETING.format(number=n + 1) for n in range(meetings)]
    parts += [_DELEGATION.format(number=n) for n in range(delegations)]
    file.write_text(_HEAD + "".join(parts), encoding="utf-8")
    engine = open_storage(place or folder / "data")
    try:
        conference = read_conference(file, [installed("procedures")])
        with writing(engine) as conn:
            conferences.load(conn, conference, datetime.now(UTC), "bench")
        cast = simulated.credentials(engine, ID)
    finally:
        engine.dispose()
    return Assembly(
        data=folder / "data",
        meetings=tuple(f"{ID}-{n + 1}" for n in range(meetings)),
        chair=next(c for c in cast if c.capacity == "chair"),
        delegates=tuple(c for c in cast if c.capacity == "delegate"),
    )


@contextmanager
def served(data: Path, together: int | None = None) -> Iterator[str]:
    """The service on the data folder; yields its URL. ``together``: commands that one transaction carries."""
    command = [sys.executable, "-m", "benchmarks.served", str(data)]
    command += [] if together is None else [str(together)]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
        try:
            yield json.loads(cast("IO[bytes]", process.stdout).readline())["url"]
        finally:
            process.terminate()
            process.wait(STOPPING)
