"""Who reads a text: each capacity, before and after it was heard, where the body publishes and where not."""

from dataclasses import replace

import pytest
from tests.access.examples import AT, EVA, MEETING, actor
from tests.rules.stage import PROCEDURE

from hemicycle.access.texts import may_read
from hemicycle.rules.meeting import Meeting
from hemicycle.rules.state.texts import StatementText
from hemicycle.rules.terms import Capacity

EMBARGOED = StatementText(id="t1", delegation="pan", item="3", languages=("en",), attached_at=AT)
HEARD = replace(EMBARGOED, publishable_at=AT, request="of-pan")
AT_ANY_TIME = {Capacity.CHAIR, Capacity.SECRETARIAT, Capacity.INTERPRETER, Capacity.OPERATOR}


def under(*, publishes: bool) -> Meeting:
    return replace(MEETING, procedure=replace(PROCEDURE, publish_texts=publishes))


@pytest.mark.parametrize("capacity", Capacity)
@pytest.mark.parametrize("text, public", [(EMBARGOED, False), (HEARD, True)], ids=["embargoed", "heard"])
def test_each_capacity_reads_what_it_may(text: StatementText, capacity: Capacity, *, public: bool) -> None:
    own, foreign = actor(capacity, "pan", EVA), actor(capacity, "per", EVA)
    is_delegate = capacity is Capacity.DELEGATE
    for publishes in (True, False):
        meeting = under(publishes=publishes)
        everybody = public and publishes
        assert may_read(meeting, text, foreign) == (everybody or capacity in AT_ANY_TIME)
        assert may_read(meeting, text, own) == (everybody or is_delegate or capacity in AT_ANY_TIME)


def test_nobody_in_particular_reads_only_what_is_public() -> None:
    assert not may_read(under(publishes=True), EMBARGOED, actor(None))
    assert may_read(under(publishes=True), HEARD, actor(None))
