"""A note verbale at the edge, drafted, confirmed, and somebody approved on it."""

from typing import Any

from httpx import Response
from tests.api.edge import Edge

DESK = "desk"
NOTES = "conferences/moot/delegations/pan/notes"
ANA = {
    "name": "Ana Silva",
    "title": "Counsellor",
    "email": "ana@mfa.example",
    "modality": "in_person",
    "role": "speaker",
}
BORIS = {"name": "Boris Dinko", "email": "boris@mfa.example", "modality": "online", "role": "observer"}
NOTE: dict[str, Any] = {
    "reference": "NV/12/2021",
    "dated": "2021-08-20",
    "received_at": "2021-08-21T10:00:00+02:00",
    "nominations": [ANA, BORIS],
}


async def ask(edge: Edge, method: str, path: str, **body: Any) -> Response:
    return await edge.ask(DESK, method, path, **({"json": body} if body else {}))


async def draft(edge: Edge, where: str = NOTES, **changes: Any) -> dict[str, Any]:
    made = await edge.ask(DESK, "POST", where, json={**NOTE, **changes})
    assert made.status_code == 201, made.text
    found: dict[str, Any] = made.json()
    return found


async def confirm(edge: Edge, note: str, where: str = NOTES, **how: Any) -> Response:
    return await edge.ask(DESK, "POST", f"{where}/{note}/confirm", json=how)


async def approved(edge: Edge, person: dict[str, str]) -> tuple[str, str]:
    """Registered at the desk, cross-checked, approved: registration and participant."""
    asked = {key: person[key] for key in ("name", "email", "modality", "role")}
    made = await edge.ask(DESK, "POST", "conferences/moot/registrations", json={**asked, "delegation": "pan"})
    assert made.status_code == 201, made.text
    registration = made.json()["id"]
    await edge.ask(DESK, "POST", "conferences/moot/cross-check", json={"delegation": "pan"})
    done = await edge.ask(
        DESK, "POST", "conferences/moot/registrations/approve", json={"registrations": [registration]}
    )
    assert done.json()["refused"] == [], done.text
    return registration, done.json()["approved"][0]["participant"]
