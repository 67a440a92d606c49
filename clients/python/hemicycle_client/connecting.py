"""Opening one websocket, and what its failures mean: some heal with time, some never."""

import json

from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import InvalidHandshake, InvalidStatus
from websockets.typing import Subprotocol

from hemicycle_client.address import Address
from hemicycle_client.errors import (
    HemicycleError,
    NotAllowed,
    Problem,
    ProtocolBroken,
    Revoked,
    Unauthenticated,
    UnknownMeeting,
    Unreachable,
)
from hemicycle_client.frames import SUBPROTOCOL

HANDSHAKE = 10.0
"""Real seconds for one attempt."""
LARGEST_FRAME = 16 * 1024 * 1024
"""Bytes: a snapshot of the longest list of the largest meeting is far below."""


class TryLater(Exception):
    """An attempt failed and a later one may not. ``after``: real seconds that the service asks for."""

    def __init__(self, why: str, after: float | None = None) -> None:
        self.after = after
        super().__init__(why)


async def open_socket(address: Address, meeting: str) -> ClientConnection:
    """Open the socket of a meeting.

    Raises ``TryLater`` when a later try may succeed, else ``Unauthenticated``, ``Revoked``,
    ``NotAllowed``, ``UnknownMeeting`` or ``ProtocolBroken``.
    """
    try:
        socket = await connect(
            address.live(meeting),
            subprotocols=[Subprotocol(SUBPROTOCOL)],
            additional_headers=address.headers,
            compression=None,
            proxy=None if address.is_loopback else True,
            open_timeout=HANDSHAKE,
            ping_interval=None,  # the protocol has a ping of its own, which carries the service's time
            close_timeout=1.0,
            max_size=LARGEST_FRAME,
        )
    except InvalidStatus as error:
        raise refused_handshake(error) from error
    except (OSError, TimeoutError, EOFError, InvalidHandshake) as error:
        raise TryLater(f"{type(error).__name__}: {error}") from error
    if socket.subprotocol != SUBPROTOCOL:
        await socket.close()
        raise ProtocolBroken(f"The service does not speak {SUBPROTOCOL}.")
    return socket


def refused_handshake(error: InvalidStatus) -> HemicycleError | TryLater:
    """What an HTTP answer instead of a websocket means."""
    status = error.response.status_code
    problem = _problem(error, status)
    text = f"The service answered {status} to the request for the meeting's socket: {problem}"
    match status:
        case 401 if problem.code == "login-revoked":
            return Revoked(text)
        case 401:
            return Unauthenticated(text)
        case 403:
            return NotAllowed(problem)
        case 404:
            return UnknownMeeting(text)
        case 429 | 500 | 502 | 503 | 504:
            return TryLater(text, _retry_after(error))
        case _:
            return Unreachable(text)


def _problem(error: InvalidStatus, status: int) -> Problem:
    """What the service says of it, if it says anything."""
    try:
        wire = json.loads(error.response.body or b"")
    except ValueError:
        wire = None
    title = error.response.reason_phrase
    return Problem.from_wire({"title": title, **(wire if isinstance(wire, dict) else {})}, status=status)


def _retry_after(error: InvalidStatus) -> float | None:
    value = error.response.headers.get("Retry-After", "")
    return float(value) if value.isdigit() else None
