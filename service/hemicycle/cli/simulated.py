"""The simulated participants of a conference: whom they stand for, and their logins."""

from collections.abc import Collection, Iterable, Sequence
from datetime import UTC, datetime, timedelta
from itertools import groupby

from hemicycle.access import logins
from hemicycle.cli.invite import new_login
from hemicycle.registry import conferences, people
from hemicycle.registry.conference_file import read_conference
from hemicycle.registry.installed import installed
from hemicycle.registry.people import Person
from hemicycle.registry.roster import roster
from hemicycle.rules.state.people import Seat
from hemicycle.rules.terms import Capacity
from hemicycle.storage import Connection, Engine, writing
from hemicycle_client.bots import Credential

CONFERENCE = "uncac-expert-meeting-10.toml"
"""The conference that is demonstrated and rehearsed: September 2021, Vienna."""
ITEM = "3"
LIVES = timedelta(days=2)
ALWAYS = frozenset({"alb", "chn", "interpol", "pan"})
"""Delegations that are simulated whenever few are."""
OBSERVING = 8
"""How many delegations have a remote observer simulated."""


def load_shipped(engine: Engine) -> conferences.ConferenceFacts:
    """Load the demonstrated conference if it is not there, and return it."""
    file = read_conference(installed("conferences") / CONFERENCE, [installed("procedures")])
    with writing(engine) as conn:
        conferences.load(conn, file, datetime.now(UTC), "demonstration")
        return conferences.conference(conn, file.document.conference.id)


def meeting_of(engine: Engine, conference: str, number: int) -> conferences.MeetingFacts | None:
    """The meeting of this number, if there is one."""
    with writing(engine) as conn:
        known = conferences.meetings(conn, conference)
    return next((m for m in known if m.number == number), None)


def credentials(engine: Engine, conference: str, most: int | None = None) -> list[Credential]:
    """Fresh logins for programs: the podium, the booths, a hall display, and the delegations' speakers.

    ``most``: of so many delegations only, spread over the alphabet of their ids, ``ALWAYS`` among them.
    """
    with writing(engine) as conn:
        everybody = people.people(conn, conference)
        held = roster(conn, conference)
        among = _some({seat.delegation for seat in held}, most)
        seats = {seat.participant: seat for seat in held if seat.delegation in among}
        chosen = [*_served(everybody), *_delegates(everybody, seats.values())]
        return [_credential(conn, conference, person, seats.get(person.id)) for person in chosen]


def _served(everybody: Iterable[Person]) -> list[Person]:
    """The chair, the desk, the interpreters and the hall: one chair presides."""
    ranked = sorted(everybody, key=lambda p: p.podium is None)
    chairs = [p for p in ranked if p.capacity is Capacity.CHAIR][:1]
    others = {Capacity.SECRETARIAT, Capacity.INTERPRETER, Capacity.HALL}
    return [*chairs, *(p for p in ranked if p.capacity in others)]


def _delegates(everybody: Sequence[Person], seats: Iterable[Seat]) -> list[Person]:
    """Of each delegation the first holder of each kind of seat; observers of a few delegations only."""
    by_id = {person.id: person for person in everybody}
    ordered = sorted(seats, key=lambda s: (s.role, s.delegation, s.modality, s.id))
    firsts = [next(group) for _, group in groupby(ordered, key=lambda s: (s.role, s.delegation, s.modality))]
    speakers = [s for s in firsts if s.role == "speaker"]
    observers = [s for s in firsts if s.role == "observer"][:OBSERVING]
    return [by_id[seat.participant] for seat in (*speakers, *observers)]


def _some(delegations: Collection[str], most: int | None) -> Collection[str]:
    if most is None or most >= len(delegations):
        return delegations
    ordered = sorted(delegations, key=lambda d: (d not in ALWAYS, d))
    first, rest = ordered[: len(ALWAYS)][:most], ordered[len(ALWAYS) :]
    left = most - len(first)
    return {*first, *(rest[place * len(rest) // left] for place in range(left))}


def _credential(conn: Connection, conference: str, person: Person, seat: Seat | None) -> Credential:
    now = datetime.now(UTC)
    bearer = logins.mint_bearer(conn, new_login(person, conference, None), now, "demonstration", now + LIVES)
    return Credential(
        login=bearer.login,
        token=f"{bearer.login}.{bearer.token}",
        capacity=person.capacity,
        participant=person.id,
        delegation=person.delegation if person.capacity is Capacity.DELEGATE else None,
        modality=None if seat is None else seat.modality,
        role=None if seat is None else seat.role,
        language=person.language,
    )
