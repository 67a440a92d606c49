"""How nodes wake each other: what a transaction announces is heard by every node once it is committed.

On PostgreSQL that is NOTIFY inside the transaction and LISTEN on a connection of its own; SQLite has one
process, in which what was announced is handed on after the commit. A wake-up carries no news, only where to
look for them: one that is missed costs nothing but time, and after a lost connection everybody looks.
"""

import asyncio
import contextlib
import logging
from collections.abc import Callable, Mapping
from dataclasses import astuple, dataclass
from enum import StrEnum
from typing import Any, Protocol
from weakref import WeakKeyDictionary

import orjson
import psycopg
from sqlalchemy import Connection, Engine, text

from hemicycle.storage.postgresql import CONNECTING

ANNOUNCED = "hemicycle_announced"
"""Among the options of a writing connection: what its transaction announces."""

CHANNEL = "hemicycle"
FIRST, LONGEST = 0.05, 2.0
"""Seconds between two attempts to listen again: doubled from the first to the longest."""

_NOTIFY = text("SELECT pg_notify(:channel, said) FROM unnest(CAST(:said AS text[])) AS said")
_log = logging.getLogger(__name__)


class Topic(StrEnum):
    """What a wake-up is about. Its key: the meeting's id (log, presence) or the login's (access)."""

    LOG = "log"
    PRESENCE = "presence"
    ACCESS = "access"


@dataclass(frozen=True, slots=True)
class Wake:
    """``seq``: of a log, where it now ends. ``origin``: the node that need not look, if it is not empty."""

    topic: Topic
    key: str
    seq: int = 0
    origin: str = ""


Heard = Callable[[Wake], None]
Announced = dict[tuple[Topic, str, str], Wake]


class Bus(Protocol):
    """Both are called on the event loop."""

    def listen(self, heard: Heard, missed: Callable[[], None]) -> None:
        """From now on call ``heard`` with each wake-up, and ``missed`` when some may have been lost."""

    async def close(self) -> None:
        """Hear nothing more. Repeating it is harmless."""


def open_bus(engine: Engine) -> Bus:
    """The bus of this database."""
    return PostgresBus(engine) if engine.dialect.name == "postgresql" else LocalBus(engine)


def announce(conn: Connection, wake: Wake) -> None:
    """Wake every node, this one too, when the transaction is committed; of several about the same, once."""
    announced: Announced = conn.get_execution_options()[ANNOUNCED]
    announced[wake.topic, wake.key, wake.origin] = wake


def notify(conn: Connection, announced: Announced) -> None:
    """Inside the transaction, at its end: PostgreSQL passes it on when it commits."""
    if announced and conn.dialect.name == "postgresql":
        said = [orjson.dumps(astuple(wake)).decode() for wake in announced.values()]
        conn.execute(_NOTIFY, {"channel": CHANNEL, "said": said})


def deliver(engine: Engine, announced: Announced) -> None:
    """After the commit, within this process."""
    for bus in _LOCAL.get(engine, ()):
        for wake in announced.values():
            bus.hand_on(wake)


class LocalBus:
    """Of one process, for all who listen on the same engine. Announcing threads may be any."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._loop: asyncio.AbstractEventLoop | None = None
        self._heard: Heard | None = None

    def listen(self, heard: Heard, missed: Callable[[], None]) -> None:
        """``missed`` is called once: what was before was not heard."""
        self._loop, self._heard = asyncio.get_running_loop(), heard
        self._loop.call_soon(missed)
        _LOCAL.setdefault(self._engine, []).append(self)

    async def close(self) -> None:
        """Hear nothing more."""
        with contextlib.suppress(KeyError, ValueError):
            _LOCAL[self._engine].remove(self)

    def hand_on(self, wake: Wake) -> None:
        """Call the listener on its own loop, which may have ended."""
        if self._loop is not None and self._heard is not None:
            with contextlib.suppress(RuntimeError):
                self._loop.call_soon_threadsafe(self._heard, wake)


_LOCAL: WeakKeyDictionary[Engine, list[LocalBus]] = WeakKeyDictionary()


class PostgresBus:
    """One connection that listens, and is made again whenever it is lost."""

    def __init__(self, engine: Engine) -> None:
        _, parameters = engine.dialect.create_connect_args(engine.url)
        self._parameters: Mapping[str, Any] = {**parameters, **CONNECTING}
        self._listening: asyncio.Task[None] | None = None

    def listen(self, heard: Heard, missed: Callable[[], None]) -> None:
        """``missed`` is called each time that listening has begun: what was before was not heard."""
        self._listening = asyncio.get_running_loop().create_task(self._listen(heard, missed))

    async def close(self) -> None:
        """Hear nothing more."""
        if self._listening is not None:
            self._listening.cancel()
            await asyncio.gather(self._listening, return_exceptions=True)
            self._listening = None

    async def _listen(self, heard: Heard, missed: Callable[[], None]) -> None:
        pause = FIRST
        while True:
            try:
                async with await self._connected() as connection:
                    pause = FIRST
                    missed()
                    async for notice in connection.notifies():
                        _hand_on(notice.payload, heard)
            except psycopg.Error as error:
                _log.warning("not listening to the other nodes: %s", type(error).__name__)
            await asyncio.sleep(pause)
            pause = min(2 * pause, LONGEST)

    async def _connected(self) -> psycopg.AsyncConnection[Any]:
        connection = await psycopg.AsyncConnection.connect(**self._parameters, autocommit=True)
        try:
            await connection.execute(f"LISTEN {CHANNEL}")
        except BaseException:
            await connection.close()
            raise
        return connection


def _hand_on(said: str, heard: Heard) -> None:
    """What another version of the service says may be something that this one does not know."""
    try:
        topic, key, seq, origin = orjson.loads(said)
        wake = Wake(Topic(topic), key, seq, origin)
    except (ValueError, TypeError):
        _log.warning("another node said what this one does not understand")
        return
    heard(wake)
