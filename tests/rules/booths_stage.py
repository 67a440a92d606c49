"""The booths on which interpretation is tested: two simple ones, one that works both ways, one remote."""

from dataclasses import replace

from tests.rules.stage import PRESENCE, SET_UP, Given, given

from hemicycle.rules import commands as c
from hemicycle.rules.commands import Actor
from hemicycle.rules.state.booths import Booth, Interpreter
from hemicycle.rules.terms import Capacity


def interpreter(
    who: str, *a: str, b: tuple[str, ...] = (), understands: tuple[str, ...] = ("en",)
) -> Interpreter:
    return Interpreter(participant=who, a=a, b=b, c=understands)


BOOTHS = (
    Booth(id="en", outgoing=("en",), interpreters=(interpreter("eva", "en"), interpreter("ed", "en"))),
    Booth(
        id="fr",
        outgoing=("fr",),
        interpreters=(
            interpreter("fatima", "fr", understands=("en", "es", "zh")),
            interpreter("felix", "fr"),
        ),
    ),
    Booth(
        id="zh",
        outgoing=("zh", "en"),
        interpreters=(
            interpreter("zhou", "zh", b=("en",), understands=("fr",)),
            interpreter("zita", "zh", b=("en",)),
            interpreter("zeno", "zh", b=("en",)),
        ),
    ),
    Booth(id="ru", outgoing=("ru",), interpreters=(interpreter("rita", "ru"),), remote=True),
)
WITH_BOOTHS = replace(SET_UP, booths=BOOTHS)
OPERATOR = Actor(capacity=Capacity.OPERATOR, participant="operator")


def of_booth(who: str) -> Actor:
    """An interpreter's login."""
    return Actor(capacity=Capacity.INTERPRETER, participant=who)


EVA, ED, FATIMA, FELIX = (of_booth(who) for who in ("eva", "ed", "fatima", "felix"))
ZHOU, ZITA, ZENO, RITA = (of_booth(who) for who in ("zhou", "zita", "zeno", "rita"))


def lost(given: Given, who: str, clock: str = "10:00:00") -> Given:
    """The interpreter's console was there, and has gone."""
    there = given.done(c.NoteReady(participant=who, connected=True), by=PRESENCE)
    return there.done(c.NoteReady(participant=who, connected=False), by=PRESENCE, clock=clock)


def booths() -> Given:
    """Before the call to order: nobody is on air."""
    return given(set_up=WITH_BOOTHS)


def on_air(*actors: tuple[str, Actor]) -> Given:
    """These interpreters have taken the microphones of their booths."""
    now = booths()
    for booth, who in actors:
        now = now.done(c.TakeMicrophone(booth=booth), by=who)
    return now
