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
LOST = st.sampled_from(("nothing", "everything", "answers"))
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("commit"), MERGES, LOST),
        st.tuples(st.just("ping"), st.just({}), LOST),
        st.tuples(st.just("reconnect"), st.just({}), LOST),
        st.tuples(st.just("epoch"), MERGES, st.just("nothing")),
    ),
    max_size=25,
)


class Line:
    """Between console and service. ``lost``: nothing, everything, or what answers a console."""

    def __init__(self) -> None:
        self.service = FakeService(retained=3)
        self.console = Protocol("hall")
        self.lost = "nothing"
        self.answer(self.console.hello())

    def answer(self, text: str) -> None:
        frame = json.loads(text)
        if frame["type"] == "hello" and self.lost == "nothing":
            for missing in self.service.missing(frame):
                self.arrive(missing)

    def arrive(self, frame: Json) -> None:
        if self.lost != "everything":
            for text in self.console.received(self.service.encode(frame)).send:
                self.answer(text)

    def step(self, kind: str, merge: Any, lost: str) -> None:
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


@settings(deadline=None, max_examples=500, suppress_health_check=[HealthCheck.too_slow])
@given(STEPS)
def test_a_console_that_can_hear_again_sees_what_the_service_sees(steps: list[tuple[str, Any, str]]) -> None:
    line = Line()
    for kind, merge, lost in steps:
        line.step(kind, merge, lost)
        if kind == "epoch":
            line.step("reconnect", {}, "nothing")
        assert line.console.fold.seq <= line.service.seq
    line.step("commit", {"end": 1}, "nothing")
    line.step("ping", {}, "nothing")
    assert line.console.fold.seq == line.service.seq
    assert canonical(line.console.fold.view) == canonical(line.service.view)
