"""Limits as policies with versions: read, tried out, published; and settling who no longer fits."""

from datetime import datetime
from typing import Annotated, Any

from fastapi import APIRouter
from pydantic import AwareDatetime, BaseModel, ConfigDict, Field
from starlette.concurrency import run_in_threadpool

from hemicycle.access.table import Action
from hemicycle.api.callers import Caller, PartsDep, require, require_conference
from hemicycle.api.errors import PROBLEM_RESPONSES
from hemicycle.api.parts import Parts
from hemicycle.conduct import accreditation, policies
from hemicycle.conduct.settling import Settlement, Settling
from hemicycle.contract.bounds import IDENTIFIER
from hemicycle.contract.problems import ProblemError
from hemicycle.contract.views import moment
from hemicycle.registry import limits, misfits
from hemicycle.registry.policy import MOST, MOST_POOLED, Limit, NewPolicy, Policy, Pool
from hemicycle.registry.roster import EVERYWHERE
from hemicycle.rules.terms import Category, Modality, Role
from hemicycle.storage import reading

router = APIRouter(tags=["limits"], responses=PROBLEM_RESPONSES, prefix="/conferences")
Identifier = Annotated[str, Field(pattern=IDENTIFIER)]
Reason = Annotated[str, Field(min_length=1, max_length=2000)]
Number = Annotated[int, Field(ge=0, le=MOST)]


class LimitBody(BaseModel):
    """``category`` absent: any that has no limit of its own; ``scope``: a session or meeting, absent: all."""

    model_config = ConfigDict(extra="forbid")
    category: Category | None = None
    modality: Modality
    role: Role
    scope: Identifier | None = None
    nominated: Number
    at_once: Number


class PoolBody(BaseModel):
    """Units that delegations share; what is absent may be any."""

    model_config = ConfigDict(extra="forbid")
    id: Identifier
    modality: Modality | None = None
    role: Role | None = None
    categories: list[Category] = []
    size: Annotated[int, Field(ge=0, le=MOST_POOLED)]


class NewPolicyBody(BaseModel):
    """``holds_from`` (service time) absent: now."""

    model_config = ConfigDict(extra="forbid")
    holds_from: AwareDatetime | None = None
    reason: Reason
    limits: Annotated[list[LimitBody], Field(max_length=500)]
    pools: Annotated[list[PoolBody], Field(max_length=50)] = []


class PolicyBody(BaseModel):
    """One version. ``applied_at`` absent: it does not hold yet, or a later version came first."""

    version: int
    holds_from: str
    applied_at: str | None = None
    reason: str
    limits: list[LimitBody]
    pools: list[PoolBody]


class MisfitBody(BaseModel):
    """Who holds what a policy does not have: as ``seat:online.speaker.*``; ``kept``: why she may stay."""

    participant: str
    delegation: str
    registration: str | None = None
    over: list[str]
    kept: str | None = None


class PoliciesBody(BaseModel):
    """``in_force``: the version that holds now; ``misfits``: who does not fit it."""

    in_force: int
    policies: list[PolicyBody]
    misfits: list[MisfitBody]


class PreviewBody(BaseModel):
    """Who would not fit."""

    misfits: list[MisfitBody]


class SettlementBody(BaseModel):
    """What becomes of these people. ``modality`` and ``role``: where to, for a move; ``reason``: needed to
    keep.
    """

    model_config = ConfigDict(extra="forbid")
    participants: Annotated[list[Identifier], Field(min_length=1, max_length=1000)]
    act: Settling
    modality: Modality | None = None
    role: Role | None = None
    reason: Reason | None = None


class UnsettledLine(BaseModel):
    """Who was not settled so, and the problem (RFC 9457) that says why."""

    participant: str
    problem: dict[str, Any]


class SettledBody(BaseModel):
    """What became of each; ``left``: how many in the conference are to be settled yet."""

    done: list[str]
    refused: list[UnsettledLine]
    left: int


@router.get("/{conference}/policies", response_model_exclude_none=True)
def show(conference: str, login: Caller, parts: PartsDep) -> PoliciesBody:
    """All versions of the limits, and who does not fit the one in force."""
    require(Action.READ_LIMITS, login)
    require_conference(login, conference)
    with reading(parts.engine) as conn:
        return PoliciesBody(
            in_force=limits.version_in_force(conn, conference, parts.clock.now()),
            policies=[_policy(each) for each in limits.policies(conn, conference)],
            misfits=[_misfit(each) for each in misfits.misfits(conn, conference)],
        )


