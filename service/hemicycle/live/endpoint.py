"""The socket: one websocket route for browsers (cookie) and one for programs (bearer token).

A handshake that is refused is answered by an RFC 9457 problem; after the handshake everything is frames.
A console's going never cancels the command that it handed over: the receipt waits for the next connection.
"""

import logging
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol, assert_never
from urllib.parse import urlsplit

import orjson
from fastapi import APIRouter
from starlette.responses import Response
from starlette.websockets import WebSocket

from hemicycle.conduct.ports import Conductor, LoginFacts
from hemicycle.contract.problems import MEDIA_TYPE, ProblemError
from hemicycle.live import frames
from hemicycle.live.console import Console
from hemicycle.live.hub import CLOSE_CODES, Hub
from hemicycle.live.hubs import Hubs
from hemicycle.live.protocol import SUBPROTOCOL, Action, Close, Follow, Heard, Reason, Refuse, Submit
from hemicycle.live.seam import line_of
from hemicycle.views.audiences import Audience

COOKIE = "hemicycle"
_NOT_FOUND = 404
_logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Credential:
    """What a handshake brought: a login's id and its secret. ``bearer``: a program's token, not a cookie."""

    login: str
    secret: str
    bearer: bool


@dataclass(frozen=True, slots=True)
class Admission:
    """Who came in, and which audiences that login may follow."""

    login: LoginFacts
    audiences: frozenset[Audience]


class Admit(Protocol):
    """The way to access."""

    async def __call__(self, credential: Credential, meeting_id: str) -> Admission:
        """Raises ProblemError: 401 or 403 refuse the handshake, 404 says bye ``unknown_meeting``."""


