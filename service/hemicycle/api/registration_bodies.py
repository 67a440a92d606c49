"""Registrations on the wire: what is asked for, how a registration and a cross-check are shown."""

from collections.abc import Mapping
from datetime import datetime
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints

from hemicycle.contract.bounds import LINE
from hemicycle.contract.views import moment
from hemicycle.registry.correcting import Correction
from hemicycle.registry.cross_check import CrossCheck
from hemicycle.registry.fields import LanguageTag, Slug
from hemicycle.registry.mail import is_reachable
from hemicycle.registry.matching import clean
from hemicycle.registry.nominations import Nomination
from hemicycle.registry.registrations import MatchKind, NewRegistration, Registration, RegistrationState
from hemicycle.rules.terms import Modality, Role

Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=300, pattern=LINE)]
Reason = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=2000)]


def _reachable(address: str) -> str:
    if not is_reachable(address):
        raise ValueError("this is no email address")
    return address


Address = Annotated[str, StringConstraints(strip_whitespace=True, max_length=254), AfterValidator(_reachable)]
"""Where a message can be sent: what the mail refuses is refused here, where somebody can put it right."""


class Taking(BaseModel):
    """Who takes part, and as what. ``sessions`` empty: all that the delegation attends."""

    model_config = ConfigDict(extra="forbid")
    name: Words
    email: Address
    modality: Modality
    role: Role
    title: Words | None = None
    sessions: Annotated[list[Slug], Field(max_length=50)] = []
    language: LanguageTag | None = None


class CorrectionBody(Taking):
    """What a registration says from now on, all of it; ``reason``: why, on record."""

    delegation: Slug
    reason: Reason

    def correction(self) -> Correction:
        """As the registry takes it."""
        said = self.model_dump(exclude={"reason"})
        return Correction(**{**said, "sessions": tuple(self.sessions)})


class Person(Taking):
    """What a person asks for (CU 2020/366(A)). ``sessions`` empty: all that the delegation attends;
    ``gender``: self-declared, optional, only ever shown in totals.
    """

    gender: Annotated[str, Field(pattern="^(female|male|other)$")] | None = None

    def asked(self, conference: str, delegation: str | None, source: str, at: datetime) -> NewRegistration:
        """As the registry takes it."""
        return NewRegistration(
            conference=conference,
            delegation=delegation,
            submitted_at=at,
            source=source,
            **{**self.model_dump(include=set(Person.model_fields)), "sessions": tuple(self.sessions)},
        )


class DeskPerson(Person):
    """A request that the desk takes in. ``reason``: why, where registration has closed."""

    delegation: Slug
    reason: Reason | None = None


class NominationLine(BaseModel):
    """Whom a note names. ``place``: the line there."""

    id: str
    delegation: str
    place: int
    name: str
    title: str | None = None
    email: str | None = None
    modality: Modality
    role: Role
    sessions: list[str]


class RegistrationLine(BaseModel):
    """A registration with its match. ``clean``: may be approved with others, in one act and without a reason;
    ``late``: after the deadline, taken for the reason ``exception``; ``gone_at``: no longer in its source;
    ``says_sessions``: it says for which sessions it is, else for those of the note; ``corrected_at``: by an
    officer, since when no import changes it.
    ``email``: for the secretariat and the own focal point alone.
    """

    id: str
    delegation: str | None = None
    participant: str | None = None
    state: RegistrationState
    name: str
    title: str | None = None
    email: str | None = None
    modality: Modality
    role: Role
    sessions: list[str]
    language: str | None = None
    submitted_at: str
    source: str
    match: MatchKind
    score: int
    nomination: NominationLine | None = None
    clean: bool
    late: bool
    exception: str | None = None
    reason: str | None = None
    decided_at: str | None = None
    decided_by: str | None = None
    gone_at: str | None = None
    says_sessions: bool
    corrected_at: str | None = None


class RegistrationsBody(BaseModel):
    """One page. ``total``: how many there are in all pages; ``counts``: of all, by state."""

    registrations: list[RegistrationLine]
    page: int
    total: int
    counts: dict[str, int]


class CrossCheckBody(BaseModel):
    """``clean``: ids of those that may be approved in one act; ``unregistered``: nominations for which nobody
    has registered; ``counts``: of the pending ones by match.
    """

    registrations: list[RegistrationLine]
    unregistered: list[NominationLine]
    clean: list[str]
    counts: dict[str, int]


def checked_body(checked: CrossCheck, nominated: Mapping[str, Nomination]) -> CrossCheckBody:
    """The cross-check on the wire. ``nominated``: by id."""
    pending = [r for r in checked.registrations if r.state is RegistrationState.PENDING]
    return CrossCheckBody(
        registrations=[line_of(r, nominated) for r in checked.registrations],
        unregistered=[_nomination_line(n) for n in checked.unregistered],
        clean=[r.id for r in pending if clean(r)],
        counts={kind.value: sum(r.match is kind for r in pending) for kind in MatchKind},
    )


def without_addresses(line: RegistrationLine) -> RegistrationLine:
    """As a head of delegation sees it."""
    named = line.nomination.model_copy(update={"email": None}) if line.nomination else None
    return line.model_copy(update={"email": None, "nomination": named})


def _nomination_line(nomination: Nomination) -> NominationLine:
    return NominationLine(
        id=nomination.id,
        delegation=nomination.delegation,
        place=nomination.place,
        name=nomination.name,
        title=nomination.title,
        email=nomination.email,
        modality=nomination.modality,
        role=nomination.role,
        sessions=list(nomination.sessions),
    )


def line_of(registration: Registration, nominated: Mapping[str, Nomination]) -> RegistrationLine:
    """A registration on the wire. ``nominated``: by id."""
    r, nomination = registration, nominated.get(registration.nomination or "")
    return RegistrationLine(
        id=r.id,
        delegation=r.delegation,
        participant=r.participant,
        state=r.state,
        name=r.name,
        title=r.title,
        email=r.email,
        modality=r.modality,
        role=r.role,
        sessions=list(r.sessions),
        language=r.language,
        submitted_at=moment(r.submitted_at),
        source=r.source,
        match=r.match,
        score=r.score,
        nomination=_nomination_line(nomination) if nomination else None,
        clean=clean(r),
        late=r.late,
        exception=r.exception,
        reason=r.reason,
        decided_at=moment(r.decided_at) if r.decided_at else None,
        decided_by=r.decided_by,
        gone_at=moment(r.gone_at) if r.gone_at else None,
        says_sessions=r.says_sessions,
        corrected_at=moment(r.corrected_at) if r.corrected_at else None,
    )
