"""Shown once: of a value that has not changed the same thing is shown, and need not be made again.

A meeting's state is made of values that stay the same objects until an event replaces them. So a meeting of
two hundred delegations costs one command what that command has changed.
"""

from collections.abc import Callable
from functools import wraps
from typing import TypeVar, TypeVarTuple

Args = TypeVarTuple("Args")
Shown = TypeVar("Shown")
_MOST = 16_384


def once(make: Callable[[*Args], Shown]) -> Callable[[*Args], Shown]:
    """Remember what was made of these very objects.

    ``make`` is pure, takes immutable values, and what it returns is not changed. The arguments are kept with
    the result, so that no other object can have their identity; when too much is kept, all is forgotten.
    """
    kept: dict[tuple[int, ...], tuple[tuple[*Args], Shown]] = {}

    @wraps(make)
    def shown(*args: *Args) -> Shown:
        key = tuple(map(id, args))
        found = kept.get(key)
        if found is None:
            if len(kept) >= _MOST:
                kept.clear()
            found = kept[key] = (args, make(*args))
        return found[1]

    return shown
