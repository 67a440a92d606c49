"""The check-in API over real HTTP: all of a form, or nothing of it."""

import asyncio
import contextlib
from collections.abc import Sequence

import httpx
import pytest
from tests.platforms.indico.exports import form
from tests.platforms.indico.fake_indico import EVENT, FORM, OBSERVER, SPEAKER, TOKEN, FakeIndico

from hemicycle.platforms.indico import checkin
from hemicycle.platforms.indico.source import Indico
from hemicycle.registry.incoming import Progress, Reading, ReadingRefused
from hemicycle.rules.terms import Modality, Role

Pauses = list[float]


PIECE = b" " * 1_000_000


def source(indico: FakeIndico, pauses: Pauses | None = None, token: str = TOKEN) -> Indico:
    async def pause(seconds: float) -> None:
        (pauses if pauses is not None else []).append(seconds)

    return Indico(indico.address, token, transport=httpx.AsyncHTTPTransport(), pause=pause)


async def fetched(
    indico: FakeIndico, pauses: Pauses | None = None, progress: Progress = lambda *_: None
) -> Reading:
    return await source(indico, pauses).read_form(EVENT, FORM, form(), progress)


async def test_a_form_is_read_with_tags_of_both_kinds_and_titles_that_repeat(indico: FakeIndico) -> None:
    indico.add(812)
    indico.add(813, tags=["Remote observer"], part={}, country="")
    indico.registrations[813]["registration_data"][0]["fields"][0]["title"] = "Affiliation"
    indico.registrations[813]["registration_data"][0]["fields"][0]["id"] = 99
    indico.registrations[813]["registration_data"][0]["fields"][0]["data"] = "Permanent Mission of Brazil"
    found = await fetched(indico)
    first, second = found.incoming
    assert (first.source_id, first.name, first.delegation, first.title) == ("812", "Ana 812", "bra", "Ms")
    assert (first.modality, first.role) == (Modality.ONLINE, Role.SPEAKER)
    assert (second.delegation, second.role) == ("bra", Role.OBSERVER)
    assert (found.source, found.form, found.rejected) == ("indico-api", "42/5", ())


@pytest.mark.parametrize(
    "state, left",
    [
        ("complete", None),
        ("unpaid", None),
        ("pending", None),
        ("rejected", "rejected"),
        ("withdrawn", "withdrawn"),
    ],
)
async def test_all_states_come(indico: FakeIndico, state: str, left: str | None) -> None:
    indico.add(1, state=state)
    assert [i.left for i in (await fetched(indico)).incoming] == [left]


async def test_a_choice_for_several_places_is_remarked(indico: FakeIndico) -> None:
    indico.add(1, part={OBSERVER: 3})
    (found,) = (await fetched(indico)).incoming
    assert found.role is Role.OBSERVER
    assert found.remarks == ("asks for 2 more; each person registers alone",)


async def test_nobody_has_registered(indico: FakeIndico) -> None:
    assert (await fetched(indico)).incoming == ()


async def test_many_are_asked_for_a_few_at_a_time_and_progress_is_told(indico: FakeIndico) -> None:
    indico.add(*range(1, 61))
    told: list[tuple[int, int]] = []
    found = await fetched(indico, progress=lambda *at: told.append(at))
    assert [i.source_id for i in found.incoming] == [str(n) for n in range(1, 61)]
    assert told[0] == (0, 60)
    assert told[-1] == (60, 60)
    assert 1 < indico.most_at_once <= checkin.AT_ONCE


@pytest.mark.parametrize(
    "answers, waits",
    [
        ([503], [0.5]),
        ([500, 502, 504, 429], [0.5, 1.0, 2.0, 4.0]),
        ([(429, 7)], [7.0]),
        ([(503, 4000)], [checkin.LONGEST_PAUSE]),
        ([None, None], [0.5, 1.0]),
    ],
)
@pytest.mark.parametrize("path", ["", "1"])
async def test_what_fails_in_passing_is_asked_again(
    indico: FakeIndico, answers: Sequence[int | tuple[int, int] | None], waits: Pauses, path: str
) -> None:
    indico.add(1)
    indico.answers[path] = [*answers]
    pauses: Pauses = []
    assert len((await fetched(indico, pauses)).incoming) == 1
    assert pauses == waits


