"""A disk that is full, a database that others hold: refused in words, nothing lost, and then on."""

import asyncio
import os
import resource
import sqlite3
import subprocess
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from itertools import cycle
from pathlib import Path

import httpx
import pytest
from tests.faults.following import SOON, Sitting, sitting
from tests.faults.running import Served, prepare, serving
from tests.faults.stored import check_log, database_file

from hemicycle_client import Refused, Rest, connect

pytestmark = [pytest.mark.faults, pytest.mark.slow]

EXAMPLE = "example"
ITEM = "2"
DISK = 4 * 1024 * 1024
MOST = 100
"""Commands until a full disk must have been felt: each takes at least a page of 4096 bytes."""
UNBOUNDED = (resource.RLIM_INFINITY, resource.RLIM_INFINITY)


@pytest.fixture(params=["a file system that is full", "files that may not grow"])
def data(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Path]:
    """A data folder, on a small file system of its own where that is asked for and this user may mount."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", f"size={DISK}", "hemicycle-test", str(disk)]
    wanted = request.param == "a file system that is full"
    small = wanted and subprocess.run(mount, check=False).returncode == 0
    yield disk / "data"
    if small:
        subprocess.run(["umount", "--lazy", disk], check=True)


@contextmanager
def full(data: Path, served: Served) -> Iterator[None]:
    """Nothing more can be stored: the file system is full, or the service's files may not grow."""
    if data.parent.is_mount():
        ballast = data.parent / "ballast"
        _fill(ballast)
        yield
        ballast.unlink()
    else:
        written = Path(f"{database_file(data)}-wal").stat().st_size
        resource.prlimit(served.pid, resource.RLIMIT_FSIZE, (written, resource.RLIM_INFINITY))
        yield
        resource.prlimit(served.pid, resource.RLIMIT_FSIZE, UNBOUNDED)


def _fill(ballast: Path) -> None:
    with ballast.open("wb", buffering=0) as file, suppress(OSError):
        while file.write(bytes(4096)):
            pass
    assert os.statvfs(ballast).f_bavail == 0


async def ask_and_withdraw(meeting: Sitting, acknowledged: dict[str, int]) -> None:
    """Delegations ask for the floor and withdraw, in turn, until one is refused: raises ``Refused``."""
    for console, _ in zip(cycle(meeting.speakers), range(MOST), strict=False):
        mine = meeting.requests_of(console)
        answer = await (
            console.send("WithdrawRequest", request=mine[0]) if mine else console.send("RequestFloor")
        )
        acknowledged[answer.id] = answer.seq


async def health(served: Served, status: int) -> None:
    """Wait until the service says that it is, or is not, able to store."""
    async with httpx.AsyncClient(base_url=served.url, trust_env=False, timeout=60) as http:
        while (await http.get("/healthz")).status_code != status:
            pass


async def test_a_full_disk_refuses_and_loses_nothing_and_with_room_again_all_goes_on(data: Path) -> None:
    prepared = prepare(data, EXAMPLE, meeting=1)
    others = prepared.delegations(6)
    async with serving(prepared) as served, sitting(served, prepared, others, ITEM) as meeting:
        acknowledged: dict[str, int] = {}
        with full(data, served):
            with pytest.raises(Refused) as refused:
                await ask_and_withdraw(meeting, acknowledged)
            assert refused.value.code == "not-stored"
            await meeting.agree()
            before = meeting.chair.seq
            with pytest.raises(Refused) as again:
                await meeting.chair.send("AnnounceList", command_id="kept-for-later", item=ITEM)
            assert again.value.code == "not-stored"
            await meeting.agree()
            assert meeting.chair.seq == before
            check_log(data, prepared.meeting, acknowledged)
            await health(served, 503)
        await health(served, 200)
        answer = await meeting.chair.send("AnnounceList", command_id="kept-for-later", item=ITEM)
        acknowledged[answer.id] = answer.seq
        await meeting.agree()
        served.kill()
        await served.ended()
        await served.start()
        await meeting.agree()
        rows = check_log(data, prepared.meeting, acknowledged)
        commands = [row.command_id for row in rows if row.seq > before]
        assert [each for each in commands if not each.startswith("presence-")] == ["kept-for-later"]


async def test_while_another_process_holds_the_database_commands_wait_and_consoles_come_and_read(
    tmp_path: Path,
) -> None:
    prepared = prepare(tmp_path, EXAMPLE, meeting=1)
    others = prepared.delegations(6)
    async with serving(prepared) as served, sitting(served, prepared, others, ITEM) as meeting:
        with closing(sqlite3.connect(database_file(tmp_path), isolation_level=None)) as other:
            other.execute("BEGIN EXCLUSIVE")
            asking = [asyncio.create_task(console.send("RequestFloor")) for console in meeting.speakers]
            credential, _ = meeting.others[0]
            async with Rest(served.url, token=credential.token) as rest:
                view = await rest.view(prepared.meeting, "hall")
                assert view.view["entries"] == {}
            line = connect(served.url, token=credential.token, meeting=prepared.meeting, backoff=SOON)
            async with line as newcomer:
                assert newcomer.seq == view.seq
            assert not any(task.done() for task in asking)
            other.execute("ROLLBACK")
        answers = await asyncio.gather(*asking)
        await meeting.agree()
        assert len(meeting.chair.view["lists"][ITEM]["order"]) == len(answers)
        check_log(tmp_path, prepared.meeting, {answer.id: answer.seq for answer in answers})
