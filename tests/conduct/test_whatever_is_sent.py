"""Whatever valid frames are sent, by whom and in what order: each is answered, and all see the same."""

import logging
from collections import Counter

import pytest
from tests.conduct.any_frame import AnyFrame
from tests.conduct.moot import MEETING, STATES
from tests.conduct.stage import Stage

from hemicycle.clock.alarm import Alarms
from hemicycle.contract.problems import ProblemError

PRESENT = frozenset(STATES)
FRAMES = 300
GAPS = (0, 1, 5, 40)
NO_ANSWER = {"not-stored", "not-serving", "invalid-command", "unknown-command"}
DIFFERENT = 30
"""Kinds of commands that each seed brings the meeting to take, at the least."""


async def _sent(stage: Stage, frames: AnyFrame, command_id: str) -> str | None:
    """One frame, and its answer: the command's name where it was accepted."""
    meeting = (await stage.conductor.sitting(MEETING)).meeting
    who, frame = frames.draw(meeting, PRESENT)
    try:
        answer = await stage.conductor.handle(MEETING, stage.login(who), command_id, frame)
    except ProblemError as refusal:
        if refusal.problem["code"] in NO_ANSWER:
            raise
        return None
    again = await stage.conductor.handle(MEETING, stage.login(who), command_id, frame)
    assert again == answer
    return str(frame["command"])


@pytest.mark.parametrize("seed", [1])
async def test_whatever_is_sent_is_answered_and_seen_alike(
    stage: Stage, other: Stage, caplog: pytest.LogCaptureFixture, seed: int
) -> None:
    """Commands are drawn from the wire's own; the clock's alarms ring meanwhile.

    Another node that reads the log, views folded from patches and the conductor's own tell the same.
    """
    caplog.set_level(logging.WARNING)
    stage.conductor.subscribe(Alarms(stage.clock, stage.conductor.handle_clock))
    await stage.opened()
    await stage.follow()
    frames, accepted = AnyFrame(seed), Counter[str]()
    for number in range(FRAMES):
        name = await _sent(stage, frames, f"any-{number}")
        accepted.update([] if name is None else [name])
        await stage.clock.advance(frames.chance.choice(GAPS))
    assert len(accepted) >= DIFFERENT
    assert await stage.in_step()
    other.listener.views = stage.listener.views
    assert await other.in_step()
    assert caplog.messages == []
