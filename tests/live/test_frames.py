from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.live.fakes import NOON, parse_frames
from websockets.client import ClientProtocol
from websockets.frames import Frame, Opcode
from websockets.protocol import State
from websockets.uri import parse_uri

from hemicycle.conduct.ports import Snapshot
from hemicycle.live import frames
from hemicycle.views.audiences import Audience


@pytest.mark.parametrize("length", [0, 1, 125, 126, 127, 65_535, 65_536, 200_000])
def test_a_text_frame_is_what_a_websocket_client_reads(length: int) -> None:
    client = ClientProtocol(parse_uri("ws://localhost/"), state=State.OPEN, max_size=None)
    client.receive_data(frames.text_frame(b"a" * length))
    (read,) = client.events_received()
    assert isinstance(read, Frame)
    assert (read.opcode, read.fin, len(read.data)) == (Opcode.TEXT, True, length)


@settings(deadline=None)  # the machine may be busy
@given(st.lists(st.binary(max_size=300)))
def test_frames_joined_are_read_one_by_one(payloads: list[bytes]) -> None:
    client = ClientProtocol(parse_uri("ws://localhost/"), state=State.OPEN)
    client.receive_data(b"".join(frames.text_frame(payload) for payload in payloads))
    assert [read.data for read in client.events_received() if isinstance(read, Frame)] == payloads


@pytest.mark.parametrize(
    "at, written",
    [
        (datetime(2021, 9, 7, 8, tzinfo=UTC), "2021-09-07T08:00:00.000Z"),
        (datetime(2021, 9, 7, 10, 0, 0, 1999, timezone(timedelta(hours=2))), "2021-09-07T08:00:00.001Z"),
        (datetime(101, 1, 1, tzinfo=UTC), "0101-01-01T00:00:00.000Z"),
    ],
)
def test_times_are_utc_with_milliseconds(at: datetime, written: str) -> None:
    assert frames.rfc3339(at) == written


def test_a_snapshot_carries_the_encoded_view_and_the_time_it_is_sent() -> None:
    taken = Snapshot(epoch="e", seq=7, audience=Audience.HALL, view={"a": 1}, server_now=NOON, scale=60.0)
    later = NOON + timedelta(seconds=2)
    (read,) = parse_frames(frames.snapshot(taken, b'{"a":1}', later))
    assert read == {
        "type": "snapshot",
        "epoch": "e",
        "seq": 7,
        "audience": "hall",
        "view": {"a": 1},
        "server_now": "2021-09-07T12:00:02.000Z",
        "scale": 60.0,
    }


def test_what_is_absent_is_not_null() -> None:
    assert parse_frames(frames.refused(None, {"code": "x"})) == [
        {"type": "refused", "problem": {"code": "x"}}
    ]
    assert parse_frames(frames.bye("revoked")) == [{"type": "bye", "reason": "revoked"}]
    assert parse_frames(frames.bye("slow", 1.23456)) == [
        {"type": "bye", "reason": "slow", "retry_after": 1.235}
    ]


def test_me_keeps_its_own_type_and_version() -> None:
    (read,) = parse_frames(frames.me(3, {"type": "other", "version": 9, "login": "l1"}))
    assert read == {"type": "me", "version": 3, "login": "l1"}
