"""Notes verbales as they are sent."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Annotated

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, StringConstraints

from hemicycle.contract.problems import ProblemError
from hemicycle.registry.fields import Slug
from hemicycle.registry.nominations import NewNomination
from hemicycle.registry.note_confirmation import Confirmation
from hemicycle.registry.notes import NewNote
from hemicycle.rules.terms import Modality, Role

_EARLIEST, _LATEST = datetime(1945, 10, 24, tzinfo=UTC), datetime(2200, 1, 1, tzinfo=UTC)
MOST_LINES = 300

Key = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_-]{1,64}$")]
Cell = Annotated[str, StringConstraints(strip_whitespace=True, max_length=1000)]
Line = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200, pattern=r"^[^\x00-\x1f]*$")
]
Reason = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=2000, pattern=r"^[^\x00]*$")
]


class NominationAsked(BaseModel):
    """A person to be named (CU 2020/366(A)). ``sessions`` empty: all that the delegation attends."""

    model_config = ConfigDict(extra="forbid")
    name: Cell
    title: Cell | None = None
    email: Cell | None = None
    modality: Modality
    role: Role
    sessions: Annotated[list[Slug], Field(max_length=50)] = []

    def new(self) -> NewNomination:
        """As the registry takes it."""
        return NewNomination(
            name=self.name,
            title=self.title or None,
            email=self.email or None,
            modality=self.modality,
            role=self.role,
            sessions=tuple(dict.fromkeys(self.sessions)),
        )


class NoteAsked(BaseModel):
    """A note as it came. ``received_at``: without it now, by the service's clock, of a draft that is changed
    as it was; ``revision``: without it the one after the last; ``document``: its stored file.
    """

    model_config = ConfigDict(extra="forbid")
    reference: Line
    dated: Annotated[date, Field(ge=_EARLIEST.date(), le=_LATEST.date())]
    received_at: Annotated[AwareDatetime, Field(ge=_EARLIEST, le=_LATEST)] | None = None
    revision: Annotated[int, Field(ge=1, le=999)] | None = None
    document: Key | None = None
    nominations: Annotated[list[NominationAsked], Field(max_length=MOST_LINES)] = []

    def new(self, at: datetime) -> NewNote:
        """As the registry takes it. ``at``: when it came, unless it says."""
        return NewNote(
            reference=self.reference,
            dated=self.dated,
            received_at=self.received_at or at,
            revision=self.revision,
            document=self.document,
            nominations=tuple(each.new() for each in self.nominations),
        )


class SettleAsked(BaseModel):
    """``keep``: registration → why that person stays although the note no longer names her so; ``withdraw``:
    registrations that end; ``change``: registrations that become what the note now says.
    """

    model_config = ConfigDict(extra="forbid")
    keep: Annotated[dict[Key, Reason], Field(max_length=MOST_LINES)] = {}
    withdraw: Annotated[list[Key], Field(max_length=MOST_LINES)] = []
    change: Annotated[list[Key], Field(max_length=MOST_LINES)] = []

    def how(self) -> Confirmation:
        """As the registry takes it. Raises ProblemError where two things are to become of one."""
        decided = [*self.keep, *self.withdraw, *self.change]
        if len(set(decided)) != len(decided):
            raise ProblemError.of("not-settled", "Two things are to become of one registration; say which.")
        return Confirmation(keep=self.keep, withdraw=self.withdraw, change=self.change)


class ConfirmAsked(SettleAsked):
    """Also ``exception``: why the note is confirmed over the limits."""

    exception: Reason | None = None

    def how(self) -> Confirmation:
        """As the registry takes it. Raises ProblemError where two things are to become of one."""
        return replace(super().how(), exception=self.exception)
