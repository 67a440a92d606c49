"""Mail to a real server and into the outbox folder: headers, refusals, tries; nothing doubled or lost."""

import asyncio
import logging
import socket
import stat
from collections.abc import AsyncIterator, Iterator
from datetime import UTC, datetime, timedelta
from email.headerregistry import Address
from email.message import EmailMessage
from pathlib import Path

import pytest
from tests.clock.manual_clock import ManualClock
from tests.conduct.moot import load
from tests.databases import Databases
from tests.platforms.sink import Sink, listening_sink

from hemicycle.platforms.mail.message import message_of, sender_of, without_link
from hemicycle.platforms.mail.outbox import Outbox
from hemicycle.platforms.mail.postman import NotDelivered, Postman
from hemicycle.platforms.mail.sender import MOST_TRIES, Sender, pause_after
from hemicycle.platforms.mail.smtp import Server, SmtpPostman
from hemicycle.registry import mail
from hemicycle.registry.mail import LINK_SENT, Draft, Letter, LetterRefused
from hemicycle.storage import Engine, reading, writing

AT = datetime(2021, 9, 1, 9, tzinfo=UTC)
SECRETARIAT = Address("秘书处 الأمانة", "desk", "example.org")
BODY = "王小明,\n\nhttps://floor.example/enter#abc.s3cret\n\nأهلا\n"


@pytest.fixture
def engine(databases: Databases) -> Iterator[Engine]:
    with databases.engine(load) as engine:
        yield engine


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock(AT)


@pytest.fixture
async def sink() -> AsyncIterator[Sink]:
    async with listening_sink() as sink:
        yield sink


def draft(key: str = "login:1", address: str = "ana@pan.example", **fields: str) -> Draft:
    text = {"kind": "login", "subject": "会议: your access", "body": BODY, **fields}
    return Draft(key=key, address=address, due_at=AT, **text)


def queued(engine: Engine, *drafts: Draft) -> None:
    with writing(engine) as conn:
        assert mail.queue_all(conn, "moot", drafts, AT, "test") == len(drafts)


def letters(engine: Engine) -> dict[str, Letter]:
    with reading(engine) as conn:
        return {each.key: each for each in mail.letters(conn, "moot")}


def by_smtp(port: int) -> SmtpPostman:
    return SmtpPostman(Server(host="127.0.0.1", port=port, starttls=False))


def sender(engine: Engine, clock: ManualClock, postman: Postman) -> Sender:
    return Sender(engine, clock, postman, SECRETARIAT)


async def test_what_is_due_arrives_once_and_its_link_is_forgotten(
    engine: Engine, clock: ManualClock, sink: Sink
) -> None:
    queued(engine, draft(), draft("login:2", "bo@ita.example"))
    sending = sender(engine, clock, by_smtp(sink.port))
    assert await sending.send_due() == 2
    assert await sending.send_due() == 0
    first, second = sink.messages
    assert {first["To"], second["To"]} == {"ana@pan.example", "bo@ita.example"}
    assert first["Subject"] == "会议: your access"
    assert first["From"].addresses[0].display_name == "秘书处 الأمانة"
    assert first["Auto-Submitted"] == "auto-generated"
    assert first["Date"].datetime == AT
    assert first.get_content().splitlines() == BODY.splitlines()
    for letter in letters(engine).values():
        assert letter.sent_at == AT
        assert "s3cret" not in letter.body
        assert LINK_SENT in letter.body


async def test_nothing_leaves_before_it_is_due(engine: Engine, clock: ManualClock, sink: Sink) -> None:
    with writing(engine) as conn:
        later = AT + timedelta(hours=1)
        assert mail.queue(conn, "moot", "notice", "k", "a@b.example", "s", "b", later, AT, "test")
    assert await sender(engine, clock, by_smtp(sink.port)).send_due() == 0
    await clock.turn_to(later)
    assert await sender(engine, clock, by_smtp(sink.port)).send_due() == 1


