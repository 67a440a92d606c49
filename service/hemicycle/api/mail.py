"""The desk's mail: what is to be sent, what was, what could not be; and announcements to all registered."""

from typing import Annotated
from uuid import uuid4

from fastapi import APIRouter, Query
from pydantic import BaseModel, ConfigDict, Field
from starlette.concurrency import run_in_threadpool

from hemicycle.access.logins import LoginFacts
from hemicycle.access.table import Action
from hemicycle.api.callers import Caller, PartsDep, require, require_conference
from hemicycle.api.errors import PROBLEM_RESPONSES
from hemicycle.api.parts import Parts
from hemicycle.api.watched import note_read
from hemicycle.contract.bounds import IDENTIFIER
from hemicycle.contract.problems import ProblemError
from hemicycle.contract.views import moment
from hemicycle.registry import announcing, audit, mail
from hemicycle.registry.announcing import Concerned
from hemicycle.registry.fields import Slug
from hemicycle.registry.mail import Letter, LetterState, Sought
from hemicycle.rules.terms import Category, Modality
from hemicycle.storage import reading, writing

router = APIRouter(tags=["mail"], responses=PROBLEM_RESPONSES, prefix="/conferences/{conference}")
Identifier = Annotated[str, Field(pattern=IDENTIFIER)]
PAGE = 100


class LetterLine(BaseModel):
    """A message in short. ``error``: of the last try, as long as it is not sent. Times: RFC 3339, UTC."""

    id: str
    kind: str
    address: str
    subject: str
    due_at: str
    tries: int
    sent_at: str | None = None
    error: str | None = None


class LetterBody(LetterLine):
    """A whole message; of one that was sent into the outbox folder as it was sent, with its link."""

    text: str


class LettersBody(BaseModel):
    """A page of the messages, the newest first. ``total``: of those sought; ``unsent``: of all."""

    total: int
    unsent: int
    letters: list[LetterLine]


class AudienceBody(BaseModel):
    """Whom an announcement concerns: who is registered so; absent: whichever."""

    model_config = ConfigDict(extra="forbid")
    modality: Modality | None = None
    category: Category | None = None
    session: Slug | None = None


class ReachedBody(BaseModel):
    """``people``: how many would be told."""

    people: int


class AnnouncementBody(BaseModel):
    """What all registered are told, or those of ``to``. ``id``: the same again is the same announcement, and
    is sent to those alone who have registered since.
    """

    model_config = ConfigDict(extra="forbid")
    id: Identifier | None = None
    to: AudienceBody = AudienceBody()
    subject: Annotated[str, Field(min_length=1, max_length=200, pattern=r"^[^\r\n]*\S[^\r\n]*$")]
    text: Annotated[str, Field(min_length=1, max_length=20_000)]


class AnnouncedBody(BaseModel):
    """``queued``: messages that are new."""

    id: str
    queued: int


@router.get("/announcements/reach")
def reach(
    conference: str, to: Annotated[AudienceBody, Query()], login: Caller, parts: PartsDep
) -> ReachedBody:
    """How many an announcement would reach: asked before it is sent."""
    require(Action.ANNOUNCE, login)
    require_conference(login, conference)
    with reading(parts.engine) as conn:
        return ReachedBody(people=len(announcing.audience(conn, conference, _concerned(to))))


@router.post("/announcements", status_code=202)
async def announce(conference: str, body: AnnouncementBody, login: Caller, parts: PartsDep) -> AnnouncedBody:
    """Tell everybody who is registered, or whom it concerns, once an address."""
    require(Action.ANNOUNCE, login)
    require_conference(login, conference)
    key = body.id or uuid4().hex
    queued = await run_in_threadpool(_announce, parts, login, key, body)
    parts.mail_queued()
    return AnnouncedBody(id=key, queued=queued)


@router.get("/mail", response_model_exclude_none=True)
def letters(
    conference: str,
    login: Caller,
    parts: PartsDep,
    page: Annotated[int, Query(ge=1, le=100_000)] = 1,
    address: Annotated[str, Query(max_length=300)] = "",
    state: LetterState | None = None,
) -> LettersBody:
    """The messages of the conference, without their texts. ``address``: a part of it."""
    require(Action.READ_MAIL, login)
    require_conference(login, conference)
    note_read(parts, login, "mail", page=page)
    sought = Sought(address.strip(), state)
    with reading(parts.engine) as conn:
        return LettersBody(
            total=mail.count(conn, conference, sought),
            unsent=mail.count(conn, conference, mail.EVERY)
            - mail.count(conn, conference, Sought(state=LetterState.SENT)),
            letters=[_line(each) for each in mail.letters(conn, conference, sought, (page - 1) * PAGE, PAGE)],
        )


@router.get("/mail/{letter}", response_model_exclude_none=True)
def letter(conference: str, letter: str, login: Caller, parts: PartsDep) -> LetterBody:
    """One message with its text."""
    require(Action.READ_MAIL, login)
    require_conference(login, conference)
    with reading(parts.engine) as conn:
        try:
            found = mail.letter(conn, conference, letter)
        except mail.UnknownLetter as error:
            raise ProblemError.of("not-found", f"There is no message {letter}.") from error
    note_read(parts, login, f"letter:{found.id}")
    sent = parts.outbox.read(found.id)
    text = found.body if sent is None else str(sent.get_content())
    return LetterBody(**_line(found).model_dump(), text=text)


@router.post("/mail/{letter}/again", response_model_exclude_none=True)
async def again(conference: str, letter: str, login: Caller, parts: PartsDep) -> LetterLine:
    """Try an unsent message again, now."""
    require(Action.READ_MAIL, login)
    require_conference(login, conference)
    found = await run_in_threadpool(_again, parts, conference, letter, login)
    parts.mail_queued()
    return _line(found)


def _announce(parts: Parts, login: LoginFacts, key: str, body: AnnouncementBody) -> int:
    now = parts.clock.now()
    with reading(parts.engine) as conn:
        to = announcing.audience(conn, login.conference, _concerned(body.to))
        words = (body.subject, body.text)
        drafts = announcing.announcement(conn, login.conference, to, key, words, now)
    with writing(parts.engine) as conn:
        queued = mail.queue_all(conn, login.conference, drafts, now, login.id)
        told = {"queued": queued, **body.to.model_dump(mode="json", exclude_none=True)}
        audit.note(conn, login.conference, now, login.id, "announced", f"announcement:{key}", **told)
    return queued


def _concerned(body: AudienceBody) -> Concerned:
    return Concerned(modality=body.modality, category=body.category, session=body.session)


def _again(parts: Parts, conference: str, letter: str, login: LoginFacts) -> Letter:
    now = parts.clock.now()
    with writing(parts.engine) as conn:
        try:
            found = mail.again(conn, conference, letter, now, login.id)
        except mail.UnknownLetter as error:
            raise ProblemError.of("not-found", f"No unsent message is called {letter}.") from error
        audit.note(conn, conference, now, login.id, "sent-again", f"letter:{letter}")
    return found


def _line(letter: Letter) -> LetterLine:
    return LetterLine(
        id=letter.id,
        kind=letter.kind,
        address=letter.address,
        subject=letter.subject,
        due_at=moment(letter.due_at),
        tries=letter.tries,
        sent_at=None if letter.sent_at is None else moment(letter.sent_at),
        error=letter.error,
    )
