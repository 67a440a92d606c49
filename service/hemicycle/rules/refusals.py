"""Why something was refused: a stable code, the rule's name, and words that say what to do.

Citations are the procedure's data, not the code's: see ``procedure.RuleText``.
"""

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
    "listen-only": Refusal(
        _R.ROLE_LISTEN_ONLY, "An observer role follows the meeting; the delegation's speaker may ask."
    ),
    "no-seat": Refusal(_R.ROLE_LISTEN_ONLY, "You hold no seat of a delegation in this meeting."),
    "observers-may-not": Refusal(
        _R.OBSERVERS, "An observer delegation may speak; it raises no point of order."
    ),
    "by-invitation": Refusal(_R.OBSERVERS, "This delegation speaks on the chair's invitation; ask the desk."),
    "no-tier": Refusal(_R.STATEMENT_ORDER, "This body hears no such statement."),
    "already-requested": Refusal(_R.ONE_REQUEST, "The delegation has a request of this kind already."),
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
    "nothing-to-take-back": Refusal(_R.RECOGNITION, "There is no call to take back."),
    "not-of-the-podium": Refusal(_R.RECOGNITION, "A delegation is called from the list of speakers."),
    "point-on-the-floor": Refusal(_R.POINT_OF_ORDER, "A point of order has the floor; rule on it first."),
    "no-point-on-the-floor": Refusal(_R.POINT_OF_ORDER, "No point of order has the floor."),
    "paused": Refusal(_R.TIME_LIMIT, "The clock stands still already."),
    "not-paused": Refusal(_R.TIME_LIMIT, "The clock is running."),
    "no-limit": Refusal(_R.TIME_LIMIT, "No time limit applies to this speaker."),
    "bad-extension": Refusal(_R.TIME_LIMIT, "An extension is of 1 to {longest} seconds."),
    "bad-limit": Refusal(_R.TIME_LIMIT, "A time limit is of at least one second."),
    "modality-needed": Refusal(_R.KNOWN_REFERENCE, "Say from where the delegation will speak."),
    "same-modality": Refusal(_R.ONE_REQUEST, "The request stands so already."),
    "holder-speaking": Refusal(
        _R.ROLE_LIMITS, "The speaker of {delegation} has the floor; the role moves when the statement ends."
    ),
    "wrong-policy": Refusal(_R.ROLE_LIMITS, "The meeting stands under version {policy} of the policy."),
    "stale": Refusal(_R.STALE, "This has been overtaken by events."),
    "not-allowed": Refusal(_R.AUTHORIZATION, "This login may not do that."),
}


class Refused(Exception):
    """A command was refused; nothing has changed.

    ``code``: the stable code. ``params``: what the words name.
    """

    def __init__(self, code: str, **params: str | int) -> None:
        self.code = code
        self.params = params
        super().__init__(self.says)

    @property
    def rule(self) -> RuleName:
        """The rule that refused."""
        return REFUSALS[self.code].rule

    @property
    def says(self) -> str:
        """What to tell the person, in English."""
        return REFUSALS[self.code].says.format(**self.params)
