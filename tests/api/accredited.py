"""What the routes of limits and approvals are asked with."""

from typing import Any

from httpx import Response
from tests.api.edge import Edge

OBSERVERS = {"modality": "online", "role": "observer", "nominated": 3, "at_once": 3}
NOVEMBER: dict[str, Any] = {
    "reason": "as invited",
    "limits": [
        {"modality": "in_person", "role": "speaker", "nominated": 2, "at_once": 2},
        {"modality": "online", "role": "speaker", "nominated": 1, "at_once": 1},
        OBSERVERS,
    ],
}
ROOM_WITHDRAWN: dict[str, Any] = {
    "reason": "the room is withdrawn",
    "limits": [
        {"modality": "online", "role": "speaker", "nominated": 2, "at_once": 2},
        {"modality": "online", "role": "observer", "nominated": 2, "at_once": 2},
    ],
}


async def desk(edge: Edge, method: str, path: str, body: dict[str, Any] | None = None) -> Response:
    """The desk asks, below the moot."""
    return await edge.ask("desk", method, f"conferences/moot/{path}", json=body)


async def told(edge: Edge, method: str, path: str, body: dict[str, Any] | None = None) -> dict[str, Any]:
    """The same where the answer is yes."""
    answer = await desk(edge, method, path, body)
    assert answer.is_success, answer.text
    found: dict[str, Any] = answer.json() if answer.content else {}
    return found
