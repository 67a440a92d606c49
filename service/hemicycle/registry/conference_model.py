"""What the file of a conference holds, table by table.

Its calendar is ``calendar_model``'s. What must hold between the tables is checked in ``conference_checks``.
"""

import datetime as dt
from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import Annotated, Any
from zoneinfo import ZoneInfo

from pydantic import Field, StringConstraints, ValidationInfo, field_validator, model_validator

from hemicycle.registry import countries
from hemicycle.registry.calendar_model import Calendar, Deadline
from hemicycle.registry.fields import (
    Code,
    EmailAddress,
    LanguageTag,
    Names,
    Places,
    Slug,
    Table,
    TimeZone,
    Titled,
    Words,
    added,
    with_english,
)
from hemicycle.registry.limits import ALWAYS
from hemicycle.registry.policy import MOST_POOLED, Limit, NewPolicy, Pool
from hemicycle.registry.roster import EVERYWHERE
from hemicycle.rules.terms import Capacity, Category, HolderKind, Modality, Part, Role


class Podium(StrEnum):
    """As what somebody may hold the floor outside the list of speakers."""

    CHAIR = "chair"
    VICE_CHAIR = "vice_chair"
    PANELLIST = "panellist"
    SECRETARIAT = "secretariat"
    GUEST = "guest"

    @property
    def presides(self) -> bool:
        """Whether this is a presiding officer."""
        return self in {Podium.CHAIR, Podium.VICE_CHAIR}

    @property
    def kind(self) -> HolderKind:
        """The rules' word for it."""
        return HolderKind.PRESIDING_OFFICER if self.presides else HolderKind(self.value)


class ConferenceTable(Table):
    """``procedure``: the id of a procedure's file; ``languages``: those of interpretation.

    ``registration_closes``: the last day on which people may register, or the moment until which they may.
    """

    id: Slug
    title: Titled
    time_zone: TimeZone
    procedure: Slug
    languages: tuple[LanguageTag, ...] = Field(min_length=1)
    registration_closes: Deadline | None = added()


class AssumptionTable(Table):
    """What is not known and was assumed: shown to people."""

    about: Words
    says: Words


class NominatedTable(Table):
    """How many of a delegation may be nominated; absent: as many as may be present at once."""

    in_person_speaker: Places | None = None
    in_person_observer: Places | None = None
    online_speaker: Places | None = None
    online_observer: Places | None = None


class LimitsTable(Table):
    """How many of a delegation may be present at once, by modality and role."""

    in_person_speaker: Places = 0
    in_person_observer: Places = 0
    online_speaker: Places = 0
    online_observer: Places = 0
    nominated: NominatedTable = added(NominatedTable())

    def of(self, modality: Modality, role: Role) -> int:
        """The limit for this modality and role."""
        return int(getattr(self, f"{modality.value}_{role.value}"))

    def written(self) -> Iterator[Limit]:
        """The limits of any delegation, for the whole conference."""
        for modality in Modality:
            for role in Role:
                nominated = getattr(self.nominated, f"{modality.value}_{role.value}")
                at_once = self.of(modality, role)
                yield Limit(
                    modality=modality,
                    role=role,
                    nominated=at_once if nominated is None else nominated,
                    at_once=at_once,
                )


class FurtherLimitTable(Table):
    """A limit of one category, or that adds to the others for one session or meeting."""

    category: Category | None = None
    modality: Modality
    role: Role
    scope: Words = EVERYWHERE
    nominated: Places
    at_once: Places


class PoolTable(Table):
    """Units that delegations share; what is absent may be any."""

    id: Slug
    modality: Modality | None = None
    role: Role | None = None
    categories: tuple[Category, ...] = ()
    size: Annotated[int, Field(strict=True, ge=0, le=MOST_POOLED)]


