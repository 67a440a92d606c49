"""What an interpreter does with her microphone."""

from typing import Any

from hemicycle_client.bots.interpreting import booth_of, next_step
from hemicycle_client.bots.room import Do

HANDOVER = {"by": "es-1", "giver": "es-1", "taker": "es-2"}


def booths(team: tuple[str, ...] = ("es-1", "es-2"), **air: Any) -> dict[str, Any]:
    staff = [{"participant": each} for each in team]
    now = {"channel": "es", "source": "floor", "turn_elapsed": False, **air}
    return {
        "booths": {"en": {"interpreters": [{"participant": "en-1"}]}, "es": {"interpreters": staff}},
        "on_air": {"en": {"turn_elapsed": False}, "es": now},
    }


def test_an_interpreter_works_in_the_booth_that_names_her() -> None:
    assert (booth_of(booths(), "es-2"), booth_of(booths(), "nobody")) == ("es", None)
    assert next_step(booths(), "nobody") is None


def test_the_first_of_a_booth_takes_the_microphone() -> None:
    assert next_step(booths(), "es-1") == Do("TakeMicrophone", {"booth": "es"})
    assert next_step(booths(), "es-2") is None


def test_who_is_on_air_offers_it_when_the_turn_is_over() -> None:
    assert next_step(booths(interpreter="es-1"), "es-1") is None
    over = booths(interpreter="es-1", turn_elapsed=True)
    assert next_step(over, "es-1") == Do("RequestHandover", {"booth": "es", "to": "es-2"})
    assert next_step(over, "es-2") is None
    assert next_step(booths(("es-1",), interpreter="es-1", turn_elapsed=True), "es-1") is None


def test_after_the_last_of_a_booth_comes_the_first() -> None:
    team = ("es-1", "es-2", "es-3")
    over = booths(team, interpreter="es-3", turn_elapsed=True)
    assert next_step(over, "es-3") == Do("RequestHandover", {"booth": "es", "to": "es-1"})


def test_the_other_side_accepts_whoever_started_it() -> None:
    accept = Do("AnswerHandover", {"booth": "es", "accepted": True})
    offered = booths(interpreter="es-1", turn_elapsed=True, handover=HANDOVER)
    assert (next_step(offered, "es-1"), next_step(offered, "es-2")) == (None, accept)
    asked = booths(interpreter="es-1", handover={**HANDOVER, "by": "es-2"})
    assert (next_step(asked, "es-1"), next_step(asked, "es-2")) == (accept, None)
