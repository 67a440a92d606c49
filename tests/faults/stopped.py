"""A console in a process of its own, so that it can be stopped and continued: ``URL TOKEN MEETING``."""

import asyncio
import json
import sys

from hemicycle_client import connect


async def main(url: str, token: str, meeting: str) -> None:
    """Follow for ever; each change is a line: how far it came, and how often it had to connect again."""
    async with connect(url, token=token, meeting=meeting) as console:
        async for change in console.changes():
            sys.stdout.write(json.dumps({"seq": change.seq, "reconnects": console.reconnects}) + "\n")
            sys.stdout.flush()


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))
