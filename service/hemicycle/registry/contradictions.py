"""Why a conference's calendar or a delegation is not taken as it was sent."""

from collections.abc import Sequence

from hemicycle.registry.toml_file import Fault


class Faulty(Exception):
    """What was sent does not hold together. ``faults``: each with the field where it stands."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__("; ".join(fault.says for fault in faults))


class Contradiction(Faulty):
    """What was sent contradicts a log that has begun, or what is kept of people; nothing has changed."""
