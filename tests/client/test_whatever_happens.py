"""Whatever is lost on the way, a console that can hear again sees what the service sees."""

import json
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.client.fake_service import FakeService, Json

from hemicycle_client import canonical, merge_patch
from hemicycle_client.protocol import Protocol

MERGES = st.dictionaries(
    st.sampled_from("abc"),
    st.none() | st.integers(0, 3) | st.fixed_dictionaries({}, optional={"x": st.just(1)}),
)
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("commit"), MERGES, st.booleans()),
        st.tuples(st.just("ping"), st.just({}), st.booleans()),
        st.tuples(st.just("reconnect"), st.just({}), st.booleans()),
        st.tuples(st.just("epoch"), MERGES, st.just(False)),
    ),
    max_size=25,
)


class Line:
    """Between one console and the service; ``lost`` frames do not arrive, neither do the answers to them."""

    def __init__(self) -> None:
        self.service = FakeService(retained=3)
        self.console = Protocol("hall")
        self.lost = False
        self.answer(self.console.hello())

    def answer(self, text: str) -> None:
        frame = json.loads(text)
        if frame["type"] == "hello":
            for missing in self.service.missing(frame):
                self.arrive(missing)

    def arrive(self, frame: Json) -> None:
        if not self.lost:
            for text in self.console.received(self.service.encode(frame)).send:
                self.answer(text)

    def step(self, kind: str, merge: Any, *, lost: bool) -> None:
        self.lost = lost
        match kind:
            case "commit":
                self.commit(merge)
            case "ping":
                self.arrive({"type": "ping"})
            case "reconnect":
                self.answer(self.console.hello())
            case _:
                epoch = f"{self.service.epoch}'"
                self.service = FakeService(retained=3, epoch=epoch, view=merge_patch({}, merge))

    def commit(self, merge: Any) -> None:
        service = self.service
        before, service.seq = service.seq, service.seq + 2
        service.view = merge_patch(service.view, merge)
        service.patches = [*service.patches, (before, service.seq, merge)][-service.retained :]
        self.arrive({"type": "patch", "prev_seq": before, "seq": service.seq, "merge": merge})


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(STEPS)
def test_a_console_that_can_hear_again_sees_what_the_service_sees(steps: list[tuple[str, Any, bool]]) -> None:
    line = Line()
    for kind, merge, lost in steps:
        line.step(kind, merge, lost=lost)
        if kind == "epoch":
            line.step("reconnect", {}, lost=False)
        assert line.console.fold.seq <= line.service.seq
    line.step("commit", {"end": 1}, lost=False)
    line.step("ping", {}, lost=False)
    assert line.console.fold.seq == line.service.seq
    assert canonical(line.console.fold.view) == canonical(line.service.view)
