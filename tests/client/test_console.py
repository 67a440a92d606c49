"""A console over a real socket: it follows, asks, and comes back by itself."""

import asyncio
from contextlib import AbstractAsyncContextManager
from datetime import timedelta
from http import HTTPStatus

import pytest
from tests.client.fake_service import MEETING, START, TOKEN, FakeService, Json, serving

import hemicycle_client
from hemicycle_client import Backoff, Console, canonical

AT_ONCE = Backoff(first=0.0, longest=0.0)


def follow(
    service: FakeService, token: str = TOKEN, meeting: str = MEETING, audience: str = "hall"
) -> AbstractAsyncContextManager[Console]:
    return hemicycle_client.connect(
        service.url, token=token, meeting=meeting, audience=audience, backoff=AT_ONCE
    )


async def caught_up(console: Console, service: FakeService) -> None:
    await console.until(lambda _: console.seq == service.seq, 30)
    assert canonical(console.view) == canonical(service.view)


async def test_it_follows_the_view(service: FakeService) -> None:
    async with follow(service) as console:
        assert (console.seq, console.epoch, console.audience) == (1, "e1", "hall")
        first = console.view
        await service.commit({"count": 1}, events=3)
        await service.commit({"count": 2, "new": {"a": 1}})
        await caught_up(console, service)
        assert first == {"count": 0}
        await console.until(lambda _: console.me.get("login") == "l1", 30)
        assert console.connected


async def test_changes_begin_with_the_present_and_end_with_the_newest(service: FakeService) -> None:
    async with follow(service) as console:
        seen = []
        async for change in console.changes():
            seen.append(change.seq)
            if change.seq == 3:
                break
            if change.seq == 1 and len(seen) == 1:
                await service.commit({"count": 1})
                await service.commit({"count": 2})
        assert seen[0] == 1
        assert seen == sorted(seen)


async def test_a_command_is_answered_after_its_outcome_is_in_view(service: FakeService) -> None:
    async with follow(service) as console:
        accepted = await console.send("RequestFloor", kind="statement", language=None, within=30)
        assert console.seq == accepted.seq == 2
        assert console.view["last"] == "RequestFloor"
        (sent,) = service.frames("command")
        assert "language" not in sent


async def test_a_refusal_carries_code_rule_and_citation(service: FakeService) -> None:
    problem = {
        "code": "listen-only",
        "status": 409,
        "title": "Refused",
        "detail": "An observer role follows.",
        "rule": "ROLE_LISTEN_ONLY",
        "citation": "an invitation",
        "seat": "pan.online.observer.1",
    }
    service.decide = lambda _: problem
    async with follow(service) as console:
        with pytest.raises(hemicycle_client.Refused, match=r"listen-only \[ROLE_LISTEN_ONLY\]") as caught:
            await console.send("RequestFloor", within=30)
    assert (caught.value.code, caught.value.rule) == ("listen-only", "ROLE_LISTEN_ONLY")
    assert caught.value.problem.citation == "an invitation"
    assert caught.value.problem.params["seat"] == "pan.online.observer.1"


async def test_a_dropped_line_resumes_where_it_was(service: FakeService) -> None:
    async with follow(service) as console:
        console.drop_connection()
        await console.until(lambda _: not console.connected, 30)
        await service.commit({"count": 7})
        await caught_up(console, service)
        assert console.reconnects == 1
        hello = service.frames("hello")[-1]
        assert (hello["epoch"], hello["since_seq"]) == ("e1", 1)


async def test_too_long_away_means_a_snapshot(service: FakeService) -> None:
    service.retained = 2
    async with follow(service) as console:
        await service.commit({"count": 1})
        await caught_up(console, service)
        console.drop_connection()
        await console.until(lambda _: not console.connected, 30)
        for count in range(2, 9):
            await service.commit({"count": count})
        await caught_up(console, service)


async def test_a_new_epoch_means_a_snapshot(service: FakeService) -> None:
    async with follow(service) as console:
        await service.commit({"gone": 1})
        await caught_up(console, service)
        console.drop_connection()
        await console.until(lambda _: not console.connected, 30)
        service.epoch, service.seq, service.view, service.patches = "e2", 1, {"fresh": True}, []
        await console.until(lambda _: console.epoch == "e2", 30)
        assert console.view == {"fresh": True}


async def test_a_lost_patch_is_asked_for_again(service: FakeService) -> None:
    async with follow(service) as console:
        service.lose_patches = 1
        await service.commit({"count": 1})
        await service.commit({"other": 1})
        await caught_up(console, service)
        assert console.reconnects == 0


