"""The conversation without sockets: gaps, unknown frames, final words, the service's clock."""

import json
from datetime import timedelta
from typing import Any

import pytest
from tests.client.fake_service import START, FakeService, Json

from hemicycle_client.errors import NotAllowed, ProtocolBroken, Revoked, UnknownMeeting
from hemicycle_client.protocol import Protocol


class Seconds:
    """Real seconds that pass when told to."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def begun(service: FakeService, monotonic: Seconds | None = None) -> Protocol:
    protocol = Protocol("hall", monotonic or Seconds())
    assert json.loads(protocol.hello()) == {"type": "hello", "audience": "hall"}
    protocol.received(service.encode(service.snapshot("hall")))
    return protocol


def patch(prev_seq: int, seq: int, **merge: Any) -> Json:
    return {"type": "patch", "prev_seq": prev_seq, "seq": seq, "merge": merge}


def test_a_gap_is_asked_about_once_and_nothing_is_folded() -> None:
    service = FakeService()
    protocol = begun(service)
    first = protocol.received(service.encode(patch(2, 3, count=3)))
    second = protocol.received(service.encode(patch(3, 4, count=4)))
    assert [json.loads(text) for text in first.send] == [
        {"type": "hello", "audience": "hall", "epoch": "e1", "since_seq": 1}
    ]
    assert second.send == ()
    assert protocol.fold.view == {"count": 0}
    for prev_seq in (1, 2, 3):
        protocol.received(service.encode(patch(prev_seq, prev_seq + 1, count=prev_seq + 1)))
    assert protocol.fold.view == {"count": 4}
    assert protocol.received(service.encode(patch(9, 10))).send != ()


def test_a_gap_that_stays_unanswered_is_closed_by_a_snapshot() -> None:
    service = FakeService()
    protocol = begun(service)
    protocol.received(service.encode(patch(2, 3)))
    pong, hello = (json.loads(text) for text in protocol.received(service.encode({"type": "ping"})).send)
    assert pong == {"type": "pong"}
    assert hello == {"type": "hello", "audience": "hall"}


def test_unanswered_commands_are_kept_in_order_until_they_are_answered() -> None:
    service = FakeService()
    protocol = begun(service)
    one = protocol.command("1", "CallNext", {})
    two = protocol.command("2", "ExtendTime", {"seconds": 60})
    assert protocol.unanswered() == [one, two]
    assert json.loads(two) == {"type": "command", "id": "2", "command": "ExtendTime", "seconds": 60}
    answer = protocol.received(service.encode({"type": "accepted", "id": "1", "seq": 2})).answer
    assert answer is not None
    assert answer.id == "1"
    assert protocol.unanswered() == [two]


def test_directory_is_merged_or_replaced_as_its_version_says_and_me_is_replaced() -> None:
    service = FakeService()
    protocol = begun(service)
    names: Json = {"p1": {"name": "One"}, "p2": {"name": "Two"}}
    protocol.received(service.encode({"type": "directory", "version": 1, "merge": names}))
    protocol.received(service.encode({"type": "directory", "version": 2, "merge": {"p1": None}}))
    assert protocol.directory == {"p2": {"name": "Two"}}
    protocol.received(service.encode({"type": "directory", "version": 0, "merge": {"p3": {"name": "Three"}}}))
    assert protocol.directory == {"p3": {"name": "Three"}}
    protocol.received(service.encode({"type": "me", "version": 1, "login": "a", "seat": {"id": "s"}}))
    protocol.received(service.encode({"type": "me", "version": 2, "login": "a"}))
    assert "seat" not in protocol.me


@pytest.mark.parametrize("text", ["", "[]", "7", "{}", '{"type":"patch","seq":1}', '{"type":"snapshot"}'])
def test_what_is_no_frame_breaks_the_protocol(text: str) -> None:
    with pytest.raises(ProtocolBroken, match="cannot be read"):
        begun(FakeService()).received(text)


def test_a_frame_of_a_later_version_is_ignored() -> None:
    received = begun(FakeService()).received('{"type":"weather"}')
    assert (received.send, received.moved) == ((), False)


@pytest.mark.parametrize(
    "reason,error", [("revoked", Revoked), ("protocol", ProtocolBroken), ("unknown_meeting", UnknownMeeting)]
)
def test_a_final_bye_raises(reason: str, error: type[Exception]) -> None:
    with pytest.raises(error, match=reason):
        begun(FakeService()).received(json.dumps({"type": "bye", "reason": reason}))


@pytest.mark.parametrize("status,error", [(403, NotAllowed), (404, UnknownMeeting), (422, ProtocolBroken)])
def test_a_refused_hello_raises(status: int, error: type[Exception]) -> None:
    problem = {"code": "some-code", "status": status, "detail": "Said so."}
    with pytest.raises(error, match=r"some-code: Said so\."):
        Protocol("podium").received(json.dumps({"type": "refused", "problem": problem}))


def test_the_services_clock_runs_at_its_own_pace() -> None:
    seconds = Seconds()
    service = FakeService(scale=60.0)
    clock = begun(service, seconds).clock
    seconds.now += 2
    assert clock.now() == START + timedelta(minutes=2)
    assert clock.real_seconds(timedelta(minutes=5)) == 5.0
    assert clock.real_seconds_until(START) == -2.0


def test_late_samples_do_not_set_the_clock_back_but_a_new_clock_does() -> None:
    seconds = Seconds()
    service = FakeService()
    clock = begun(service, seconds).clock
    seconds.now += 10
    clock.hear(START + timedelta(seconds=9.5))
    assert clock.now() == START + timedelta(seconds=10)
    clock.hear(START + timedelta(seconds=10.25))
    assert clock.now() == START + timedelta(seconds=10.25)
    clock.hear(START)
    assert clock.now() == START
