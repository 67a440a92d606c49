"""A revision comes into force and settles whom it concerns: one transaction, with the live logs in step."""

from collections import Counter
from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import insert
from tests.conduct.accrediting import (
    ONLINE_OBSERVER,
    ONLINE_SPEAKER,
    ROOM_SPEAKER,
    WHO,
    held,
    letters,
    policy,
)
from tests.conduct.broken_storage import failing
from tests.conduct.moot import AT, MEETING, NEXT
from tests.conduct.stage import Stage

from hemicycle.access import logins
from hemicycle.conduct import revising
from hemicycle.conduct.accreditation import approve, release
from hemicycle.conduct.policies import publish_policy
from hemicycle.conduct.revising import NoteId, Revised
from hemicycle.contract.problems import ProblemError
from hemicycle.registry import cross_check, note_drafts, notes, registrations, revisions, units
from hemicycle.registry.nominations import NewNomination
from hemicycle.registry.note_confirmation import Confirmation, NotSettled
from hemicycle.registry.notes import NewNote, Note, NoteState
from hemicycle.registry.policy import Limit
from hemicycle.registry.registrations import NewRegistration, Registration
from hemicycle.rules.terms import Modality, Role
from hemicycle.storage import reading, writing
from hemicycle.storage.tables import BodyRow, MeetingSessionRow, SessionRow

NAMES = ("Ana Alvarez", "Boris Bianchi", "Chen Castro", "Dalia Dubois")
Part = tuple[Modality, Role]


def drafted(stage: Stage, *parts: Part, sessions: tuple[str, ...] = ()) -> Note:
    """A note of Italy that names as many people, in the order of ``NAMES``."""
    people = tuple(
        NewNomination(name=name, email=_email(name), modality=modality, role=role, sessions=sessions)
        for name, (modality, role) in zip(NAMES, parts, strict=False)
    )
    new = NewNote(reference="NV", dated=date(2021, 9, 1), received_at=AT, nominations=people)
    with writing(stage.engine) as conn:
        return note_drafts.draft(conn, "moot", "ita", new, AT, "desk")


async def confirmed(stage: Stage, note: Note, **how: object) -> Revised:
    asked = replace(Confirmation(), **how)  # type: ignore[arg-type]
    return await revising.confirm(stage.conductor, NoteId("moot", "ita", note.id), asked, stage.login("desk"))


async def settled(stage: Stage, note: Note, **how: object) -> Revised:
    asked = replace(Confirmation(), **how)  # type: ignore[arg-type]
    return await revising.settle(stage.conductor, NoteId("moot", "ita", note.id), asked, stage.login("desk"))


async def accredited(stage: Stage, *parts: Part) -> list[Registration]:
    """Italy's note is in force, nobody of Italy came with the file, and whom it names is approved."""
    await release(stage.conductor, "moot", ["ita-room", "ita-online", "ita-observer"], stage.login("desk"))
    await confirmed(stage, drafted(stage, *parts))
    with writing(stage.engine) as conn:
        asked = [
            registrations.add(conn, _asking(name, *part), AT, "test").id
            for name, part in zip(NAMES, parts, strict=False)
        ]
        cross_check.cross_check(conn, "moot", "ita", at=AT, by="test")
    done = await approve(stage.conductor, "moot", asked, stage.login("desk"))
    assert done.refused == {}
    return [registered(stage, each) for each in asked]


def registered(stage: Stage, registration: str) -> Registration:
    with reading(stage.engine) as conn:
        return registrations.registration(conn, "moot", registration)


def unsettled(stage: Stage) -> list[str]:
    with reading(stage.engine) as conn:
        return [each.registration.id for each in revisions.unsettled(conn, "moot", "ita")]


def seat_of(stage: Stage, person: Registration) -> list[str]:
    return [seat for seat, who in stage.seats().items() if who == person.participant]


def in_session(stage: Stage) -> tuple[str, ...]:
    """Each meeting of the moot serves a session of its own from now on; their ids."""
    meetings = {"first": MEETING, "second": NEXT, "third": "moot-3"}
    of = {"conference_id": "moot", **WHO}
    days = {"starts_on": date(2021, 9, 7), "ends_on": date(2021, 9, 9)}
    with writing(stage.engine) as conn:
        conn.execute(insert(BodyRow).values(id="body", names={"en": "Body"}, **of))
        for session, meeting in meetings.items():
            titles = {"en": session}
            conn.execute(insert(SessionRow).values(id=session, body_id="body", titles=titles, **days, **of))
            conn.execute(insert(MeetingSessionRow).values(session_id=session, meeting_id=meeting, **of))
    return tuple(meetings)


