"""Why something was refused: a stable code, the rule's name, and words that say what to do.

Citations are the procedure's data, not the code's: see ``procedure.RuleText``.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from hemicycle.rules.procedure import RuleName


@dataclass(frozen=True, slots=True)
class Refusal:
    """One kind of refusal. ``says`` may name parameters in braces."""

    rule: RuleName
    says: str


_R = RuleName
REFUSALS: dict[str, Refusal] = {
    "not-set-up": Refusal(_R.MEETING_STATE, "The meeting has not been set up."),
    "already-set-up": Refusal(_R.MEETING_STATE, "The meeting has been set up already."),
    "not-scheduled": Refusal(_R.MEETING_STATE, "The meeting is {phase}; it was called to order before."),
    "not-in-session": Refusal(_R.MEETING_STATE, "The meeting is {phase}; this needs a meeting in session."),
    "not-suspended": Refusal(_R.MEETING_STATE, "The meeting is {phase}; only a suspended meeting resumes."),
    "adjourned": Refusal(_R.MEETING_STATE, "The meeting has been adjourned."),
    "no-quorum": Refusal(
        _R.OPEN_QUORUM, "{present} of {of} State party delegations are present; {needed} are needed."
    ),
    "not-presiding": Refusal(_R.PRESIDING_OFFICER, "Another officer has the chair."),
    "already-presiding": Refusal(_R.PRESIDING_OFFICER, "This officer has the chair already."),
    "not-an-officer": Refusal(_R.PRESIDING_OFFICER, "Only the chair or a vice-chair can take the chair."),
    "unknown-item": Refusal(_R.KNOWN_REFERENCE, "The agenda has no item {item}."),
    "unknown-delegation": Refusal(_R.KNOWN_REFERENCE, "The meeting has no delegation {delegation}."),
    "unknown-request": Refusal(_R.KNOWN_REFERENCE, "There is no request {request}."),
    "unknown-group": Refusal(_R.KNOWN_REFERENCE, "The meeting knows no group {group}."),
    "unknown-participant": Refusal(_R.KNOWN_REFERENCE, "The podium has no {kind} {participant}."),
    "item-under-consideration": Refusal(
        _R.AGENDA, "Item {item} is under consideration; close it before another is taken up."
    ),
    "item-closed": Refusal(_R.AGENDA, "The consideration of item {item} has ended."),
    "item-not-taken-up": Refusal(_R.AGENDA, "Item {item} is not under consideration."),
    "no-item": Refusal(_R.AGENDA, "No item is under consideration; name the item."),
    "speakers-waiting": Refusal(
        _R.AGENDA, "{waiting} requests still wait on this item; confirm that it shall be closed."
    ),
    "list-not-open": Refusal(_R.LIST_CLOSE, "The list of speakers of item {item} is not open."),
    "list-closed": Refusal(_R.LIST_CLOSE, "The list of speakers of item {item} has been closed."),
    "list-already-open": Refusal(_R.LIST_CLOSE, "The list of speakers of item {item} is open already."),
    "list-already-announced": Refusal(_R.LIST_CLOSE, "The closing of this list has been announced already."),
    "list-not-closed": Refusal(_R.LIST_CLOSE, "The list of speakers of item {item} is not closed."),
    "needs-decision": Refusal(_R.LIST_CLOSE, "A closed list is opened again only when the body so decides."),
    "closing-past": Refusal(_R.LIST_CLOSE, "A list closes at a time that is still to come."),
    "too-few-waiting": Refusal(
        _R.STATEMENT_ORDER, "{waiting} wait on this list; as many of them, or fewer, can be fixed."
    ),
    "needs-reason": Refusal(_R.STATEMENT_ORDER, "A departure from the order needs a reason."),
    "not-movable": Refusal(_R.STATEMENT_ORDER, "A {kind} has an order of its own; it is not moved."),
    "another-list": Refusal(_R.STATEMENT_ORDER, "Request {request} stands on another list."),
    "head-frozen": Refusal(
        _R.STATEMENT_ORDER, "The head of the list is fixed; let it go before you move somebody there."
    ),
    "no-such-segment": Refusal(_R.STATEMENT_ORDER, "The debate has no segment {segment}."),
    "debate-adjourned": Refusal(
        _R.ADJOURN_DEBATE, "The debate on item {item} was adjourned; ask when it is taken up again."
    ),
    "listen-only": Refusal(
        _R.ROLE_LISTEN_ONLY, "An observer role follows the meeting; the delegation's speaker may ask."
    ),
    "no-seat": Refusal(_R.ROLE_LISTEN_ONLY, "You hold no seat of a delegation in this meeting."),
    "observers-may-not": Refusal(
        _R.OBSERVERS, "An observer delegation may speak; it raises no points of order and moves nothing."
    ),
    "by-invitation": Refusal(_R.OBSERVERS, "This delegation speaks on the chair's invitation; ask the desk."),
    "no-tier": Refusal(_R.STATEMENT_ORDER, "This body hears no such statement."),
    "already-requested": Refusal(_R.ONE_REQUEST, "The delegation has a request of this kind already."),
    "too-many-requests": Refusal(
        _R.ONE_REQUEST, "The delegation has asked for the floor {most} times in this meeting; ask the desk."
    ),
    "asked-otherwise": Refusal(
        _R.RECOGNITION, "A {kind} is not inscribed: it is made by a command of its own."
    ),
    "not-waiting": Refusal(_R.RECOGNITION, "Request {request} is {state}; it does not wait."),
    "not-pending": Refusal(_R.RECOGNITION, "Request {request} is {state}; it has ended."),
    "out-of-order": Refusal(
        _R.RECOGNITION, "{ahead} stand ahead on the list; a call out of order needs a reason."
    ),
    "list-is-empty": Refusal(_R.RECOGNITION, "Nobody waits on the list."),
    "nobody-called": Refusal(_R.RECOGNITION, "No speaker has been called."),
    "speaker-called": Refusal(
        _R.RECOGNITION, "A speaker has been called; give the floor or take the call back."
    ),
    "floor-held": Refusal(_R.RECOGNITION, "Somebody has the floor; end the statement first."),
    "nobody-speaking": Refusal(_R.RECOGNITION, "Nobody has the floor."),
    "not-your-statement": Refusal(_R.RECOGNITION, "Another delegation has the floor."),
    "bad-cause": Refusal(
        _R.RECOGNITION, "Say why: absent, not ready, or the connection was lost; only a motion interrupts."
    ),
    "nothing-to-take-back": Refusal(_R.RECOGNITION, "There is no call to take back."),
    "not-of-the-podium": Refusal(_R.RECOGNITION, "A delegation is called from the list of speakers."),
    "point-on-the-floor": Refusal(_R.POINT_OF_ORDER, "A point of order has the floor; rule on it first."),
    "no-point-on-the-floor": Refusal(_R.POINT_OF_ORDER, "No point of order has the floor."),
    "paused": Refusal(_R.TIME_LIMIT, "The clock stands still already."),
    "not-paused": Refusal(_R.TIME_LIMIT, "The clock is running."),
    "no-limit": Refusal(_R.TIME_LIMIT, "No time limit applies to this speaker."),
    "bad-extension": Refusal(_R.TIME_LIMIT, "An extension is of 1 to {longest} seconds."),
    "time-left": Refusal(
        _R.TIME_LIMIT, "The speaker has time left; a call to order is for irrelevance until it is over."
    ),
    "procedural-cap": Refusal(
        _R.PROCEDURAL_CAP, "A procedural intervention takes {seconds} seconds at most; call the next."
    ),
    "bad-limit": Refusal(_R.TIME_LIMIT, "A time limit is of at least one second."),
    "modality-needed": Refusal(_R.KNOWN_REFERENCE, "Say from where the delegation will speak."),
    "same-modality": Refusal(_R.ONE_REQUEST, "The request stands so already."),
    "holder-speaking": Refusal(
        _R.ROLE_LIMITS, "The speaker of {delegation} has the floor; the role moves when the statement ends."
    ),
    "wrong-policy": Refusal(_R.ROLE_LIMITS, "The meeting stands under version {policy} of the policy."),
    "joint-with-itself": Refusal(_R.ONE_REQUEST, "A joint statement is shared with other delegations."),
    "not-named": Refusal(
        _R.ONE_REQUEST, "{delegation} is not asked to join statement {request}; ask its speaker, or the desk."
    ),
    "too-many-named": Refusal(
        _R.ONE_REQUEST,
        "A delegation asks at most {most} others to join while they have not answered; ask the desk.",
    ),
    "not-of-group": Refusal(
        _R.STATEMENT_ORDER,
        "{delegation} is no member of {group}; a member speaks on its behalf, or the desk gives a reason.",
    ),
    "joint-inscribed": Refusal(
        _R.ONE_REQUEST, "{delegation} is on this list already, alone or in a joint statement."
    ),
    "in-joint-statement": Refusal(
        _R.ONE_REQUEST, "The delegation shares the joint statement {request}; withdraw that one first."
    ),
    "panel-open": Refusal(_R.PANEL, "A panel is going on; close it first."),
    "no-panel": Refusal(_R.PANEL, "No panel is going on here."),
    "panellists-needed": Refusal(_R.PANEL, "A panel needs panellists, each named once."),
    "bad-batch": Refusal(_R.PANEL, "A batch is of at least one question."),
    "no-such-turn": Refusal(_R.PANEL, "A panel turns to questions or to answers, not to {phase}."),
    "not-a-panellist": Refusal(_R.PANEL, "Only a panellist of this panel answers; name one."),
    "no-questions-yet": Refusal(_R.PANEL, "The presentations are going on; questions come after them."),
    "already-responding": Refusal(_R.PANEL, "This panellist is on the response list already."),
    "questions-waiting": Refusal(
        _R.PANEL, "{waiting} questions or rebuttals still wait; confirm that the panel shall be closed."
    ),
    "nothing-to-rebut": Refusal(_R.PANEL, "A rebuttal follows an answer; wait for the panel's answers."),
    "rebuttal-not-yours": Refusal(
        _R.PANEL, "A rebuttal is for those who asked a question and for the panellists' own delegations."
    ),
    "line-not-lost": Refusal(
        _R.READINESS, "The speaker's line is there; end the statement, or pass over and hold the place."
    ),
    "not-a-text": Refusal(_R.READINESS, "A {kind} is spoken; it is not taken as read."),
    "not-ready": Refusal(
        _R.READINESS,
        "The remote speaker lacks: {lacking}. Pass over and hold the place, or override with a reason.",
    ),
    "unknown-person": Refusal(_R.KNOWN_REFERENCE, "Nobody {participant} takes part in this meeting."),
    "delegation-needed": Refusal(_R.KNOWN_REFERENCE, "Say for which delegation."),
    "motion-taken-up": Refusal(_R.MOTION_ORDER, "The body deals with motion {motion}; decide it first."),
    "motions-first": Refusal(
        _R.MOTION_ORDER, "Motion {motion} goes before all proposals; take it up first, or it is withdrawn."
    ),
    "no-such-motion": Refusal(_R.MOTION_ORDER, "The rules of this body know no such motion."),
    "unknown-motion": Refusal(_R.KNOWN_REFERENCE, "There is no motion {motion}."),
    "no-motion": Refusal(_R.MOTION_ORDER, "No motion is before the body; name the motion."),
    "motion-over": Refusal(_R.MOTION_ORDER, "Motion {motion} is {state}; it has ended."),
    "motion-pending": Refusal(_R.MOTION_ORDER, "Motion {motion} moves the same; it is decided first."),
    "too-many-motions": Refusal(
        _R.MOTION_ORDER, "The delegation has moved {most} times in this meeting; ask the desk."
    ),
    "motion-order": Refusal(_R.MOTION_ORDER, "Motion {motion} goes before this one; take it up first."),
    "motion-not-taken-up": Refusal(
        _R.MOTION_ORDER, "Motion {motion} is not taken up; its speakers are called once it is."
    ),
    "motion-not-debated": Refusal(
        _R.MOTION_ORDER, "Such a motion is not debated; it is put to the vote at once."
    ),
    "motion-speakers-full": Refusal(
        _R.MOTION_ORDER, "No more may speak on that side of the motion; it has {speakers} in all."
    ),
    "motion-speakers-wait": Refusal(
        _R.MOTION_ORDER,
        "Those who asked to speak on motion {motion} and were not heard: {speakers}. Hear them, or confirm.",
    ),
    "spoke-on-motion": Refusal(
        _R.MOTION_ORDER, "A delegation speaks once on a motion, and this one has asked already."
    ),
    "motion-to-be-decided": Refusal(
        _R.MOTION_ORDER, "Nobody waits to speak on motion {motion}; put it to the body."
    ),
    "limit-debated": Refusal(
        _R.TIME_LIMIT,
        "The chair's limit was not agreed at once: up to {speakers_for} speak for it and {speakers_against}"
        " against it before the vote; open the debate, or say why it is cut short.",
    ),
    "nothing-limited": Refusal(
        _R.TIME_LIMIT, "Say what is limited: seconds, group_seconds or statements, each at least 1."
    ),
    "statements-used-up": Refusal(
        _R.TIME_LIMIT, "The body has limited statements on item {item} to {statements} for each delegation."
    ),
    "not-decided": Refusal(
        _R.RECONSIDER, "Proposal {proposal} is {state}; only what was adopted or rejected is reconsidered."
    ),
    "not-divisible": Refusal(_R.DIVISION, "Name at least two parts of a proposal that is not divided yet."),
    "not-by-invitation": Refusal(
        _R.OBSERVERS, "This delegation needs no invitation; it asks for the floor by itself."
    ),
    "already-invited": Refusal(_R.OBSERVERS, "The body has agreed to hear this organization already."),
    "needs-approval": Refusal(
        _R.OBSERVERS, "The body first approves that this organization is heard; say that it has."
    ),
    "no-ruling": Refusal(
        _R.APPEAL, "No ruling can be appealed against now; an appeal follows a ruling at once."
    ),
    "ruling-appealed": Refusal(_R.APPEAL, "The body has decided on this ruling already."),
    "appeal-on-the-floor": Refusal(_R.APPEAL, "An appeal is before the body; decide it first."),
    "no-replies": Refusal(_R.REPLY, "The rules of this body know no right of reply."),
    "reply-not-yours": Refusal(_R.REPLY, "This delegation has no right of reply."),
    "nothing-to-reply": Refusal(
        _R.REPLY, "A reply answers another delegation's statement on item {item} that has been heard."
    ),
    "replies-used-up": Refusal(
        _R.REPLY, "A delegation has {count} rights of reply on an item; this one has used them."
    ),
    "replies-not-due": Refusal(
        _R.REPLY,
        "Rights of reply are given when the list is closed and heard, or at the end of the day once the "
        "chair begins them; a call before that needs a reason.",
    ),
    "replies-begun": Refusal(_R.REPLY, "The rights of reply that wait are being taken already."),
    "replies-waiting": Refusal(
        _R.REPLY,
        "{waiting} rights of reply of the day still wait; begin them, or confirm that the meeting shall be "
        "adjourned.",
    ),
    "no-reply-waits": Refusal(_R.REPLY, "Nobody waits for a right of reply."),
    "not-declinable": Refusal(
        _R.REPLY, "A {kind} is not declined; the chair declines replies, rebuttals and questions."
    ),
    "decline-needs-reason": Refusal(_R.REPLY, "Say why the request is declined."),
    "unknown-turn": Refusal(_R.KNOWN_REFERENCE, "No turn {grant} has ended."),
    "unknown-decision": Refusal(_R.KNOWN_REFERENCE, "There is no decision {decision}."),
    "nothing-to-correct": Refusal(_R.CORRECTION, "The record says so already."),
    "correction-needs-reason": Refusal(_R.CORRECTION, "Say why the record is corrected."),
    "bad-correction": Refusal(
        _R.CORRECTION, "A time or a number of votes is not below 0, nor are there more votes than States."
    ),
    "no-ballots": Refusal(
        _R.CORRECTION, "Decision {decision} has no votes by delegation; correct its result."
    ),
    "no-such-ballot": Refusal(_R.CORRECTION, "{delegation} has no vote in this decision."),
    "result-follows": Refusal(
        _R.CORRECTION, "The result follows from the votes: correct the votes, or the numbers with it."
    ),
    "handed-on": Refusal(
        _R.CORRECTION, "The next meeting has taken this over; correct it in that meeting's record."
    ),
    "turn-handed-on": Refusal(
        _R.CORRECTION,
        "The next meeting counts on whose turn this was; only its time is corrected now.",
    ),
    "unknown-text": Refusal(_R.KNOWN_REFERENCE, "There is no text {text}."),
    "no-languages": Refusal(_R.TEXTS, "A text is handed in in at least one language."),
    "too-many-languages": Refusal(_R.TEXTS, "A text is handed in in at most {most} languages."),
    "foreign-text": Refusal(_R.TEXTS, "Text {text} is of another delegation or item."),
    "text-there": Refusal(
        _R.TEXTS, "The delegation has a text on item {item} already: add languages to it, or take it back."
    ),
    "text-published": Refusal(_R.TEXTS, "The statement was heard; its text stays on record."),
    "unknown-booth": Refusal(_R.KNOWN_REFERENCE, "The meeting has no booth {booth}."),
    "unknown-signal": Refusal(_R.KNOWN_REFERENCE, "There is no signal {signal}."),
    "not-of-this-booth": Refusal(
        _R.INTERPRETATION, "Only the interpreters of that booth do this; ask the desk who staffs it."
    ),
    "no-interpreter": Refusal(
        _R.INTERPRETATION, "This person is no interpreter of this conference; choose one who is."
    ),
    "staffed-elsewhere": Refusal(
        _R.INTERPRETATION,
        "This person is named twice, or stands in another booth; take her out there first.",
    ),
    "foreign-languages": Refusal(
        _R.INTERPRETATION, "This person works into no language of the booth; correct languages A and B."
    ),
    "interpreter-on-air": Refusal(
        _R.INTERPRETATION, "This person is on air; she leaves the booth when she has handed over."
    ),
    "on-air-already": Refusal(_R.INTERPRETATION, "You are on air already."),
    "microphone-live": Refusal(
        _R.INTERPRETATION, "Your colleague is on air in this booth; ask for a handover."
    ),
    "channel-live": Refusal(
        _R.INTERPRETATION, "Another booth is on air on this channel; it must go off air first."
    ),
    "wrong-channel": Refusal(_R.INTERPRETATION, "The booth does not interpret into this language."),
    "off-air": Refusal(_R.INTERPRETATION, "Nobody is on air in this booth; take the microphone."),
    "line-holds": Refusal(
        _R.INTERPRETATION,
        "Her line holds; her booth, or the operator, takes her off air.",
    ),
    "not-on-air": Refusal(_R.INTERPRETATION, "Only who is on air in this booth does this."),
    "relay-loop": Refusal(
        _R.INTERPRETATION, "A booth does not take relay from itself or from who takes its own."
    ),
    "second-hop": Refusal(
        _R.INTERPRETATION, "That booth takes relay itself; choose one that interprets from the floor."
    ),
    "relay-given": Refusal(
        _R.INTERPRETATION, "Another booth takes relay from this one, which must stay on the floor."
    ),
    "handover-pending": Refusal(
        _R.INTERPRETATION, "A handover waits for an answer; answer it or take it back."
    ),
    "handover-lapsed": Refusal(_R.INTERPRETATION, "The handover was not answered in time; ask again."),
    "no-handover": Refusal(_R.INTERPRETATION, "No handover waits in this booth."),
    "not-your-handover": Refusal(_R.INTERPRETATION, "This is for the other interpreter to say."),
    "name-the-taker": Refusal(_R.INTERPRETATION, "Say to which colleague of the booth you hand over."),
    "signal-raised": Refusal(_R.INTERPRETATION, "This has been signalled and still stands."),
    "signal-acknowledged": Refusal(_R.INTERPRETATION, "This signal has been acknowledged already."),
    "signal-finished": Refusal(_R.INTERPRETATION, "This signal is over."),
    "alert-for-the-chair": Refusal(
        _R.INTERPRETATION, "This alert is acknowledged by the chair, or the secretary at her side."
    ),
    "alert-unseen": Refusal(
        _R.INTERPRETATION, "The chair has not acknowledged this alert; it stays until then."
    ),
    "voting": Refusal(_R.VOTE_LOCK, "Voting has begun; only a point of order on its conduct interrupts it."),
    "question-put": Refusal(
        _R.CONSENSUS_FIRST, "The body has been asked whether it objects; declare the decision, or abandon it."
    ),
    "no-decisions": Refusal(_R.VOTES, "The rules of this body provide for no decisions."),
    "no-decide-quorum": Refusal(
        _R.DECIDE_QUORUM, "{present} of {of} State party delegations are present; a decision needs {needed}."
    ),
    "not-a-voter": Refusal(_R.VOTES, "{delegation} does not take part in this body's decisions."),
    "nothing-asked": Refusal(_R.CONSENSUS_FIRST, "The body has not been asked whether it objects."),
    "objects-already": Refusal(_R.CONSENSUS_FIRST, "The objection of {delegation} is on record already."),
    "no-objection": Refusal(_R.CONSENSUS_FIRST, "{delegation} has not objected."),
    "objection": Refusal(
        _R.CONSENSUS_FIRST, "{delegation} objects; abandon consensus, or declare it with the objection noted."
    ),
    "consensus-first": Refusal(
        _R.CONSENSUS_FIRST, "A vote on substance comes last; ask first whether the body objects."
    ),
    "second-vote-late": Refusal(
        _R.TIE,
        "Votes were equal more than {hours} hours ago: no second vote is taken; consensus is still open.",
    ),
    "unknown-proposal": Refusal(_R.KNOWN_REFERENCE, "There is no proposal {proposal}."),
    "unknown-amendment": Refusal(_R.KNOWN_REFERENCE, "There is no amendment {amendment}."),
    "unknown-part": Refusal(_R.DIVISION, "There is no part {part} to decide on."),
    "proposal-over": Refusal(_R.PROPOSALS, "Proposal {proposal} is {state}; it is not before the body."),
    "amendment-over": Refusal(_R.AMENDMENTS, "Amendment {amendment} is {state}; it is not before the body."),
    "part-decided": Refusal(_R.DIVISION, "The body has decided on part {part} already."),
    "motion-waits": Refusal(_R.MOTION_ORDER, "Motion {motion} is {state}; the body decides on one taken up."),
    "appeal-is-voted": Refusal(_R.APPEAL, "An appeal is put to the vote at once; open the vote."),
    "agenda-stands": Refusal(_R.AGENDA, "The agenda has been adopted already."),
    "blank-text": Refusal(_R.PROPOSALS, "Give the symbol, the title or the text."),
    "already-tabled": Refusal(_R.PROPOSALS, "{symbol} is before the body already, as {proposal}."),
    "too-many-documents": Refusal(
        _R.PROPOSALS, "A meeting holds at most {most} proposals and amendments, those withdrawn among them."
    ),
    "proposal-amended": Refusal(_R.PROPOSALS, "Proposal {proposal} has been amended; it is the body's now."),
    "voting-begun": Refusal(_R.PROPOSALS, "The body has begun to decide on {proposal}, part by part."),
    "too-many-amendments": Refusal(
        _R.AMENDMENTS, "Proposal {proposal} has {most} amendments; a revised proposal takes no more of them."
    ),
    "amendments-first": Refusal(_R.AMENDMENTS, "Amendment {amendment} is decided before the proposal."),
    "amendment-order": Refusal(_R.AMENDMENTS, "Amendment {amendment} is decided before this one."),
    "bad-place": Refusal(_R.AMENDMENTS, "The place of the amendment is 1 to {last}."),
    "bad-amendment-order": Refusal(_R.AMENDMENTS, "Name each amendment that waits once: {waiting}."),
    "parts-first": Refusal(_R.DIVISION, "Part {part} is decided before the whole."),
    "bad-method": Refusal(_R.METHOD, "A roll call or a recorded vote can be asked for."),
    "otherwise-asked": Refusal(
        _R.METHOD,
        "A representative has asked for another method on this question; open the vote by that one.",
    ),
    "method-asked": Refusal(_R.METHOD, "This has been asked for already."),
    "no-vote": Refusal(_R.VOTE_LOCK, "No vote is going on."),
    "cancel-needs-reason": Refusal(_R.VOTE_LOCK, "Say why the vote cannot be completed."),
    "no-voting-by-name": Refusal(_R.METHOD, "In this vote hands or papers are counted; enter the count."),
    "voting-by-name": Refusal(
        _R.METHOD, "In this vote each delegation's vote is recorded; nothing is counted."
    ),
    "choice-needed": Refusal(_R.METHOD, "Record yes, no or an abstention; only a roll call passes on."),
    "chair-does-not-vote": Refusal(
        _R.VOTES, "The presiding officer does not vote; another member of the delegation may."
    ),
    "not-entitled": Refusal(_R.VOTES, "{delegation} has no vote on this question."),
    "members-voted": Refusal(_R.VOTES, "{member} has voted itself; the organization no longer votes for it."),
    "reio-voted": Refusal(_R.VOTES, "{organization} has cast the votes of its member States."),
    "not-your-turn": Refusal(_R.METHOD, "In the roll call {called} is called now."),
    "roll-called": Refusal(_R.METHOD, "The roll has been called to its end; close the vote."),
    "still-to-call": Refusal(_R.METHOD, "The roll has not been called to its end: {called} is called now."),
    "no-count": Refusal(_R.METHOD, "Enter the count before the vote is closed."),
    "count-too-high": Refusal(
        _R.METHOD,
        "{counted} votes were counted, and those present have {most}; count again, or mark who is there.",
    ),
    "nothing-to-explain": Refusal(
        _R.EXPLANATION,
        "Name the proposal on which the vote is explained: one that is before the body, or decided.",
    ),
    "sponsor-explains": Refusal(
        _R.EXPLANATION, "A sponsor does not explain its vote on its own proposal or amendment."
    ),
    "explained": Refusal(
        _R.EXPLANATION, "The delegation has explained its vote on {proposal}; it does so once."
    ),
    "not-of-this-body": Refusal(
        _R.JOINT_MEETING,
        "{delegation} attends none of the bodies that consider item {item}; ask the desk.",
    ),
    "stale": Refusal(_R.STALE, "This has been overtaken by events."),
    "not-allowed": Refusal(_R.AUTHORIZATION, "This login may not do that."),
}


_DELEGATIONS = frozenset({"delegation", "called", "member", "organization"})
"""The parameters that name a delegation by its id."""


class Refused(Exception):
    """A command was refused; nothing has changed.

    ``code``: the stable code. ``params``: what the words name. ``rule``: where the procedure's data says
    under which rule the matter stands; else the code's own.
    """

    def __init__(self, code: str, *, rule: RuleName | None = None, **params: str | int) -> None:
        self.code = code
        self.params = params
        self._rule = rule
        super().__init__(self.says)

    @property
    def rule(self) -> RuleName:
        """The rule that refused."""
        return self._rule or REFUSALS[self.code].rule

    @property
    def says(self) -> str:
        """What to tell the person, in English."""
        return self.said({})

    def said(self, names: Mapping[str, str]) -> str:
        """The same with delegations by their names, as far as ``names`` (by id) has them."""
        params = {
            key: names.get(str(value), value) if key in _DELEGATIONS else value
            for key, value in self.params.items()
        }
        return REFUSALS[self.code].says.format(**params)
