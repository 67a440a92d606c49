"""Booths through the whole service: the interpreters' commands, the chair's alert, and what the log keeps."""

from tests.api.edge import Edge, problem
from tests.conduct.moot import MEETING

from hemicycle.journal import log
from hemicycle.rules import events as e
from hemicycle.rules.commands import Actor
from hemicycle.rules.terms import Capacity
from hemicycle.storage import reading


def signalled(edge: Edge) -> list[tuple[Actor, e.SignalRaised]]:
    """The signals of the log, with whoever stands beside them."""
    with reading(edge.engine) as conn:
        recorded = log.read(conn, MEETING)
    return [(r.actor, r.event) for r in recorded if isinstance(r.event, e.SignalRaised)]


async def test_who_asks_to_slow_down_stands_nowhere_in_the_log(edge: Edge) -> None:
    asked = await edge.send("booth", "RaiseSignal", kind="slow_down", booth="fr")
    assert asked.status_code == 200, asked.text
    helped = await edge.send("booth", "RaiseSignal", id="help-1", kind="help", booth="fr")
    assert helped.status_code == 200, helped.text
    (slower, slow_down), (who, help_wanted) = signalled(edge)
    assert (slower, slow_down.booth) == (Actor(capacity=Capacity.INTERPRETER), None)
    assert (who.participant, help_wanted.booth) == ("booth", "fr")


async def test_an_alert_is_on_the_podium_until_the_chair_has_seen_it(edge: Edge) -> None:
    assert (await edge.send("booth", "TakeMicrophone", booth="fr")).status_code == 200
    raised = await edge.send("booth", "RaiseSignal", kind="cannot_interpret", booth="fr")
    assert raised.status_code == 200, raised.text
    refused = await edge.send("operator", "AcknowledgeSignal", signal="s1")
    assert problem(refused) == (409, "alert-for-the-chair")
    assert problem(await edge.send("pan-room", "AcknowledgeSignal", signal="s1")) == (403, "not-allowed")
    for who, state in (("chair", "raised"), ("desk", "raised")):
        view = (await edge.ask(who, "GET", f"meetings/{MEETING}/views/podium")).json()["view"]
        assert view["signals"]["s1"]["state"] == state
        assert view["on_air"]["fr"]["interpreter"] == "booth"
    assert (await edge.send("chair", "AcknowledgeSignal", signal="s1")).status_code == 200
    view = (await edge.ask("booth", "GET", f"meetings/{MEETING}/views/booths")).json()["view"]
    assert view["signals"]["s1"]["state"] == "acknowledged"
    hall = (await edge.ask("hall", "GET", f"meetings/{MEETING}/views/hall")).text
    assert "cannot_interpret" not in hall
