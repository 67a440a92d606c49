"""``hemicycle invite``: login links for the people of a conference, and tokens for programs."""

from collections import Counter
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Annotated

import orjson
import typer
from rich.console import Console

from hemicycle.access import logins
from hemicycle.access.logins import NewLogin
from hemicycle.cli.asking import HERE, require_address
from hemicycle.cli.running import errors, fail, opened
from hemicycle.cli.serve import DataOption, JsonOption, database
from hemicycle.registry import conferences, people
from hemicycle.registry.departed import SAYS, departed
from hemicycle.registry.people import Person
from hemicycle.rules.terms import Capacity
from hemicycle.storage import Connection, writing

MeetingOption = Annotated[
    int | None, typer.Option("--meeting", help="Good for this meeting's number only; else for all.")
]


def invite(  # noqa: PLR0917 - one parameter for each option
    conference: Annotated[str, typer.Argument(help="The conference's id.")],
    meeting: MeetingOption = None,
    capacity: Annotated[Capacity | None, typer.Option(help="Only people of this capacity.")] = None,
    delegation: Annotated[str | None, typer.Option(help="Only people of this delegation.")] = None,
    booth: Annotated[str | None, typer.Option(help="Only the interpreters of this booth.")] = None,
    participant: Annotated[str | None, typer.Option(help="Only this person.")] = None,
    bearer: Annotated[bool, typer.Option("--bearer", help="Print tokens for programs, not links.")] = False,
    days: Annotated[int, typer.Option(min=1, max=365, help="How many days a login is good.")] = 30,
    url: Annotated[
        str,
        typer.Option(envvar="HEMICYCLE_URL", help="Where people reach the service: what links begin with."),
    ] = HERE,
    data: DataOption = None,
    json: JsonOption = False,
) -> None:
    """Print a fresh login link for each person who takes part. A link works once; who loses it gets a new
    one. Who has departed is left out: how many, and why, is said on standard error.
    """
    require_address(url)
    engine = opened(database(data))
    try:
        with writing(engine) as conn:
            chosen = [
                person
                for person in _people(conn, conference)
                if capacity in {None, person.capacity}
                and delegation in {None, person.delegation}
                and booth in {None, person.booth}
                and participant in {None, person.id}
            ]
            if not chosen:
                raise fail(f"nobody in {conference} is such a person; without options everybody gets a link")
            invited = _taking_part(conn, conference, chosen)
            meeting_id = _meeting_id(conn, conference, meeting)
            now = datetime.now(UTC)
            expiry = now + timedelta(days=days)
            lines = [
                (person, _secret(conn, new_login(person, conference, meeting_id), now, expiry, bearer, url))
                for person in invited
            ]
    finally:
        engine.dispose()
    _print(lines, bearer=bearer, json=json)


def new_login(person: Person, conference: str, meeting: str | None) -> NewLogin:
    """The login that a person of the conference is given."""
    return NewLogin(
        capacity=person.capacity,
        conference=conference,
        meeting=meeting,
        participant=person.id,
        delegation=person.delegation,
        label=person.name,
    )


def _people(conn: Connection, conference: str) -> Sequence[Person]:
    try:
        conferences.conference(conn, conference)
    except conferences.UnknownConference as error:
        raise fail(f"there is no conference {conference}; load its file first") from error
    return people.people(conn, conference)


def _taking_part(conn: Connection, conference: str, chosen: Sequence[Person]) -> Sequence[Person]:
    """Those who do; the others are counted on standard error. Ends the program where nobody does."""
    gone = departed(conn, conference)
    counted = Counter(gone[person.id] for person in chosen if person.id in gone)
    why = "; ".join(f"{number}: {SAYS[each]}" for each, number in counted.items())
    if counted.total() == len(chosen):
        raise fail(f"nobody gets a link. {why}")
    if counted:
        errors.print(f"{counted.total()} left out. {why}", markup=False)
    return [person for person in chosen if person.id not in gone]


def _meeting_id(conn: Connection, conference: str, number: int | None) -> str | None:
    if number is None:
        return None
    found = {m.number: m.id for m in conferences.meetings(conn, conference)}
    if number not in found:
        raise fail(f"{conference} has no meeting {number}; it has {', '.join(map(str, found))}")
    return found[number]


def _secret(
    conn: Connection,
    new: NewLogin,
    now: datetime,
    expiry: datetime,
    bearer: bool,
    url: str,
) -> str:
    if bearer:
        token = logins.mint_bearer(conn, new, now, "command line", expiry)
        return f"{token.login}.{token.token}"
    link = logins.mint(conn, new, now, "command line", expiry, expiry)
    return f"{url.rstrip('/')}/enter#{link.login}.{link.code}"


def _print(lines: Sequence[tuple[Person, str]], *, bearer: bool, json: bool) -> None:
    kind = "token" if bearer else "link"
    if json:
        for person, secret in lines:
            row = {
                "participant": person.id,
                "name": person.name,
                "capacity": person.capacity,
                "delegation": person.delegation,
                kind: secret,
            }
            typer.echo(orjson.dumps({k: v for k, v in row.items() if v is not None}))
        return
    out = Console(soft_wrap=True, highlight=False)
    for person, secret in lines:
        belongs = person.capacity.value if person.delegation is None else person.delegation
        out.print(f"{person.name} ({belongs})", style="bold", markup=False)
        out.print(f"  {secret}", markup=False)
