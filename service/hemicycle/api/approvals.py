"""Registrations are approved, rejected and withdrawn by the desk; each act brings the live meetings along."""

from typing import Annotated, Any, Self

from fastapi import APIRouter
from pydantic import BaseModel, ConfigDict, Field, model_validator
from starlette.concurrency import run_in_threadpool

from hemicycle.access.table import Action
from hemicycle.api.callers import Caller, PartsDep, require, require_conference
from hemicycle.api.errors import PROBLEM_RESPONSES
from hemicycle.api.parts import Parts
from hemicycle.conduct import accreditation
from hemicycle.contract.bounds import IDENTIFIER
from hemicycle.registry import conferences
from hemicycle.storage import reading

router = APIRouter(tags=["registrations"], responses=PROBLEM_RESPONSES, prefix="/conferences")
Registrations = Annotated[
    list[Annotated[str, Field(pattern=IDENTIFIER)]], Field(min_length=1, max_length=1000)
]
Reason = Annotated[str, Field(min_length=1, max_length=2000)]


class ApprovalBody(BaseModel):
    """``reason``: to approve whom the note verbale in force does not name so; ``as_named``: with modality,
    role and sessions of her nomination, whatever she asks for; ``same_as``: whom of the conference's file the
    one registration is of.
    """

    model_config = ConfigDict(extra="forbid")
    registrations: Registrations
    reason: Reason | None = None
    as_named: bool = False
    same_as: Annotated[str, Field(pattern=IDENTIFIER)] | None = None

    @model_validator(mode="after")
    def _one_person(self) -> Self:
        if self.same_as is not None and len(self.registrations) != 1:
            raise ValueError("same_as is said of one registration")
        return self


class WithdrawalBody(BaseModel):
    """Why, on record."""

    model_config = ConfigDict(extra="forbid")
    registrations: Registrations
    reason: Reason | None = None


class RejectionBody(BaseModel):
    """Why the requests are refused."""

    model_config = ConfigDict(extra="forbid")
    registrations: Registrations
    reason: Reason


class ReleaseBody(BaseModel):
    """Why somebody gives up what she holds."""

    model_config = ConfigDict(extra="forbid")
    reason: Reason | None = None


class RefusedLine(BaseModel):
    """A registration that was not decided so, and the problem (RFC 9457) that says why."""

    registration: str
    problem: dict[str, Any]


class ApprovedLine(BaseModel):
    """Who a registration has become. Not ``seated``: an alternate, all seats of this kind are held."""

    registration: str
    participant: str
    seated: bool


class ApprovedBody(BaseModel):
    """What became of each."""

    approved: list[ApprovedLine]
    refused: list[RefusedLine]


class DecidedBody(BaseModel):
    """What became of each."""

    done: list[str]
    refused: list[RefusedLine]


@router.post("/{conference}/registrations/approve")
async def approve(conference: str, body: ApprovalBody, login: Caller, parts: PartsDep) -> ApprovedBody:
    """Approve: each gets a place, a seat if one is free, a login and a mail with its link."""
    require(Action.APPROVE, login)
    require_conference(login, conference)
    made = await accreditation.approve(
        parts.conductor,
        conference,
        body.registrations,
        login,
        body.reason,
        as_named=body.as_named,
        same_as=body.same_as,
        public_url=parts.public_url,
    )
    parts.mail_queued()
    for meeting in await run_in_threadpool(_meetings, parts, conference):
        parts.directory_changed(meeting)  # booths and podium hear of new people
    return ApprovedBody(
        approved=[
            ApprovedLine(registration=key, participant=who, seated=who in made.seated)
            for key, who in made.approved.items()
        ],
        refused=_lines(made.refused),
    )


@router.post("/{conference}/registrations/reject")
async def reject(conference: str, body: RejectionBody, login: Caller, parts: PartsDep) -> DecidedBody:
    """Refuse pending requests."""
    require(Action.APPROVE, login)
    require_conference(login, conference)
    decided = await accreditation.reject(parts.conductor, conference, body.registrations, login, body.reason)
    parts.mail_queued()
    return DecidedBody(done=decided.done, refused=_lines(decided.refused))


@router.post("/{conference}/registrations/withdraw")
async def withdraw(conference: str, body: WithdrawalBody, login: Caller, parts: PartsDep) -> DecidedBody:
    """End requests and approvals: seat and place become free, login and open consoles end at once."""
    require(Action.APPROVE, login)
    require_conference(login, conference)
    decided = await accreditation.withdraw(
        parts.conductor, conference, body.registrations, login, body.reason
    )
    parts.mail_queued()
    return DecidedBody(done=decided.done, refused=_lines(decided.refused))


@router.post("/{conference}/people/{participant}/release", status_code=204)
async def release(
    conference: str, participant: str, body: ReleaseBody, login: Caller, parts: PartsDep
) -> None:
    """End what somebody of the conference's file holds, who has no registration to withdraw: seat and place
    become free, login and open consoles end at once.
    """
    require(Action.APPROVE, login)
    require_conference(login, conference)
    await accreditation.release(parts.conductor, conference, [participant], login, body.reason)


def _lines(refused: dict[str, dict[str, Any]]) -> list[RefusedLine]:
    return [RefusedLine(registration=key, problem=problem) for key, problem in refused.items()]


def _meetings(parts: Parts, conference: str) -> list[str]:
    with reading(parts.engine) as conn:
        return [meeting.id for meeting in conferences.meetings(conn, conference)]
