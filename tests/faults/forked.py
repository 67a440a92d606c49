"""``hemicycle`` as a process of its own that is there at once: forked from one that has imported everything.

To import the service takes seconds, and a run of the tests starts it a hundred times. The process is a real
one: it has its own id, sockets and files, and is ended like any other.
"""

import multiprocessing
import os
from collections.abc import Mapping, Sequence
from multiprocessing.connection import Connection
from multiprocessing.context import ForkServerProcess

from hemicycle.cli import app

FORKS = multiprocessing.get_context("forkserver")
FORKS.set_forkserver_preload(["hemicycle.cli"])


def start(arguments: Sequence[str], environment: Mapping[str, str]) -> tuple[ForkServerProcess, Connection]:
    """Run the command with this environment and no other; with the end to read its standard output from."""
    printed, out = FORKS.Pipe(duplex=False)
    process = FORKS.Process(target=run, args=(list(arguments), dict(environment), out))
    process.start()
    out.close()
    return process, printed


def run(arguments: list[str], environment: dict[str, str], out: Connection) -> None:
    """What the process does."""
    os.environ.clear()
    os.environ.update(environment)
    os.dup2(out.fileno(), 1)
    out.close()
    app(arguments, prog_name="hemicycle")
