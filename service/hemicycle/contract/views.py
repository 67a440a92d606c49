"""Views on the wire: JSON objects without nulls, made from the views' dataclasses."""

from typing import Any

from pydantic import TypeAdapter

from hemicycle.rules.meeting import Meeting
from hemicycle.views.audiences import Audience
from hemicycle.views.booths import BoothsView
from hemicycle.views.hall import HallView
from hemicycle.views.podium import PodiumView
from hemicycle.views.project import project

_ADAPTERS: dict[Audience, TypeAdapter[Any]] = {
    Audience.HALL: TypeAdapter(HallView),
    Audience.BOOTHS: TypeAdapter(BoothsView),
    Audience.PODIUM: TypeAdapter(PodiumView),
}


def view_of(meeting: Meeting, audience: Audience) -> dict[str, Any]:
    """What this audience is sent of a meeting that has been set up: a JSON object, absent means none."""
    view = project(meeting, audience)
    encoded: dict[str, Any] = _ADAPTERS[audience].dump_python(view, mode="json", exclude_none=True)
    return encoded
