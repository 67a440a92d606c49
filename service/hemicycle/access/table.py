"""The one authorization table: command × capacity, and who may see and administer what. Pure.

The presiding officer's own rule (another officer has the chair) is the rules' to keep; so is everything
that depends on the state of the floor. Here stands only who may try.
"""

from collections.abc import Mapping
from enum import StrEnum

from hemicycle.access.own import concerns_own, in_own_booth
from hemicycle.rules import commands as c
from hemicycle.rules.commands import Actor, Command
from hemicycle.rules.meeting import Meeting
from hemicycle.rules.refusals import Refused
from hemicycle.rules.terms import Capacity, DelegationId, Part
from hemicycle.views.audiences import Audience


class Reach(StrEnum):
    """How far a capacity reaches with a command or an action."""

    NO = "no"
    OWN_DELEGATION = "own_delegation"
    OWN_BOOTH = "own_booth"
    ANY = "any"


class Action(StrEnum):
    """What is done with rows, outside the floor."""

    READ_CONFERENCE = "read_conference"
    READ_DELEGATION = "read_delegation"
    CREATE_CONFERENCE = "create_conference"
    CHANGE_CONFERENCE = "change_conference"
    CHANGE_SEATS = "change_seats"
    MARK_PRESENCE = "mark_presence"
    MINT_LOGIN = "mint_login"
    REVOKE_LOGIN = "revoke_login"
    READ_LIMITS = "read_limits"
    SET_LIMITS = "set_limits"
    APPROVE = "approve"
    READ_PROBLEMS = "read_problems"
    READ_EMAILS = "read_emails"
    READ_REGISTRATIONS = "read_registrations"
    CHANGE_REGISTRATIONS = "change_registrations"
    READ_NOTES = "read_notes"
    CHANGE_NOTES = "change_notes"
    READ_FIGURES = "read_figures"
    EXPORT = "export"
    ANNOUNCE = "announce"
    READ_MAIL = "read_mail"
    READ_PERSON = "read_person"
    ERASE_PERSON = "erase_person"
    RENEW_LINK = "renew_link"
    READ_AUDIT = "read_audit"
    HAND_IN_TEXT = "hand_in_text"
    READ_TEXT = "read_text"


Cells = tuple[Reach, Reach, Reach, Reach, Reach, Reach]

_NO, _OWN, _BOOTH, _ANY = Reach.NO, Reach.OWN_DELEGATION, Reach.OWN_BOOTH, Reach.ANY

CAPACITIES = (
    Capacity.CHAIR,
    Capacity.SECRETARIAT,
    Capacity.DELEGATE,
    Capacity.INTERPRETER,
    Capacity.OPERATOR,
    Capacity.HALL,
)
"""The columns of the tables, in their order."""

