"""The chair's script: which words fit what happens now, as keys and what to fill in. Seen by the podium."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class ScriptStep:
    """Words to say: ``key`` names a template of ``GET api/script/{language}``; ``params`` fill its places.

    What a param's value is, its name says: ``delegation``, ``next`` and ``sponsor`` are ids of delegations,
    ``group`` of a group, ``item`` of an agenda item, ``request`` of a request; all else is said as it stands.
    """

    key: str
    params: Mapping[str, str]
