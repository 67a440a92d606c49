"""Who is rejected or withdrawn hears of it by mail: once, in her language, and only of what has happened."""

import pytest
from sqlalchemy import update
from tests.conduct.accrediting import (
    ONLINE_OBSERVER,
    ONLINE_SPEAKER,
    ROOM_SPEAKER,
    letters,
    policy,
    registered,
)
from tests.conduct.stage import Stage

from hemicycle.conduct.accreditation import Settlement, Settling, approve, reject, settle, swap, withdraw
from hemicycle.conduct.policies import publish_policy
from hemicycle.conduct.roster import change_roster
from hemicycle.contract.problems import ProblemError
from hemicycle.registry.seats import move_of
from hemicycle.storage import writing
from hemicycle.storage.tables import RegistrationRow


def speaks(stage: Stage, registration: str, language: str | None) -> None:
    with writing(stage.engine) as conn:
        row = RegistrationRow.__table__  # type: ignore[attr-defined]
        conn.execute(update(row).where(row.c.id == registration).values(language=language))


def told(stage: Stage, saying: str) -> list[str]:
    """The addresses that a message with these words goes to."""
    return [address for address, body in letters(stage.engine) if saying in body]


async def test_who_is_rejected_is_told_in_her_language_without_the_officers_reason(stage: Stage) -> None:
    french, other = registered(stage.engine, "ita", [ONLINE_OBSERVER] * 2)
    speaks(stage, french, "fr")
    await reject(
        stage.conductor, "moot", [french, other, french], stage.login("desk"), "unknown to the mission"
    )
    (address,) = told(stage, "n'a pas été approuvée")
    (english,) = told(stage, "has not been approved")
    assert {address, english} == {each for each, _ in letters(stage.engine)}
    assert told(stage, "unknown to the mission") == []


async def test_who_is_withdrawn_is_told_once_and_not_where_it_is_refused(stage: Stage) -> None:
    (asked,) = registered(stage.engine, "ita", [ONLINE_OBSERVER])
    for _ in range(2):
        await withdraw(stage.conductor, "moot", [asked], stage.login("desk"))
    assert len(told(stage, "has been withdrawn")) == 1


async def test_who_is_erased_hears_nothing_more(stage: Stage) -> None:
    (asked,) = registered(stage.engine, "ita", [ONLINE_OBSERVER])
    await withdraw(stage.conductor, "moot", [asked], stage.login("desk"), told=False)
    assert letters(stage.engine) == []


async def test_who_no_longer_fits_and_is_withdrawn_is_told(stage: Stage) -> None:
    (asked,) = registered(stage.engine, "ita", [ONLINE_OBSERVER])
    made = await approve(stage.conductor, "moot", [asked], stage.login("desk"))
    new = policy((*ONLINE_SPEAKER, 1, 1))
    await publish_policy(stage.conductor, "moot", new, stage.login("desk"))
    goes = Settlement(participants=[made.approved[asked]], act=Settling.WITHDRAW)
    await settle(stage.conductor, "moot", goes, stage.login("desk"))
    assert len(told(stage, "has been withdrawn")) == 1


async def test_an_address_that_cannot_be_written_to_hinders_nothing(stage: Stage) -> None:
    (asked,) = registered(stage.engine, "ita", [ONLINE_OBSERVER])
    with writing(stage.engine) as conn:
        row = RegistrationRow.__table__  # type: ignore[attr-defined]
        conn.execute(update(row).where(row.c.id == asked).values(email="no address"))
    done = await withdraw(stage.conductor, "moot", [asked], stage.login("desk"))
    assert done.done == [asked]
    assert letters(stage.engine) == []


async def test_who_is_moved_by_a_settlement_is_told_where_to(stage: Stage) -> None:
    (asked,) = registered(stage.engine, "ita", [ROOM_SPEAKER])
    speaks(stage, asked, "fr")
    await publish_policy(stage.conductor, "moot", policy((*ROOM_SPEAKER, 2, 2)), stage.login("desk"))
    made = await approve(stage.conductor, "moot", [asked], stage.login("desk"))
    await publish_policy(stage.conductor, "moot", policy((*ONLINE_SPEAKER, 3, 3)), stage.login("desk"))
    to = {"modality": ONLINE_SPEAKER[0], "role": ONLINE_SPEAKER[1]}
    goes = Settlement(participants=[made.approved[asked]], act=Settling.MOVE, **to)  # type: ignore[arg-type]
    await settle(stage.conductor, "moot", goes, stage.login("desk"))
    (body,) = [body for _, body in letters(stage.engine) if "a changé" in body]
    assert "en ligne, orateur" in body


async def test_both_of_a_swap_are_told_and_nobody_where_it_is_refused(stage: Stage) -> None:
    seated, other = registered(stage.engine, "ita", [ONLINE_OBSERVER, ROOM_SPEAKER])
    await publish_policy(
        stage.conductor,
        "moot",
        policy((*ROOM_SPEAKER, 3, 1), (*ONLINE_SPEAKER, 1, 1), (*ONLINE_OBSERVER, 3, 3)),
        stage.login("desk"),
    )
    done = await approve(stage.conductor, "moot", [seated, other], stage.login("desk"))
    alternate = done.approved[other]
    assert alternate not in done.seated
    both = (done.approved[seated], alternate)
    await swap(stage.conductor, "moot", both, stage.login("desk"))
    (gone,) = told(stage, "you are an alternate")
    (moved,) = told(stage, "you take part online, as")
    assert {gone, moved} == {address for address, _ in letters(stage.engine)}
    with pytest.raises(ProblemError):
        await swap(stage.conductor, "moot", (alternate, "pan-room"), stage.login("desk"))
    assert len(told(stage, "you are an alternate")) == 1


async def test_who_gets_another_seat_of_the_same_kind_is_not_moved(stage: Stage) -> None:
    (asked,) = registered(stage.engine, "ita", [ONLINE_OBSERVER])
    done = await approve(stage.conductor, "moot", [asked], stage.login("desk"))
    who = done.approved[asked]
    (seat,) = [seat for seat, holder in stage.seats().items() if holder == who]
    moves = [move_of(seat, None), move_of("ita.online.observer.3", who)]
    await change_roster(stage.conductor, "moot", moves, stage.login("desk"))
    assert stage.seats()["ita.online.observer.3"] == who
    assert len(letters(stage.engine)) == 1, "her login link alone"