class DelegationTable(Table):
    """A delegation; ``code``: its short form on the consoles. ``sessions``: which it attends; without: all.

    ``country``, an ISO 3166-1 code like ``BOL``, gives id, code and official names; what is written beside
    it comes first. ``members``: of a regional economic integration organization, the delegations of its
    member States.
    """

    country: Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")] | None = added()
    id: Slug
    code: Code
    category: Category
    names: Mapping[LanguageTag, Words] = Field(default={}, validate_default=True)
    sessions: tuple[Slug, ...] = added(())
    members: tuple[Slug, ...] = added(())

    @model_validator(mode="before")
    @classmethod
    def _from_country(cls, written: Any) -> Any:
        country = written.get("country") if isinstance(written, dict) else None
        return {"id": country.lower(), "code": country, **written} if isinstance(country, str) else written

    @field_validator("names")
    @classmethod
    def _named(cls, names: Mapping[str, str], info: ValidationInfo) -> Mapping[str, str]:
        return names if info.data.get("country") else with_english(names)

    def names_on(self, day: dt.date) -> Mapping[str, str]:
        """Its names on that day. Raises ``UnknownCountry``."""
        official = countries.names(self.country, day) if self.country else {}
        return {**official, **self.names}


class BoothTable(Table):
    """A booth. ``outgoing``: its channels, two of a two-way booth; ``remote``: it works from elsewhere."""

    id: Slug
    outgoing: Annotated[tuple[LanguageTag, ...], Field(min_length=1, max_length=2)]
    remote: bool = False


class WorkingLanguagesTable(Table):
    """An interpreter's: ``a`` mother tongues, ``b`` active, ``c`` passive languages."""

    a: Annotated[tuple[LanguageTag, ...], Field(min_length=1)]
    b: tuple[LanguageTag, ...] = ()
    c: tuple[LanguageTag, ...] = ()


class GroupTable(Table):
    """A group on whose behalf a delegation may speak. ``members``: those that may; without: any one."""

    id: Slug
    names: Names
    members: tuple[Slug, ...] = added(())


class PersonTable(Table):
    """A person. ``capacity``: what her login may do; ``modality`` with ``role``: a place of her
    delegation, and a seat if as many may be present at once.

    ``booth``: an interpreter's: one of [[booths]], or a language of the conference. ``working_languages``:
    hers; without them her A language is the booth's. ``email``: where her login link is sent.
    """

    id: Slug
    name: Words
    capacity: Capacity
    title: Words | None = None
    delegation: Slug | None = None
    modality: Modality | None = None
    role: Role | None = None
    language: LanguageTag | None = None
    booth: Slug | None = None
    podium: Podium | None = None
    podium_title: Titled | None = None
    part: Part | None = added()
    email: EmailAddress | None = added()
    working_languages: WorkingLanguagesTable | None = added()


class ConferenceDocument(Calendar):
    """The whole file."""

    conference: ConferenceTable
    limits: LimitsTable
    delegations: tuple[DelegationTable, ...] = Field(min_length=1, max_length=1_000)
    people: tuple[PersonTable, ...] = Field(min_length=1, max_length=5_000)
    assumptions: tuple[AssumptionTable, ...] = ()
    groups: tuple[GroupTable, ...] = ()
    booths: tuple[BoothTable, ...] = added(())
    further_limits: tuple[FurtherLimitTable, ...] = added(())
    pools: tuple[PoolTable, ...] = added(())

    def policy(self) -> NewPolicy:
        """The first version of the limits, which has always held."""
        further = (Limit(**limit.model_dump()) for limit in self.further_limits)
        return NewPolicy(
            holds_from=ALWAYS,
            reason="the limits of the conference's file",
            limits=(*self.limits.written(), *further),
            pools=tuple(Pool(**pool.model_dump()) for pool in self.pools),
        )

    @property
    def zone(self) -> ZoneInfo:
        """The zone in which the meetings' hours are written."""
        return ZoneInfo(self.conference.time_zone)

    def places(self) -> Mapping[str, int]:
        """The number of the unit that each person of modality and role holds, by her id: counted in the
        file's order. Those that may be present at once have the seat of that number.
        """
        taken: dict[tuple[str | None, Modality, Role], int] = {}
        numbers = {}
        for person in self.people:
            if person.modality and person.role:
                unit = (person.delegation, person.modality, person.role)
                taken[unit] = numbers[person.id] = taken.get(unit, 0) + 1
        return numbers
