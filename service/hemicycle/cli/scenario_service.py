"""The lines of a scenario that the service's own parts send: presence and the registry."""

from datetime import UTC
from typing import Annotated, Literal

from pydantic import AwareDatetime, Field

from hemicycle.cli.scenario_shapes import BrokenLine, Id, Language, Shape
from hemicycle.rules.commands import (
    AttachText,
    ChangeRoster,
    NoteConnection,
    NotePresence,
    NoteReady,
    SeatMove,
    WithdrawText,
)
from hemicycle.rules.terms import Modality, Role


class MoveShape(Shape):
    """One seat that changes hands; without ``participant`` it becomes free."""

    seat: Id
    participant: Id | None = None


class _ServiceLine(Shape):
    at: AwareDatetime
    note: str = ""


class NotePresenceLine(_ServiceLine):
    """Presence notes that a delegation has arrived or left."""

    actor: Literal["presence"] = "presence"
    command: Literal["NotePresence"]
    delegation: Id
    present: Annotated[bool, Field(strict=True)]

    def meant(self) -> NotePresence:
        """The command of the rules."""
        return NotePresence(delegation=self.delegation, present=self.present)


class NoteConnectionLine(_ServiceLine):
    """Presence notes that the line of somebody called or speaking was lost, or is back. ``since``: lost."""

    actor: Literal["presence"] = "presence"
    command: Literal["NoteConnection"]
    participant: Id
    connected: Annotated[bool, Field(strict=True)]
    since: AwareDatetime | None = None

    def meant(self) -> NoteConnection:
        """The command of the rules."""
        since = None if self.since is None else self.since.astimezone(UTC)
        return NoteConnection(participant=self.participant, connected=self.connected, since=since)


class NoteReadyLine(_ServiceLine):
    """Presence notes that a remote speaker's console is connected, or no more."""

    actor: Literal["presence"] = "presence"
    command: Literal["NoteReady"]
    participant: Id
    connected: Annotated[bool, Field(strict=True)]

    def meant(self) -> NoteReady:
        """The command of the rules."""
        return NoteReady(participant=self.participant, connected=self.connected)


class ChangeRosterLine(_ServiceLine):
    """The registry changes who holds which role."""

    actor: Literal["registry"] = "registry"
    command: Literal["ChangeRoster"]
    moves: tuple[MoveShape, ...] = Field(min_length=1)
    policy: int = Field(default=1, ge=1, strict=True)

    def meant(self) -> ChangeRoster:
        """The command of the rules. Raises ``BrokenLine`` for a seat that says nothing."""
        moves = tuple(seat_move(move.seat, move.participant) for move in self.moves)
        return ChangeRoster(moves=moves, policy=self.policy)


class AttachTextLine(_ServiceLine):
    """The registry has kept a text of a statement."""

    actor: Literal["registry"] = "registry"
    command: Literal["AttachText"]
    text: Id
    delegation: Id
    item: Id
    languages: tuple[Language, ...] = ("en",)
    check: Annotated[bool, Field(strict=True)] = True

    def meant(self) -> AttachText:
        """The command of the rules."""
        return AttachText(
            text=self.text,
            delegation=self.delegation,
            item=self.item,
            languages=self.languages,
            check=self.check,
        )


class WithdrawTextLine(_ServiceLine):
    """The text was taken back."""

    actor: Literal["registry"] = "registry"
    command: Literal["WithdrawText"]
    text: Id

    def meant(self) -> WithdrawText:
        """The command of the rules."""
        return WithdrawText(text=self.text)


ServiceLine = (
    NotePresenceLine
    | NoteConnectionLine
    | NoteReadyLine
    | ChangeRosterLine
    | AttachTextLine
    | WithdrawTextLine
)
SERVICE_LINES: dict[str, type[ServiceLine]] = {
    "NotePresence": NotePresenceLine,
    "NoteConnection": NoteConnectionLine,
    "NoteReady": NoteReadyLine,
    "ChangeRoster": ChangeRosterLine,
    "AttachText": AttachTextLine,
    "WithdrawText": WithdrawTextLine,
}
"""The commands of the service's own parts, which no login may send."""


def seat_move(seat: str, participant: str | None) -> SeatMove:
    """The move of a seat whose id says what it is, ``pan.online.speaker.1``. Raises ``BrokenLine``."""
    parts = seat.rsplit(".", 3)
    try:
        delegation, modality, role, _ = parts
        return SeatMove(
            seat=seat,
            delegation=delegation,
            modality=Modality(modality),
            role=Role(role),
            participant=participant,
        )
    except ValueError:
        raise BrokenLine(
            f"{seat!r} is no seat; expected one like pan.online.speaker.1 or pan.in_person.speaker.2"
        ) from None