def _email(name: str) -> str:
    return f"{name.partition(' ')[0].lower()}@ita.example"


def _asking(name: str, modality: Modality, role: Role) -> NewRegistration:
    return NewRegistration(
        conference="moot",
        delegation="ita",
        name=name,
        email=_email(name),
        modality=modality,
        role=role,
        submitted_at=AT,
    )


async def test_a_change_of_role_takes_place_and_seat_along(stage: Stage) -> None:
    await stage.opened()
    await stage.opened(NEXT)
    await stage.follow()
    (ana,) = await accredited(stage, ONLINE_OBSERVER)
    revised = await confirmed(stage, drafted(stage, ROOM_SPEAKER), change=[ana.id])
    assert (revised.changed, revised.withdrawn, revised.unsettled) == ([ana.id], [], {})
    after = registered(stage, ana.id)
    assert (after.modality, after.role) == ROOM_SPEAKER
    assert seat_of(stage, ana) == ["ita.in_person.speaker.1"]
    assert held(stage.engine, units.PLACES)["ita", "in_person", "speaker", "*"] == [ana.participant]
    assert ("ita", "online", "observer", "*") not in held(stage.engine, units.PLACES)
    assert stage.roster() == stage.roster(NEXT) == stage.seats()
    assert await stage.in_step()
    assert unsettled(stage) == []


async def test_two_change_places_in_one_act(stage: Stage) -> None:
    """ROLE_LIMITS: one speaker online; neither could move before the other has."""
    await stage.opened()
    limits = policy((*ONLINE_SPEAKER, 1, 1), (*ONLINE_OBSERVER, 1, 1), (*ROOM_SPEAKER, 2, 2))
    await publish_policy(stage.conductor, "moot", limits, stage.login("desk"))
    ana, boris = await accredited(stage, ONLINE_SPEAKER, ONLINE_OBSERVER)
    revised = await confirmed(
        stage, drafted(stage, ONLINE_OBSERVER, ONLINE_SPEAKER), change=[ana.id, boris.id]
    )
    assert (set(revised.changed), revised.unsettled) == ({ana.id, boris.id}, {})
    assert (seat_of(stage, ana), seat_of(stage, boris)) == (
        ["ita.online.observer.1"],
        ["ita.online.speaker.1"],
    )
    assert stage.roster() == stage.seats()


async def test_who_takes_the_place_of_somebody_withdrawn_gets_her_seat(stage: Stage) -> None:
    await stage.opened()
    limits = policy((*ONLINE_SPEAKER, 1, 1), (*ONLINE_OBSERVER, 1, 1))
    await publish_policy(stage.conductor, "moot", limits, stage.login("desk"))
    ana, boris = await accredited(stage, ONLINE_OBSERVER, ONLINE_SPEAKER)
    before = Counter(letters(stage.engine))
    revised = await confirmed(stage, drafted(stage, ONLINE_SPEAKER), change=[ana.id], withdraw=[boris.id])
    assert (revised.changed, revised.withdrawn) == ([ana.id], [boris.id])
    assert seat_of(stage, ana) == ["ita.online.speaker.1"]
    assert stage.roster() == stage.seats()
    told = Counter(letters(stage.engine)) - before
    assert sorted(address for address, _ in told.elements()) == sorted([ana.email, boris.email])


async def test_for_whom_there_is_no_room_stays_unsettled_until_there_is(stage: Stage) -> None:
    limits = policy((*ONLINE_SPEAKER, 1, 1), (*ONLINE_OBSERVER, 2, 2))
    await publish_policy(stage.conductor, "moot", limits, stage.login("desk"))
    ana, boris = await accredited(stage, ONLINE_OBSERVER, ONLINE_SPEAKER)
    seats, places = stage.seats(), held(stage.engine, units.PLACES)
    note = drafted(stage, ONLINE_SPEAKER, ONLINE_SPEAKER)
    revised = await confirmed(stage, note, exception="as the embassy asked", change=[ana.id])
    problem = revised.unsettled[ana.id]
    assert (problem["code"], problem["rule"]) == ("limit-reached", "ROLE_LIMITS")
    assert problem["detail"] == "Ita has no place left for another online speaker; free one first."
    assert (stage.seats(), held(stage.engine, units.PLACES)) == (seats, places)
    assert (registered(stage, ana.id).role, unsettled(stage)) == (Role.OBSERVER, [ana.id])
    with pytest.raises(NotSettled):
        await settled(stage, note, change=[boris.id])
    assert (await settled(stage, note, change=[ana.id])).unsettled.keys() == {ana.id}
    await publish_policy(
        stage.conductor,
        "moot",
        policy((*ONLINE_SPEAKER, 2, 2), (*ONLINE_OBSERVER, 1, 1)),
        stage.login("desk"),
    )
    assert (await settled(stage, note, change=[ana.id])).changed == [ana.id]
    assert (seat_of(stage, ana), unsettled(stage)) == (["ita.online.speaker.2"], [])


