"""The client of a Hemicycle service: follow a meeting, ask for the floor, resume by itself.

async with hemicycle_client.connect("https://floor.example", token=token, meeting="em10-3") as console:
    await console.send("RequestFloor", kind="statement", language="fr")
    await console.until(lambda view: "called" in view)
"""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from hemicycle_client.address import Address
from hemicycle_client.backoff import Backoff
from hemicycle_client.console import Change, Console
from hemicycle_client.errors import (
    Closed,
    HemicycleError,
    NotAllowed,
    Problem,
    ProblemError,
    ProtocolBroken,
    Refused,
    Revoked,
    TooMany,
    Unanswered,
    Unauthenticated,
    UnknownMeeting,
    Unreachable,
)
from hemicycle_client.folding import View, canonical, merge_patch
from hemicycle_client.frames import Accepted, Snapshot
from hemicycle_client.rest import Entered, Rest, enter
from hemicycle_client.service_time import ServiceClock

__all__ = [
    "Accepted",
    "Address",
    "Backoff",
    "Change",
    "Closed",
    "Console",
    "Entered",
    "HemicycleError",
    "NotAllowed",
    "Problem",
    "ProblemError",
    "ProtocolBroken",
    "Refused",
    "Rest",
    "Revoked",
    "ServiceClock",
    "Snapshot",
    "TooMany",
    "Unanswered",
    "Unauthenticated",
    "UnknownMeeting",
    "Unreachable",
    "View",
    "canonical",
    "connect",
    "enter",
    "merge_patch",
]


@asynccontextmanager
async def connect(
    url: str,
    *,
    token: str | None = None,
    cookie: str | None = None,
    meeting: str | None = None,
    audience: str = "hall",
    open_timeout: float = 10.0,
    backoff: Backoff = Backoff(),  # noqa: B008 - frozen
) -> AsyncIterator[Console]:
    """Follow a meeting as ``audience`` (``hall``, ``booths`` or ``podium``) for the length of the context.

    ``url``: the service's root with a ``token`` (``<login>.<token>``), or ``…/c/<login>`` with a ``cookie``.
    ``meeting``: its id; without it, the one that the service offers this login. ``open_timeout``: the
    first view comes within so many real seconds.

    Raises ``Unauthenticated``, ``NotAllowed``, ``UnknownMeeting`` or ``Unreachable``.
    """
    address = Address(url, token=token, cookie=cookie)
    if meeting is None:
        async with Rest(url, token=token, cookie=cookie) as rest:
            meeting = str((await rest.session())["meeting"])
    console = Console(address, meeting, audience, backoff=backoff)
    await console.open(open_timeout)
    try:
        yield console
    finally:
        await console.close()
