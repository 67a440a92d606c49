"""A panel under an item: presentations, questions in batches with their answers, until nobody asks. Pure."""

from dataclasses import dataclass
from datetime import timedelta

from hemicycle_client.bots.room import Do, Manner, Room, Wait


@dataclass(frozen=True, slots=True, kw_only=True)
class Panel:
    """``panellists``: participants of the podium, in their order. Times in seconds; see ``OpenPanel``."""

    title: str
    panellists: tuple[str, ...]
    presentation_seconds: int = 600
    question_seconds: int = 120
    answer_seconds: int = 300
    batch: int = 3

    def step(self, room: Room, manner: Manner, item: str) -> Do | Wait | None:
        """What to do now, while the floor is free; None once all panellists have been heard."""
        panel = room.view.get("panel")
        if panel is None:
            held = room.heard.issuperset(self.panellists)
            return None if held else room.unhurried(manner, Do("OpenPanel", self._fields(item)))
        if panel["phase"] != "questions" or panel["asked"] or room.view["lists"][item]["questions"]:
            return room.unhurried(manner, Do("NextOfPanel"))
        idle = room.since.get("idle", room.now) + timedelta(seconds=manner.idle)
        return room.after(idle, 0, Do("ClosePanel"))

    def _fields(self, item: str) -> dict[str, object]:
        return {
            "item": item,
            "title": self.title,
            "panellists": list(self.panellists),
            "presentation_seconds": self.presentation_seconds,
            "question_seconds": self.question_seconds,
            "answer_seconds": self.answer_seconds,
            "batch": self.batch,
        }
