"""The one place where a command meets the state: which subject decides it.

``decide`` returns the events that follow, or raises ``Refused`` and nothing has happened.
"""

from typing import assert_never

from hemicycle.rules import attendance, calls, floor, interrupts, items, roster, sitting, speakers
from hemicycle.rules import commands as c
from hemicycle.rules.conditions import procedure_of
from hemicycle.rules.events import Event
from hemicycle.rules.meeting import Meeting


def decide(meeting: Meeting, stamped: c.Stamped) -> list[Event]:
    """What follows from a command.

    Takes the meeting as it stands and the command with time, actor and facts; returns the events in
    order (none where all is already as asked). Raises ``Refused`` with the rule's name and code.
    """
    if not isinstance(stamped.command, c.SetUpMeeting):
        procedure_of(meeting)
    return _dispatch(meeting, stamped)


def _dispatch(m: Meeting, s: c.Stamped) -> list[Event]:
    match s.command:
        case c.SetUpMeeting() as command:
            return sitting.set_up(m, s, command)
        case c.CallToOrder():
            return sitting.call_to_order(m, s)
        case c.SuspendMeeting():
            return sitting.suspend(m, s)
        case c.ResumeMeeting():
            return sitting.resume(m, s)
        case c.AdjournMeeting():
            return sitting.adjourn(m, s)
        case c.HandOverChair() as command:
            return sitting.hand_over(m, s, command)
        case c.TakeUpItem() as command:
            return items.take_up(m, s, command)
        case c.CloseItem() as command:
            return items.close_item(m, s, command)
        case c.OpenList() | c.AnnounceList() | c.CloseList() | c.ReopenList() as command:
            return items.change_list(m, s, command)
        case c.RequestFloor() as command:
            return speakers.request(m, s, command)
        case c.InscribeSpeaker() as command:
            return speakers.inscribe(m, s, command)
        case c.WithdrawRequest() as command:
            return speakers.withdraw(m, s, command)
        case c.ChangeModality() as command:
            return speakers.change_modality(m, s, command)
        case c.CallNext():
            return calls.call_next(m, s)
        case c.CallSpeaker() as command:
            return calls.call_speaker(m, s, command)
        case c.PassOver() as command:
            return calls.pass_over(m, s, command)
        case c.TakeBackCall():
            return calls.take_back(m, s)
        case c.GiveFloor():
            return floor.give(m, s)
        case c.GiveFloorTo() as command:
            return floor.give_to(m, s, command)
        case c.EndStatement():
            return floor.end(m, s)
        case c.ExtendTime() as command:
            return floor.extend(m, s, command)
        case c.PauseSpeaking():
            return floor.pause(m, s)
        case c.ResumeSpeaking():
            return floor.unpause(m, s)
        case c.Rule() as command:
            return interrupts.rule(m, s, command)
        case c.ElapseSpeakingTime() as command:
            return floor.elapse(m, s, command)
        case c.NotePresence() as command:
            return attendance.note_presence(m, s, command)
        case c.NoteConnection() as command:
            return attendance.note_connection(m, s, command)
        case c.ChangeRoster() as command:
            return roster.change(m, s, command)
    assert_never(s.command)
