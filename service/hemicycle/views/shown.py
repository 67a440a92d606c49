"""What an audience sees of many like things, known by what it is made of.

A meeting's state is made of values that stay the same objects until an event replaces them. So whoever
keeps what was shown of a value need not look again: a command costs what it has changed, even with two
hundred delegations on the list.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Generic, TypeVar

Key = TypeVar("Key")
Source = TypeVar("Source")
Seen = TypeVar("Seen")
Of = TypeVar("Of")


class Shown(Mapping[Key, Seen], Generic[Key, Source, Seen]):
    """A mapping of what ``show`` makes of each value of ``source``, made when it is looked at.

    The values are immutable and ``show`` is pure: of the same object the same is shown, all meeting long.
    """

    __slots__ = ("show", "source")

    def __init__(self, source: Mapping[Key, Source], show: Callable[[Source], Seen]) -> None:
        self.source = source
        self.show = show

    def __getitem__(self, key: Key) -> Seen:
        """What is shown of this value."""
        return self.show(self.source[key])

    def __iter__(self) -> Iterator[Key]:
        """The keys of the source."""
        return iter(self.source)

    def __len__(self) -> int:
        """As many as the source has."""
        return len(self.source)


def shared(make: Callable[[Of], Seen]) -> Callable[[Of], Seen]:
    """Make it once for all audiences, which are shown one state of a meeting after another.

    ``make`` is pure, takes an immutable value, and what it returns is not changed. Only the newest is kept.
    """
    newest: tuple[Of, Seen] | None = None

    def made(of: Of) -> Seen:
        nonlocal newest
        found = newest
        if found is None or found[0] is not of:
            found = newest = (of, make(of))
        return found[1]

    return made
