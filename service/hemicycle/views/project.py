"""A meeting, seen by each audience."""

from typing import assert_never

from hemicycle.rules.meeting import Meeting
from hemicycle.views import booths, hall, podium
from hemicycle.views.audiences import Audience

VERSION = 2
"""Part of every epoch: raised when a view's shape changes, so that no console resumes into another shape."""

View = hall.HallView | booths.BoothsView | podium.PodiumView


def project(meeting: Meeting, audience: Audience) -> View:
    """What this audience sees of a meeting that has been set up. Pure."""
    match audience:
        case Audience.HALL:
            return hall.project(meeting)
        case Audience.BOOTHS:
            return booths.project(meeting)
        case Audience.PODIUM:
            return podium.project(meeting)
        case _:
            assert_never(audience)
