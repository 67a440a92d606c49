import orjson
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hemicycle.live.protocol import (
    Bounds,
    Bucket,
    Close,
    Follow,
    Heard,
    Position,
    Protocol,
    Reason,
    Refuse,
    State,
    Submit,
)
from hemicycle.views.audiences import Audience

HELLO = '{"type": "hello", "audience": "hall"}'
COMMAND = '{"type": "command", "id": "c1", "command": "CallNext"}'


def fresh(*audiences: Audience) -> Protocol:
    return Protocol(frozenset(audiences or {Audience.HALL}), at=0.0)


def following() -> Protocol:
    protocol = fresh()
    protocol.receive(HELLO, 0.0)
    return protocol


def test_hello_asks_for_a_snapshot() -> None:
    protocol = fresh()
    assert protocol.receive(HELLO, 0.0) == Follow(Audience.HALL, None)
    assert protocol.state is State.FOLLOWING


def test_hello_again_resumes() -> None:
    frame = '{"type": "hello", "audience": "hall", "epoch": "e1", "since_seq": 12}'
    assert following().receive(frame, 0.0) == Follow(Audience.HALL, Position("e1", 12))


def test_a_command_is_handed_on_without_type_and_id() -> None:
    frame = '{"type": "command", "id": "c1", "command": "RequestFloor", "kind": "statement"}'
    submitted = Submit("c1", {"command": "RequestFloor", "kind": "statement"})
    assert following().receive(frame, 0.0) == submitted


def test_pong_is_heard_even_before_hello() -> None:
    assert fresh().receive('{"type": "pong"}', 0.0) == Heard()


@pytest.mark.parametrize(
    "frame, code, status",
    [
        pytest.param(b"{}", "invalid-frame", 400, id="binary"),
        ("", "not-json", 400),
        ("{", "not-json", 400),
        ("NaN", "not-json", 400),
        ('{"type": "pong"} x', "not-json", 400),
        ('{"a": "\\ud800"}', "not-json", 400),
        ("[" * 5000, "not-json", 400),
        ("[]", "invalid-frame", 400),
        ("null", "invalid-frame", 400),
        ('"hello"', "invalid-frame", 400),
        ("{}", "invalid-frame", 400),
        ('{"type": "Hello"}', "invalid-frame", 400),
        ('{"type": ["hello"]}', "invalid-frame", 400),
        ('{"type": "subscribe"}', "invalid-frame", 400),
        ('{"type": "pong", "at": 1}', "invalid-frame", 400),
        ('{"type": "hello"}', "invalid-frame", 400),
        ('{"type": "hello", "audience": "everybody"}', "invalid-frame", 400),
        ('{"type": "hello", "audience": null}', "invalid-frame", 400),
        ('{"type": "hello", "audience": ["hall"]}', "invalid-frame", 400),
        ('{"type": "hello", "audience": "podium"}', "not-allowed", 403),
        ('{"type": "hello", "audience": "hall", "token": "x"}', "invalid-frame", 400),
        ('{"type": "hello", "audience": "hall", "epoch": "e"}', "invalid-frame", 400),
        ('{"type": "hello", "audience": "hall", "since_seq": 3}', "invalid-frame", 400),
        ('{"type": "hello", "audience": "hall", "epoch": null, "since_seq": 3}', "invalid-frame", 400),
        ('{"type": "hello", "audience": "hall", "epoch": "e", "since_seq": -1}', "invalid-frame", 400),
        ('{"type": "hello", "audience": "hall", "epoch": "e", "since_seq": 1.5}', "invalid-frame", 400),
        ('{"type": "hello", "audience": "hall", "epoch": "e", "since_seq": true}', "invalid-frame", 400),
        ('{"type": "command", "command": "CallNext"}', "invalid-frame", 400),
        ('{"type": "command", "id": "", "command": "CallNext"}', "invalid-frame", 400),
        ('{"type": "command", "id": "a b", "command": "CallNext"}', "invalid-frame", 400),
        ('{"type": "command", "id": 7, "command": "CallNext"}', "invalid-frame", 400),
        ('{"type": "command", "id": "' + "x" * 65 + '", "command": "CallNext"}', "invalid-frame", 400),
        ('{"type": "pong", "x": "' + "x" * 16384 + '"}', "too-large", 413),
        ('{"type": "pong", "x": "' + "é" * 8192 + '"}', "too-large", 413),
    ],
)
def test_a_frame_that_is_not_right_is_refused_without_an_id(
    frame: str | bytes, code: str, status: int
) -> None:
    protocol = fresh()
    action = protocol.receive(frame, 0.0)
    assert isinstance(action, Refuse)
    assert (action.id, action.problem["code"], action.problem["status"]) == (None, code, status)
    assert protocol.state is State.AWAITING_HELLO


