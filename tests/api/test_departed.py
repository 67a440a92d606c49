"""Who takes part no more is seen nowhere among those who do; the logs and the desk still know her."""

from typing import Any

import pytest
from tests.api.accredited import desk, told
from tests.api.edge import Edge, problem
from tests.conduct.accrediting import ONLINE_OBSERVER, registered

from hemicycle.registry import registrations
from hemicycle.registry.registrations import Registration
from hemicycle.storage import reading


async def approved(edge: Edge) -> Registration:
    (asked,) = registered(edge.engine, "ita", [ONLINE_OBSERVER])
    await told(edge, "POST", "registrations/approve", {"registrations": [asked]})
    return stored(edge, asked)


def stored(edge: Edge, registration: str) -> Registration:
    with reading(edge.engine) as conn:
        return registrations.registration(conn, "moot", registration)


async def to_france(edge: Edge, of: Registration, **said: str) -> None:
    """An officer corrects her delegation."""
    body: dict[str, Any] = {
        "delegation": "fra",
        "name": of.name,
        "email": of.email,
        "modality": of.modality.value,
        "role": of.role.value,
        "sessions": [],
        "reason": "she is of France",
    }
    await told(edge, "PUT", f"registrations/{of.id}", {**body, **said})


async def seen(edge: Edge, delegation: str) -> tuple[Any, ...]:
    """What is told of a delegation: its page, its figures, its lines of the list of participants."""
    page = await told(edge, "GET", f"delegations/{delegation}")
    figures = (await told(edge, "GET", "figures"))["delegations"]
    counts = next(line for line in figures if line["delegation"] == delegation)["total"]
    lines = (await desk(edge, "GET", "exports/participants.csv")).text.splitlines()
    name = page["names"]["en"]
    return (
        page,
        [counts[each] for each in ("registered", "approved")],
        sorted(line for line in lines if name in line),
    )


@pytest.mark.parametrize("withdrawn", [False, True])
async def test_nothing_of_who_changed_over_is_seen_in_her_old_delegation(
    edge: Edge, *, withdrawn: bool
) -> None:
    before = await seen(edge, "ita")
    person = await approved(edge)
    if withdrawn:  # then she asks again, for the delegation that she belongs to
        await told(edge, "POST", "registrations/withdraw", {"registrations": [person.id]})
    await to_france(edge, person, name="Zoe Zola")
    if withdrawn:
        body = {"registrations": [person.id], "reason": "she is of France"}
        await told(edge, "POST", "registrations/approve", body)
    after = await seen(edge, "ita")
    assert after[0]["people"] == before[0]["people"]
    assert [each.get("participant") for each in after[0]["seats"]] == [
        each.get("participant") for each in before[0]["seats"]
    ]
    assert after[1:] == before[1:]
    page, _, lines = await seen(edge, "fra")
    assert sum(each["name"] == "Zoe Zola" for each in page["people"]) == 1
    assert sum("Zoe Zola" in line for line in lines) == 1
    sheet = (await desk(edge, "GET", "exports/role-sheet.csv")).text
    assert sheet.count(person.email) == 1
    found = (await told(edge, "GET", "people?text=Zola"))["people"]
    assert [each["delegation"] for each in found] == ["fra"]


async def test_her_old_row_is_still_known_to_be_hers(edge: Edge) -> None:
    """Another name and another address: only the change-over itself tells that the two are one."""
    person = await approved(edge)
    await to_france(edge, person, name="Zoe Zola", email="zoe@fra.example")
    kept = await told(edge, "GET", f"people/{person.id}/data")
    here = stored(edge, person.id).participant
    assert {row["id"] for row in kept["participants"]} == {person.participant, here}
    assert (await told(edge, "POST", f"people/{here}/erase"))["rows"]["participants"] == 2


async def test_who_takes_part_no_more_is_given_no_seat_and_is_on_no_list(edge: Edge) -> None:
    person = await approved(edge)
    await to_france(edge, person)
    await told(edge, "POST", "people/ita-spare/release", {})
    for who in (person.participant, "ita-spare"):
        moves = {"moves": [{"seat": "ita.online.observer.2", "participant": who}]}
        refused = await desk(edge, "POST", "delegations/ita/seats", moves)
        assert problem(refused) == (409, "seat-refused")
        both = {"one": "ita-room", "other": who}
        assert problem(await desk(edge, "POST", "delegations/ita/swap", both)) == (409, "seat-refused")
    people = (await told(edge, "GET", "delegations/ita"))["people"]
    assert {each["id"] for each in people} == {"ita-room", "ita-online", "ita-observer", "ita-extra"}


async def test_who_comes_back_is_who_she_was(edge: Edge) -> None:
    person = await approved(edge)
    await to_france(edge, person)
    await to_france(edge, person, delegation="ita")
    assert stored(edge, person.id).participant == person.participant
    assert person.participant in {
        each["id"] for each in (await told(edge, "GET", "delegations/ita"))["people"]
    }
    assert person.name not in {
        each["name"] for each in (await told(edge, "GET", "delegations/fra"))["people"]
    }