@router.get("/{conference}/policies/preview", response_model_exclude_none=True)
async def preview_version(conference: str, version: int, login: Caller, parts: PartsDep) -> PreviewBody:
    """Who would not fit a version that does not hold yet; nothing changes."""
    require(Action.SET_LIMITS, login)
    require_conference(login, conference)
    found = await run_in_threadpool(_version, parts, conference, version)
    if found is None:
        raise ProblemError.of("not-found", f"There is no version {version} of the limits.")
    return PreviewBody(
        misfits=[_misfit(m) for m in await policies.preview(parts.conductor, conference, found)]
    )


@router.post("/{conference}/policies/preview", response_model_exclude_none=True)
async def preview(conference: str, body: NewPolicyBody, login: Caller, parts: PartsDep) -> PreviewBody:
    """Who would not fit limits that are not published; nothing changes."""
    require(Action.SET_LIMITS, login)
    require_conference(login, conference)
    tried = _new(body, parts.clock.now())
    return PreviewBody(
        misfits=[_misfit(m) for m in await policies.preview(parts.conductor, conference, tried)]
    )


@router.post("/{conference}/policies", status_code=201, response_model_exclude_none=True)
async def publish(conference: str, body: NewPolicyBody, login: Caller, parts: PartsDep) -> PoliciesBody:
    """Publish a version: applied at once, or at its moment. Nobody loses anything by it: see ``misfits``."""
    require(Action.SET_LIMITS, login)
    require_conference(login, conference)
    await policies.publish_policy(parts.conductor, conference, _new(body, parts.clock.now()), login)
    return await run_in_threadpool(show, conference, login, parts)


@router.post("/{conference}/policies/{version}/settle")
async def settle(
    conference: str, version: int, body: SettlementBody, login: Caller, parts: PartsDep
) -> SettledBody:
    """Settle people who do not fit: withdraw, move, or keep with a reason; one transaction a delegation. Who
    is refused keeps nobody else back. ``version``: the one in force.
    """
    require(Action.SET_LIMITS, login)
    require_conference(login, conference)
    held = await run_in_threadpool(_in_force, parts, conference)
    if version != held:
        raise ProblemError.of("policy-refused", f"Version {held} of the limits is in force; look again.")
    settled = await accreditation.settle(parts.conductor, conference, Settlement(**body.model_dump()), login)
    parts.mail_queued()
    return SettledBody(
        done=settled.done,
        refused=[UnsettledLine(participant=who, problem=problem) for who, problem in settled.refused.items()],
        left=await run_in_threadpool(_left, parts, conference),
    )


def _in_force(parts: Parts, conference: str) -> int:
    with reading(parts.engine) as conn:
        return limits.version_in_force(conn, conference, parts.clock.now())


def _left(parts: Parts, conference: str) -> int:
    with reading(parts.engine) as conn:
        return sum(each.kept is None for each in misfits.misfits(conn, conference))


def _version(parts: Parts, conference: str, version: int) -> Policy | None:
    with reading(parts.engine) as conn:
        return {each.version: each for each in limits.policies(conn, conference)}.get(version)


def _new(body: NewPolicyBody, now: datetime) -> NewPolicy:
    return NewPolicy(
        holds_from=body.holds_from or now,
        reason=body.reason,
        limits=tuple(
            Limit(
                category=each.category,
                modality=each.modality,
                role=each.role,
                scope=each.scope or EVERYWHERE,
                nominated=each.nominated,
                at_once=each.at_once,
            )
            for each in body.limits
        ),
        pools=tuple(
            Pool(
                id=each.id,
                modality=each.modality,
                role=each.role,
                categories=tuple(each.categories),
                size=each.size,
            )
            for each in body.pools
        ),
    )


def _policy(policy: Policy) -> PolicyBody:
    return PolicyBody(
        version=policy.version,
        holds_from=moment(policy.holds_from),
        applied_at=moment(policy.applied_at) if policy.applied_at else None,
        reason=policy.reason,
        limits=[
            LimitBody(
                category=each.category,
                modality=each.modality,
                role=each.role,
                scope=None if each.scope == EVERYWHERE else each.scope,
                nominated=each.nominated,
                at_once=each.at_once,
            )
            for each in policy.limits
        ],
        pools=[
            PoolBody(
                id=each.id,
                modality=each.modality,
                role=each.role,
                categories=list(each.categories),
                size=each.size,
            )
            for each in policy.pools
        ],
    )


def _misfit(misfit: misfits.Misfit) -> MisfitBody:
    return MisfitBody(
        participant=misfit.participant,
        delegation=misfit.delegation,
        registration=misfit.registration,
        over=list(misfit.over),
        kept=misfit.kept,
    )
