"""The log, its receipts and its reasons in a real database."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from threading import Barrier

import pytest
from sqlalchemy.exc import IntegrityError

from hemicycle.journal import log, reasons, receipts
from hemicycle.registry.set_up import meeting_set_up
from hemicycle.rules.commands import Actor, CallToOrder, Stamped
from hemicycle.rules.events import ListOpened, MeetingCalledToOrder
from hemicycle.rules.terms import Agent, Capacity
from hemicycle.storage import Engine, reading, writing

MEETING = "assembly-1"
AT = datetime(2021, 9, 7, 8, tzinfo=UTC)
CHAIR = Actor(capacity=Capacity.CHAIR, participant="chair", login="a1")


def stamped(command_id: str = "c1", at: datetime = AT, actor: Actor = CHAIR) -> Stamped:
    return Stamped(command=CallToOrder(), id=command_id, at=at, actor=actor)


def opened(item: str = "1") -> ListOpened:
    return ListOpened(item=item, at=AT)


@pytest.fixture
def begun(engine: Engine) -> Engine:
    with writing(engine) as conn:
        log.begin(conn, MEETING)
    return engine


def test_a_log_begins_once_with_an_epoch_of_its_own(engine: Engine) -> None:
    with writing(engine) as conn:
        assert log.head(conn, MEETING) is None
        with pytest.raises(log.NoLog):
            log.lock_head(conn, MEETING)
        head = log.begin(conn, MEETING)
        assert head.seq == 0
        assert head.epoch
        assert log.lock_head(conn, MEETING) == log.head(conn, MEETING) == head
        with pytest.raises(log.LogBegun):
            log.begin(conn, MEETING)


def test_a_log_of_no_meeting_cannot_begin(engine: Engine) -> None:
    with pytest.raises(IntegrityError), writing(engine) as conn:
        log.begin(conn, "no-meeting")


def test_what_was_appended_is_read(begun: Engine) -> None:
    with writing(begun) as conn:
        set_up = meeting_set_up(conn, MEETING)
        registry = stamped("c0", AT - timedelta(hours=1), Actor(agent=Agent.REGISTRY))
        first = log.append(conn, MEETING, 0, registry, [set_up])
        called = MeetingCalledToOrder(presiding="chair", at=AT)
        second = log.append(conn, MEETING, 1, stamped(), [called, opened()])
    assert [record.seq for record in first + second] == [1, 2, 3]
    with reading(begun) as conn:
        assert log.read(conn, MEETING) == first + second
        assert log.read(conn, MEETING, after=1) == second
        assert log.read(conn, MEETING, after=3) == []
        head = log.head(conn, MEETING)
    assert head is not None
    assert head.seq == 3


def test_a_command_without_events_moves_nothing(begun: Engine) -> None:
    with writing(begun) as conn:
        assert log.append(conn, MEETING, 0, stamped(), []) == []
        assert log.read(conn, MEETING) == []


def test_who_expects_another_head_has_lost_the_race(begun: Engine) -> None:
    with writing(begun) as conn:
        log.append(conn, MEETING, 0, stamped("c1"), [opened("1")])
    with pytest.raises(log.LostRace), writing(begun) as conn:
        log.append(conn, MEETING, 0, stamped("c2"), [opened("2")])
    with reading(begun) as conn:
        assert [record.command_id for record in log.read(conn, MEETING)] == ["c1"]


def test_of_parallel_writers_one_wins_each_number(begun: Engine) -> None:
    writers, start = 6, Barrier(6)

    def write(number: int) -> int:
        start.wait()
        races = 0
        for seq in range(writers):
            try:
                with writing(begun) as conn:
                    log.append(conn, MEETING, seq, stamped(f"c{number}"), [opened(str(number))])
            except log.LostRace:
                races += 1
            else:
                return races
        return races

    with ThreadPoolExecutor(writers) as threads:
        list(threads.map(write, range(writers)))
    with reading(begun) as conn:
        found = log.read(conn, MEETING)
    assert [record.seq for record in found] == list(range(1, len(found) + 1))
    assert len({record.command_id for record in found}) == len(found)


def test_a_transaction_that_fails_leaves_no_event(begun: Engine) -> None:
    def fail() -> None:
        with writing(begun) as conn:
            log.append(conn, MEETING, 0, stamped(), [opened()])
            receipts.remember(conn, MEETING, receipt(receipts.Accepted(1)))
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    with reading(begun) as conn:
        assert log.read(conn, MEETING) == []
        assert receipts.find(conn, MEETING, "c1") is None


def receipt(outcome: receipts.Outcome) -> receipts.Receipt:
    return receipts.Receipt("c1", "a1", receipts.payload_hash({"command": "CallToOrder"}), outcome, AT)


@pytest.mark.parametrize(
    "outcome",
    [receipts.Accepted(3), receipts.RefusedWith({"code": "no-quorum", "status": 409})],
    ids=["accepted", "refused"],
)
def test_the_answer_is_remembered(begun: Engine, outcome: receipts.Outcome) -> None:
    with writing(begun) as conn:
        assert receipts.find(conn, MEETING, "c1") is None
        receipts.remember(conn, MEETING, receipt(outcome))
    with reading(begun) as conn:
        assert receipts.find(conn, MEETING, "c1") == receipt(outcome)


def test_a_receipt_is_never_overwritten(begun: Engine) -> None:
    with writing(begun) as conn:
        receipts.remember(conn, MEETING, receipt(receipts.Accepted(3)))
    with pytest.raises(IntegrityError), writing(begun) as conn:
        receipts.remember(conn, MEETING, receipt(receipts.Accepted(4)))


def test_a_receipt_answers_the_same_payload_and_login_only() -> None:
    same = receipts.payload_hash({"command": "TakeUpItem", "item": "3"})
    kept = receipts.Receipt("c1", "a1", same, receipts.Accepted(3), AT)
    assert kept.answers("a1", receipts.payload_hash({"item": "3", "command": "TakeUpItem"}))
    assert not kept.answers("a1", receipts.payload_hash({"command": "TakeUpItem", "item": "4"}))
    assert not kept.answers("a2", same)
    assert not kept.answers(None, same)


def test_a_reason_is_kept_apart(begun: Engine) -> None:
    with writing(begun) as conn:
        reason = reasons.keep(conn, MEETING, "c1", "He had to catch a train.", AT)
    with reading(begun) as conn:
        assert reasons.text_of(conn, MEETING, reason) == "He had to catch a train."
        assert reasons.text_of(conn, MEETING, "c2") is None
