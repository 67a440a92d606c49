"""How long to wait before the next try: longer each time, and never all consoles at once."""

import random
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Backoff:
    """Exponential, with full jitter. ``first``, ``longest``: real seconds, bounds of the pauses."""

    first: float = 0.25
    longest: float = 10.0

    def delay(self, tries: int, chance: random.Random) -> float:
        """The pause before try ``tries + 1``: between nothing and the bound that doubles with each try."""
        bound = min(self.longest, self.first * 2 ** min(tries, 16))
        return chance.uniform(0.0, bound)
