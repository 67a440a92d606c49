"""How much of a kind one meeting keeps: far more than any needs, so that nobody makes log and views endless.

What delegates make is bounded by delegation, so that none uses up what the others have; the desk may still
enter for it.
"""

from hemicycle.rules.commands import Stamped
from hemicycle.rules.meeting import Meeting
from hemicycle.rules.refusals import Refused
from hemicycle.rules.state.decisions import Proposal
from hemicycle.rules.state.floor import WAITING, Request
from hemicycle.rules.terms import Capacity, DelegationId

REQUESTS = 300
"""Requests for the floor of one delegation, those that it withdrew among them."""
MOTIONS = 50
"""Motions of one delegation."""
DOCUMENTS = 1000
"""Proposals, amendments and oral amendments in all."""
AMENDMENTS = 300
"""Amendments to one proposal: as many as one command can put in order."""
NAMED = 50
"""Delegations that one delegation has asked to join its statements, and that have not answered."""
LANGUAGES = 20
"""Languages of one text."""


def requests(meeting: Meeting, stamped: Stamped, delegation: DelegationId) -> None:
    """Refuse ``too-many-requests`` to a delegate whose delegation has asked too often."""
    asked = (r.delegation == delegation for r in meeting.requests.values())
    if stamped.actor.capacity is Capacity.DELEGATE and sum(asked) >= REQUESTS:
        raise Refused("too-many-requests", most=REQUESTS)


def named(meeting: Meeting, delegation: DelegationId, others: tuple[DelegationId, ...]) -> None:
    """Refuse ``too-many-named`` where the delegation would ask more others than wait for at once."""
    asked = sum(len(r.named) for r in meeting.requests.values() if _waits(r, delegation))
    if others and asked + len(others) > NAMED:
        raise Refused("too-many-named", most=NAMED)


def _waits(request: Request, delegation: DelegationId) -> bool:
    return request.delegation == delegation and request.state in WAITING


def motions(meeting: Meeting, stamped: Stamped, delegation: DelegationId) -> None:
    """Refuse ``too-many-motions`` to a delegate whose delegation has moved too often."""
    moved = (m.delegation == delegation for m in meeting.motions.values())
    if stamped.actor.capacity is Capacity.DELEGATE and sum(moved) >= MOTIONS:
        raise Refused("too-many-motions", most=MOTIONS)


def documents(meeting: Meeting) -> None:
    """Refuse ``too-many-documents`` where the meeting holds as many as it can show."""
    oral = sum(len(proposal.oral) for proposal in meeting.proposals.values())
    if len(meeting.proposals) + len(meeting.amendments) + oral >= DOCUMENTS:
        raise Refused("too-many-documents", most=DOCUMENTS)


def amendments(meeting: Meeting, proposal: Proposal) -> None:
    """Refuse ``too-many-amendments`` beyond what can be put in order, and ``too-many-documents``."""
    documents(meeting)
    if sum(a.proposal == proposal.id for a in meeting.amendments.values()) >= AMENDMENTS:
        raise Refused("too-many-amendments", proposal=proposal.id, most=AMENDMENTS)


def languages(named: tuple[str, ...]) -> None:
    """Refuse ``too-many-languages`` of one text."""
    if len(named) > LANGUAGES:
        raise Refused("too-many-languages", most=LANGUAGES)
