"""Organizations that the body decides to hear (OBSERVERS)."""

from hemicycle.rules import commands as c
from hemicycle.rules import events as e
from hemicycle.rules.meeting import Meeting
from hemicycle.rules.refusals import Refused


def invite_organization(meeting: Meeting, stamped: c.Stamped, command: c.InviteOrganization) -> list[e.Event]:
    raise Refused("not-allowed")


def on_organization_invited(meeting: Meeting, event: e.OrganizationInvited) -> Meeting:
    return meeting
