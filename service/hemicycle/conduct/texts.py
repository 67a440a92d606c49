"""Texts of statements: rows and log in one transaction, or not at all."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TypeVar
from uuid import uuid4

from hemicycle.access.logins import LoginFacts
from hemicycle.conduct import writer
from hemicycle.conduct.conductor import Conductor
from hemicycle.conduct.sitting import Sitting
from hemicycle.conduct.writer import Draft
from hemicycle.contract.problems import ProblemError, refused
from hemicycle.documents import texts as rows
from hemicycle.documents.texts import TextFile
from hemicycle.journal.log import Recorded
from hemicycle.registry import audit
from hemicycle.rules import conditions, texts
from hemicycle.rules.commands import AttachText, RegistryCommand, Stamped, WithdrawText
from hemicycle.rules.meeting import Meeting
from hemicycle.rules.refusals import Refused
from hemicycle.rules.terms import Agent, Capacity, DelegationId, ItemId, Phase, TextId
from hemicycle.storage import Connection, Engine, StorageFailed, writing

T = TypeVar("T")
Change = Callable[[Connection, Draft], T]


@dataclass(frozen=True, slots=True, kw_only=True)
class HandedIn:
    """A file of a text. ``text``: the one that it belongs to; None: the one that waits to be heard, or a new
    one. ``check``: the words spoken count, not the paper's.
    """

    delegation: DelegationId
    item: ItemId
    file: TextFile
    text: TextId | None = None
    check: bool = True


async def hand_in(conductor: Conductor, meeting_id: str, login: LoginFacts, handed: HandedIn) -> TextId:
    """Keep a file that lies in the folder already as a delegation's text on an item; gives the text's id.

    Raises ProblemError: the rules' refusals (``rules.texts.attach_text``); where another file shall take the
    place of one ``text-published`` (it was heard), ``listen-only``, ``no-seat``; ``not-stored``.
    """

    def change(conn: Connection, draft: Draft) -> TextId:
        text = handed.text or _waiting(draft.meeting, handed) or uuid4().hex
        there = rows.languages(conn, text)
        _require_open(draft.meeting, text, handed, there)
        if handed.file.language in there:
            _require_speaker(draft.meeting, login)
        attach = AttachText(
            text=text,
            delegation=handed.delegation,
            item=handed.item,
            languages=tuple(sorted({*there, handed.file.language})),
            check=handed.check,
        )
        _append(conn, draft, attach, login)
        of = (handed.delegation, handed.item)
        rows.add(conn, login.conference, text, of, handed.file, draft.at, login.id)
        audit.note(conn, login.conference, draft.at, login.id, "text handed in", f"text:{text}")
        return text

    return await _in_step(conductor, meeting_id, change)


async def take_back(conductor: Conductor, meeting_id: str, login: LoginFacts, text: TextId) -> None:
    """Remove a text that was not heard: from the log while the meeting lasts, from the rows at any time.

    Raises ProblemError: ``unknown-text``, ``text-published``, ``listen-only``, ``no-seat``, ``handed-on``
    where the next meeting has taken it over, ``not-stored``.
    """
    await _require_kept(conductor, meeting_id, text)

    def change(conn: Connection, draft: Draft) -> None:
        known = draft.meeting.texts.get(text)
        if known is None:
            raise Refused("unknown-text", text=text)
        if known.publishable_at is not None:
            raise Refused("text-published")
        _require_speaker(draft.meeting, login)
        if draft.meeting.phase is not Phase.ADJOURNED:
            _append(conn, draft, WithdrawText(text=text), login)
        rows.remove(conn, text)
        audit.note(conn, login.conference, draft.at, login.id, "text taken back", f"text:{text}")

    await _in_step(conductor, meeting_id, change)


async def _require_kept(conductor: Conductor, meeting_id: str, text: TextId) -> None:
    meeting = (await conductor.sitting(meeting_id)).meeting
    for later in meeting.handed_on:
        if text in (await conductor.sitting(later)).meeting.texts:
            raise refused(Refused("handed-on"), meeting.procedure)


def _waiting(meeting: Meeting, handed: HandedIn) -> TextId | None:
    found = texts.unheard(meeting, handed.delegation, handed.item)
    return None if found is None else found.id


def _require_open(meeting: Meeting, text: TextId, handed: HandedIn, there: tuple[str, ...]) -> None:
    """A text that is named must be there; one that was heard gains languages and keeps its files."""
    known = meeting.texts.get(text)
    if known is None and handed.text is not None:
        raise Refused("unknown-text", text=text)
    heard = known is not None and known.publishable_at is not None
    if heard and handed.file.language in there:
        raise Refused("text-published")


def _require_speaker(meeting: Meeting, login: LoginFacts) -> None:
    """Who only listens (ROLE_LISTEN_ONLY) takes no text away, unless she is head or focal point."""
    if login.capacity is Capacity.DELEGATE and login.part is None:
        conditions.speaker_seat(meeting, login.participant)


def _append(conn: Connection, draft: Draft, command: RegistryCommand, login: LoginFacts) -> None:
    actor = replace(login.actor, agent=Agent.REGISTRY)
    writer.append(conn, draft, Stamped(command=command, id=f"text-{uuid4().hex}", at=draft.at, actor=actor))


async def _in_step(conductor: Conductor, meeting_id: str, change: Change[T]) -> T:
    """A caller that is cancelled cancels nothing."""
    sitting = await conductor.sitting(meeting_id)
    return await asyncio.shield(asyncio.create_task(_locked(conductor, sitting, change)))


async def _locked(conductor: Conductor, sitting: Sitting, change: Change[T]) -> T:
    async with sitting.lock:
        try:
            value, recorded = await conductor.in_thread(_commit, conductor, sitting, change)
        except StorageFailed as error:
            raise ProblemError.of("not-stored", "The service could not store this; send it again.") from error
        conductor.publish(sitting, recorded)
        return value


def _commit(conductor: Conductor, sitting: Sitting, change: Change[T]) -> tuple[T, list[Recorded]]:
    engine: Engine = conductor.writer.engine
    with writing(engine) as conn:
        draft = writer.begin(conn, sitting, conductor.clock.now())
        try:
            value = change(conn, draft)
        except Refused as refusal:
            raise refused(refusal, draft.meeting.procedure) from refusal
    return value, draft.recorded
