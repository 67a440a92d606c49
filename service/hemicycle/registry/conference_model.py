"""What the file of a conference holds, table by table.

What must hold between the tables is checked in ``conference_checks``.
"""

import datetime as dt
from collections.abc import Mapping
from enum import StrEnum
from zoneinfo import ZoneInfo

from pydantic import Field

from hemicycle.registry.fields import Code, LanguageTag, Names, Ordinal, Places, Slug, Table, TimeZone, Words
from hemicycle.rules.terms import Capacity, Category, HolderKind, Modality, Role


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
    """``procedure``: the id of a procedure's file; ``languages``: those of interpretation."""

    id: Slug
    title: Words
    time_zone: TimeZone
    procedure: Slug
    languages: tuple[LanguageTag, ...] = Field(min_length=1)


class AssumptionTable(Table):
    """What is not known and was assumed: shown to people."""

    about: Words
    says: Words


class LimitsTable(Table):
    """How many of a delegation may take part, by modality and role."""

    in_person_speaker: Places = 0
    in_person_observer: Places = 0
    online_speaker: Places = 0
    online_observer: Places = 0

    def of(self, modality: Modality, role: Role) -> int:
        """The limit for this modality and role."""
        return int(getattr(self, f"{modality.value}_{role.value}"))


class AgendaTable(Table):
    """``number`` as printed."""

    id: Slug
    number: Words
    titles: Names


class MeetingTable(Table):
    """Date and times in the conference's zone; ``items``: planned for this meeting."""

    number: Ordinal
    title: Words
    date: dt.date
    start: dt.time
    end: dt.time
    items: tuple[Slug, ...] = ()

    def starts_at(self, zone: ZoneInfo) -> dt.datetime:
        """The moment of its start."""
        return dt.datetime.combine(self.date, self.start, zone)

    def ends_at(self, zone: ZoneInfo) -> dt.datetime:
        """The moment of its planned end."""
        return dt.datetime.combine(self.date, self.end, zone)


class DelegationTable(Table):
    """A delegation; ``code``: its short form on the consoles."""

    id: Slug
    code: Code
    category: Category
    names: Names


class GroupTable(Table):
    """A group on whose behalf a delegation may speak."""

    id: Slug
    names: Names


class PersonTable(Table):
    """A person. ``capacity``: what her login may do; ``modality`` with ``role``: a seat of her delegation."""

    id: Slug
    name: Words
    capacity: Capacity
    title: Words | None = None
    delegation: Slug | None = None
    modality: Modality | None = None
    role: Role | None = None
    language: LanguageTag | None = None
    booth: LanguageTag | None = None
    podium: Podium | None = None
    podium_title: Words | None = None


class ConferenceDocument(Table):
    """The whole file."""

    conference: ConferenceTable
    limits: LimitsTable
    agenda: tuple[AgendaTable, ...] = Field(min_length=1)
    meetings: tuple[MeetingTable, ...] = Field(min_length=1)
    delegations: tuple[DelegationTable, ...] = Field(min_length=1)
    people: tuple[PersonTable, ...] = Field(min_length=1)
    assumptions: tuple[AssumptionTable, ...] = ()
    groups: tuple[GroupTable, ...] = ()

    @property
    def zone(self) -> ZoneInfo:
        """The zone in which the meetings' hours are written."""
        return ZoneInfo(self.conference.time_zone)

    def seats(self) -> Mapping[str, int]:
        """The number of the unit that each seated person holds, by her id: counted in the file's order."""
        taken: dict[tuple[str | None, Modality, Role], int] = {}
        numbers = {}
        for person in self.people:
            if person.modality and person.role:
                unit = (person.delegation, person.modality, person.role)
                taken[unit] = numbers[person.id] = taken.get(unit, 0) + 1
        return numbers
