"""A command: logged before it is answered, answered once, in the order of arrival."""

import asyncio
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.conduct.moot import AT, MEETING, NEXT
from tests.conduct.stage import Stage, until

from hemicycle.access import logins
from hemicycle.conduct.ports import Publication
from hemicycle.conduct.queue import MOST_TOGETHER, MOST_WAITING
from hemicycle.contract.problems import ProblemError
from hemicycle.journal import log, reasons, receipts
from hemicycle.rules.commands import ElapseSpeakingTime, NotePresence
from hemicycle.rules.terms import Agent, Source
from hemicycle.storage import Engine, open_engine, reading, writing


class Elsewhere:
    """A subscriber that looks, from a connection of its own, whether what it is told is in the log."""

    def __init__(self, engine: Engine) -> None:
        self.engine = open_engine(engine.url.render_as_string(hide_password=False))
        self.found: list[bool] = []

    def published(self, publication: Publication) -> None:
        with reading(self.engine) as conn:
            self.found.append(publication.recorded[-1] in log.read(conn, publication.meeting_id))


async def test_a_command_is_in_the_log_before_anybody_hears_of_it(stage: Stage) -> None:
    elsewhere = Elsewhere(stage.engine)
    stage.conductor.subscribe(elsewhere)
    await stage.opened()
    assert elsewhere.found == [True, True, True]
    elsewhere.engine.dispose()


async def test_publication_comes_before_the_answer(stage: Stage) -> None:
    await stage.opened()
    seq = await stage.send("pan-online", "RequestFloor", cid="ask")
    assert stage.listener.heard[-1].seq == seq
    assert stage.listener.commands()[-1] == "ask"


async def test_the_same_command_again_gets_the_same_answer(stage: Stage) -> None:
    await stage.opened()
    first = await stage.send("pan-online", "RequestFloor", cid="ask")
    await stage.send("ita-room", "RequestFloor")
    assert await stage.send("pan-online", "RequestFloor", cid="ask") == first
    assert stage.logged().count("ask") == 1


async def test_a_refusal_is_remembered_too(stage: Stage) -> None:
    refused = await stage.refused("chair", "TakeUpItem", cid="early", item="1")
    assert refused["code"] == "not-in-session"
    await stage.opened()
    assert await stage.refused("chair", "TakeUpItem", cid="early", item="1") == refused
    with reading(stage.engine) as conn:
        receipt = receipts.find(conn, MEETING, "early")
    assert receipt is not None
    assert receipt.outcome == receipts.RefusedWith(refused)
    assert "early" not in stage.logged()


async def test_interpretation_nothing_that_is_kept_of_slow_down_says_who_asked(stage: Stage) -> None:
    await stage.opened()
    of = stage.login("booth")
    sent = {"kind": "slow_down", "booth": "fr"}
    first = await stage.send("booth", "RaiseSignal", cid="slower", **sent)
    assert await stage.send("booth", "RaiseSignal", cid="slower", **sent) == first, (
        "sent again it counts once"
    )
    refused = await stage.refused("booth", "RaiseSignal", cid="again", **sent)
    assert refused["code"] == "signal-raised"
    signal = next(iter((await stage.conductor.sitting(MEETING)).meeting.signals))
    await stage.send("booth", "FinishSignal", cid="over", signal=signal)
    await stage.send("booth", "RaiseSignal", cid="help", kind="help", booth="fr")
    with reading(stage.engine) as conn:
        kept = {cid: receipts.find(conn, MEETING, cid) for cid in ("slower", "again", "over", "help")}
    assert {cid: receipt and receipt.login for cid, receipt in kept.items()} == {
        **dict.fromkeys(("slower", "again", "over")),
        "help": of.id,
    }
    of_booths = {
        receipts.payload_hash({"command": "RaiseSignal", "kind": "slow_down", "booth": booth})
        for booth in ("ar", "en", "es", "fr", "ru", "zh")
    }
    assert not of_booths & {receipt.payload_hash for receipt in kept.values() if receipt is not None}
    other = await stage.refused("booth", "RaiseSignal", cid="slower", kind="help", booth="fr")
    assert other["code"] == "id-reused"


