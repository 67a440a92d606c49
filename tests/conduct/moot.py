"""The moot: a small conference of three meetings in a real database, and logins for its people.

Conduct, the REST edge and the command line are tested on it.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from shutil import copytree

from hemicycle.access import logins
from hemicycle.access.logins import LoginFacts, NewLogin
from hemicycle.registry import conferences, people
from hemicycle.registry.conference_file import read_conference
from hemicycle.storage import Engine, open_engine, open_storage, reading, writing

CONFIG = Path(__file__).parents[2] / "config"
AT = datetime(2021, 9, 7, 8, tzinfo=UTC)
MEETING, NEXT, LAST = "moot-1", "moot-2", "moot-3"
STATES = ("pan", "ita", "fra")

_HEAD = """\
[conference]
id = "{id}"
title = "A moot of five [invented]"
time_zone = "Europe/Vienna"
procedure = "uncac-expert-meeting"
languages = ["en", "fr"]

[[assumptions]]
about = "everything"
says = "All of this is invented."

[limits]
in_person_speaker = 2
online_speaker = 1
online_observer = 3
nominated.in_person_speaker = 3
nominated.online_speaker = 2
nominated.online_observer = 4

[[agenda]]
id = "1"
number = "1"
titles.en = "General discussion"
"""
_MEETING = """
[[meetings]]
number = {number}
title = "Meeting {number}"
date = 2021-09-0{day}
start = 10:00:00
end = 13:00:00
items = ["1"]
"""
_DELEGATION = """
[[delegations]]
id = "{id}"
code = "{code}"
category = "{category}"
names.en = "{name}"
"""
_PERSON = """
[[people]]
id = "{id}"
name = "{name}"
"""
_PODIUM = """
[[people]]
id = "chair"
name = "Chair [of Panama]"
capacity = "chair"
podium = "chair"
delegation = "pan"

[[people]]
id = "vice"
name = "Vice"
capacity = "chair"
podium = "vice_chair"

[[people]]
id = "desk"
name = "Secretary"
capacity = "secretariat"
podium = "secretariat"
podium_title = "Secretary of the meeting"

[[people]]
id = "booth"
name = "Interpreter"
capacity = "interpreter"
booth = "fr"

[[people]]
id = "operator"
name = "Operator"
capacity = "operator"

[[people]]
id = "hall"
name = "Hall"
capacity = "hall"
"""
CATEGORIES = {"pan": "state_party", "ita": "state_party", "fra": "state_party", "eu": "reio", "wb": "entity"}
_SEATS = {
    "room": ("in_person", "speaker"),
    "online": ("online", "speaker"),
    "observer": ("online", "observer"),
    "spare": None,
    "extra": None,
}


def text(conference: str = "moot") -> str:
    """The moot as a file: each delegation has a speaker in the room, one online, an observer, two without."""
    parts = [_HEAD.format(id=conference), *(_MEETING.format(number=n, day=6 + n) for n in (1, 2, 3)), _PODIUM]
    for delegation, category in CATEGORIES.items():
        code, name = delegation.upper(), delegation.title()
        parts.append(_DELEGATION.format(id=delegation, code=code, category=category, name=name))
        for suffix, seat in _SEATS.items():
            parts.append(_PERSON.format(id=f"{delegation}-{suffix}", name=f"{name} {suffix.title()}"))
            parts.append(f'capacity = "delegate"\ndelegation = "{delegation}"\n')
            if suffix == "online":
                parts.append('part = "focal_point"\n')
            if seat is not None:
                parts.append(f'modality = "{seat[0]}"\nrole = "{seat[1]}"\n')
    return "".join(parts)


def written(folder: Path, conference: str = "moot") -> Path:
    """The moot's file."""
    path = folder / f"{conference}.toml"
    path.write_text(text(conference), "utf-8")
    return path


def load(engine: Engine, folder: Path, conference: str = "moot") -> None:
    """Load the moot's file into the database."""
    file = read_conference(written(folder, conference), [CONFIG / "procedures"])
    with writing(engine) as conn:
        conferences.load(conn, file, AT, "test")


def prepared(folder: Path) -> Path:
    """A data folder that holds the moot: to be copied, which is faster than made."""
    engine = open_storage(folder / "data")
    load(engine, folder)
    engine.dispose()
    return folder / "data"


@contextmanager
def convened(prepared: Path, data: Path) -> Iterator[Engine]:
    """A database of its own that holds the moot."""
    copytree(prepared, data)
    engine = open_engine(data)
    try:
        yield engine
    finally:
        engine.dispose()


def of(engine: Engine, participant: str, conference: str = "moot", meeting: str | None = None) -> NewLogin:
    """A login for somebody of the conference, not yet made."""
    with reading(engine) as conn:
        person = people.person(conn, conference, participant)
    return NewLogin(
        capacity=person.capacity,
        conference=conference,
        meeting=meeting,
        participant=participant,
        delegation=person.delegation,
        label=person.name,
    )


def token_for(
    engine: Engine, participant: str, conference: str = "moot", meeting: str | None = None
) -> tuple[LoginFacts, str]:
    """A program's login, good for a day, and what it sends after ``Bearer``."""
    now = datetime.now(UTC)
    new = of(engine, participant, conference, meeting)
    with writing(engine) as conn:
        made = logins.mint_bearer(conn, new, now, "test", now + timedelta(days=1))
        return logins.find(conn, made.login), f"{made.login}.{made.token}"
