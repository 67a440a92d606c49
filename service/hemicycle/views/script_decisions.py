"""The chair's script, decisions: what is asked, voted on and declared, and of what it is said."""

from collections.abc import Iterator

from hemicycle.rules import put, tallies
from hemicycle.rules.meeting import Meeting
from hemicycle.rules.state.agenda import Limit
from hemicycle.rules.state.decisions import (
    DecidedBy,
    Decision,
    Proposal,
    Question,
    QuestionKind,
    Vote,
    VoteMethod,
)
from hemicycle.rules.state.motions import Motion
from hemicycle.views.script_steps import ScriptStep, step


def declared(meeting: Meeting) -> Iterator[ScriptStep]:
    """The result of the newest decision, until somebody has spoken after it."""
    if not meeting.decisions or meeting.called or meeting.vote or meeting.consensus:
        return
    newest = meeting.decisions[-1]
    begun = [grant.started_at for grant in meeting.floor]
    if max([*begun, *(turn.ended_at for turn in meeting.spoken.values())], default=newest.at) <= newest.at:
        yield from (_result(meeting, each) for each in meeting.decisions[-2 if _follows(newest) else -1 :])


def voting(meeting: Meeting, vote: Vote) -> Iterator[ScriptStep]:
    """How the vote is taken, until somebody has voted; then its end."""
    begun = bool(vote.ballots or vote.passed or vote.count)
    if not begun and vote.question.kind is QuestionKind.APPEAL:
        yield from appealed(meeting)
    if not begun and vote.method is VoteMethod.ROLL_CALL and vote.order:
        yield step("vote_roll_call", delegation=vote.order[0])
    elif not begun and vote.method is not VoteMethod.ROLL_CALL:
        yield step(f"vote_{vote.method}")
    yield step("close_vote")


def appealed(meeting: Meeting) -> Iterator[ScriptStep]:
    """The appeal against the chair's ruling, as it is put to the vote."""
    if meeting.ruling is not None and meeting.ruling.appealed_by is not None:
        yield step("appeal", delegation=meeting.ruling.appealed_by)


def asked(meeting: Meeting) -> Iterator[ScriptStep]:
    """The question whether there is an objection, and what is declared then; or the objections."""
    consensus = meeting.consensus
    if consensus is None:
        return
    question = consensus.question
    proposal = meeting.proposals.get(question.ref)
    orally = question.kind is QuestionKind.PROPOSAL and proposal is not None and bool(proposal.oral)
    about, names = _about(meeting, question, orally=orally)
    for delegation in consensus.objections:
        yield step("objection", delegation=delegation)
    proposed = _of_the_chair(meeting, question)
    if proposed is not None and consensus.objections:
        yield step("limit_debated")
    elif proposed is not None:
        yield _proposed(proposed)
        yield step("decided")
    elif consensus.objections:
        yield step(f"noted{about}", **names)
    else:
        yield step(f"ask_consensus{about}", **names)
        yield step(f"decided{about}", **names)


def put_to_the_body(motion: Motion, *, debated: bool) -> Iterator[ScriptStep]:
    """The motion is put; what the chair herself proposed is opened to those for and against it before.

    ``debated``: whether somebody still waits to speak on it.
    """
    if motion.delegation is not None:
        yield step("put_motion", delegation=motion.delegation)
        return
    if not debated and motion.heard_for + motion.heard_against == 0:
        yield step("limit_debated")
    yield step("put_limit")


def _of_the_chair(meeting: Meeting, question: Question) -> Motion | None:
    """The motion that the question is about, if it is the chair's own."""
    motion = meeting.motions.get(question.ref) if question.kind is QuestionKind.MOTION else None
    return None if motion is None or motion.delegation is not None else motion


def _proposed(motion: Motion) -> ScriptStep:
    """The limit, with the question whether the meeting agrees."""
    limit = motion.limit or Limit()
    times = {"time": limit.seconds, "group_time": limit.group_seconds}
    said = {name: _minutes(seconds) for name, seconds in times.items() if seconds is not None}
    if limit.statements is not None:
        said["statements"] = f"{limit.statements}"
    return step("_".join(["propose", *said]), item=motion.item or "", **said)


def _minutes(seconds: int) -> str:
    """Minutes, and seconds where there are any: ``3``, ``2:30``."""
    whole, left = divmod(seconds, 60)
    return f"{whole}:{left:02}" if left else f"{whole}"


def _follows(decision: Decision) -> bool:
    """Whether it was not put, but follows from the one before: all parts were rejected (DIVISION)."""
    return decision.question.kind is QuestionKind.PROPOSAL and not decision.carried and not decision.tally


def _result(meeting: Meeting, decision: Decision) -> ScriptStep:
    about, names = _about(meeting, decision.question, orally=decision.as_orally_amended)
    by_vote = decision.by is DecidedBy.VOTE
    if decision.question.kind is QuestionKind.MOTION and (
        by_vote or _of_the_chair(meeting, decision.question) is None
    ):
        return step("motion_carried" if decision.carried else "motion_rejected")
    if _follows(decision):
        return step("parts_rejected", **names)
    if decision.by is DecidedBy.CONSENSUS or decision.tally is None:
        return step(f"{'noted' if decision.objections else 'decided'}{about}", **names)
    return _voted(meeting, decision, about, names)


def _voted(meeting: Meeting, decision: Decision, about: str, names: dict[str, str]) -> ScriptStep:
    """The result of a vote; equally divided, it may have to be taken again (TIE)."""
    question, tally = decision.question, decision.tally
    counts = (
        {}
        if tally is None
        else {"yes": f"{tally.yes}", "no": f"{tally.no}", "abstentions": f"{tally.abstentions}"}
    )
    if question in meeting.tied and tallies.is_tie(tally):
        return step("vote_tied", **counts)
    if question.kind is QuestionKind.APPEAL:
        return step("appeal_overruled" if decision.carried else "appeal_stands", **counts)
    named = "_agenda" if question.kind is QuestionKind.AGENDA else about.removeprefix("_symbol")
    return step(f"{'vote_adopted' if decision.carried else 'vote_rejected'}{named}", **names, **counts)


def _about(meeting: Meeting, question: Question, *, orally: bool) -> tuple[str, dict[str, str]]:
    """How the keys end of the texts that speak of this question, and what they name: a document, a part."""
    amendment = meeting.amendments.get(question.ref) if question.kind is QuestionKind.AMENDMENT else None
    if amendment is not None and amendment.symbol:
        return "_symbol", {"symbol": amendment.symbol}
    key = put.proposal_of(question) if amendment is None else amendment.proposal
    proposal = meeting.proposals.get(key)
    if proposal is None:
        return "", {}
    symbol = {"symbol": proposal.symbol}
    match question.kind:
        case QuestionKind.AMENDMENT:
            return "_amendment", symbol
        case QuestionKind.PART:
            return "_part", {"part": _part(proposal, put.part_of(question)), **symbol}
        case _:
            return "_symbol_amended" if orally else "_symbol", symbol


def _part(proposal: Proposal, number: int) -> str:
    return proposal.parts[number - 1] if 1 <= number <= len(proposal.parts) else f"{number}"