@pytest.mark.parametrize(
    "who, fields",
    [("pan-online", {"language": "fr"}), ("ita-room", {}), ("pan-online", {"kind": "point_of_order"})],
    ids=["another payload", "another login", "another kind"],
)
async def test_an_id_used_before_says_nothing_else(stage: Stage, who: str, fields: dict[str, str]) -> None:
    await stage.opened()
    await stage.send("pan-online", "RequestFloor", cid="ask")
    before = stage.recorded()
    refused = await stage.refused(who, "RequestFloor", cid="ask", **fields)
    assert (refused["code"], refused["status"]) == ("id-reused", 409)
    assert set(refused) == {"type", "title", "status", "detail", "code"}
    assert "pan" not in str(refused)
    assert stage.recorded() == before


async def test_a_refused_id_cannot_be_used_for_something_else_either(stage: Stage) -> None:
    await stage.refused("pan-online", "CallToOrder", cid="mine")
    assert (await stage.refused("chair", "CallToOrder", cid="mine"))["code"] == "id-reused"


async def test_the_same_id_in_another_meeting_is_another_command(stage: Stage) -> None:
    await stage.opened()
    await stage.opened(NEXT)
    await stage.send("pan-online", "RequestFloor", cid="ask")
    await stage.send("ita-online", "RequestFloor", cid="ask", meeting=NEXT)
    assert "ask" in stage.logged(NEXT)


async def test_the_order_of_arrival_is_kept(stage: Stage) -> None:
    await stage.opened()
    await stage.send("pan-online", "RequestFloor")
    await stage.send("chair", "CallNext")
    await stage.send("chair", "GiveFloor")
    names = [f"c{n}" for n in range(MOST_TOGETHER * 2 + 3)]
    commands = ["PauseSpeaking", "ResumeSpeaking"] * len(names)
    await asyncio.gather(
        *(stage.send("chair", command, cid=name) for name, command in zip(names, commands, strict=False))
    )
    assert stage.logged()[-len(names) :] == names
    assert stage.listener.commands()[-len(names) :] == names


async def test_what_waits_together_is_decided_one_after_the_other(stage: Stage) -> None:
    await stage.opened()
    answers = await asyncio.gather(
        stage.send("pan-online", "RequestFloor"),
        stage.send("chair", "CallNext"),
        stage.send("chair", "GiveFloor"),
        stage.send("chair", "EndStatement"),
    )
    assert list(answers) == sorted(answers)
    assert stage.folded().floor == ()


async def test_a_caller_that_goes_away_cancels_nothing(stage: Stage) -> None:
    await stage.opened()
    sitting = await stage.conductor.sitting(MEETING)
    async with sitting.lock:
        going = asyncio.create_task(stage.send("pan-online", "RequestFloor", cid="gone"))
        staying = asyncio.create_task(stage.send("ita-online", "RequestFloor", cid="stays"))
        await asyncio.sleep(0)
        going.cancel()
        await asyncio.gather(going, return_exceptions=True)
    await staying
    assert stage.logged()[-2:] == ["gone", "stays"]
    assert await stage.send("pan-online", "RequestFloor", cid="gone") < await staying


async def test_a_full_queue_refuses_and_recovers(stage: Stage) -> None:
    await stage.opened()
    sitting = await stage.conductor.sitting(MEETING)
    async with sitting.lock:
        sent = [
            asyncio.create_task(stage.send("chair", "EndStatement"))
            for _ in range(MOST_WAITING + MOST_TOGETHER + 2)
        ]
        await until(lambda: any(task.done() for task in sent))
    answers = await asyncio.gather(*sent, return_exceptions=True)
    codes = [a.problem["code"] for a in answers if isinstance(a, ProblemError)]
    assert set(codes) == {"too-many", "nobody-speaking"}
    assert codes.count("too-many") <= MOST_TOGETHER + 2
    await stage.send("pan-online", "RequestFloor")


async def test_time_never_goes_back(stage: Stage) -> None:
    await stage.opened()
    stage.clock.time = AT + timedelta(seconds=30, microseconds=123_999)
    await stage.send("pan-online", "RequestFloor")
    stage.clock.time = AT
    await stage.send("ita-online", "RequestFloor")
    last, before = stage.recorded()[-1].at, stage.recorded()[-2].at
    assert last == before == AT + timedelta(seconds=30, microseconds=123_000)


async def test_time_never_goes_back_on_a_new_node(stage: Stage, other: Stage) -> None:
    stage.clock.time = AT + timedelta(minutes=5)
    await stage.opened()
    other.clock.time = AT
    await other.send("pan-online", "RequestFloor")
    assert stage.recorded()[-1].at == AT + timedelta(minutes=5)


