"""One registration: shown, and corrected by an officer where it says something wrong, whatever its state."""

from fastapi import APIRouter
from starlette.concurrency import run_in_threadpool

from hemicycle.access.table import Action
from hemicycle.api.callers import Caller, PartsDep, require, require_conference
from hemicycle.api.errors import PROBLEM_RESPONSES
from hemicycle.api.parts import Parts
from hemicycle.api.registration_bodies import CorrectionBody, RegistrationLine, line_of
from hemicycle.api.registrations import refused, require_sessions
from hemicycle.api.watched import note_read
from hemicycle.conduct import correcting
from hemicycle.registry import conferences, notes, registrations
from hemicycle.storage import reading

router = APIRouter(tags=["registrations"], responses=PROBLEM_RESPONSES, prefix="/conferences")


@router.get("/{conference}/registrations/{registration}", response_model_exclude_none=True)
def show_one(conference: str, registration: str, login: Caller, parts: PartsDep) -> RegistrationLine:
    """A registration, with the nomination that it is matched to."""
    require(Action.CHANGE_REGISTRATIONS, login)
    require_conference(login, conference)
    note_read(parts, login, f"registration:{registration}")
    return _line(parts, conference, registration)


@router.put("/{conference}/registrations/{registration}", response_model_exclude_none=True)
async def correct(
    conference: str, registration: str, body: CorrectionBody, login: Caller, parts: PartsDep
) -> RegistrationLine:
    """Let a registration say what is right. Of one that is approved, place, seat and login follow within the
    limits; one that was rejected or withdrawn asks again. No import changes it any more.
    """
    require(Action.APPROVE, login)
    require_conference(login, conference)
    await run_in_threadpool(_check, parts, conference, body)
    asked, url = body.correction(), parts.public_url
    await correcting.correct(
        parts.conductor, conference, registration, asked, login, body.reason, public_url=url
    )
    parts.mail_queued()
    for meeting in await run_in_threadpool(_meetings, parts, conference):
        parts.directory_changed(meeting)  # booths and podium hear of the new name
    return await run_in_threadpool(_line, parts, conference, registration)


def _check(parts: Parts, conference: str, body: CorrectionBody) -> None:
    with reading(parts.engine) as conn:
        require_sessions(conn, conference, body)


def _meetings(parts: Parts, conference: str) -> list[str]:
    with reading(parts.engine) as conn:
        return [meeting.id for meeting in conferences.meetings(conn, conference)]


def _line(parts: Parts, conference: str, registration: str) -> RegistrationLine:
    with reading(parts.engine) as conn:
        try:
            found = registrations.registration(conn, conference, registration)
        except registrations.RegistrationRefused as error:
            raise refused(error) from error
        named = notes.nominations(conn, conference, found.delegation)
    return line_of(found, {each.id: each for each in named})
