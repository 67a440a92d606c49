"""The one place where a command meets the state: which subject decides it.

``decide`` returns the events that follow, or raises ``Refused`` and nothing has happened.
"""

from typing import assert_never

from hemicycle.rules import (
    amendments,
    appeals,
    attendance,
    ballots,
    booths,
    calls,
    consensus,
    corrections,
    floor,
    handovers,
    interrupts,
    invitations,
    items,
    joining,
    motions,
    order,
    panel_steps,
    panels,
    proposals,
    proposed_limit,
    readiness,
    reading,
    replies,
    results,
    roster,
    signals,
    sitting,
    speakers,
    standing,
    texts,
    to_order,
    vote_lock,
    votes,
)
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
    vote_lock.keep(meeting, stamped)
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
        case c.AdjournMeeting() as command:
            return sitting.adjourn(m, s, command)
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
        case c.JoinStatement() as command:
            return joining.join_statement(m, s, command)
        case c.DeclineToJoin() as command:
            return joining.decline_to_join(m, s, command)
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
        case c.GiveFloor() as command:
            return readiness.gated(m, s, command, floor.give(m, s))
        case c.GiveFloorTo() as command:
            return floor.give_to(m, s, command)
        case c.EndStatement():
            return floor.end(m, s)
        case c.ExtendTime() as command:
            return floor.extend(m, s, command)
        case c.CallSpeakerToOrder() as command:
            return to_order.call_speaker_to_order(m, s, command)
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
        case c.SetListClosing() as command:
            return order.set_list_closing(m, s, command)
        case c.FreezeHead() as command:
            return order.freeze_head(m, s, command)
        case c.MoveRequest() as command:
            return order.move_request(m, s, command)
        case c.OpenSegment() as command:
            return order.open_segment(m, s, command)
        case c.CloseListOnTime() as command:
            return order.close_list_on_time(m, s, command)
        case c.BeginReplies() as command:
            return replies.begin_replies(m, s, command)
        case c.DeclineRequest() as command:
            return replies.decline_request(m, s, command)
        case c.InviteOrganization() as command:
            return invitations.invite_organization(m, s, command)
        case c.TakeAsRead() as command:
            return reading.take_as_read(m, s, command)
        case c.AttachText() as command:
            return texts.attach_text(m, s, command)
        case c.WithdrawText() as command:
            return texts.withdraw_text(m, s, command)
        case c.InheritStanding() as command:
            return standing.inherit_standing(m, s, command)
        case c.HandOnStanding() as command:
            return standing.hand_on_standing(m, s, command)
        case c.MarkSound() as command:
            return readiness.mark_sound(m, s, command)
        case c.MarkTested() as command:
            return readiness.mark_tested(m, s, command)
        case c.NoteReady() as command:
            return readiness.note_ready(m, s, command)
        case c.Move() as command:
            return motions.move(m, s, command)
        case c.ProposeLimit() as command:
            return proposed_limit.propose_limit(m, s, command)
        case c.WithdrawMotion() as command:
            return motions.withdraw_motion(m, s, command)
        case c.TakeUpMotion() as command:
            return motions.take_up_motion(m, s, command)
        case c.Appeal() as command:
            return appeals.appeal(m, s, command)
        case c.TableProposal() as command:
            return proposals.table_proposal(m, s, command)
        case c.WithdrawProposal() as command:
            return proposals.withdraw_proposal(m, s, command)
        case c.TableAmendment() as command:
            return amendments.table_amendment(m, s, command)
        case c.OrderAmendments() as command:
            return amendments.order_amendments(m, s, command)
        case c.WithdrawAmendment() as command:
            return amendments.withdraw_amendment(m, s, command)
        case c.ReviseOrally() as command:
            return proposals.revise_orally(m, s, command)
        case c.AskConsensus() as command:
            return consensus.ask_consensus(m, s, command)
        case c.Object() as command:
            return consensus.object_to(m, s, command)
        case c.LiftObjection() as command:
            return consensus.lift_objection(m, s, command)
        case c.DeclareDecided() as command:
            return consensus.declare_decided(m, s, command)
        case c.AbandonConsensus():
            return consensus.abandon_consensus(m, s)
        case c.AskMethod() as command:
            return votes.ask_method(m, s, command)
        case c.OpenVote() as command:
            return votes.open_vote(m, s, command)
        case c.CastVote() as command:
            return ballots.cast_vote(m, s, command)
        case c.RecordVote() as command:
            return ballots.record_vote(m, s, command)
        case c.EnterCount() as command:
            return ballots.enter_count(m, s, command)
        case c.CloseVote():
            return results.close_vote(m, s)
        case c.CancelVote() as command:
            return votes.cancel_vote(m, s, command)
        case c.OpenPanel() as command:
            return panels.open_panel(m, s, command)
        case c.NextOfPanel() as command:
            return panel_steps.next_of_panel(m, s, command.override)
        case c.TurnTo() as command:
            return panels.turn_to(m, s, command)
        case c.AskToRespond() as command:
            return panels.ask_to_respond(m, s, command)
        case c.ClosePanel() as command:
            return panels.close_panel(m, s, command)
        case c.StaffBooth() as command:
            return booths.staff_booth(m, s, command)
        case c.TakeMicrophone() as command:
            return booths.take_microphone(m, s, command)
        case c.ReleaseMicrophone() as command:
            return booths.release_microphone(m, s, command)
        case c.SetSource() as command:
            return booths.set_source(m, s, command)
        case c.SetChannel() as command:
            return booths.set_channel(m, s, command)
        case c.ElapseTurn() as command:
            return booths.elapse_turn(m, s, command)
        case c.RequestHandover() as command:
            return handovers.request_handover(m, s, command)
        case c.AnswerHandover() as command:
            return handovers.answer_handover(m, s, command)
        case c.CancelHandover() as command:
            return handovers.cancel_handover(m, s, command)
        case c.LapseHandover() as command:
            return handovers.lapse_handover(m, s, command)
        case c.RaiseSignal() as command:
            return signals.raise_signal(m, s, command)
        case c.AcknowledgeSignal() as command:
            return signals.acknowledge_signal(m, s, command)
        case c.FinishSignal() as command:
            return signals.finish_signal(m, s, command)
        case c.CorrectStatement() as command:
            return corrections.correct_statement(m, s, command)
        case c.CorrectVote() as command:
            return corrections.correct_vote(m, s, command)
        case c.CorrectDecision() as command:
            return corrections.correct_decision(m, s, command)
    assert_never(s.command)
