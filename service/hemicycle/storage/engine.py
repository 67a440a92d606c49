"""Opens the database: a file in a data folder (SQLite), or one on a server (PostgreSQL) by its address."""

from pathlib import Path
from typing import Protocol

from sqlalchemy import Connection, Engine
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DatabaseError

from hemicycle.storage import postgresql, sqlite
from hemicycle.storage.refusal import StorageRefused, name_of, why
from hemicycle.storage.sqlite import DATABASE_FILE
from hemicycle.storage.transactions import reading, writing
from hemicycle.storage.upgrade import refuse_newer, upgrade

_ADDRESSES = "write it as sqlite:////folder/file or postgresql://user:password@host/database"


class Kind(Protocol):
    """What ``sqlite`` and ``postgresql`` know. ``CHOOSE_ANOTHER``: advice where nothing can be written."""

    CHOOSE_ANOTHER: str

    def create(self, url: URL) -> Engine:
        """The engine on this address. May raise ``StorageRefused``."""

    def refuse_unsuitable(self, connection: Connection) -> None:
        """Raise ``StorageRefused`` where the service cannot do with such a database."""

    def prove_writable(self, connection: Connection) -> None:
        """Write something that means nothing."""


_KINDS: dict[str, Kind] = {"sqlite": sqlite, "postgresql": postgresql}


def open_storage(place: Path | str) -> Engine:
    """Open the database and bring it to this version's tables. Raises ``StorageRefused``."""
    engine = open_engine(place)
    try:
        upgrade(engine)
    except BaseException as error:
        engine.dispose()
        if isinstance(error, DatabaseError):
            raise StorageRefused(
                f"{name_of(engine.url)} cannot be brought to this version's tables ({why(error)})"
            ) from error
        raise
    return engine


def open_engine(place: Path | str) -> Engine:
    """The engine on a data folder (made if it is not there), or on a database's address.

    Raises ``StorageRefused`` where the place cannot be reached or written, holds something that is no
    database of the service, or was written by a newer version. The caller disposes of the engine.
    """
    url = _address(place)
    engine = _kind(url).create(url)
    try:
        _probe(engine)
    except BaseException:
        engine.dispose()
        raise
    return engine


def prove_writable(engine: Engine) -> None:
    """Write something that means nothing, durably. Raises ``StorageFailed`` where that is not possible."""
    with writing(engine) as connection:
        _kind(engine.url).prove_writable(connection)


def _address(place: Path | str) -> URL:
    """The message never repeats an address: it may hold a password."""
    if isinstance(place, Path) or "://" not in place:
        return URL.create("sqlite", database=str(Path(place) / DATABASE_FILE))
    try:
        url = make_url(place)
        if url.get_backend_name() in _KINDS:
            return url
    except (ArgumentError, ValueError):
        pass
    raise StorageRefused(f"this is not the address of a database; {_ADDRESSES}")


def _kind(url: URL) -> Kind:
    return _KINDS[url.get_backend_name()]


def _probe(engine: Engine) -> None:
    """Write, and look at the version, before anything depends on it."""
    kind = _kind(engine.url)
    try:
        prove_writable(engine)
        with reading(engine) as connection:
            kind.refuse_unsuitable(connection)
            refuse_newer(connection)
    except DatabaseError as error:
        raise StorageRefused(
            f"{name_of(engine.url)} cannot be opened for writing ({why(error)}); {kind.CHOOSE_ANOTHER}"
        ) from error
