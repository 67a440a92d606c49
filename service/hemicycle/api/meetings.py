"""Meetings: their views, their commands, who is in the room."""

from datetime import datetime
from typing import Annotated, Any

import orjson
from fastapi import APIRouter, Body
from fastapi.responses import Response
from pydantic import BaseModel

from hemicycle.access.table import Action, may_see
from hemicycle.api.callers import Caller, PartsDep, require
from hemicycle.api.errors import PROBLEM_RESPONSES
from hemicycle.contract.problems import refused
from hemicycle.contract.views import moment
from hemicycle.rules.refusals import Refused
from hemicycle.views.audiences import Audience
from hemicycle.views.booths import BoothsView
from hemicycle.views.hall import HallView
from hemicycle.views.podium import PodiumView

router = APIRouter(tags=["meetings"], responses=PROBLEM_RESPONSES)


class SnapshotBody(BaseModel):
    """One audience's whole view as of ``seq``."""

    epoch: str
    seq: int
    audience: Audience
    view: HallView | BoothsView | PodiumView
    server_now: datetime
    scale: float


class AcceptedBody(BaseModel):
    """The command is in the log for good; ``seq``: of its last event."""

    id: str
    seq: int


class PresenceBody(BaseModel):
    """Whether the delegation is in the room."""

    model_config = {"extra": "forbid"}
    present: bool


@router.get("/meetings/{meeting}/views/{audience}", response_model=SnapshotBody)
async def view(meeting: str, audience: Audience, login: Caller, parts: PartsDep) -> Response:
    """The whole view of an audience that this login may see."""
    await parts.conductor.admit(meeting, login)
    if not may_see(login.capacity, audience):
        raise refused(Refused("not-allowed"), None)
    snapshot = await parts.conductor.snapshot(meeting, audience)
    body = {
        "epoch": snapshot.epoch,
        "seq": snapshot.seq,
        "audience": audience,
        "view": snapshot.view,
        "server_now": moment(snapshot.server_now),
        "scale": snapshot.scale,
    }
    return Response(orjson.dumps(body), media_type="application/json")


@router.post(
    "/meetings/{meeting}/commands",
    openapi_extra={
        "requestBody": {
            "required": True,
            "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Command"}}},
        }
    },
)
async def command(
    meeting: str,
    body: Annotated[dict[str, Any], Body()],
    login: Caller,
    parts: PartsDep,
) -> AcceptedBody:
    """Send one command; the same id again gets the same answer."""
    payload = dict(body)
    command_id = payload.pop("id", "")
    accepted = await parts.conductor.handle(meeting, login, command_id, payload)
    return AcceptedBody(id=command_id, seq=accepted.seq)


@router.put("/meetings/{meeting}/presence/{delegation}", status_code=204)
async def presence(meeting: str, delegation: str, body: PresenceBody, login: Caller, parts: PartsDep) -> None:
    """The desk marks a delegation as in the room, or no longer."""
    require(Action.MARK_PRESENCE, login)
    await parts.conductor.admit(meeting, login)
    await parts.arrivals.mark(meeting, delegation, present=body.present, by=login.id)
    parts.directory_changed(meeting)
