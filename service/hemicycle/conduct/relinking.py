"""Whoever has lost her login link gets another one; those that she had are dead from then on."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from hemicycle.access import logins
from hemicycle.access.logins import LoginFacts, NewLogin
from hemicycle.conduct.telling import send_again
from hemicycle.contract.problems import ProblemError
from hemicycle.registry import audit, mail, people
from hemicycle.registry.departed import SAYS, departed
from hemicycle.rules.terms import ParticipantId
from hemicycle.storage import Connection

CODE_LIVES = timedelta(days=45)
"""Real time in which the new link may be opened."""
LOGIN_LIVES = timedelta(days=60)


@dataclass(frozen=True, slots=True)
class Relinked:
    """``link``: path and fragment, shown once; ``address``: where it is sent, None: nowhere, it is handed
    out; ``ended``: how many logins were revoked.
    """

    link: str
    address: str | None
    ended: int


def relink(
    conn: Connection, conference: str, participant: ParticipantId, public_url: str, now: datetime, by: str
) -> Relinked:
    """End the links of a person and let her have a new one, by mail where an address is on record.

    Tokens of programs stay. Raises ``UnknownPerson``, and ProblemError ``takes-no-part``: she does so no
    more, or not yet.
    """
    person = people.person(conn, conference, participant)
    require_part(conn, conference, participant)
    old = [each for each in logins.of_participant(conn, conference, participant) if not each.bearer]
    real = datetime.now(UTC)
    for login in old:
        logins.revoke(conn, login.id, real, by)
    mail.drop(conn, conference, [f"login:{login.id}" for login in old])
    new = NewLogin(
        capacity=person.capacity,
        conference=conference,
        meeting=_common_meeting(old),
        participant=person.id,
        delegation=person.delegation,
        label=person.id,
    )
    minted = logins.mint(conn, new, real, by, real + CODE_LIVES, real + LOGIN_LIVES)
    link = f"/enter#{minted.login}.{minted.code}"
    address = people.address(conn, conference, participant)
    if address is not None and mail.is_address(address):
        send_again(conn, conference, person, address, (minted.login, f"{public_url}{link}"), now, by)
    else:
        address = None
    subject = f"participant:{participant}"
    audit.note(conn, conference, now, by, "link-renewed", subject, login=minted.login, ended=len(old))
    return Relinked(link=link, address=address, ended=len(old))


def require_part(conn: Connection, conference: str, participant: ParticipantId) -> None:
    """Only who takes part gets a link. Raises ProblemError ``takes-no-part``, with the ``reason``."""
    why = departed(conn, conference).get(participant)
    if why is not None:
        says = f"This person takes no part: {SAYS[why]}."
        raise ProblemError.of("takes-no-part", says, reason=why.value, params={"participant": participant})


def _common_meeting(old: list[LoginFacts]) -> str | None:
    """The meeting that all her links were good for, if it was one alone."""
    meetings = {each.meeting for each in old}
    return meetings.pop() if len(meetings) == 1 else None