async def test_a_refused_address_is_left_to_the_desk_and_the_others_are_sent(
    engine: Engine, clock: ManualClock, sink: Sink, caplog: pytest.LogCaptureFixture
) -> None:
    queued(engine, draft(), draft("login:2", "bo@ita.example"))
    sink.answers = ["550 5.1.1 no such mailbox <ana@pan.example>"]
    with caplog.at_level(logging.DEBUG):
        assert await sender(engine, clock, by_smtp(sink.port)).send_due() == 1
    (refused,) = (each for each in letters(engine).values() if each.sent_at is None)
    assert refused.tries == MOST_TRIES
    assert refused.error is not None
    assert "no such mailbox" in refused.error
    hemicycle = [r.getMessage() for r in caplog.records if r.name.startswith("hemicycle")]
    assert hemicycle
    assert not [said for said in hemicycle if "example" in said or "s3cret" in said]
    await clock.turn_to(AT + timedelta(days=1))
    assert await sender(engine, clock, by_smtp(sink.port)).send_due() == 0
    with writing(engine) as conn:
        mail.again(conn, "moot", refused.id, clock.now(), "desk")
    assert await sender(engine, clock, by_smtp(sink.port)).send_due() == 1


@pytest.mark.parametrize("where", ["answers", "data"])
async def test_a_temporary_failure_is_tried_again_later_and_later(
    engine: Engine, clock: ManualClock, sink: Sink, where: str
) -> None:
    queued(engine, draft())
    setattr(sink, where, ["451 4.3.0 try again later"] * 2)
    sending = sender(engine, clock, by_smtp(sink.port))
    for tries, pause in ((1, 1), (2, 2)):
        assert await sending.send_due() == 0
        assert letters(engine)["login:1"].tries == tries
        assert "try again later" in (letters(engine)["login:1"].error or "")
        assert await sending.send_due() == 0  # not before its time
        await clock.turn_to(clock.now() + timedelta(minutes=pause))
    assert await sending.send_due() == 1
    assert letters(engine)["login:1"].error is None
    assert len(sink.messages) == 1


async def test_a_server_that_is_not_there_is_tried_so_often_and_no_more(
    engine: Engine, clock: ManualClock
) -> None:
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        port = closed.getsockname()[1]
    queued(engine, draft())
    for _ in range(MOST_TRIES + 2):
        assert await sender(engine, clock, by_smtp(port)).send_due() == 0
        await clock.turn_to(clock.now() + timedelta(hours=2))
    letter = letters(engine)["login:1"]
    assert letter.tries == MOST_TRIES
    assert "cannot be used" in (letter.error or "")
    assert "s3cret" in letter.body  # it has not been sent


async def test_without_encryption_nothing_is_said_where_it_is_asked_for(
    engine: Engine, clock: ManualClock, sink: Sink
) -> None:
    queued(engine, draft())
    server = Server(host="127.0.0.1", port=sink.port, user="desk", password="hush-hush")
    assert "hush-hush" not in repr(server)
    assert await sender(engine, clock, SmtpPostman(server)).send_due() == 0
    assert sink.messages == []
    assert "hush-hush" not in (letters(engine)["login:1"].error or "")


async def test_many_nodes_send_each_message_once(engine: Engine, clock: ManualClock, tmp_path: Path) -> None:
    queued(engine, *(draft(f"k{number}") for number in range(20)))
    posts = [_Counting(Outbox(tmp_path)) for _ in range(4)]
    left = await asyncio.gather(*(sender(engine, clock, post).send_due() for post in posts))
    assert sum(left) == 20
    assert sorted(each for post in posts for each in post.sent) == sorted(
        each.id for each in letters(engine).values()
    )


