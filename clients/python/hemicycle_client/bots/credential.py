"""A login that a simulated participant uses."""

from dataclasses import dataclass, field

AUDIENCES = {
    "chair": "podium",
    "secretariat": "podium",
    "operator": "podium",
    "interpreter": "booths",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Credential:
    """A login with its ``token`` (``<login>.<token>``) and what is known of who holds it.

    ``capacity``: ``chair``, ``secretariat``, ``delegate``, ``interpreter``, ``operator`` or ``hall``.
    ``modality`` and ``role``: of a delegate's seat.
    """

    login: str
    token: str = field(repr=False)
    capacity: str
    participant: str | None = None
    delegation: str | None = None
    modality: str | None = None
    role: str | None = None
    language: str | None = None

    @property
    def audience(self) -> str:
        """What this capacity follows."""
        return AUDIENCES.get(self.capacity, "hall")