async def test_the_clock_and_presence_have_doors_of_their_own(stage: Stage) -> None:
    await stage.opened()
    await stage.conductor.handle_presence(MEETING, NotePresence(delegation="pan", present=True))
    await stage.send("pan-online", "RequestFloor")
    await stage.send("chair", "CallNext")
    await stage.send("chair", "GiveFloor")
    grant = stage.folded().floor[-1]
    assert grant.ends_at is not None
    stage.clock.time = grant.ends_at
    await stage.conductor.handle_clock(MEETING, ElapseSpeakingTime(grant=grant.id))
    agents = {type(r.event).__name__: r.actor.agent for r in stage.recorded()}
    assert agents["DelegationArrived"] is Agent.PRESENCE
    assert agents["SpeakingTimeElapsed"] is Agent.CLOCK
    with pytest.raises(ProblemError) as refused:
        await stage.conductor.handle_clock(MEETING, ElapseSpeakingTime(grant=grant.id))
    assert refused.value.problem["code"] == "stale"


@pytest.mark.parametrize("name", ["ElapseSpeakingTime", "NotePresence", "ChangeRoster", "SetUpMeeting"])
async def test_no_login_reaches_the_service_s_own_doors(stage: Stage, name: str) -> None:
    assert (await stage.refused("chair", name, grant=1))["code"] == "unknown-command"


async def test_a_reason_is_a_row_and_not_in_the_log(stage: Stage) -> None:
    await stage.opened()
    await stage.send("pan-online", "RequestFloor", cid="ask")
    request = next(iter(stage.folded().requests))
    await stage.send("desk", "WithdrawRequest", cid="why", request=request, reason="a private word")
    assert "a private word" not in repr(stage.recorded())
    with reading(stage.engine) as conn:
        assert reasons.text_of(conn, MEETING, "why") == "a private word"


async def test_the_reason_of_a_refused_command_is_not_kept(stage: Stage) -> None:
    await stage.opened()
    await stage.refused("desk", "WithdrawRequest", cid="why", request="r99", reason="a private word")
    with reading(stage.engine) as conn:
        assert reasons.text_of(conn, MEETING, "why") is None


async def test_the_service_says_where_a_request_comes_from(stage: Stage) -> None:
    await stage.opened()
    await stage.send("pan-online", "RequestFloor")
    await stage.send("ita-room", "RequestFloor")
    await stage.send("desk", "InscribeSpeaker", delegation="fra", modality="in_person")
    sources = {r.delegation: r.source for r in stage.folded().requests.values()}
    assert sources == {"pan": Source.ONLINE, "ita": Source.ROOM, "fra": Source.DESK}


async def test_a_revoked_login_is_refused_inside_the_transaction(stage: Stage) -> None:
    await stage.opened()
    login = stage.login("pan-online")
    with writing(stage.engine) as conn:
        logins.revoke(conn, login.id, datetime.now(UTC), "desk")
    refused = await stage.refused("pan-online", "RequestFloor")
    assert refused["code"] == "login-revoked"
    assert stage.folded().requests == {}


async def test_a_login_of_another_meeting_or_conference_is_refused(stage: Stage) -> None:
    await stage.opened()
    login = stage.login("chair")
    for foreign in (replace(login, meeting=NEXT), replace(login, conference="another")):
        with pytest.raises(ProblemError) as refused:
            await stage.conductor.handle(MEETING, foreign, "c1", {"command": "CallNext"})
        assert refused.value.problem["code"] == "foreign-meeting"


async def test_a_foreign_login_does_not_begin_a_log(stage: Stage) -> None:
    foreign = replace(stage.login("chair"), conference="another")
    with pytest.raises(ProblemError):
        await stage.conductor.admit(NEXT, foreign)
    assert stage.recorded(NEXT) == []


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(["pan-online", "ita-room", "fra-observer", "chair"]), max_size=12))
async def test_every_command_is_answered_and_accepted_ones_are_logged_once(
    stage: Stage, senders: list[str]
) -> None:
    answers = await asyncio.gather(
        *(stage.send(who, "RequestFloor") for who in senders), return_exceptions=True
    )
    assert all(isinstance(answer, int | ProblemError) for answer in answers)
    logged = [r.command_id for r in stage.recorded() if r.command_id != "set-up"]
    assert len(logged) == len(set(logged))
