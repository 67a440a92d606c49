"""What the demo's page tells and gives: its consoles, what is simulated, and who presides."""

from dataclasses import dataclass

from hemicycle.access.logins import NewLogin
from hemicycle.conduct.ports import LoginFacts
from hemicycle.rules.terms import Capacity
from hemicycle_client.bots import Cast


@dataclass(frozen=True, slots=True)
class DemoConsole:
    """A console of the page and whose it is. ``simulated``: a bot acts for her delegation until you do."""

    key: str
    capacity: Capacity
    participant: str
    delegation: str | None = None
    simulated: bool = False


CONSOLES = (
    DemoConsole("chair", Capacity.CHAIR, "chair", simulated=True),
    DemoConsole("delegate-room", Capacity.DELEGATE, "pan-room-2", "pan", simulated=True),
    DemoConsole("remote-speaker", Capacity.DELEGATE, "ken-online-1", "ken", simulated=True),
    DemoConsole("remote-observer", Capacity.DELEGATE, "ken-online-2", "ken"),
    DemoConsole("interpreter", Capacity.INTERPRETER, "booth-es-1"),
    DemoConsole("interpreter-2", Capacity.INTERPRETER, "booth-es-2"),
    DemoConsole("hall", Capacity.HALL, "hall-display"),
)


class Demonstration:
    """The demo beside the service; ``api.parts.Demo``. ``cast``: once the simulated participants play."""

    def __init__(self, conference: str, meeting: str, *, bots: bool) -> None:
        self.conference = conference
        self.meeting = meeting
        self.cast: Cast | None = None
        self.simulated: frozenset[str] = frozenset()
        self._bots = bots

    @property
    def delegations(self) -> tuple[str, ...]:
        """The delegations that shall speak in any case: those of the page, and INTERPOL."""
        shown = (c.delegation for c in CONSOLES if c.delegation is not None)
        return tuple(dict.fromkeys(("interpol", *shown)))

    def status(self) -> dict[str, object]:
        """What the page shows: who presides, what is simulated, which consoles there are."""
        return {
            "autopilot": self.cast is not None and self.cast.presiding,
            "bots": self._bots,
            "consoles": [
                {
                    "key": c.key,
                    "simulated": c.simulated and self._bots,
                }
                for c in CONSOLES
            ],
        }

    def console(self, key: str) -> NewLogin | None:
        """A new login for a console of the page."""
        found = next((c for c in CONSOLES if c.key == key), None)
        if found is None:
            return None
        return NewLogin(
            capacity=found.capacity,
            conference=self.conference,
            meeting=self.meeting,
            participant=found.participant,
            delegation=found.delegation,
            label=found.key,
        )

    def heard(self, login: LoginFacts) -> None:
        """A command came: the first of a person as chair ends the autopilot, of a delegate her bot."""
        if self.cast is None or login.id in self.simulated:
            return
        if login.capacity is Capacity.CHAIR and self.cast.presider is not None:
            self.cast.presider.stop()
        elif login.delegation is not None:
            self.cast.release(login.delegation)
