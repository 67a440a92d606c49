"""Units, and keeping their number at a limit: what is free goes, what is held is marked ``over`` and stays.

The same for what may be nominated (places), be present at once (seats), and is shared (pools). The database
refuses two holders of a unit; ``fit`` sees to it that there are no more units than the limit says, beside
those that are over. The caller owns the transaction and has locked the delegations or the pool.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, and_, delete, insert, select, true, tuple_, update

from hemicycle.storage.tables import (
    Administered,
    PlaceRow,
    PlaceUnitRow,
    PoolPlaceRow,
    PoolUnitRow,
    SeatRow,
    SeatUnitRow,
)

Key = tuple[str, ...]
"""The columns of a group of units, as its kind names them."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A table of units and that of their holders. ``key``: a group's columns, beside the conference's."""

    name: str
    units: type[Administered]
    holders: type[Administered]
    key: tuple[str, ...]


_DELEGATION = ("delegation_id", "modality", "role", "scope")
PLACES = Kind("place", PlaceUnitRow, PlaceRow, _DELEGATION)
SEATS = Kind("seat", SeatUnitRow, SeatRow, _DELEGATION)
POOLS = Kind("pool", PoolUnitRow, PoolPlaceRow, ("pool_id",))


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as it stands. ``holder``: a participant, None: it is free; ``kept``: why an officer lets it be
    over.
    """

    key: Key
    number: int
    over: bool
    kept: str | None
    holder: str | None


@dataclass(frozen=True, slots=True)
class Fitted:
    """What brings a group to its limit: numbers to add, to drop, to mark as over, and as fitting again."""

    add: tuple[int, ...]
    drop: tuple[int, ...]
    over: tuple[int, ...]
    fits: tuple[int, ...]


def fitted(group: Sequence[Unit], size: int) -> Fitted:
    """How a group comes to ``size`` units, beside held ones that are over.

    Who fits stays so; a unit that falls free goes first to who is unsettled, then to who was kept.
    """
    held = sorted(
        (u for u in group if u.holder is not None), key=lambda u: (u.over, u.kept is not None, u.number)
    )
    free = sorted((u for u in group if u.holder is None), key=lambda u: (u.over, u.number))
    room = max(size - len(held), 0)
    taken = {u.number for u in group}
    unused = (number for number in range(1, size + len(group) + 1) if number not in taken)
    return Fitted(
        add=tuple(number for number, _ in zip(unused, range(room - len(free)), strict=False)),
        drop=tuple(u.number for u in free[room:]),
        over=tuple(u.number for u in held[size:] if not u.over),
        fits=tuple(u.number for u in (*held[:size], *free[:room]) if u.over),
    )


def units(
    conn: Connection, kind: Kind, conference: str, delegations: Collection[str] | None = None
) -> list[Unit]:
    """All units of the conference, or of these delegations (or pools), with their holders, in order."""
    wanted = _units(kind).where(kind.units.conference_id == conference)  # type: ignore[attr-defined]
    if delegations is not None:
        wanted = wanted.where(getattr(kind.units, kind.key[0]).in_(list(delegations)))
    return [Unit(tuple(row[:-4]), *row[-4:]) for row in conn.execute(wanted)]


def group(conn: Connection, kind: Kind, conference: str, key: Key) -> list[Unit]:
    """The units of one group."""
    wanted = _units(kind).where(
        kind.units.conference_id == conference,  # type: ignore[attr-defined]
        *(getattr(kind.units, name) == value for name, value in zip(kind.key, key, strict=True)),
    )
    return [Unit(tuple(row[:-4]), *row[-4:]) for row in conn.execute(wanted)]


def free_number(
    conn: Connection, kind: Kind, conference: str, key: Key, tried: Collection[int] = ()
) -> int | None:
    """The lowest free unit of a group that was not tried yet; None: there is none."""
    unit = kind.units
    wanted = (
        _units(kind)
        .where(
            unit.conference_id == conference,  # type: ignore[attr-defined]
            *(getattr(unit, name) == value for name, value in zip(kind.key, key, strict=True)),
            unit.over.is_(False),  # type: ignore[attr-defined]
            unit.number.not_in(tried),  # type: ignore[attr-defined]
            kind.holders.participant_id.is_(None),  # type: ignore[attr-defined]
        )
        .limit(1)
    )
    found = conn.execute(wanted).first()
    return None if found is None else int(found.number)


def any_over(conn: Connection, conference: str, delegations: Collection[str]) -> bool:
    """Whether the delegations, or any pool, have units that the policy no longer has."""
    return any(
        conn.execute(
            select(kind.units.number)  # type: ignore[attr-defined]
            .where(
                kind.units.conference_id == conference,  # type: ignore[attr-defined]
                kind.units.over.is_(True),  # type: ignore[attr-defined]
                true() if kind is POOLS else kind.units.delegation_id.in_(list(delegations)),  # type: ignore[attr-defined]
            )
            .limit(1)
        ).first()
        for kind in (PLACES, SEATS, POOLS)
    )


def _units(kind: Kind) -> Any:
    unit, holder = kind.units, kind.holders
    keys = [getattr(unit, name) for name in kind.key]
    joined = and_(
        *(getattr(holder, name) == getattr(unit, name) for name in ("conference_id", *kind.key, "number"))
    )
    return (
        select(*keys, unit.number, unit.over, unit.kept, holder.participant_id)  # type: ignore[attr-defined]
        .outerjoin_from(unit, holder, joined)
        .order_by(*keys, unit.number)  # type: ignore[attr-defined]
    )


def fit(
    conn: Connection,
    kind: Kind,
    conference: str,
    sizes: Mapping[Key, int],
    only: Collection[str] | None,
    at: datetime,
    by: str,
) -> None:
    """Bring each group to its size; a group that is not named has size 0.

    ``only``: the delegations (or pools) concerned, None: all.
    """
    groups: dict[Key, list[Unit]] = defaultdict(list)
    for unit in units(conn, kind, conference, only):
        groups[unit.key].append(unit)
    plans = {key: fitted(groups[key], sizes.get(key, 0)) for key in groups.keys() | sizes.keys()}
    _drop(conn, kind, conference, ((key, n) for key, plan in plans.items() for n in plan.drop))
    add(conn, kind, conference, [(key, n) for key, plan in plans.items() for n in plan.add], at, by)
    for over in (True, False):
        marked = [(key, n) for key, plan in plans.items() for n in (plan.over if over else plan.fits)]
        _mark(
            conn, kind, conference, marked, {"over": over, "kept": None, "updated_at": at, "updated_by": by}
        )


def add(
    conn: Connection,
    kind: Kind,
    conference: str,
    numbers: Iterable[tuple[Key, int]],
    at: datetime,
    by: str,
    *,
    over: bool = False,
) -> None:
    """New units."""
    who = {"created_at": at, "created_by": by, "updated_at": at, "updated_by": by}
    rows: list[dict[str, Any]] = [
        {
            "conference_id": conference,
            **dict(zip(kind.key, key, strict=True)),
            "number": number,
            "over": over,
            "kept": None,
            **who,
        }
        for key, number in numbers
    ]
    if rows:
        conn.execute(insert(kind.units), rows)


def keep(
    conn: Connection, kind: Kind, conference: str, unit: Unit, reason: str, at: datetime, by: str
) -> None:
    """Let the holder of a unit that is over stay."""
    _mark(
        conn,
        kind,
        conference,
        [(unit.key, unit.number)],
        {"kept": reason, "updated_at": at, "updated_by": by},
    )


def _drop(conn: Connection, kind: Kind, conference: str, numbers: Iterable[tuple[Key, int]]) -> None:
    for some in _batches([(*key, number) for key, number in numbers]):
        conn.execute(delete(kind.units).where(_among(kind, conference, some)))


def _mark(
    conn: Connection,
    kind: Kind,
    conference: str,
    numbers: Sequence[tuple[Key, int]],
    values: Mapping[str, Any],
) -> None:
    for some in _batches([(*key, number) for key, number in numbers]):
        conn.execute(update(kind.units).where(_among(kind, conference, some)).values(**values))


def _among(kind: Kind, conference: str, some: Sequence[tuple[Any, ...]]) -> Any:
    unit = kind.units
    columns = [getattr(unit, name) for name in (*kind.key, "number")]
    return and_(unit.conference_id == conference, tuple_(*columns).in_(some))  # type: ignore[attr-defined]


def _batches(rows: Sequence[tuple[Any, ...]], size: int = 200) -> Iterable[Sequence[tuple[Any, ...]]]:
    """A statement takes only so many parameters."""
    return (rows[start : start + size] for start in range(0, len(rows), size))
