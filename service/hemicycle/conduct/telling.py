"""Who was approved, rejected or withdrawn hears of it by mail: a row, in the decision's own transaction."""

from collections.abc import Mapping
from datetime import datetime

from hemicycle.contract.problems import ProblemError
from hemicycle.registry import conferences, delegations, mail, mail_texts
from hemicycle.registry.people import Person
from hemicycle.registry.registrations import Registration, RegistrationState
from hemicycle.rules.terms import Title
from hemicycle.storage import Connection

KINDS = {RegistrationState.REJECTED: "rejection", RegistrationState.WITHDRAWN: "withdrawal"}
"""The text of each decision. The officer's reason is for the record, not for the message."""


def tell(conn: Connection, decided: Registration, now: datetime, by: str) -> None:
    """Let her be told that her request was rejected or withdrawn, in the language that she registered with.

    The key names the decision: a request that is withdrawn twice is told twice. Where the registration has
    no address that can be written to, nobody is told.
    """
    if not mail.is_address(decided.email):
        return
    kind = KINDS[decided.state]
    known = {each.id: each.names for each in delegations.delegations(conn, decided.conference)}
    names = known.get(decided.delegation or "", {"en": "–"})
    subject, body = mail_texts.text(
        kind,
        decided.language,
        name=decided.name,
        conference=mail_texts.called(
            conferences.conference(conn, decided.conference).title, decided.language
        ),
        delegation=mail_texts.named(names, decided.language),
    )
    key = f"{kind}:{decided.id}:{now:%Y%m%dT%H%M%S.%f}"
    mail.queue(conn, decided.conference, kind, key, decided.email, subject, body, now, now, by)


def send_link(
    conn: Connection,
    approved: Registration,
    title: Title,
    names: Mapping[str, str],
    link: tuple[str, str],
    now: datetime,
    by: str,
) -> None:
    """Let her have her login link. ``title``: the conference's; ``names``: of her delegation; ``link``: the
    login's id and the address with its code. Raises ProblemError ``address-refused``.
    """
    if not mail.is_address(approved.email):
        says = "No message can be sent to this address; register the person again with a right one."
        raise ProblemError.of("address-refused", says)
    login, address = link
    subject, body = mail_texts.text(
        "login",
        approved.language,
        name=approved.name,
        conference=mail_texts.called(title, approved.language),
        delegation=mail_texts.named(names, approved.language),
        modality=mail_texts.word(approved.modality.value, approved.language),
        role=mail_texts.word(approved.role.value, approved.language),
        link=address,
    )
    key = f"login:{login}"
    mail.queue(conn, approved.conference, "login", key, approved.email, subject, body, now, now, by)


def send_again(
    conn: Connection,
    conference: str,
    person: Person,
    address: str,
    link: tuple[str, str],
    now: datetime,
    by: str,
) -> None:
    """Let somebody whose links have ended have a new one. ``link``: as in ``send_link``."""
    login, opening = link
    title = conferences.conference(conn, conference).title
    subject, body = mail_texts.text(
        "new-link",
        person.language,
        name=person.name,
        conference=mail_texts.called(title, person.language),
        link=opening,
    )
    mail.queue(conn, conference, "login", f"login:{login}", address, subject, body, now, now, by)
