"""The chair's script: which words fit what happens now, as keys and what to fill in. Seen by the podium.

The words themselves are templates in ``config/script``, one file a language, which a secretariat can edit.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from hemicycle.rules.meeting import Meeting
from hemicycle.rules.next_up import inscribed
from hemicycle.rules.panels import running
from hemicycle.rules.state.decisions import DecidedBy, Decision, Question, QuestionKind, VoteMethod
from hemicycle.rules.state.floor import Grant, Request
from hemicycle.rules.state.motions import MotionKind
from hemicycle.rules.state.panels import PanelPhase
from hemicycle.rules.terms import ItemState, ListState, Phase, RequestKind
from hemicycle.views.lists import next_speakers
from hemicycle.views.motions import pending_motions

TEMPLATES: Mapping[str, frozenset[str]] = {
    key: frozenset(places.split())
    for key, places in {
        "call_to_order": "number",
        "suspend": "number",
        "resume": "number",
        "adjourn": "number",
        "adopt_agenda": "",
        "take_up_item": "item item_title",
        "close_item": "item",
        "open_list": "item",
        "announce_list": "item",
        "close_list": "item",
        "begin_replies": "item",
        "give_floor": "delegation",
        "give_floor_followed": "delegation next",
        "give_floor_group": "delegation group",
        "give_floor_group_followed": "delegation group next",
        "give_floor_reply": "delegation",
        "give_floor_explanation": "delegation",
        "give_floor_question": "delegation",
        "give_floor_motion": "delegation",
        "thank": "delegation",
        "thank_speaker": "title",
        "conclude": "delegation",
        "connection_lost": "delegation",
        "point_of_order": "delegation",
        "ruling_upheld": "delegation",
        "ruling_rejected": "delegation",
        "appeal": "delegation",
        "appeal_overruled": "yes no abstentions",
        "appeal_stands": "yes no abstentions",
        **{f"motion_{kind}": "delegation" for kind in MotionKind},
        "motion_carried": "",
        "motion_rejected": "",
        "ask_consensus": "",
        "ask_consensus_symbol": "symbol",
        "objection": "delegation",
        "decided": "",
        "decided_symbol": "symbol",
        "decided_symbol_amended": "symbol",
        "vote_show_of_hands": "",
        "vote_roll_call": "delegation",
        "vote_recorded": "",
        "vote_secret_ballot": "",
        "close_vote": "",
        "vote_adopted": "symbol yes no abstentions",
        "vote_rejected": "symbol yes no abstentions",
        "panel_presentation": "title",
        "panel_questions": "",
        "panel_answers": "",
    }.items()
}
"""Every template by key, with the places that are filled in; it has exactly these."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ScriptStep:
    """Words to say: ``key`` names a template of ``GET api/v1/script/{language}``; ``params`` fill its places.

    What a param's value is, its name says: ``delegation`` and ``next`` are ids of delegations, ``group`` of a
    group, ``item`` and ``item_title`` of an agenda item, to be said by its number and by its title, ``title``
    of a member of the podium, to be said by hers; all else is said as it stands.
    """

    key: str
    params: Mapping[str, str]


def steps(meeting: Meeting) -> tuple[ScriptStep, ...]:
    """The words for what happens now and what may come next, the likeliest first. Pure."""
    match meeting.phase:
        case Phase.NOT_SET_UP | Phase.ADJOURNED:
            return ()
        case Phase.SCHEDULED:
            return (_step("call_to_order", number=str(meeting.number)),)
        case Phase.SUSPENDED:
            return (_step("resume", number=str(meeting.number)),)
        case _:
            return tuple(_in_session(meeting))


def _step(key: str, **params: str) -> ScriptStep:
    return ScriptStep(key=key, params=params)


def _in_session(meeting: Meeting) -> Iterator[ScriptStep]:
    yield from _declared(meeting)
    if meeting.vote is not None:
        yield from _voting(meeting)
    elif meeting.consensus is not None:
        yield from _asked(meeting)
    elif meeting.speaking is not None:
        yield from _speaking(meeting, meeting.speaking)
    else:
        yield from _floor_free(meeting)


def _declared(meeting: Meeting) -> Iterator[ScriptStep]:
    """The result of the newest decision, until somebody has spoken after it."""
    if not meeting.decisions or meeting.called or meeting.vote or meeting.consensus:
        return
    newest = meeting.decisions[-1]
    begun = [grant.started_at for grant in meeting.floor]
    if max([*begun, *(turn.ended_at for turn in meeting.spoken.values())], default=newest.at) <= newest.at:
        yield _result(meeting, newest)


def _result(meeting: Meeting, decision: Decision) -> ScriptStep:
    symbol = _symbol(meeting, decision.question)
    tally = decision.tally
    counts = (
        {"yes": str(tally.yes), "no": str(tally.no), "abstentions": str(tally.abstentions)} if tally else {}
    )
    kind = decision.question.kind
    if kind is QuestionKind.APPEAL and counts:
        return _step("appeal_overruled" if decision.carried else "appeal_stands", **counts)
    if kind is QuestionKind.MOTION:
        return _step("motion_carried" if decision.carried else "motion_rejected")
    if decision.by is DecidedBy.VOTE and symbol and counts:
        return _step("vote_adopted" if decision.carried else "vote_rejected", symbol=symbol, **counts)
    if symbol:
        amended = decision.as_orally_amended
        return _step("decided_symbol_amended" if amended else "decided_symbol", symbol=symbol)
    return _step("decided")


def _symbol(meeting: Meeting, question: Question) -> str | None:
    """What the document is called that a question is about."""
    amendment = meeting.amendments.get(question.ref)
    proposal = meeting.proposals.get(amendment.proposal if amendment else question.ref.partition("/")[0])
    if amendment is not None and amendment.symbol:
        return amendment.symbol
    return proposal.symbol if proposal else None