async def test_a_command_without_an_answer_is_sent_again_under_its_id_and_done_once(
    service: FakeService,
) -> None:
    done: list[Json] = []

    def decide(command: Json) -> Json:
        done.append(command)
        return {"count": len(done)}

    service.decide = decide
    service.abort_before_answers = 2
    async with follow(service) as console:
        accepted = await console.send("CallNext", within=30)
        assert accepted.seq == 2
        assert console.reconnects == 2
        assert [frame["id"] for frame in service.frames("command")] == [accepted.id] * 3
        assert len(done) == 1
        assert console.view["count"] == 1


async def test_a_command_given_while_the_line_is_down_is_sent_later(service: FakeService) -> None:
    async with follow(service) as console:
        console.drop_connection()
        await console.until(lambda _: not console.connected, 30)
        accepted = await console.send("CallNext", within=30)
        assert accepted.seq == console.seq


async def test_it_survives_a_restart_of_the_service() -> None:
    service = FakeService()
    async with serving(service):
        console = Console(hemicycle_client.Address(service.url, token=TOKEN), MEETING, backoff=AT_ONCE)
        await console.open()
    await console.until(lambda _: not console.connected, 30)
    waiting = asyncio.create_task(console.send("CallNext", within=30))
    async with serving(service, service.port):
        await waiting
        await caught_up(console, service)
        await console.close()


async def test_no_answer_in_time_is_an_error_of_its_own(service: FakeService) -> None:
    async with follow(service) as console:
        console.drop_connection(away=30)
        with pytest.raises(hemicycle_client.Unanswered, match="CallNext was not answered"):
            await console.send("CallNext", within=0.05)


async def test_slow_and_shutting_down_are_no_reasons_to_stay_away(service: FakeService) -> None:
    async with follow(service) as console:
        for again, reason in enumerate(("slow", "shutting_down"), start=1):
            await service.bye(reason, retry_after=0)
            await service.commit({reason: again})
            await caught_up(console, service)
            assert console.reconnects == again


async def test_a_revoked_login_ends_everything(service: FakeService) -> None:
    service.abort_before_answers = 0
    async with follow(service) as console:
        await service.bye("revoked")
        with pytest.raises(hemicycle_client.Revoked):
            await console.until(lambda _: False, 30)
        with pytest.raises(hemicycle_client.Revoked):
            await console.send("CallNext")
        with pytest.raises(hemicycle_client.Revoked):
            async for _ in console.changes():
                pass
        assert len(service.frames("hello")) == 1


async def test_a_console_that_is_closed_answers_who_still_waits(service: FakeService) -> None:
    async with follow(service) as console:
        console.drop_connection(away=30)
        waiting = asyncio.create_task(console.send("CallNext"))
        await console.until(lambda _: not console.connected, 30)
    with pytest.raises(hemicycle_client.Closed):
        await waiting


@pytest.mark.parametrize(
    "more,error",
    [
        ({"token": "l1.wrong"}, hemicycle_client.Unauthenticated),
        ({"meeting": "em10-99"}, hemicycle_client.UnknownMeeting),
        ({"audience": "podium"}, hemicycle_client.NotAllowed),
    ],
)
async def test_what_never_heals_is_raised_at_once(
    service: FakeService, more: dict[str, str], error: type[Exception]
) -> None:
    with pytest.raises(error):
        async with follow(service, **more):
            pass


async def test_a_login_that_was_revoked_while_it_was_away_says_so(service: FakeService) -> None:
    async with follow(service) as console:
        service.refuse_handshakes = [HTTPStatus.UNAUTHORIZED]
        service.refusal = '{"code": "login-revoked", "detail": "Ask the desk for a new link."}'
        console.drop_connection()
        with pytest.raises(hemicycle_client.Revoked, match="Ask the desk"):
            await console.until(lambda _: False, 30)


async def test_a_service_that_is_busy_is_tried_again(service: FakeService) -> None:
    service.refuse_handshakes = [HTTPStatus.SERVICE_UNAVAILABLE, HTTPStatus.TOO_MANY_REQUESTS]
    async with follow(service) as console:
        assert console.reconnects == 0
        assert console.connected


async def test_nobody_there_is_unreachable() -> None:
    service = FakeService(port=1)
    with pytest.raises(hemicycle_client.Unreachable, match=r"127\.0\.0\.1:1 within.*ConnectionRefused"):
        async with hemicycle_client.connect(service.url, token=TOKEN, meeting=MEETING, open_timeout=1.0):
            pass


async def test_it_waits_in_the_services_time(service: FakeService) -> None:
    service.scale = 3600.0
    async with follow(service) as console:
        await console.until_time(START + timedelta(minutes=5))
        assert console.server_now() >= START + timedelta(minutes=5)
        with pytest.raises(TimeoutError):
            await console.until(lambda _: False, by=START)


async def test_the_services_time_may_jump(service: FakeService) -> None:
    async with follow(service) as console:
        waiting = asyncio.create_task(console.until_time(START + timedelta(hours=1)))
        await service.pass_time(4000)
        await service.commit({})
        await asyncio.wait_for(waiting, 30)
