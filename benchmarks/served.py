"""The service, wired as always, with a bound on what one transaction carries: ``FOLDER [TOGETHER]``."""

import sys
from pathlib import Path

import orjson

from hemicycle.app import build
from hemicycle.cli.running import address, opened, serve_until_stopped, taken_port
from hemicycle.conduct.queue import MOST_TOGETHER
from hemicycle.settings import Settings


def main(data: str, together: str | None = None) -> None:
    """Serve on a free port of the loopback and say where."""
    listening = taken_port("127.0.0.1", 0)
    service = build(opened(Path(data)), Settings(), most_together=int(together or MOST_TOGETHER))

    async def ready() -> None:
        print(orjson.dumps({"url": address(listening)}).decode(), flush=True)

    serve_until_stopped(service, listening, ready)


if __name__ == "__main__":
    main(*sys.argv[1:])