def test_the_largest_frame_is_read() -> None:
    head = '{"type": "command", "id": "c1", "text": "'
    frame = head + "x" * (16384 - len(head) - 2) + '"}'
    assert len(frame) == 16384
    assert isinstance(following().receive(frame, 0.0), Submit)


def test_a_command_before_hello_is_refused_by_its_id() -> None:
    action = fresh().receive(COMMAND, 0.0)
    assert isinstance(action, Refuse)
    assert action.id == "c1"


def test_another_audience_needs_another_connection() -> None:
    protocol = fresh(Audience.HALL, Audience.PODIUM)
    protocol.receive(HELLO, 0.0)
    action = protocol.receive('{"type": "hello", "audience": "podium"}', 0.0)
    assert isinstance(action, Refuse)
    assert protocol.audience is Audience.HALL
    assert protocol.receive(HELLO, 0.0) == Follow(Audience.HALL, None)


def test_a_malformed_frame_names_the_field() -> None:
    action = fresh().receive('{"type": "hello", "audience": "hall", "token": "x"}', 0.0)
    assert isinstance(action, Refuse)
    assert action.problem["errors"][0]["loc"] == "token"


def test_a_burst_passes_then_commands_are_refused_by_their_id() -> None:
    protocol = following()
    answers = [protocol.receive(COMMAND, 0.0) for _ in range(40)]
    assert [isinstance(answer, Submit) for answer in answers] == [True] * 39 + [False]
    refused = answers[-1]
    assert isinstance(refused, Refuse)
    assert (refused.id, refused.problem["status"]) == ("c1", 429)
    assert isinstance(protocol.receive(COMMAND, 0.05), Submit)


def test_twenty_a_second_pass_for_ever() -> None:
    protocol = following()
    assert all(isinstance(protocol.receive(COMMAND, n / 20), Submit) for n in range(1, 1000))


@pytest.mark.parametrize("frame", [COMMAND, "not json", HELLO])
def test_who_does_not_stop_is_closed(frame: str) -> None:
    protocol = following()
    answers = [protocol.receive(frame, n / 1000) for n in range(200)]
    assert Close(Reason.PROTOCOL) in answers
    assert protocol.state is State.CLOSED
    assert answers[-1] == Heard(), "what comes after bye has no effect"


def test_a_few_offences_are_forgiven() -> None:
    protocol = following()
    for second in range(1, 200):
        assert isinstance(protocol.receive("not json", float(second)), Refuse)
        assert isinstance(protocol.receive(COMMAND, second + 0.5), Submit)


def test_patience_saves_up_no_more_than_a_burst() -> None:
    bucket = Bucket(rate=20, burst=2, at=0.0)
    assert [bucket.take(3600.0) for _ in range(3)] == [True, True, False]


def test_a_clock_that_stands_still_gives_no_tokens() -> None:
    bucket = Bucket(rate=20, burst=2, at=5.0)
    assert [bucket.take(5.0), bucket.take(4.0), bucket.take(4.0)] == [True, True, False]


@settings(deadline=None)  # the machine may be busy
@given(st.lists(st.floats(0, 0.5), min_size=1, max_size=300))
def test_a_bucket_never_lets_more_through_than_it_says(pauses: list[float]) -> None:
    bucket, at, passed = Bucket(rate=20, burst=40, at=0.0), 0.0, 0
    for pause in pauses:
        at += pause
        passed += bucket.take(at)
    assert passed <= 40 + 20 * at + 1e-6


_json = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**60), 2**60) | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)
_frames = st.dictionaries(
    st.sampled_from(["type", "id", "audience", "epoch", "since_seq", "command", "x"]),
    st.sampled_from(["hello", "command", "pong", "hall", "podium", "c1", "CallNext"]) | _json,
)


@settings(deadline=None)  # the machine may be busy
@given(st.lists(st.text() | st.binary() | _frames, max_size=60))
def test_any_frames_at_all_give_one_action_each_and_never_reach_a_foreign_audience(
    received: list[str | bytes | dict[str, object]],
) -> None:
    protocol = Protocol(frozenset({Audience.HALL}), 0.0, Bounds(frame_bytes=512))
    for number, frame in enumerate(received):
        text = orjson.dumps(frame).decode() if isinstance(frame, dict) else frame
        match protocol.receive(text, number / 30):
            case Follow(audience, _):
                assert audience is Audience.HALL
            case Submit(command_id, payload):
                assert protocol.audience is Audience.HALL
                assert command_id
                assert "type" not in payload
            case Refuse(_, problem):
                assert 400 <= problem["status"] < 500
            case Heard() | Close():
                pass
