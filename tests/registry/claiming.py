"""A process of its own that claims places: says ``ready``, waits for a line, claims all at once, tells."""

import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from threading import Barrier

from hemicycle.registry import places
from hemicycle.registry.policy import Pool
from hemicycle.rules.terms import Modality, Role
from hemicycle.storage import Engine, open_engine, writing

AT = datetime(2021, 9, 1, 9, tzinfo=UTC)
GROUP = (Modality.ONLINE, Role.SPEAKER, ["*"])
POOL = Pool(id="platform", size=2)


def claim(engine: Engine, conference: str, delegation: str, participant: str, start: Barrier) -> str:
    """Which code it ended with: a unit of the delegation and one of the pool, or nothing."""
    start.wait()
    try:
        with writing(engine) as conn:
            places.claim(conn, conference, participant, delegation, [GROUP], AT, "test")
            places.claim_pools(conn, conference, participant, [POOL], AT, "test")
    except places.NoRoom as error:
        return error.code
    return "held"


def claims(engine: Engine, conference: str, asked: list[tuple[str, str]]) -> list[str]:
    """All at the same time, each on a thread of its own, without any lock but the database's."""
    start = Barrier(len(asked))
    with ThreadPoolExecutor(len(asked)) as threads:
        running = [threads.submit(claim, engine, conference, of, who, start) for of, who in asked]
        return [each.result() for each in running]


if __name__ == "__main__":
    place, conference, *pairs = sys.argv[1:]
    opened = open_engine(place)
    print("ready", flush=True)  # noqa: T201 - tells its parent
    sys.stdin.readline()
    wanted = [(pair.partition(":")[0], pair.partition(":")[2]) for pair in pairs]
    print(",".join(claims(opened, conference, wanted)), flush=True)  # noqa: T201 - tells its parent
    opened.dispose()