def _voting(meeting: Meeting) -> Iterator[ScriptStep]:
    vote = meeting.vote
    if vote is None:
        return
    begun = bool(vote.ballots or vote.passed or vote.count)
    if not begun and meeting.ruling is not None and meeting.ruling.appealed_by is not None:
        yield _step("appeal", delegation=meeting.ruling.appealed_by)
    if not begun and vote.method is VoteMethod.ROLL_CALL and vote.order:
        yield _step("vote_roll_call", delegation=vote.order[0])
    elif not begun and vote.method is not VoteMethod.ROLL_CALL:
        yield _step(f"vote_{vote.method}")
    yield _step("close_vote")


def _asked(meeting: Meeting) -> Iterator[ScriptStep]:
    consensus = meeting.consensus
    if consensus is None:
        return
    symbol = _symbol(meeting, consensus.question)
    for delegation in consensus.objections:
        yield _step("objection", delegation=delegation)
    if not consensus.objections:
        yield _step("ask_consensus_symbol", symbol=symbol) if symbol else _step("ask_consensus")
        yield _step("decided_symbol", symbol=symbol) if symbol else _step("decided")


def _speaking(meeting: Meeting, grant: Grant) -> Iterator[ScriptStep]:
    """Whoever is called over the speaker, or raises a point of order, comes before all else."""
    interrupts = meeting.called is not None or any(inscribed(meeting.points_of_order()))
    if interrupts:
        yield from _next(meeting)
    delegation = grant.holder.delegation
    if delegation is None:
        member = meeting.podium.get(grant.holder.ref)
        yield _step("thank_speaker", title=member.participant if member else "")
    elif grant.kind is RequestKind.POINT_OF_ORDER:
        yield _step("ruling_upheld", delegation=delegation)
        yield _step("ruling_rejected", delegation=delegation)
        return
    else:
        if grant.connection_lost_at is not None:
            yield _step("connection_lost", delegation=delegation)
        if grant.elapsed:
            yield _step("conclude", delegation=delegation)
        yield _step("thank", delegation=delegation)
    if not interrupts:
        yield from _next(meeting)


def _floor_free(meeting: Meeting) -> Iterator[ScriptStep]:
    for motion in (meeting.motions[key] for key in pending_motions(meeting)[:1]):
        yield _step(f"motion_{motion.kind}", delegation=motion.delegation)
    yield from _panel(meeting)
    yield from _next(meeting)
    yield from _of_the_agenda(meeting)


def _panel(meeting: Meeting) -> Iterator[ScriptStep]:
    panel = running(meeting)
    if panel is None:
        return
    if panel.phase is PanelPhase.PRESENTATIONS:
        for who in panel.panellists:
            if who not in panel.presented:
                member = meeting.podium.get(who)
                yield _step("panel_presentation", title=member.participant if member else "")
                return
    yield _step("panel_answers" if panel.phase is PanelPhase.ANSWERS else "panel_questions")


def _next(meeting: Meeting) -> Iterator[ScriptStep]:
    """Who has been called, else who would be."""
    called = [meeting.called.request] if meeting.called else []
    coming = [meeting.requests[r] for r in (*called, *next_speakers(meeting)) if r in meeting.requests]
    if coming:
        yield _given(coming[0], coming[1] if len(coming) > 1 else None)


_GIVEN: Mapping[RequestKind, str] = {
    RequestKind.POINT_OF_ORDER: "point_of_order",
    RequestKind.REPLY: "give_floor_reply",
    RequestKind.REBUTTAL: "give_floor_reply",
    RequestKind.EXPLANATION: "give_floor_explanation",
    RequestKind.QUESTION: "give_floor_question",
    RequestKind.MOTION: "give_floor_motion",
    RequestKind.FOR_MOTION: "give_floor_motion",
    RequestKind.AGAINST_MOTION: "give_floor_motion",
}


def _given(request: Request, then: Request | None) -> ScriptStep:
    """The words that give the floor, to be followed by whoever speaks after her."""
    params = {"delegation": request.delegation}
    if request.kind in _GIVEN:
        return _step(_GIVEN[request.kind], **params)
    key = "give_floor"
    if request.on_behalf_of is not None:
        key, params = "give_floor_group", {**params, "group": request.on_behalf_of}
    if then is not None and then.delegation != request.delegation:
        key, params = f"{key}_followed", {**params, "next": then.delegation}
    return _step(key, **params)


def _of_the_agenda(meeting: Meeting) -> Iterator[ScriptStep]:
    """Lists, items, and the end of the meeting."""
    item = meeting.item
    if item is None:
        if not meeting.agenda_adopted:
            yield _step("adopt_agenda")
        coming = (key for key, state in meeting.items.items() if state is ItemState.PENDING)
        for key in [*coming][:1]:
            yield _step("take_up_item", item=key, item_title=key)
        yield _step("adjourn", number=str(meeting.number))
        return
    match meeting.lists.get(item, ListState.NOT_OPEN):
        case ListState.NOT_OPEN:
            yield _step("open_list", item=item)
        case ListState.OPEN:
            yield _step("announce_list", item=item)
        case ListState.ANNOUNCED:
            yield _step("close_list", item=item)
        case ListState.CLOSED:
            yield from _after_the_list(meeting, item)
    yield _step("suspend", number=str(meeting.number))


def _after_the_list(meeting: Meeting, item: str) -> Iterator[ScriptStep]:
    if meeting.waiting(item):
        return
    if meeting.waiting(item, RequestKind.REPLY) and item not in meeting.replies_begun:
        yield _step("begin_replies", item=item)
        return
    yield _step("close_item", item=item)
