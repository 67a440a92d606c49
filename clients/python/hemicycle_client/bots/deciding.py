"""What the chair puts to the body under an item: the agenda, the documents of a report. Pure."""

from dataclasses import dataclass

from hemicycle_client.bots import reading
from hemicycle_client.bots.considering import give_floor_to, podium_of
from hemicycle_client.bots.room import Do, Manner, Room, Wait


@dataclass(frozen=True, slots=True)
class Open:
    """The opening of the session: whoever presides has the floor, once."""

    item: str

    def step(self, room: Room, manner: Manner) -> Do | Wait | None:
        """See ``room.Act``."""
        if room.closed(self.item):
            return None
        if room.view.get("item") is None:
            return Do("TakeUpItem", {"item": self.item})
        officer = room.view.get("presiding")
        if officer is not None and officer not in room.heard:
            return give_floor_to(room, manner, officer)
        return room.unhurried(manner, Do("CloseItem", {"item": self.item}))


@dataclass(frozen=True, slots=True)
class AdoptAgenda:
    """The body adopts its agenda without a vote."""

    item: str

    def step(self, room: Room, manner: Manner) -> Do | Wait | None:
        """See ``room.Act``."""
        if room.closed(self.item):
            return None
        if room.view.get("item") is None:
            return Do("TakeUpItem", {"item": self.item})
        if not room.view["meeting"]["agenda_adopted"]:
            return _agreed(room, manner, "agenda", "")
        return room.unhurried(manner, Do("CloseItem", {"item": self.item}))


@dataclass(frozen=True, slots=True)
class Document:
    """``oral``: an amendment that is read out before the document is adopted, if there is one."""

    symbol: str
    title: str
    oral: str | None = None


@dataclass(frozen=True, slots=True)
class AdoptDocuments:
    """The podium introduces them; the body adopts them one by one without a vote, as orally amended."""

    item: str
    documents: tuple[Document, ...]

    def step(self, room: Room, manner: Manner) -> Do | Wait | None:
        """See ``room.Act``."""
        if room.closed(self.item):
            return None
        if room.view.get("item") is None:
            return Do("TakeUpItem", {"item": self.item})
        for member in podium_of(room, manner):
            if member not in room.heard:
                return give_floor_to(room, manner, member)
        known = {p["symbol"]: key for key, p in room.view["proposals"].items() if p["item"] == self.item}
        for document in self.documents:
            if document.symbol not in known:
                return Do("TableProposal", self._tabled(document))
        for document in self.documents:
            step = _adopted(room, manner, document, known[document.symbol])
            if step is not None:
                return step
        return room.unhurried(manner, Do("CloseItem", {"item": self.item}))

    def _tabled(self, document: Document) -> dict[str, object]:
        return {"item": self.item, "symbol": document.symbol, "title": document.title}


def _adopted(room: Room, manner: Manner, document: Document, proposal: str) -> Do | Wait | None:
    """What this document still needs; None once it is decided."""
    found = room.view["proposals"][proposal]
    if found["state"] != "tabled":
        return None
    if document.oral is not None and document.oral not in found["oral"]:
        revise = Do("ReviseOrally", {"proposal": proposal, "text": document.oral})
        return room.unhurried(manner, revise)
    return _agreed(room, manner, "proposal", proposal)


def _agreed(room: Room, manner: Manner, kind: str, ref: str) -> Do | Wait:
    """Ask whether there is an objection, wait for one, and declare it decided; objections are noted."""
    asked = room.view.get("consensus")
    if asked is None:
        return room.unhurried(manner, Do("AskConsensus", {"kind": kind, "ref": ref or None}))
    declare = Do("DeclareDecided", {"noted": bool(asked["objections"])})
    return room.after(reading.moment(asked["asked_at"]), manner.objections, declare)