COMMANDS: Mapping[type[Command], Cells] = {
    #                  chair secretariat delegate interpreter operator hall
    c.CallToOrder: (_ANY, _NO, _NO, _NO, _NO, _NO),
    c.SuspendMeeting: (_ANY, _NO, _NO, _NO, _NO, _NO),
    c.ResumeMeeting: (_ANY, _NO, _NO, _NO, _NO, _NO),
    c.AdjournMeeting: (_ANY, _NO, _NO, _NO, _NO, _NO),
    c.HandOverChair: (_ANY, _ANY, _NO, _NO, _NO, _NO),  # the chair's line may be what failed
    c.TakeUpItem: (_ANY, _NO, _NO, _NO, _NO, _NO),
    c.CloseItem: (_ANY, _NO, _NO, _NO, _NO, _NO),
    c.OpenList: (_ANY, _NO, _NO, _NO, _NO, _NO),
    c.AnnounceList: (_ANY, _NO, _NO, _NO, _NO, _NO),
    c.CloseList: (_ANY, _NO, _NO, _NO, _NO, _NO),
    c.ReopenList: (_ANY, _NO, _NO, _NO, _NO, _NO),
    c.RequestFloor: (_NO, _NO, _OWN, _NO, _NO, _NO),
    c.InscribeSpeaker: (_ANY, _ANY, _NO, _NO, _NO, _NO),
    c.WithdrawRequest: (_ANY, _ANY, _OWN, _NO, _NO, _NO),
    c.JoinStatement: (_ANY, _ANY, _OWN, _NO, _NO, _NO),
    c.DeclineToJoin: (_ANY, _ANY, _OWN, _NO, _NO, _NO),
    c.ChangeModality: (_ANY, _ANY, _OWN, _NO, _NO, _NO),
    c.CallNext: (_ANY, _NO, _NO, _NO, _NO, _NO),
    c.CallSpeaker: (_ANY, _NO, _NO, _NO, _NO, _NO),
    c.PassOver: (_ANY, _NO, _NO, _NO, _NO, _NO),
    c.TakeBackCall: (_ANY, _NO, _NO, _NO, _NO, _NO),
    c.GiveFloor: (_ANY, _NO, _NO, _NO, _NO, _NO),
    c.GiveFloorTo: (_ANY, _NO, _NO, _NO, _NO, _NO),
    c.EndStatement: (_ANY, _NO, _OWN, _NO, _NO, _NO),
    c.ExtendTime: (_ANY, _NO, _NO, _NO, _NO, _NO),
    c.CallSpeakerToOrder: (_ANY, _NO, _NO, _NO, _NO, _NO),
    c.PauseSpeaking: (_ANY, _NO, _NO, _NO, _NO, _NO),
    c.ResumeSpeaking: (_ANY, _NO, _NO, _NO, _NO, _NO),
    c.Rule: (_ANY, _NO, _NO, _NO, _NO, _NO),
    c.SetListClosing: (_ANY, _NO, _NO, _NO, _NO, _NO),
    c.FreezeHead: (_ANY, _NO, _NO, _NO, _NO, _NO),
    c.MoveRequest: (_ANY, _NO, _NO, _NO, _NO, _NO),
    c.OpenSegment: (_ANY, _NO, _NO, _NO, _NO, _NO),
    c.InviteOrganization: (_ANY, _NO, _NO, _NO, _NO, _NO),
    c.BeginReplies: (_ANY, _NO, _NO, _NO, _NO, _NO),
    c.DeclineRequest: (_ANY, _NO, _NO, _NO, _NO, _NO),
    c.TakeAsRead: (_ANY, _NO, _NO, _NO, _NO, _NO),
    c.MarkSound: (_NO, _ANY, _NO, _BOOTH, _ANY, _NO),
    c.MarkTested: (_NO, _ANY, _NO, _NO, _ANY, _NO),
    c.Move: (_ANY, _ANY, _OWN, _NO, _NO, _NO),
    c.ProposeLimit: (_ANY, _NO, _NO, _NO, _NO, _NO),
    c.WithdrawMotion: (_ANY, _ANY, _OWN, _NO, _NO, _NO),
    c.TakeUpMotion: (_ANY, _NO, _NO, _NO, _NO, _NO),
    c.Appeal: (_ANY, _ANY, _OWN, _NO, _NO, _NO),
    c.TableProposal: (_ANY, _ANY, _NO, _NO, _NO, _NO),
    c.WithdrawProposal: (_ANY, _ANY, _NO, _NO, _NO, _NO),
    c.TableAmendment: (_ANY, _ANY, _NO, _NO, _NO, _NO),
    c.OrderAmendments: (_ANY, _NO, _NO, _NO, _NO, _NO),
    c.WithdrawAmendment: (_ANY, _ANY, _NO, _NO, _NO, _NO),
    c.ReviseOrally: (_ANY, _ANY, _NO, _NO, _NO, _NO),
    c.AskConsensus: (_ANY, _NO, _NO, _NO, _NO, _NO),
    c.Object: (_ANY, _ANY, _OWN, _NO, _NO, _NO),
    c.LiftObjection: (_ANY, _ANY, _OWN, _NO, _NO, _NO),
    c.DeclareDecided: (_ANY, _NO, _NO, _NO, _NO, _NO),
    c.AbandonConsensus: (_ANY, _NO, _NO, _NO, _NO, _NO),
    c.AskMethod: (_ANY, _ANY, _OWN, _NO, _NO, _NO),
    c.OpenVote: (_ANY, _NO, _NO, _NO, _NO, _NO),
    c.CastVote: (_NO, _NO, _OWN, _NO, _NO, _NO),
    c.RecordVote: (_ANY, _ANY, _NO, _NO, _NO, _NO),
    c.EnterCount: (_ANY, _ANY, _NO, _NO, _NO, _NO),
    c.CloseVote: (_ANY, _NO, _NO, _NO, _NO, _NO),
    c.CancelVote: (_ANY, _NO, _NO, _NO, _NO, _NO),
    c.OpenPanel: (_ANY, _ANY, _NO, _NO, _NO, _NO),
    c.NextOfPanel: (_ANY, _NO, _NO, _NO, _NO, _NO),
    c.TurnTo: (_ANY, _NO, _NO, _NO, _NO, _NO),
    c.AskToRespond: (_ANY, _ANY, _OWN, _NO, _NO, _NO),
    c.ClosePanel: (_ANY, _NO, _NO, _NO, _NO, _NO),
    c.StaffBooth: (_NO, _ANY, _NO, _NO, _ANY, _NO),
    c.TakeMicrophone: (_NO, _NO, _NO, _BOOTH, _NO, _NO),
    c.ReleaseMicrophone: (_NO, _ANY, _NO, _BOOTH, _ANY, _NO),  # the desk: once the line is lost
    c.RequestHandover: (_NO, _NO, _NO, _BOOTH, _NO, _NO),
    c.AnswerHandover: (_NO, _NO, _NO, _BOOTH, _NO, _NO),
    c.CancelHandover: (_NO, _NO, _NO, _BOOTH, _NO, _NO),
    c.SetSource: (_NO, _NO, _NO, _BOOTH, _ANY, _NO),
    c.SetChannel: (_NO, _NO, _NO, _BOOTH, _NO, _NO),
    c.RaiseSignal: (_NO, _NO, _NO, _BOOTH, _NO, _NO),
    c.AcknowledgeSignal: (_ANY, _ANY, _NO, _NO, _ANY, _NO),
    c.FinishSignal: (_ANY, _ANY, _NO, _BOOTH, _ANY, _NO),
    c.CorrectStatement: (_ANY, _ANY, _NO, _NO, _NO, _NO),
    c.CorrectVote: (_ANY, _ANY, _NO, _NO, _NO, _NO),
    c.CorrectDecision: (_ANY, _ANY, _NO, _NO, _NO, _NO),
}

