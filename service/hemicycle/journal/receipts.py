"""The remembered answers to commands, refusals included. The same command again gets the same answer."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import Any

import orjson
from sqlalchemy import Connection, bindparam, insert, select
from sqlmodel import col

from hemicycle.storage.tables import ReceiptRow

# Built once: see ``log``.
_FIND = select(
    col(ReceiptRow.login), col(ReceiptRow.payload_hash), col(ReceiptRow.outcome), col(ReceiptRow.at)
).where(
    col(ReceiptRow.meeting_id) == bindparam("meeting"), col(ReceiptRow.command_id) == bindparam("command")
)
_REMEMBER = insert(ReceiptRow)


@dataclass(frozen=True, slots=True)
class Accepted:
    """The command was accepted; ``seq``: of its last event."""

    seq: int


@dataclass(frozen=True, slots=True)
class RefusedWith:
    """The command was refused; ``problem``: what the client was told (RFC 9457)."""

    problem: Mapping[str, Any]


Outcome = Accepted | RefusedWith


@dataclass(frozen=True, slots=True)
class Receipt:
    """The answer to one command. ``login`` None: one of the service's own parts sent it."""

    command_id: str
    login: str | None
    payload_hash: str
    outcome: Outcome
    at: datetime

    def answers(self, login: str | None, payload_hash: str) -> bool:
        """Whether this is the answer to that command, and not to another one that carries the same id."""
        return (self.login, self.payload_hash) == (login, payload_hash)


def payload_hash(payload: Mapping[str, Any]) -> str:
    """The sha256 of the command as canonical JSON: the order of its keys does not matter."""
    return sha256(orjson.dumps(payload, option=orjson.OPT_SORT_KEYS)).hexdigest()


def find(conn: Connection, meeting_id: str, command_id: str) -> Receipt | None:
    """The receipt of this command in this meeting, if it was answered before."""
    row = conn.execute(_FIND, {"meeting": meeting_id, "command": command_id}).one_or_none()
    if row is None:
        return None
    login, hashed, outcome, at = row
    return Receipt(command_id, login, hashed, _decode(outcome), at)


def remember(conn: Connection, meeting_id: str, receipt: Receipt) -> None:
    """Keep the answer, in the transaction of what it answers. A second one for the same id is an error."""
    row = {
        "meeting_id": meeting_id,
        "command_id": receipt.command_id,
        "login": receipt.login,
        "payload_hash": receipt.payload_hash,
        "outcome": _encode(receipt.outcome),
        "at": receipt.at,
    }
    conn.execute(_REMEMBER, row)


def _encode(outcome: Outcome) -> dict[str, Any]:
    match outcome:
        case Accepted(seq):
            return {"seq": seq}
        case RefusedWith(problem):
            return {"problem": dict(problem)}


def _decode(stored: Mapping[str, Any]) -> Outcome:
    return Accepted(stored["seq"]) if "seq" in stored else RefusedWith(stored["problem"])
