"""Whatever is approved, withdrawn, swapped, published and settled: rows, logs and limits agree."""

from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.conduct.accrediting import (
    ONLINE_OBSERVER,
    ONLINE_SPEAKER,
    ROOM_SPEAKER,
    misfitting,
    policy,
    registered,
)
from tests.conduct.moot import NEXT
from tests.conduct.stage import Stage

from hemicycle.conduct.accreditation import approve, settle, swap, withdraw
from hemicycle.conduct.policies import publish_policy
from hemicycle.conduct.settling import Settlement, Settling
from hemicycle.contract.problems import ProblemError
from hemicycle.registry import limits, units
from hemicycle.registry.policy import Pool
from hemicycle.rules.terms import Category, Modality, Role
from hemicycle.storage import reading

_KINDS = st.sampled_from([ROOM_SPEAKER, ONLINE_SPEAKER, ONLINE_OBSERVER])
_STEPS = st.one_of(
    st.tuples(st.just("approve"), _KINDS),
    st.tuples(st.just("withdraw"), st.integers(0, 9)),
    st.tuples(st.just("swap"), st.tuples(st.integers(0, 9), st.integers(0, 9))),
    st.tuples(st.just("policy"), st.tuples(st.integers(0, 3), st.integers(0, 2), st.integers(0, 3))),
    st.tuples(st.just("settle"), st.tuples(st.integers(0, 9), st.sampled_from(Settling), _KINDS)),
)


class _Doer:
    """Does one step after the other; what is refused changes nothing."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        self.desk = stage.login("desk")
        self.known: dict[str, str] = {}

    async def do(self, name: str, argument: object) -> None:
        try:
            await getattr(self, name)(argument)
        except ProblemError as refused:
            if refused.status not in {409, 422}:
                raise

    def _person(self, number: int) -> str:
        people = [*self.known.values(), "ita-room", "ita-online", "ita-observer", "ita-spare"]
        return people[number % len(people)]

    async def approve(self, kind: tuple[Modality, Role]) -> None:
        asked = registered(self.stage.engine, "ita", [kind])
        self.known |= (await approve(self.stage.conductor, "moot", asked, self.desk)).approved

    async def withdraw(self, number: int) -> None:
        if self.known:
            chosen = list(self.known)[number % len(self.known)]
            await withdraw(self.stage.conductor, "moot", [chosen], self.desk)
            del self.known[chosen]

    async def swap(self, both: tuple[int, int]) -> None:
        one, other = (self._person(number) for number in both)
        if one != other:
            await swap(self.stage.conductor, "moot", (one, other), self.desk)

    async def policy(self, sizes: tuple[int, int, int]) -> None:
        kinds = (ROOM_SPEAKER, ONLINE_SPEAKER, ONLINE_OBSERVER)
        made = policy(*((*kind, size + 1, size) for kind, size in zip(kinds, sizes, strict=True)))
        pool = Pool(id="platform", modality=Modality.ONLINE, size=sum(sizes[1:]))
        await publish_policy(self.stage.conductor, "moot", replace(made, pools=(pool,)), self.desk)

    async def settle(self, how: tuple[int, Settling, tuple[Modality, Role]]) -> None:
        number, act, (modality, role) = how
        over = sorted(misfitting(self.stage.engine))
        if over:
            some = over[number % len(over) :]
            settlement = Settlement(
                participants=some, act=act, modality=modality, role=role, reason="as drawn"
            )
            settled = await settle(self.stage.conductor, "moot", settlement, self.desk)
            assert {*settled.done, *settled.refused} == set(some)
            if act is Settling.WITHDRAW:
                self.known = {r: p for r, p in self.known.items() if p not in settled.done}


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(_STEPS, max_size=8))
async def test_whatever_is_done_rows_logs_and_limits_agree(
    stage: Stage, steps: list[tuple[str, object]]
) -> None:
    if not stage.listener.heard:
        await stage.opened()
        await stage.opened(NEXT)
    doer = _Doer(stage)
    for name, argument in steps:
        await doer.do(name, argument)
        assert stage.roster() == stage.roster(NEXT) == stage.seats()
        _within_limits(stage)


def _within_limits(stage: Stage) -> None:
    """The units of each limit are as many as it says; no more are held, beside those that are over."""
    with reading(stage.engine) as conn:
        now = limits.in_force(conn, "moot", stage.clock.now())
        having = now.of(Category.STATE_PARTY)
        for kind in (units.PLACES, units.SEATS):
            groups: dict[units.Key, list[units.Unit]] = {}
            for unit in units.units(conn, kind, "moot", ["ita"]):
                groups.setdefault(unit.key, []).append(unit)
            for key, group in groups.items():
                limit = having.get((Modality(key[1]), Role(key[2]), key[3]))
                size = 0 if limit is None else limit.nominated if kind is units.PLACES else limit.at_once
                assert sum(not unit.over for unit in group) == size
                assert all(unit.holder is not None for unit in group if unit.over)
        pools = {pool.id: pool.size for pool in now.pools}
        shared = units.units(conn, units.POOLS, "moot")
        assert sum(not unit.over for unit in shared) == sum(pools.values())
        assert all(unit.holder is not None for unit in shared if unit.over)
