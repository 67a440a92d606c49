"""Databases for tests, of both kinds: empty ones, and ones that hold a conference, each fresh and apart.

A content is made once for each run and kind and then copied: SQLite's file, PostgreSQL's template.
"""

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from shutil import copytree, rmtree

from psycopg import sql
from tests.postgresql import Server

from hemicycle.storage import Engine, open_engine, open_storage

Fill = Callable[[Engine, Path], None]
"""Writes a content into an empty database. Takes a folder for files that it needs."""


def nothing(_engine: Engine, _folder: Path) -> None:
    """The tables alone."""


class Databases(ABC):
    """``kind``: ``sqlite`` or ``postgresql``. ``folder``: for what is kept during the run."""

    kind: str

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._contents: dict[Fill, str] = {}
        self._numbers = count(1)

    def fresh(self, fill: Fill = nothing) -> str:
        """The place, for ``open_engine``, of a new database with this content."""
        if fill not in self._contents:
            name = self._contents[fill] = f"content_{next(self._numbers)}"
            files = self.folder / f"files_{name}"
            files.mkdir()
            engine = open_storage(self._made(name))
            fill(engine, files)
            engine.dispose()
        return self._copied(self._contents[fill], f"test_{next(self._numbers)}")

    @abstractmethod
    def none(self) -> str:
        """The place of a new database without any tables."""

    @abstractmethod
    def forget(self, place: str) -> None:
        """Nobody uses this database any more."""

    @contextmanager
    def engine(self, fill: Fill = nothing) -> Iterator[Engine]:
        """An engine on a new database with this content."""
        place = self.fresh(fill)
        engine = open_engine(place)
        try:
            yield engine
        finally:
            engine.dispose()
            self.forget(place)

    @abstractmethod
    def _made(self, name: str) -> str: ...

    @abstractmethod
    def _copied(self, content: str, name: str) -> str: ...


class SqliteFiles(Databases):
    """Data folders."""

    kind = "sqlite"

    def none(self) -> str:
        return self._made(f"test_{next(self._numbers)}")

    def forget(self, place: str) -> None:
        rmtree(place, ignore_errors=True)

    def _made(self, name: str) -> str:
        return str(self.folder / name)

    def _copied(self, content: str, name: str) -> str:
        return str(copytree(self.folder / content, self.folder / name))


class PostgresDatabases(Databases):
    """Databases of one server."""

    kind = "postgresql"

    def __init__(self, folder: Path, server: Server) -> None:
        super().__init__(folder)
        self.server = server

    def none(self) -> str:
        return self._made(f"test_{next(self._numbers)}")

    def forget(self, place: str) -> None:
        name = place.partition("?")[0].rpartition("/")[2]
        self.server.run(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))

    def _made(self, name: str) -> str:
        self.server.run(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
        return self.server.address(name)

    def _copied(self, content: str, name: str) -> str:
        copy = sql.SQL("CREATE DATABASE {} TEMPLATE {} STRATEGY FILE_COPY")  # an eighth of the default's time
        self.server.run(copy.format(sql.Identifier(name), sql.Identifier(content)))
        return self.server.address(name)