async def test_what_keeps_failing_is_given_up_and_nothing_is_taken(indico: FakeIndico) -> None:
    indico.add(1, 2, 3)
    indico.answers["2"] = [503] * checkin.TRIES
    with pytest.raises(
        ReadingRefused, match=r"did not answer in 5 tries \(HTTP 503\); nothing was taken"
    ) as refused:
        await fetched(indico)
    assert refused.value.code == "indico-unreachable"


async def test_a_server_that_is_not_there() -> None:
    gone = FakeIndico(address="http://127.0.0.1:1")
    with pytest.raises(ReadingRefused, match="ConnectError"):
        await fetched(gone)


async def test_an_answer_that_never_comes() -> None:
    async def silent(_reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await closed.wait()
        writer.close()

    closed = asyncio.Event()
    server = await asyncio.start_server(silent, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    async with checkin.Checkin(
        f"http://127.0.0.1:{port}", TOKEN, transport=httpx.AsyncHTTPTransport(), pause=_at_once, seconds=0.05
    ) as asked:
        with pytest.raises(ReadingRefused, match="ReadTimeout"):
            await asked.registrations(EVENT, FORM, lambda *_: None)
    closed.set()
    server.close()
    await server.wait_closed()


async def test_an_answer_without_end_is_not_read_to_its_end() -> None:
    sent = 0

    async def endless(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        nonlocal sent
        await reader.readuntil(b"\r\n\r\n")
        writer.write(b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n\r\n[")
        with contextlib.suppress(ConnectionError):
            while not writer.is_closing():
                writer.write(PIECE)
                await writer.drain()
                sent += len(PIECE)
        writer.close()

    server = await asyncio.start_server(endless, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    async with checkin.Checkin(
        f"http://127.0.0.1:{port}", TOKEN, transport=httpx.AsyncHTTPTransport(), pause=_at_once
    ) as asked:
        with pytest.raises(ReadingRefused) as refused:
            await asked.registrations(EVENT, FORM, lambda *_: None)
    assert refused.value.code == "too-large"
    assert sent < 2 * checkin.MOST_BYTES
    server.close()
    await server.wait_closed()


async def _at_once(_seconds: float) -> None:
    """No waiting in a test."""


async def test_a_token_that_is_not_accepted(indico: FakeIndico) -> None:
    with pytest.raises(ReadingRefused, match="scope 'registrants'") as refused:
        await source(indico, token="wrong").read_form(EVENT, FORM, form(), lambda *_: None)
    assert refused.value.code == "indico-refused"
    assert TOKEN not in str(refused.value)
    assert len(indico.asked) == 1, "not asked again"


async def test_a_form_that_is_not_there(indico: FakeIndico) -> None:
    with pytest.raises(ReadingRefused, match="no such event, form or registration"):
        await source(indico).read_form(EVENT, 6, form(), lambda *_: None)


@pytest.mark.parametrize("changed", [{"full_name": None}, {"registration_data": "none"}, {"id": "x"}])
async def test_an_answer_of_another_shape(indico: FakeIndico, changed: dict[str, object]) -> None:
    indico.add(1, **changed)
    with pytest.raises(ReadingRefused) as refused:
        await fetched(indico)
    assert refused.value.code == "indico-answer"


async def test_without_address_and_token() -> None:
    with pytest.raises(ReadingRefused, match="HEMICYCLE_INDICO_URL and HEMICYCLE_INDICO_TOKEN"):
        await Indico(None, None).read_form(EVENT, FORM, form(), lambda *_: None)


async def test_check_in_goes_back(indico: FakeIndico) -> None:
    indico.add(812, part={SPEAKER: 1})
    await source(indico).check_in(EVENT, FORM, 812, checked_in=True)
    assert indico.registrations[812]["checked_in"] is True
    assert indico.asked == ["PATCH 812"]
