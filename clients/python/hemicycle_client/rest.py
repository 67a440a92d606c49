"""The service's REST interface, as far as programs need it beside the socket."""

import ssl
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import TracebackType
from typing import Any, Self
from urllib.parse import urlsplit

import httpx

from hemicycle_client import frames
from hemicycle_client.address import Address
from hemicycle_client.errors import Problem, ProtocolBroken, Refused, Unauthenticated, Unreachable
from hemicycle_client.frames import Accepted, Snapshot

TIMEOUT = httpx.Timeout(60.0, connect=10.0)
"""Real seconds for one request: a whole season's registrations take a slow service a while to compare."""
UPLOAD_TIMEOUT = 180.0
"""Real seconds for one that brings a file."""
UNAUTHENTICATED = 401


@dataclass(frozen=True, slots=True)
class Entered:
    """A login link was exchanged: ``location`` is the login's path, ``cookie`` the value of its cookie."""

    location: str
    cookie: str


class Rest:
    """Requests of one login. Every method raises ``Refused``, ``Unauthenticated`` or ``Unreachable``.

    ``http``: a client to share between many logins; without it each makes its own.
    """

    def __init__(
        self,
        url: str,
        *,
        token: str | None = None,
        cookie: str | None = None,
        http: httpx.AsyncClient | None = None,
    ) -> None:
        self._address = Address(url, token=token, cookie=cookie)
        self._http = http or http_client(url)
        self._own = http is None

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._own:
            await self._http.aclose()

    async def session(self) -> dict[str, Any]:
        """Who this login is, and its meetings: ``{login, capacity, conference, meetings, meeting, …}``."""
        return await self._ask("GET", "session")

    async def view(self, meeting: str, audience: str) -> Snapshot:
        """A fresh snapshot of what an audience sees."""
        found = await self._ask("GET", f"meetings/{meeting}/views/{audience}")
        try:
            return frames.snapshot({"audience": audience, **found})
        except (KeyError, TypeError, ValueError) as error:
            raise ProtocolBroken(f"The service sent a snapshot that cannot be read: {error!r}.") from error

    async def send(
        self, meeting: str, command: str, *, command_id: str | None = None, **fields: Any
    ) -> Accepted:
        """Send a command without a socket; the same id again gets the same answer."""
        present = {key: value for key, value in fields.items() if value is not None}
        body = {"id": command_id or str(uuid.uuid4()), "command": command, **present}
        found = await self._ask("POST", f"meetings/{meeting}/commands", body)
        return Accepted(str(found["id"]), int(found["seq"]))

    async def conference(self, conference: str) -> dict[str, Any]:
        """A conference with its meetings and delegations."""
        return await self._ask("GET", f"conferences/{conference}")

    async def delegation(self, conference: str, delegation: str) -> dict[str, Any]:
        """A delegation's seats with their holders, and its people."""
        return await self._ask("GET", f"conferences/{conference}/delegations/{delegation}")

    async def assign_seats(
        self,
        conference: str,
        delegation: str,
        moves: Sequence[Mapping[str, str]],
        reason: str | None = None,
    ) -> dict[str, Any]:
        """Let seats change hands together. ``moves``: ``{seat, participant}``, or ``{seat}`` to free it."""
        body: dict[str, Any] = {"moves": [dict(move) for move in moves]}
        if reason is not None:
            body["reason"] = reason
        return await self._ask("POST", f"conferences/{conference}/delegations/{delegation}/seats", body)

    async def mark_presence(self, meeting: str, delegation: str, *, present: bool) -> None:
        """The desk sees that a delegation is in the room, or has left it."""
        await self._ask("PUT", f"meetings/{meeting}/presence/{delegation}", {"present": present})

    async def revoke_login(self, login: str) -> None:
        """End a login: its sockets close at once."""
        await self._ask("DELETE", f"logins/{login}")

    async def ask(self, method: str, path: str, body: Mapping[str, Any] | None = None) -> dict[str, Any]:
        """Make any request. ``path``: below ``/api/v1/``; an answer that is a list comes as ``items``."""
        return await self._ask(method, path, body)

    async def upload(self, path: str, name: str, content: bytes, **fields: str | list[str]) -> dict[str, Any]:
        """Send a file, as the field ``file`` of a form; ``name``: what people call it."""
        try:
            answer = await self._http.post(
                self._address.api(path),
                headers=dict(self._address.headers),
                files={"file": (name, content)},
                data=fields,
                timeout=UPLOAD_TIMEOUT,
            )
        except httpx.TransportError as error:
            raise Unreachable(f"POST {path}: {type(error).__name__}: {error}") from error
        return _content(answer)

    async def download(self, path: str) -> bytes:
        """A file, such as an export, as it is sent."""
        answer = await _request(self._http, "GET", self._address.api(path), self._address.headers, None)
        if not answer.is_success:
            _content(answer)
        return answer.content

    async def _ask(self, method: str, path: str, body: Mapping[str, Any] | None = None) -> dict[str, Any]:
        answer = await _request(self._http, method, self._address.api(path), self._address.headers, body)
        return _content(answer)


async def enter(url: str, login: str, code: str, http: httpx.AsyncClient | None = None) -> Entered:
    """Exchange the one-time code of a login link for a session, as the login page does on a click.

    ``url``: the service's root. Raises ``Refused`` or ``Unauthenticated`` when the code is spent or unknown.
    """
    client = http or http_client(url)
    try:
        address = Address(url)
        headers = {"Origin": address.origin}
        body = {"login": login, "code": code}
        answer = await _request(client, "POST", f"{url.rstrip('/')}/enter", headers, body)
        location = str(_content(answer)["location"])
        return Entered(location, answer.cookies["hemicycle"])
    finally:
        if http is None:
            await client.aclose()


def http_client(url: str) -> httpx.AsyncClient:
    """A client for one service; plain HTTP needs no certificates, whose loading takes long."""
    plain = urlsplit(url).scheme == "http"
    verify = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT) if plain else ssl.create_default_context()
    trust = not Address(url).is_loopback
    return httpx.AsyncClient(timeout=TIMEOUT, verify=verify, trust_env=trust)


async def _request(
    client: httpx.AsyncClient,
    method: str,
    url: str,
    headers: Mapping[str, str],
    body: Mapping[str, Any] | None,
) -> httpx.Response:
    try:
        return await client.request(method, url, headers=dict(headers), json=body)
    except httpx.TransportError as error:
        raise Unreachable(f"{method} {urlsplit(url).path}: {type(error).__name__}: {error}") from error


def _content(answer: httpx.Response) -> dict[str, Any]:
    try:
        found = answer.json() if answer.content else {}
    except ValueError:
        found = {}
    if answer.is_success:
        return found if isinstance(found, dict) else {"items": found}
    wire = found if isinstance(found, dict) else {}
    problem = Problem.from_wire({"title": answer.reason_phrase, **wire}, status=answer.status_code)
    if answer.status_code == UNAUTHENTICATED:
        raise Unauthenticated(str(problem))
    raise Refused(problem)
