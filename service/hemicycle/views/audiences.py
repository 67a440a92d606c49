"""The audiences for which a meeting is projected; who may follow which stands in ``access``."""

from enum import StrEnum


class Audience(StrEnum):
    """A meeting is projected once for each of these, never once for each console."""

    HALL = "hall"
    BOOTHS = "booths"
    PODIUM = "podium"
