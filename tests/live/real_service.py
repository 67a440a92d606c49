"""The live layer in a real uvicorn on uvloop with real sockets, in a thread of its own."""

import asyncio
import socket
import threading
from collections.abc import AsyncIterator, Callable, Coroutine, Iterator
from contextlib import asynccontextmanager, contextmanager
from typing import Any, Self, TypeVar

import orjson
import uvicorn
from fastapi import FastAPI
from tests.live.fakes import MEETING, FakeConductor, FakePeople, FakePresence, Follower, Login, StillClock
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed

from hemicycle.contract.problems import ProblemError
from hemicycle.live.endpoint import Admission, Credential, Endpoint
from hemicycle.live.hubs import Hubs
from hemicycle.live.seam import listen, uvicorn_options
from hemicycle.views.audiences import Audience

T = TypeVar("T")
SECRET = "right"


async def admit(credential: Credential, meeting_id: str) -> Admission:
    """Every login has the same secret; ``gone`` has been revoked."""
    if credential.secret != SECRET:
        raise ProblemError.of("not-signed-in", "Enter with the link that you were sent.")
    if credential.login == "gone":
        raise ProblemError.of("login-revoked", "This login has been revoked.")
    if meeting_id != MEETING:
        raise ProblemError.of("unknown-meeting", "There is no such meeting.")
    return Admission(Login(credential.login, bearer=credential.bearer), frozenset(Audience))


class Service:
    """``in_loop`` and ``run`` bring work to the server's loop, where everything of it lives."""

    def __init__(self) -> None:
        self.listening = listen("127.0.0.1", 0)
        self.host = f"127.0.0.1:{self.listening.getsockname()[1]}"
        self.conductor: FakeConductor
        self.hubs: Hubs
        self.people = FakePeople()
        self.presence = FakePresence()
        self.at_the_door: asyncio.Event
        self.door: asyncio.Event
        self.server: uvicorn.Server
        self.loop: asyncio.AbstractEventLoop
        self.errors: list[dict[str, Any]] = []
        self.started = threading.Event()

    @asynccontextmanager
    async def lifespan(self, app: FastAPI) -> AsyncIterator[None]:
        self.loop = asyncio.get_running_loop()
        self.loop.set_exception_handler(lambda _, context: self.errors.append(context))
        self.conductor = FakeConductor()
        self.at_the_door, self.door = asyncio.Event(), asyncio.Event()
        self.hubs = Hubs(
            conductor=self.conductor, clock=StillClock(), people=self.people, presence=self.presence
        )
        self.conductor.subscribers.append(self.hubs)
        app.include_router(Endpoint(self.hubs, self.conductor, self.admit).router)
        self.hubs.start()
        self.started.set()
        yield
        await self.hubs.stop()

    async def admit(self, credential: Credential, meeting_id: str) -> Admission:
        """As ``admit``; the login ``waits`` waits at the door."""
        if credential.login == "waits":
            self.at_the_door.set()
            await self.door.wait()
        return await admit(credential, meeting_id)

    def connections(self) -> int:
        """TCP connections that uvicorn holds."""
        return len(self.server.server_state.connections)

    def run(self, work: Coroutine[Any, Any, T]) -> asyncio.Future[T]:
        return asyncio.wrap_future(asyncio.run_coroutine_threadsafe(work, self.loop))

    async def in_loop(self, call: Callable[[], T]) -> T:
        async def there() -> T:
            return call()

        return await self.run(there())

    async def until(self, condition: Callable[[], bool]) -> None:
        """Wait until the condition, looked at in the server's loop, holds."""

        async def turn() -> None:
            while not condition():
                await asyncio.sleep(0.001)

        await self.run(turn())

    def members(self) -> int:
        return sum(len(hub.members) for hub in self.hubs.all())

    def joined(self) -> int:
        return sum(console.joined for hub in self.hubs.all() for console in hub.members)


@contextmanager
def serving() -> Iterator[Service]:
    service = Service()
    app = FastAPI(lifespan=service.lifespan)
    server = uvicorn.Server(uvicorn.Config(app, log_config=None, **uvicorn_options()))
    service.server = server
    thread = threading.Thread(target=server.run, args=([service.listening],))
    thread.start()
    try:
        assert service.started.wait(60)
        yield service
    finally:
        server.should_exit = True
        thread.join(60)
        assert not thread.is_alive()
    assert service.errors == []


class Remote:
    """A console at the other end of a real socket."""

    def __init__(self, socket: ClientConnection) -> None:
        self.socket = socket
        self.follower = Follower()
        self.kinds: list[str] = []

    async def hello(self, audience: str = "hall", **position: Any) -> Self:
        await self.send(type="hello", audience=audience, **position)
        await self.until(lambda seen: "version" in seen.me)
        return self

    async def send(self, **frame: Any) -> None:
        await self.socket.send(orjson.dumps(frame).decode())

    async def command(self, command_id: str, command: str = "Merge", **fields: Any) -> None:
        await self.send(type="command", id=command_id, command=command, **fields)

    async def read(self) -> dict[str, Any]:
        frame: dict[str, Any] = orjson.loads(await self.socket.recv())
        self.kinds.append(frame["type"])
        self.follower.take(frame)
        return frame

    async def until(self, condition: Callable[[Follower], bool]) -> Follower:
        while not condition(self.follower):
            await self.read()
        return self.follower

    async def end(self) -> int | None:
        """Read to the end; the close code."""
        try:
            while True:
                await self.read()
        except ConnectionClosed:
            return self.socket.close_code


@asynccontextmanager
async def opened(
    service: Service, login: str = "l1", meeting: str = MEETING, **options: Any
) -> AsyncIterator[Remote]:
    options.setdefault("subprotocols", ["hemicycle.v1"])
    options.setdefault("additional_headers", {"Authorization": f"Bearer {login}.{SECRET}"})
    options.setdefault("compression", "deflate")
    address = options.pop("address", f"ws://{service.host}/live/{meeting}")
    # A client with unread frames hears no answer to its close: the short timeout is for those.
    async with connect(
        address, proxy=None, ping_interval=None, max_size=None, close_timeout=1, **options
    ) as socket:
        yield Remote(socket)


def small_socket(service: Service) -> socket.socket:
    """A client's socket for which the kernel keeps little: a console that does not read is soon noticed."""
    client = socket.socket()
    client.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    host, port = service.host.split(":")
    client.connect((host, int(port)))
    client.setblocking(False)
    return client