async def test_fewer_sessions_narrow_the_place_and_more_are_no_loss(stage: Stage) -> None:
    """A limit of one meeting's own: who is named for all meetings holds a unit in each."""
    in_meetings = tuple(
        Limit(modality=Modality.ONLINE, role=Role.OBSERVER, scope=scope, nominated=1, at_once=1)
        for scope in (MEETING, NEXT, "moot-3")
    )
    sessions = in_session(stage)
    limits = replace(policy((*ONLINE_SPEAKER, 1, 1)), limits=in_meetings)
    await publish_policy(stage.conductor, "moot", limits, stage.login("desk"))
    await stage.opened()
    await stage.opened(NEXT)
    (ana,) = await accredited(stage, ONLINE_OBSERVER)
    assert len(seat_of(stage, ana)) == 3
    narrower = drafted(stage, ONLINE_OBSERVER, sessions=sessions[:1])
    with pytest.raises(NotSettled):
        await confirmed(stage, narrower)
    assert (await confirmed(stage, narrower, change=[ana.id])).changed == [ana.id]
    assert registered(stage, ana.id).sessions == sessions[:1]
    assert seat_of(stage, ana) == [f"ita.online.observer.1.{MEETING}"]
    assert f"ita.online.observer.1.{NEXT}" not in stage.roster(NEXT)
    mine = {key[3] for key, who in held(stage.engine, units.PLACES).items() if ana.participant in who}
    assert mine == {MEETING}
    assert (await confirmed(stage, drafted(stage, ONLINE_OBSERVER))).changed == []
    assert unsettled(stage) == []


@pytest.mark.parametrize("table", ["mail", "log", "audit"])
async def test_what_fails_in_the_middle_leaves_everything_as_it_was(stage: Stage, table: str) -> None:
    await stage.opened()
    ana, boris = await accredited(stage, ONLINE_OBSERVER, ONLINE_SPEAKER)
    note = drafted(stage, ROOM_SPEAKER)
    before = stage.seats(), stage.recorded(), held(stage.engine, units.PLACES), letters(stage.engine)
    when = {"audit": "NEW.action = 'withdrawn'"}.get(table, "true")
    with failing(stage.engine, table, when), pytest.raises(ProblemError) as refused:
        await confirmed(stage, note, change=[ana.id], withdraw=[boris.id])
    assert refused.value.problem["code"] == "not-stored"
    assert before == (
        stage.seats(),
        stage.recorded(),
        held(stage.engine, units.PLACES),
        letters(stage.engine),
    )
    assert [registered(stage, each.id) for each in (ana, boris)] == [ana, boris]
    with reading(stage.engine) as conn:
        assert notes.note(conn, "moot", "ita", note.id).state is NoteState.DRAFT
        assert len(logins.of_participant(conn, "moot", boris.participant or "")) == 1
    revised = await confirmed(stage, note, change=[ana.id], withdraw=[boris.id])
    assert (revised.changed, revised.withdrawn) == ([ana.id], [boris.id])
    assert stage.roster() == stage.seats()


async def test_who_has_the_floor_is_not_moved_and_nothing_is_half_done(stage: Stage) -> None:
    await stage.opened()
    ana, boris = await accredited(stage, ONLINE_SPEAKER, ONLINE_OBSERVER)
    assert ana.participant
    await stage.send(ana.participant, "RequestFloor")
    await stage.send("chair", "CallNext")
    await stage.send("chair", "GiveFloor")
    note = drafted(stage, ROOM_SPEAKER)
    before = stage.seats()
    with pytest.raises(ProblemError) as refused:
        await confirmed(stage, note, change=[ana.id], withdraw=[boris.id])
    assert refused.value.problem["code"] == "holder-speaking"
    assert stage.seats() == before
    with reading(stage.engine) as conn:
        assert notes.note(conn, "moot", "ita", note.id).state is NoteState.DRAFT
    await stage.send("chair", "EndStatement")
    await confirmed(stage, note, change=[ana.id], withdraw=[boris.id])
    assert seat_of(stage, ana) == ["ita.in_person.speaker.1"]