ACTIONS: Mapping[Action, Cells] = {
    #                       chair secretariat delegate interpreter operator hall
    Action.READ_CONFERENCE: (_ANY, _ANY, _ANY, _ANY, _ANY, _ANY),
    Action.READ_DELEGATION: (_ANY, _ANY, _OWN, _NO, _ANY, _NO),
    Action.CREATE_CONFERENCE: (_NO, _ANY, _NO, _NO, _NO, _NO),  # whoever does gets a login of its secretariat
    Action.CHANGE_CONFERENCE: (_ANY, _ANY, _NO, _NO, _NO, _NO),
    Action.CHANGE_SEATS: (_ANY, _ANY, _NO, _NO, _NO, _NO),
    Action.MARK_PRESENCE: (_ANY, _ANY, _NO, _NO, _NO, _NO),
    Action.MINT_LOGIN: (_NO, _ANY, _NO, _NO, _NO, _NO),  # whoever mints one could be anybody
    Action.REVOKE_LOGIN: (_NO, _ANY, _NO, _NO, _NO, _NO),
    Action.READ_LIMITS: (_ANY, _ANY, _NO, _NO, _NO, _NO),
    Action.SET_LIMITS: (_NO, _ANY, _NO, _NO, _NO, _NO),
    Action.APPROVE: (_NO, _ANY, _NO, _NO, _NO, _NO),
    Action.READ_PROBLEMS: (_ANY, _ANY, _NO, _NO, _NO, _NO),
    Action.READ_EMAILS: (_NO, _ANY, _NO, _NO, _NO, _NO),
    Action.READ_FIGURES: (_ANY, _ANY, _NO, _NO, _NO, _NO),
    Action.READ_REGISTRATIONS: (_NO, _ANY, _NO, _NO, _NO, _NO),
    Action.CHANGE_REGISTRATIONS: (_NO, _ANY, _NO, _NO, _NO, _NO),
    # Addresses, and what stands about a person: the secretariat's alone.
    Action.READ_NOTES: (_NO, _ANY, _NO, _NO, _NO, _NO),
    Action.CHANGE_NOTES: (_NO, _ANY, _NO, _NO, _NO, _NO),
    Action.EXPORT: (_NO, _ANY, _NO, _NO, _NO, _NO),
    Action.ANNOUNCE: (_NO, _ANY, _NO, _NO, _NO, _NO),
    Action.READ_MAIL: (_NO, _ANY, _NO, _NO, _NO, _NO),
    Action.READ_PERSON: (_NO, _ANY, _NO, _NO, _NO, _NO),
    Action.ERASE_PERSON: (_NO, _ANY, _NO, _NO, _NO, _NO),
    Action.RENEW_LINK: (_NO, _ANY, _NO, _NO, _NO, _NO),
    Action.READ_AUDIT: (_NO, _ANY, _NO, _NO, _NO, _NO),
    Action.HAND_IN_TEXT: (_NO, _ANY, _OWN, _NO, _NO, _NO),
    # Before it was heard; afterwards as ``texts`` says.
    Action.READ_TEXT: (_ANY, _ANY, _OWN, _ANY, _ANY, _NO),
}

