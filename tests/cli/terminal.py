"""``hemicycle …`` as somebody types it: in this process, or as a process of its own where it serves."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import orjson
from tests.api.listening import Listening
from tests.conduct.moot import token_for
from typer.testing import CliRunner

from hemicycle.cli import app


@dataclass(frozen=True)
class Said:
    """How a command ended."""

    code: int
    out: str
    err: str

    @property
    def flat(self) -> str:
        """What it printed on standard error, in one line."""
        return " ".join(self.err.split())

    def lines(self) -> list[dict[str, Any]]:
        """Its JSON, line by line."""
        return [orjson.loads(line) for line in self.out.splitlines()]


def typed(*arguments: str | Path, **environment: str) -> Said:
    """Run a command here."""
    result = CliRunner().invoke(app, [str(a) for a in arguments], env=environment)
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return Said(result.exit_code, result.stdout, result.stderr)


def asked(service: Listening, *arguments: str | Path, who: str = "desk", **environment: str) -> Said:
    """Run a command that asks this service, with a token of one of the moot's people."""
    _, token = token_for(service.engine, who)
    return typed(*arguments, "--service", service.url, HEMICYCLE_TOKEN=token, **environment)


@contextmanager
def process(*arguments: str | Path, **environment: str) -> Iterator[subprocess.Popen[bytes]]:
    """The command as a process; killed in the end if it still runs."""
    command = [sys.executable, "-m", "hemicycle", *map(str, arguments)]
    running = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env={**os.environ, **environment}
    )
    try:
        yield running
    finally:
        running.kill()
        running.communicate()


@contextmanager
def serving(data: Path, **environment: str) -> Iterator[tuple[subprocess.Popen[bytes], str]]:
    """``hemicycle serve`` on a free port, once it answers; with its address."""
    with process("serve", "--data", data, "--port", "0", "--json", **environment) as running:
        assert running.stdout is not None
        line = running.stdout.readline()
        assert line, running.communicate()[1].decode()
        yield running, orjson.loads(line)["url"]


def ended(running: subprocess.Popen[bytes]) -> Said:
    """Wait for its end."""
    out, err = running.communicate(timeout=60)
    return Said(running.returncode, out.decode(), err.decode())
