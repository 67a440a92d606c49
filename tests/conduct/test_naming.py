"""Approved is who the note names, and as it names her: modality, role and sessions."""

from dataclasses import replace
from typing import Any

from tests.conduct.accrediting import ONLINE_OBSERVER, ONLINE_SPEAKER, ROOM_SPEAKER, held, policy
from tests.conduct.moot import AT, MEETING
from tests.conduct.stage import Stage
from tests.conduct.test_revising import NAMES, confirmed, drafted, in_session, registered, seat_of

from hemicycle.conduct.accreditation import approve, release
from hemicycle.conduct.policies import publish_policy
from hemicycle.registry import cross_check, registrations, units
from hemicycle.registry.policy import Limit
from hemicycle.registry.registrations import MatchKind, NewRegistration, Registration
from hemicycle.rules.terms import Modality, Role
from hemicycle.storage import writing


def asks(stage: Stage, part: tuple[Modality, Role] = ONLINE_SPEAKER, **more: Any) -> Registration:
    """The first of Italy's names asks to take part, and is compared with the note."""
    of = {"conference": "moot", "delegation": "ita", "submitted_at": AT, **more}
    new = NewRegistration(name=NAMES[0], email="ana@ita.example", modality=part[0], role=part[1], **of)
    with writing(stage.engine) as conn:
        made = registrations.add(conn, new, AT, "test")
        cross_check.cross_check(conn, "moot", "ita", at=AT, by="test")
    return registered(stage, made.id)


async def approved(stage: Stage, asked: Registration, **how: Any) -> Registration:
    await approve(stage.conductor, "moot", [asked.id], stage.login("desk"), **how)
    return registered(stage, asked.id)


async def in_sessions(stage: Stage) -> None:
    """A session has a limit of its own, and a note of Italy names somebody for that session only."""
    first, *_ = in_session(stage)
    await release(stage.conductor, "moot", ["ita-online"], stage.login("desk"))
    limits = policy((*ONLINE_SPEAKER, 1, 1), (*ROOM_SPEAKER, 1, 1), (*ONLINE_OBSERVER, 1, 1))
    own = Limit(modality=Modality.ONLINE, role=Role.SPEAKER, scope=first, nominated=1, at_once=1)
    with_own = replace(limits, limits=(*limits.limits, own))
    await publish_policy(stage.conductor, "moot", with_own, stage.login("desk"))
    await confirmed(stage, drafted(stage, ONLINE_SPEAKER, sessions=(first,)))


async def test_who_asks_for_all_is_not_approved_for_one_session_without_a_reason(stage: Stage) -> None:
    await in_sessions(stage)
    asked = asks(stage)
    assert asked.match is MatchKind.DIFFERS
    done = await approve(stage.conductor, "moot", [asked.id], stage.login("desk"))
    assert done.refused[asked.id]["code"] == "not-nominated"
    taken = await approved(stage, asked, reason="The embassy called")
    assert taken.sessions == ()
    assert held(stage.engine, units.PLACES)["ita", "online", "speaker", "*"] == [taken.participant]


async def test_an_import_that_names_no_session_takes_those_of_the_note(stage: Stage) -> None:
    await in_sessions(stage)
    asked = asks(stage, source="indico-csv")
    assert asked.match is MatchKind.MATCHED
    taken = await approved(stage, asked)
    assert taken.sessions == ("first",)
    assert held(stage.engine, units.PLACES)["ita", "online", "speaker", "first"] == [taken.participant]
    assert seat_of(stage, taken) == ["ita.online.speaker.1.first"]


async def test_the_note_is_followed_where_the_officer_says_so(stage: Stage) -> None:
    await in_sessions(stage)
    await stage.opened(MEETING)
    asked = asks(stage, ONLINE_OBSERVER)
    assert asked.match is MatchKind.DIFFERS
    taken = await approved(stage, asked, as_named=True)
    assert taken.part == (Modality.ONLINE, Role.SPEAKER, ("first",))
    assert seat_of(stage, taken) == ["ita.online.speaker.1.first"]
    assert stage.roster(MEETING)["ita.online.speaker.1.first"] == taken.participant


async def test_whom_the_note_does_not_name_cannot_be_taken_as_it_names_her(stage: Stage) -> None:
    asked = asks(stage)
    how = {"reason": "The embassy called", "as_named": True}
    done = await approve(stage.conductor, "moot", [asked.id], stage.login("desk"), **how)  # type: ignore[arg-type]
    assert done.refused[asked.id]["code"] == "not-nominated"