PARTS: Mapping[Action, tuple[Reach, Reach]] = {
    #                          head focal_point
    Action.CHANGE_SEATS: (_OWN, _OWN),
    Action.READ_REGISTRATIONS: (_OWN, _OWN),
    Action.READ_PROBLEMS: (_OWN, _OWN),
    Action.READ_EMAILS: (_NO, _OWN),
}
"""What the head and the focal points of a delegation may beyond what every delegate may."""

AUDIENCES: Mapping[Capacity, Audience] = {
    Capacity.CHAIR: Audience.PODIUM,
    Capacity.SECRETARIAT: Audience.PODIUM,
    Capacity.DELEGATE: Audience.HALL,
    Capacity.INTERPRETER: Audience.BOOTHS,
    Capacity.OPERATOR: Audience.PODIUM,
    Capacity.HALL: Audience.HALL,
}
"""Each capacity's own audience; the hall's is everybody's too."""


def authorize(meeting: Meeting, command: Command, actor: Actor) -> None:
    """Raise ``Refused("not-allowed")`` unless the actor may try this. Unknown requests pass to the rules."""
    reach = _cell(COMMANDS[type(command)], actor.capacity)
    if reach is Reach.ANY or (reach is Reach.OWN_DELEGATION and concerns_own(meeting, command, actor)):
        return
    if reach is Reach.OWN_BOOTH and in_own_booth(meeting, command, actor):
        return
    raise Refused("not-allowed")


def permit(
    action: Action, actor: Actor, delegation: DelegationId | None = None, part: Part | None = None
) -> None:
    """Raise ``Refused("not-allowed")`` unless the actor may do this (to this delegation).

    ``part``: what a delegate is to her own delegation.
    """
    reaches = {_cell(ACTIONS[action], actor.capacity)}
    if part is not None and actor.capacity is Capacity.DELEGATE and action in PARTS:
        reaches.add(PARTS[action][tuple(Part).index(part)])
    own = delegation is not None and delegation == actor.delegation
    if Reach.ANY in reaches or (Reach.OWN_DELEGATION in reaches and own):
        return
    raise Refused("not-allowed")


def commands_of(capacity: Capacity) -> tuple[str, ...]:
    """The names of the commands that this capacity may try, in the table's order."""
    return tuple(
        command.__name__ for command, cells in COMMANDS.items() if _cell(cells, capacity) is not Reach.NO
    )


def may_see(capacity: Capacity, audience: Audience) -> bool:
    """Whether this capacity may follow what this audience sees."""
    return audience in {AUDIENCES[capacity], Audience.HALL}


def _cell(cells: Cells, capacity: Capacity | None) -> Reach:
    return Reach.NO if capacity is None else cells[CAPACITIES.index(capacity)]
