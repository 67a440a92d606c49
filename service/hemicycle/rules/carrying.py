"""What is carried from one meeting's log into the next one's, and how it is numbered there."""

from collections.abc import Mapping
from dataclasses import replace
from typing import TypeVar

from hemicycle.rules import inherited
from hemicycle.rules.meeting import Meeting
from hemicycle.rules.procedure import RepliesTaken
from hemicycle.rules.state.floor import WAITING, Request
from hemicycle.rules.state.standing import Standing
from hemicycle.rules.terms import (
    ItemId,
    ItemState,
    Modality,
    ParticipantId,
    ProposalId,
    RequestId,
    RequestKind,
    Role,
)

CARRIED = frozenset({RequestKind.STATEMENT, RequestKind.REPLY, RequestKind.EXPLANATION})
"""The kinds that go on in the next meeting; all others end with the meeting in which they were asked for."""

T = TypeVar("T")


def standing_of(meeting: Meeting, items: tuple[ItemId, ...]) -> Standing:
    """What stands of these items when the meeting is over."""
    proposals = tuple(p for p in meeting.proposals.values() if p.item in items)
    tabled = {p.id for p in proposals}
    return Standing(
        former=meeting.id,
        agenda_adopted=meeting.agenda_adopted,
        items=_of(meeting.items, items),
        lists=_of(meeting.lists, items),
        limits=_of(meeting.limits, items),
        segments=_of(meeting.segments, items),
        closing_at=_of(meeting.closing_at, items),
        requests=tuple(r for r in meeting.requests.values() if _goes_on(meeting, r, items)),
        frozen=_of(meeting.frozen, items),
        fixed=_of(meeting.fixed, items),
        replies_begun=tuple(item for item in items if item in meeting.replies_begun),
        heard=tuple(h for h in meeting.heard.values() if h.item in items),
        proposals=proposals,
        amendments=tuple(a for a in meeting.amendments.values() if a.proposal in tabled),
        texts=tuple(t for t in meeting.texts.values() if t.item in items and t.publishable_at is None),
        invited=tuple(sorted(meeting.invited)),
        questions=inherited.questions_of(meeting, items),
        decisions=inherited.decisions_of(meeting, items),
    )


def fitted(meeting: Meeting, standing: Standing) -> Standing:
    """The standing as this meeting takes it over: its own items and delegations, and its own numbers.

    Requests, proposals and amendments are counted on from those that are here; what names them follows.
    """
    items = tuple(meeting.agenda)
    proposals = [p for p in standing.proposals if p.item in items]
    known = _renamed([p.id for p in proposals], "p", len(meeting.proposals))
    amendments = [a for a in standing.amendments if a.proposal in known]
    called = _renamed([a.id for a in amendments], "a", len(meeting.amendments))
    requests = _requests(meeting, standing, known)
    ids = _renamed([r.id for r in requests], "r", len(meeting.requests))
    questions, decisions = inherited.fitted(standing, known, called)
    return replace(
        standing,
        items={item: _here(state) for item, state in _of(standing.items, items).items()},
        lists=_of(standing.lists, items),
        limits=_of(standing.limits, items),
        segments=_of(standing.segments, items),
        closing_at=_of(standing.closing_at, items),
        requests=tuple(_numbered(r, ids) for r in requests),
        frozen={item: _among(ids, order) for item, order in _of(standing.frozen, items).items()},
        fixed={item: _among(ids, order) for item, order in _of(standing.fixed, items).items()},
        replies_begun=tuple(item for item in standing.replies_begun if item in items),
        heard=tuple(h for h in standing.heard if h.item in items and h.delegation in meeting.delegations),
        proposals=tuple(replace(p, id=known[p.id]) for p in proposals),
        amendments=tuple(replace(a, id=called[a.id], proposal=known[a.proposal]) for a in amendments),
        texts=tuple(t for t in standing.texts if t.item in items and t.delegation in meeting.delegations),
        invited=tuple(d for d in standing.invited if d in meeting.delegations),
        questions=questions,
        decisions=decisions,
    )


def _requests(
    meeting: Meeting, standing: Standing, proposals: Mapping[ProposalId, ProposalId]
) -> list[Request]:
    """Of the delegations that attend, in the order in which they asked, with what they speak to here."""
    attending = (
        r for r in standing.requests if r.item in meeting.agenda and r.delegation in meeting.delegations
    )
    return [
        replace(
            r,
            carried=True,
            participant=_speaker(meeting, r),
            joint=tuple(d for d in r.joint if d in meeting.delegations),
            named=tuple(d for d in r.named if d in meeting.delegations),
            answers=None,
            motion=None,
            panel=None,
            proposal=proposals.get(r.proposal) if r.proposal is not None else None,
        )
        for r in sorted(attending, key=lambda r: r.number)
    ]


def _numbered(request: Request, ids: Mapping[RequestId, RequestId]) -> Request:
    name = ids[request.id]
    return replace(request, id=name, number=int(name[1:]))


def _speaker(meeting: Meeting, request: Request) -> ParticipantId | None:
    """Who would speak: the same person, if she still has that role; else the delegation's remote speaker."""
    seats = [
        s
        for s in meeting.roster.values()
        if (s.delegation, s.role, s.modality) == (request.delegation, Role.SPEAKER, request.modality)
    ]
    holders = [s.participant for s in seats]
    if request.participant in holders:
        return request.participant
    return holders[0] if holders and request.modality is Modality.ONLINE else None


def _goes_on(meeting: Meeting, request: Request, items: tuple[ItemId, ...]) -> bool:
    """Of an item whose consideration has ended only rights of reply of the day are still due (REPLY)."""
    if request.item is None or request.item not in items or request.state not in WAITING:
        return False
    if meeting.items.get(request.item) is not ItemState.CLOSED:
        return request.kind in CARRIED
    replies = meeting.procedure.replies if meeting.procedure else None
    of_the_day = replies is not None and replies.taken is RepliesTaken.END_OF_DAY
    return of_the_day and request.kind is RequestKind.REPLY


def _here(state: ItemState) -> ItemState:
    """An item that was under consideration there has still to be taken up here."""
    return ItemState.PENDING if state is ItemState.TAKEN_UP else state


def _renamed(ids: list[str], letter: str, after: int) -> Mapping[str, str]:
    return {each: f"{letter}{number}" for number, each in enumerate(ids, start=after + 1)}


def _among(ids: Mapping[RequestId, RequestId], order: tuple[RequestId, ...]) -> tuple[RequestId, ...]:
    return tuple(ids[each] for each in order if each in ids)


def _of(values: Mapping[ItemId, T], items: tuple[ItemId, ...]) -> dict[ItemId, T]:
    return {item: values[item] for item in items if item in values}
