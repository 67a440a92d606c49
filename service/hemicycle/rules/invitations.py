"""Organizations that speak by invitation, once the body has agreed to hear them (OBSERVERS)."""

from dataclasses import replace

from hemicycle.rules import conditions
from hemicycle.rules.commands import InviteOrganization, Stamped
from hemicycle.rules.events import Event, OrganizationInvited
from hemicycle.rules.meeting import Meeting
from hemicycle.rules.refusals import Refused
from hemicycle.rules.terms import DelegationId


def invite_organization(meeting: Meeting, stamped: Stamped, command: InviteOrganization) -> list[Event]:
    """The organization asks for the floor by itself from here on; the body must have ``decided`` so."""
    conditions.presiding(meeting, stamped.actor)
    conditions.not_adjourned(meeting)
    may_be_invited(meeting, command.delegation)
    if not command.decided:
        raise Refused("needs-approval")
    return [OrganizationInvited(delegation=command.delegation, at=stamped.at)]


def may_be_invited(meeting: Meeting, delegation: DelegationId) -> None:
    """Refuse ``unknown-delegation``, ``not-by-invitation`` and ``already-invited``."""
    found = meeting.delegations.get(delegation)
    if found is None:
        raise Refused("unknown-delegation", delegation=delegation)
    if found.category not in conditions.procedure_of(meeting).by_invitation:
        raise Refused("not-by-invitation")
    if delegation in meeting.invited:
        raise Refused("already-invited")


def on_organization_invited(meeting: Meeting, event: OrganizationInvited) -> Meeting:
    """The body has agreed to hear it."""
    return replace(meeting, invited=meeting.invited | {event.delegation})
