"""Plans are drawn from a seed, and every delegation has at most one voice."""

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from hemicycle_client.bots import Credential, Part, Plan

CATEGORIES = {"state_party": 30, "igo": 3, "entity": 2, "reio": 1}
DELEGATIONS = {
    f"{category}-{n}": {"category": category} for category, count in CATEGORIES.items() for n in range(count)
}
VIEW = {"delegations": {**DELEGATIONS, "interpol": {"category": "igo"}}, "entries": {}}
CREDENTIALS = [
    Credential(
        login=f"{delegation}.{modality}.{role}",
        token="x",
        capacity="delegate",
        delegation=delegation,
        modality=modality,
        role=role,
    )
    for delegation in VIEW["delegations"]
    for modality, role in (("in_person", "speaker"), ("online", "speaker"), ("online", "observer"))
] + [
    Credential(login="hall", token="x", capacity="hall"),
    Credential(login="chair", token="x", capacity="chair"),
]
BY_LOGIN = {credential.login: credential for credential in CREDENTIALS}


def speakers(parts: dict[str, Part]) -> dict[str, Part]:
    return {login: part for login, part in parts.items() if BY_LOGIN[login].role == "speaker"}


@settings(deadline=None)
@given(st.integers(0, 1000))
def test_the_same_seed_draws_the_same_parts_in_whatever_order_the_credentials_come(seed: int) -> None:
    plan = Plan.rehearsal(seed)
    assert plan.parts(CREDENTIALS, VIEW) == plan.parts(reversed(CREDENTIALS), VIEW)


@settings(deadline=None)
@given(st.integers(0, 1000))
def test_as_many_delegations_speak_as_planned_each_with_one_voice_and_interpol_among_them(seed: int) -> None:
    plan = Plan.rehearsal(seed)
    parts = speakers(dict(plan.parts(CREDENTIALS, VIEW)))
    voices = Counter(BY_LOGIN[login].delegation for login in parts)
    assert len(parts) == plan.speakers
    assert set(voices.values()) == {1}
    assert "interpol" in voices


def test_some_withdraw_some_drop_some_object_and_some_try_in_vain() -> None:
    plan = Plan.rehearsal()
    parts = dict(plan.parts(CREDENTIALS, VIEW))
    found = speakers(parts)
    assert sum(part.withdraws for part in found.values()) == plan.withdraw
    assert sum(part.objects_after is not None for part in found.values()) == plan.object
    dropping = [login for login, part in found.items() if part.drops_at is not None]
    assert len(dropping) == plan.drop
    assert {BY_LOGIN[login].modality for login in dropping} == {"online"}
    vain = {
        VIEW["delegations"][BY_LOGIN[login].delegation or ""]["category"]
        for login, p in found.items()
        if p.in_vain
    }
    assert vain & {"igo", "entity"}
    assert len(parts) - len(found) == plan.listeners


def test_the_demonstration_lets_everybody_speak_shortly() -> None:
    found = speakers(dict(Plan.demo().parts(CREDENTIALS, VIEW)))
    assert len(found) == len(VIEW["delegations"])
    assert all(part.longest is not None and 20 <= part.longest <= 40 for part in found.values())
    assert all(part.rounds > 1 for part in found.values())
