"""How many are nominated, registered and approved. Numbers alone: no name, no address."""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import date
from enum import StrEnum
from typing import TypeVar

from fastapi import APIRouter
from pydantic import BaseModel

from hemicycle.access.table import Action
from hemicycle.api.callers import Caller, PartsDep, require, require_conference
from hemicycle.api.errors import PROBLEM_RESPONSES
from hemicycle.api.parts import Parts
from hemicycle.contract.links import open_here_alone
from hemicycle.contract.views import moment
from hemicycle.registry import delegations, notes, places, registrations
from hemicycle.registry.figures import Counts, Figures, Line, figures
from hemicycle.registry.registrations import MatchKind
from hemicycle.registry.waiting import waiting
from hemicycle.rules.terms import Category
from hemicycle.storage import reading

K = TypeVar("K", bound=StrEnum)
router = APIRouter(tags=["figures"], responses=PROBLEM_RESPONSES, prefix="/conferences")


class CountsBody(BaseModel):
    """``registered``: pending or approved; ``approved``: of them; who came with the conference's file
    counts in each.
    """

    nominated: int
    registered: int
    approved: int


class LineBody(BaseModel):
    """Counts in all, by modality and by role."""

    total: CountsBody
    by_modality: dict[str, CountsBody]
    by_role: dict[str, CountsBody]


class DelegationLineBody(LineBody):
    """The counts of one delegation. ``name``: in English."""

    delegation: str
    code: str
    name: str
    category: Category


class GenderBody(BaseModel):
    """As declared, of ``counted`` live registrations. Withheld counts (fewer than five, and what would give
    them away) are listed in ``withheld``; where both are empty nothing can be told.
    """

    counted: int
    of: dict[str, int]
    withheld: list[str]


class FiguresBody(BaseModel):
    """``as_of``: RFC 3339, UTC. ``unknown``: live registrations without a delegation; in ``total`` alone."""

    as_of: str
    total: LineBody
    by_category: dict[str, LineBody]
    delegations: list[DelegationLineBody]
    gender: GenderBody
    unknown: int


class WaitingBody(BaseModel):
    """``match``: pending registrations by how they stand to the note; ``clean``: of them, to be approved in
    one act; ``gone``: their source no longer has them; ``unregistered``: named by a note; ``misfits`` of the
    limits; ``unsettled`` by a revision, by delegation; ``unsent``: messages that failed; ``submitted``: live
    registrations by day, in the conference's time zone; ``links``: what the links in messages begin with,
    where others than the service's own machine cannot open them.
    """

    match: dict[MatchKind, int]
    clean: int
    gone: int
    unregistered: int
    misfits: int
    unsettled: dict[str, int]
    unsent: int
    submitted: dict[date, int]
    links: str | None = None


@router.get("/{conference}/figures")
def show(conference: str, login: Caller, parts: PartsDep) -> FiguresBody:
    """The figures of the conference as of now."""
    require(Action.READ_FIGURES, login)
    require_conference(login, conference)
    return read_figures(parts, conference)


@router.get("/{conference}/waiting", response_model_exclude_none=True)
def show_waiting(conference: str, login: Caller, parts: PartsDep) -> WaitingBody:
    """What waits for an officer, as of now. Nobody is named, so there is no line in the audit."""
    require(Action.CHANGE_REGISTRATIONS, login)
    require_conference(login, conference)
    links = parts.public_url if open_here_alone(parts.public_url) else None
    with reading(parts.engine) as conn:
        return WaitingBody(**asdict(waiting(conn, conference)), links=links)


def read_figures(parts: Parts, conference: str) -> FiguresBody:
    """The same, for whoever has been let in."""
    with reading(parts.engine) as conn:
        known = delegations.delegations(conn, conference)
        counted = figures(
            known,
            notes.nominations(conn, conference),
            registrations.registrations(conn, conference),
            places.of_file(conn, conference),
        )
    return FiguresBody(
        as_of=moment(parts.clock.now()),
        total=_line(counted.total),
        by_category={key: _line(line) for key, line in counted.by_category.items()},
        delegations=[
            DelegationLineBody(
                delegation=each.id,
                code=each.code,
                name=each.names["en"],
                category=each.category,
                **_line(counted.delegations[each.id]).model_dump(),
            )
            for each in sorted(known, key=lambda each: each.names["en"])
        ],
        gender=_gender(counted),
        unknown=counted.unknown,
    )


def _gender(counted: Figures) -> GenderBody:
    of = counted.gender.of
    return GenderBody(
        counted=counted.gender.counted,
        of={key: number for key, number in of.items() if number is not None},
        withheld=[key for key, number in of.items() if number is None],
    )


def _line(line: Line) -> LineBody:
    return LineBody(
        total=_counts(line.total), by_modality=_each(line.by_modality), by_role=_each(line.by_role)
    )


def _each(counts: Mapping[K, Counts]) -> dict[str, CountsBody]:
    return {key.value: _counts(each) for key, each in counts.items()}


def _counts(counts: Counts) -> CountsBody:
    return CountsBody(nominated=counts.nominated, registered=counts.registered, approved=counts.approved)