class Endpoint:
    """The live routes: ``router`` has ``/c/{login}/live/{meeting}`` and ``/live/{meeting}``."""

    def __init__(
        self,
        hubs: Hubs,
        conductor: Conductor,
        admit: Admit,
        new_id: Callable[[], str] = lambda: uuid.uuid4().hex,
    ) -> None:
        """``new_id``: names for connections."""
        self._hubs = hubs
        self._conductor = conductor
        self._admit = admit
        self._new_id = new_id
        self.router = APIRouter()
        self.router.add_api_websocket_route("/c/{login}/live/{meeting}", self.by_cookie)
        self.router.add_api_websocket_route("/live/{meeting}", self.by_bearer)

    async def by_cookie(self, websocket: WebSocket, login: str, meeting: str) -> None:
        """A browser's console: the cookie of its login, and an Origin that is ours."""
        secret = websocket.cookies.get(COOKIE)
        credential = Credential(login, secret, bearer=False) if secret else None
        await self._open(websocket, meeting, credential)

    async def by_bearer(self, websocket: WebSocket, meeting: str) -> None:
        """A program: ``Authorization: Bearer <login>.<token>``."""
        scheme, _, value = websocket.headers.get("authorization", "").partition(" ")
        login, dot, token = value.strip().partition(".")
        right = scheme.lower() == "bearer" and login and dot and token
        await self._open(websocket, meeting, Credential(login, token, bearer=True) if right else None)

    async def _open(self, websocket: WebSocket, meeting_id: str, credential: Credential | None) -> None:
        admission = await self._shake_hands(websocket, meeting_id, credential)
        if admission is None:
            return
        line = line_of(websocket.scope)
        hub, console = self._hubs.enter(
            meeting_id, admission.login, admission.audiences, line, self._new_id()
        )
        try:
            await self._converse(websocket, hub, console)
        finally:
            self._hubs.leave(hub, console)
            await self._hubs.reports.tell(hub.meeting_id, console)

    async def _shake_hands(
        self, websocket: WebSocket, meeting_id: str, credential: Credential | None
    ) -> Admission | None:
        """Let the client in, or answer with the problem and return None."""
        try:
            _check_handshake(websocket, credential)
            if credential is None:
                raise ProblemError.of("not-signed-in", "Enter with the link that you were sent.")
            admission = await self._admit(credential, meeting_id)
            if not self._hubs.paces.may_come(admission.login.id, self._hubs.now()):
                raise ProblemError.of("too-many", "This login connects too often; wait a few seconds.")
        except ProblemError as refusal:
            await _refuse_handshake(websocket, refusal)
            return None
        await websocket.accept(subprotocol=SUBPROTOCOL)
        return admission

    async def _converse(self, websocket: WebSocket, hub: Hub, console: Console) -> None:
        while True:
            message = await websocket.receive()
            if message["type"] == "websocket.disconnect":
                return
            console.heard_at = self._hubs.now()
            text = message.get("text")
            received = text if text is not None else message.get("bytes", b"")
            await self._act(hub, console, console.conversation.receive(received, console.heard_at))

    async def _act(self, hub: Hub, console: Console, action: Action) -> None:
        match action:
            case Submit():
                await self._submit(hub, console, action)
            case Follow():
                await self._follow(hub, console, action)
            case Refuse(command_id, problem):
                hub.reply(console, frames.refused(command_id, problem))
            case Close(reason):
                hub.bye(console, reason)
            case Heard():
                pass
            case _:
                assert_never(action)

    async def _submit(self, hub: Hub, console: Console, command: Submit) -> None:
        try:
            accepted = await self._conductor.handle(
                hub.meeting_id, console.login, command.id, command.payload
            )
        except ProblemError as refusal:
            hub.reply(console, frames.refused(command.id, refusal.problem))
        except Exception:  # every command is answered: its sender must not wait for ever, nor lose the line
            _logger.exception("Command %s of login %s failed", command.id, console.login.id)
            problem = ProblemError.of("not-serving", "The service could not answer. Send the command again.")
            hub.reply(console, frames.refused(command.id, problem.problem))
        else:
            hub.accepted(console, command.id, accepted.seq)

    async def _follow(self, hub: Hub, console: Console, hello: Follow) -> None:
        try:
            await hub.follow(console, hello.audience, hello.position)
        except ProblemError as refusal:
            _logger.warning("Meeting %s cannot be followed: %s", hub.meeting_id, refusal)
            if refusal.status == _NOT_FOUND:
                hub.bye(console, Reason.UNKNOWN_MEETING)
            else:
                hub.bye(console, Reason.SUPERSEDED, self._hubs.retry_after())
            return
        console.following = True
        await self._hubs.reports.tell(hub.meeting_id, console)


def _check_handshake(websocket: WebSocket, credential: Credential | None) -> None:
    origin = websocket.headers.get("origin")
    program = origin is None and credential is not None and credential.bearer
    if not program and not _is_ours(origin, websocket.headers.get("host")):
        raise ProblemError.of("wrong-origin", "Consoles are opened from this service's own pages.")
    if SUBPROTOCOL not in websocket.scope["subprotocols"]:
        raise ProblemError.of("invalid-request", f"Ask for the websocket subprotocol {SUBPROTOCOL}.")


def _is_ours(origin: str | None, host: str | None) -> bool:
    """The page that opens the socket came from the same host and port (RFC 6454 §7)."""
    try:
        return bool(host) and urlsplit(origin or "").netloc.lower() == (host or "").lower()
    except ValueError:
        return False


async def _refuse_handshake(websocket: WebSocket, refusal: ProblemError) -> None:
    """Deny before the handshake; but a script never learns why, so an unknown meeting is told afterwards."""
    if refusal.status == _NOT_FOUND:
        await websocket.accept(subprotocol=SUBPROTOCOL)
        line_of(websocket.scope).finish(
            frames.bye(Reason.UNKNOWN_MEETING.value), CLOSE_CODES[Reason.UNKNOWN_MEETING]
        )
        return
    body = orjson.dumps(refusal.problem)
    await websocket.send_denial_response(Response(body, refusal.status, media_type=MEDIA_TYPE))
