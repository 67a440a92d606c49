"""The frames of the live protocol ``hemicycle.v1`` as models: what AsyncAPI says of the socket.

The live layer reads and writes frames without these models, for speed; a test holds both to each other.
"""

from datetime import datetime
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from hemicycle.contract.bounds import COMMAND_ID
from hemicycle.rules.state.decisions import Choice
from hemicycle.rules.terms import Capacity, DelegationId, Modality, ParticipantId, Role, SeatId
from hemicycle.views.audiences import Audience
from hemicycle.views.booths import BoothsView
from hemicycle.views.hall import HallView
from hemicycle.views.podium import PodiumView

CommandId = Annotated[str, Field(pattern=COMMAND_ID)]


class _Frame(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class HelloFrame(_Frame):
    """First frame, and again after a gap. With ``epoch`` and ``since_seq`` the missing patches are sent."""

    type: Literal["hello"]
    audience: Audience
    epoch: str | None = None
    since_seq: Annotated[int, Field(ge=0)] | None = None


class CommandFrame(BaseModel):
    """A command: ``command`` names it, its own fields stand beside (see the schemas ``…Command``)."""

    model_config = ConfigDict(extra="allow", frozen=True)
    type: Literal["command"]
    id: CommandId
    command: str


class PongFrame(_Frame):
    """The answer to ``ping``."""

    type: Literal["pong"]


class SnapshotFrame(_Frame):
    """The whole view. ``scale``: service seconds per real second."""

    type: Literal["snapshot"]
    epoch: str
    seq: int
    audience: Audience
    view: HallView | BoothsView | PodiumView
    server_now: datetime
    scale: float


class PatchFrame(_Frame):
    """What one command changed: ``merge`` (RFC 7396) brings the view from ``prev_seq`` to ``seq``."""

    type: Literal["patch"]
    prev_seq: int
    seq: int
    merge: dict[str, Any]
    server_now: datetime


class PersonShown(BaseModel):
    """A person in the directory; ``interpreter``: may work in a booth; ``connected``: to the podium only.
    A later frame holds what has changed, null for what is gone.
    """

    name: str | None = None
    title: str | None = None
    delegation: DelegationId | None = None
    interpreter: bool | None = None
    connected: bool | None = None


class DirectoryFrame(_Frame):
    """Names of persons, to booths and podium. ``version`` 0 is the whole; a later one merges (RFC 7396)."""

    type: Literal["directory"]
    version: int
    merge: dict[ParticipantId, PersonShown | None]


class OwnSeat(BaseModel):
    """The seat that the login's person holds."""

    id: SeatId
    modality: Modality
    role: Role


class OwnBallot(BaseModel):
    """What the login's delegation has voted in the vote that is open; ``vote``: its id."""

    vote: str
    choice: Choice


class MeFrame(_Frame):
    """What is private to this login. ``commands``: the names of those that it may try. ``ballot``: told when
    it is cast; it says nothing of any vote but the one it names.
    """

    type: Literal["me"]
    version: int
    login: str
    capacity: Capacity
    commands: list[str]
    name: str | None = None
    participant: ParticipantId | None = None
    delegation: DelegationId | None = None
    seat: OwnSeat | None = None
    ballot: OwnBallot | None = None


class AcceptedFrame(_Frame):
    """The command is in the log for good; sent after the patch that contains it."""

    type: Literal["accepted"]
    id: CommandId
    seq: int


class RefusedFrame(_Frame):
    """The command was refused and nothing has changed; without ``id``: the frame could not be read."""

    type: Literal["refused"]
    problem: dict[str, Any]
    id: CommandId | None = None


class PingFrame(_Frame):
    """After a silence; the client answers ``pong``."""

    type: Literal["ping"]
    server_now: datetime


class ByeFrame(_Frame):
    """Before the service closes. Come back after ``retry_after`` seconds, unless ``reason`` forbids it."""

    type: Literal["bye"]
    reason: Literal[
        "revoked", "slow", "shutting_down", "protocol", "unknown_meeting", "superseded", "too_many"
    ]
    retry_after: float | None = None


FROM_CLIENT: tuple[type[BaseModel], ...] = (HelloFrame, CommandFrame, PongFrame)
FROM_SERVICE: tuple[type[BaseModel], ...] = (
    SnapshotFrame,
    PatchFrame,
    DirectoryFrame,
    MeFrame,
    AcceptedFrame,
    RefusedFrame,
    PingFrame,
    ByeFrame,
)
