"""A whole meeting, rehearsed: from the first connection to the adjournment, and then compared."""

import asyncio
from collections.abc import Callable, Iterable

from hemicycle_client.bots import reading
from hemicycle_client.bots.cast import Cast
from hemicycle_client.bots.credential import Credential
from hemicycle_client.bots.plan import Plan
from hemicycle_client.bots.report import Followed, Progress, Report
from hemicycle_client.console import Console
from hemicycle_client.errors import HemicycleError
from hemicycle_client.folding import canonical

COMPARED_AT_ONCE = 8
SETTLING = 20.0
"""Real seconds within which a client's view and a fresh snapshot must meet at one ``seq``."""
BETWEEN_TRIES = 0.1
"""Real seconds."""


async def rehearse(
    url: str,
    meeting: str,
    credentials: Iterable[Credential],
    *,
    item: str,
    plan: Plan | None = None,
    progress: Callable[[Progress], None] | None = None,
    every: float = 0.5,
) -> Report:
    """Run a meeting to its adjournment with simulated participants, and compare what everybody saw.

    ``item``: the agenda item to take up. ``plan``: ``Plan.rehearsal()`` by default. ``progress`` is called
    every ``every`` real seconds. The service may be restarted meanwhile. Raises what ``Cast`` raises.
    """
    async with Cast(url, meeting, credentials, plan=plan or Plan.rehearsal(), item=item) as cast:
        inherited = reading.waiting(cast.view)
        telling = asyncio.create_task(_tell(cast, progress, every))
        try:
            await cast.run()
            clients = await _compare(cast)
        finally:
            telling.cancel()
            await asyncio.gather(telling, return_exceptions=True)
        if progress is not None:
            progress(cast.progress())
        return _report(cast, clients, inherited)


async def _tell(cast: Cast, progress: Callable[[Progress], None] | None, every: float) -> None:
    while progress is not None:
        progress(cast.progress())
        await asyncio.sleep(every)


def _report(cast: Cast, clients: tuple[Followed, ...], inherited: tuple[str, ...]) -> Report:
    end = cast.progress()
    return Report(
        meeting=cast.meeting,
        adjourned=end.phase == "adjourned",
        requests=end.requests,
        statements=end.statements,
        interruptions=end.interruptions,
        refusals=dict(sorted(cast.tally.refusals.items())),
        reconnects=end.reconnects,
        drops=cast.tally.drops,
        clients=clients,
        replies=reading.count(cast.view, reading.REPLY, "delivered"),
        accepted=dict(sorted(cast.tally.accepted.items())),
        inherited=inherited,
        waiting=reading.waiting(cast.view),
        decisions=reading.decisions(cast.view),
        missed=tuple(cast.tally.missed),
        failures=tuple(cast.failures),
    )


async def _compare(cast: Cast) -> tuple[Followed, ...]:
    gate = asyncio.Semaphore(COMPARED_AT_ONCE)

    async def one(credential: Credential, console: Console) -> Followed:
        async with gate:
            why = await _difference(cast, credential, console)
        return Followed(
            login=credential.login,
            capacity=credential.capacity,
            audience=console.audience,
            seq=console.seq,
            equal=why is None,
            why=why,
        )

    return tuple(await asyncio.gather(*(one(*member) for member in cast.members)))


async def _difference(cast: Cast, credential: Credential, console: Console) -> str | None:
    """Why the client's view is not the service's; None when both are the same at the same ``seq``."""
    rest = cast.rest_of(credential)
    why = "no snapshot came"
    try:
        async with asyncio.timeout(SETTLING):
            while True:
                fresh = await rest.view(cast.meeting, console.audience)
                if (fresh.epoch, fresh.seq) == (console.epoch, console.seq):
                    same = canonical(fresh.view) == canonical(console.view)
                    return None if same else f"the views differ at seq {fresh.seq}"
                ours, theirs = f"{console.epoch}/{console.seq}", f"{fresh.epoch}/{fresh.seq}"
                why = f"the client is at {ours}, the service at {theirs}"
                await asyncio.sleep(BETWEEN_TRIES)
    except TimeoutError:
        return why
    except HemicycleError as error:
        return f"{type(error).__name__}: {error}"