async def test_who_is_killed_between_sending_and_marking_loses_nothing(
    engine: Engine, clock: ManualClock, sink: Sink
) -> None:
    """Taken and sent, never marked: it is sent a second time, under the same Message-ID."""
    queued(engine, draft())
    with writing(engine) as conn:
        (letter,) = mail.due(conn, AT, MOST_TRIES)
        assert mail.take(conn, letter, AT, AT + pause_after(1))
    await by_smtp(sink.port).send(letter.id, message_of(letter, SECRETARIAT, AT))
    assert await sender(engine, clock, by_smtp(sink.port)).send_due() == 0
    await clock.turn_to(AT + pause_after(1))
    assert await sender(engine, clock, by_smtp(sink.port)).send_due() == 1
    assert len({message["Message-ID"] for message in sink.messages}) == 1


async def test_the_outbox_folder_is_for_this_user_alone(
    engine: Engine, clock: ManualClock, tmp_path: Path
) -> None:
    outbox = Outbox(tmp_path / "outbox")
    queued(engine, draft())
    assert await sender(engine, clock, outbox).send_due() == 1
    (file,) = (tmp_path / "outbox").iterdir()
    letter = letters(engine)["login:1"]
    assert file.name == f"{letter.id}.eml"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700
    kept = outbox.read(letter.id)
    assert kept is not None
    assert "s3cret" in kept.get_content()
    outbox.forget([letter.id, "other"])
    assert outbox.read(letter.id) is None


async def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", "utf-8")
    with pytest.raises(NotDelivered) as refused:
        await Outbox(tmp_path / "file" / "outbox").send("a1", EmailMessage())
    assert not refused.value.final


async def test_a_key_is_queued_once_by_however_many(engine: Engine) -> None:
    def race(number: int) -> bool:
        with writing(engine) as conn:
            return mail.queue(conn, "moot", "k", "same", f"n{number}@x.example", "s", "b", AT, AT, "test")

    won = await asyncio.gather(*(asyncio.to_thread(race, number) for number in range(8)))
    assert sorted(won) == [False] * 7 + [True]


@pytest.mark.parametrize(
    "fields",
    [
        {"address": "ana@pan.example\r\nBcc: spy@x.example"},
        {"address": "ana@pan.example, spy@x.example"},
        {"address": "Ana <ana@pan.example>"},
        {"address": "ana"},
        {"address": ""},
        {"address": "@"},
        {"address": "a b@x.example"},
        {"subject": "Hello\r\nBcc: spy@x.example"},
        {"subject": "Hello\nthere"},
        {"subject": ""},
    ],
    ids=repr,
)
def test_a_header_is_one_line_and_an_address_is_one(engine: Engine, fields: dict[str, str]) -> None:
    with writing(engine) as conn, pytest.raises(LetterRefused):
        mail.queue_all(conn, "moot", [draft("fine"), draft(**fields)], AT, "test")
    assert letters(engine) == {}


@pytest.mark.parametrize("written", ["", "Desk", "Desk <desk>", "a@b.example\r\nBcc: c@d.example"])
def test_a_sender_that_is_none(written: str) -> None:
    with pytest.raises(LetterRefused):
        sender_of(written)


def test_links_with_secrets_are_not_kept() -> None:
    said = without_link("a\nhttps://x.example/register/9#c0de\n/enter#a.b and https://x.example/help#top\n")
    assert said == f"a\n{LINK_SENT}\n{LINK_SENT} and https://x.example/help#top\n"


def test_a_text_that_looks_like_links_throughout_is_gone_through_once() -> None:
    """Going back over it for each of them would take half an hour, in which nothing else is done."""
    text = "/enter" * 3_300
    assert without_link(text) == text
    assert without_link(f"{text}#s3cret# {text}#") == f"{LINK_SENT} {text}#"


def test_pauses_grow_to_an_hour() -> None:
    assert [pause_after(n) for n in (1, 2, 3, 7, 8)] == [timedelta(minutes=m) for m in (1, 2, 4, 60, 60)]


class _Counting:
    """A postman that remembers what it carried."""

    def __init__(self, outbox: Outbox) -> None:
        self.outbox = outbox
        self.sent: list[str] = []

    async def send(self, letter_id: str, message: EmailMessage) -> None:
        self.sent.append(letter_id)
        await self.outbox.send(letter_id, message)

    async def rest(self) -> None:
        await self.outbox.rest()
