"""Names and private facts for the consoles: read from rows, never from the log."""

import asyncio
from typing import Any

from hemicycle.access.table import commands_of
from hemicycle.conduct.arrivals import Arrivals
from hemicycle.conduct.conductor import Conductor
from hemicycle.conduct.ports import Json, LoginFacts
from hemicycle.registry import conferences, people
from hemicycle.rules.meeting import Meeting
from hemicycle.storage import Engine, reading
from hemicycle.views.audiences import Audience


class People:
    """What the ``directory`` and ``me`` frames say."""

    def __init__(self, conductor: Conductor, arrivals: Arrivals) -> None:
        self._conductor = conductor
        self._arrivals = arrivals

    async def directory(self, meeting_id: str, audience: Audience) -> Json:
        """Participant id → name, title, delegation; for the podium also who is connected now."""
        found = await asyncio.to_thread(_directory, self._conductor.writer.engine, meeting_id)
        if audience is Audience.PODIUM:
            for participant in self._arrivals.connected(meeting_id) & found.keys():
                found[participant]["connected"] = True
        return found

    async def me(self, meeting_id: str, login: LoginFacts) -> Json:
        """Whose login this is, her seat, her delegation's ballot, and the commands of her capacity."""
        meeting = (await self._conductor.sitting(meeting_id)).meeting
        seat = meeting.seat_of(login.participant) if login.participant is not None else None
        person = await asyncio.to_thread(_name, self._conductor.writer.engine, login)
        facts: dict[str, Any] = {
            "login": login.id,
            "capacity": login.capacity,
            "name": person or None,
            "participant": login.participant,
            "delegation": login.delegation,
            "seat": None if seat is None else {"id": seat.id, "modality": seat.modality, "role": seat.role},
            "ballot": _ballot(meeting, login),
            "commands": commands_of(login.capacity),
        }
        return {key: value for key, value in facts.items() if value is not None}


def _ballot(meeting: Meeting, login: LoginFacts) -> Json | None:
    """What her own delegation has voted, while the vote is open: the hall is not told before it closes."""
    if meeting.vote is None or login.delegation is None:
        return None
    ballot = meeting.vote.ballots.get(login.delegation)
    return None if ballot is None else {"vote": meeting.vote.id, "choice": ballot.choice}


def _directory(engine: Engine, meeting_id: str) -> dict[str, dict[str, Any]]:
    with reading(engine) as conn:
        conference = conferences.meeting(conn, meeting_id).conference
        entries = people.directory(conn, conference)
    return {
        participant: {
            key: value
            for key, value in (
                ("name", entry.name),
                ("title", entry.title),
                ("delegation", entry.delegation),
                ("interpreter", entry.interpreter or None),
            )
            if value is not None
        }
        for participant, entry in entries.items()
    }


def _name(engine: Engine, login: LoginFacts) -> str:
    if login.participant is None:
        return login.label
    with reading(engine) as conn:
        return people.person(conn, login.conference, login.participant).name
