"""Whoever takes part otherwise than before, or has lost her seat, hears of it by mail.

It is a row of the transaction that moves her.
"""

from collections.abc import Sequence
from datetime import datetime

from hemicycle.registry import conferences, delegations, mail, mail_texts, people, seats
from hemicycle.rules.commands import SeatMove
from hemicycle.rules.terms import Modality, ParticipantId, Role
from hemicycle.storage import Connection

Kind = tuple[Modality, Role]
"""As what somebody takes part."""


def tell(
    conn: Connection, conference: str, participant: ParticipantId, now_as: Kind | None, now: datetime, by: str
) -> None:
    """Let her know as what she takes part from now on; ``now_as`` None: as an alternate, without a seat.

    Where no address of hers is known that can be written to, nobody is told.
    """
    person = people.person(conn, conference, participant)
    address = people.address(conn, conference, participant)
    if address is None or not mail.is_address(address):
        return
    language = person.language
    known = {each.id: each.names for each in delegations.delegations(conn, conference)}
    values = {
        "name": person.name,
        "conference": mail_texts.called(conferences.conference(conn, conference).title, language),
        "delegation": mail_texts.named(known.get(person.delegation or "", {"en": "–"}), language),
    }
    if now_as is not None:
        values["modality"], values["role"] = (mail_texts.word(each.value, language) for each in now_as)
    kind = "alternate" if now_as is None else "part"
    subject, body = mail_texts.text(kind, language, **values)
    key = f"{kind}:{participant}:{now:%Y%m%dT%H%M%S.%f}"
    mail.queue(conn, conference, kind, key, address, subject, body, now, now, by)


def tell_all(conn: Connection, conference: str, moves: Sequence[SeatMove], now: datetime, by: str) -> None:
    """Tell everybody whom these moves, which are not applied yet, give another kind of seat, a first one, or
    none. Who changes only the number of her seat has not moved.
    """
    named = {move.seat for move in moves}
    known = {person.id for person in people.people(conn, conference)}
    given: dict[ParticipantId, list[SeatMove]] = {}
    for move in moves:
        if move.participant is not None:
            given.setdefault(move.participant, []).append(move)
    losing = seats.holders(conn, conference, named)
    for who in sorted({*given, *losing} & known):
        held = seats.held_by(conn, conference, [who])
        kept = [(seat.modality, seat.role) for seat in held if seat.id not in named]
        after = [(move.modality, move.role) for move in given.get(who, [])] + kept
        if {(seat.modality, seat.role) for seat in held} != set(after):
            tell(conn, conference, who, after[0] if after else None, now, by)
