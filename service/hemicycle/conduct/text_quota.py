"""How many files of texts a delegation sends on one item: those included that were refused or replaced since.

Each lies in the folder until the next sweep, whatever became of it.
"""

from datetime import datetime

from hemicycle.access.logins import LoginFacts
from hemicycle.contract.problems import ProblemError
from hemicycle.registry import audit
from hemicycle.rules.terms import Capacity, DelegationId, ItemId
from hemicycle.storage import Connection

MOST_FILES = 60
"""Of a delegation on one item of a conference: ten versions in six languages. The secretariat sends any."""
_KEPT = "text file kept"


def require_few(conn: Connection, login: LoginFacts, delegation: DelegationId, item: ItemId) -> None:
    """Raise ProblemError ``too-many-texts`` where a delegate's delegation has sent as many as it may."""
    if login.capacity is not Capacity.DELEGATE:
        return
    if audit.count(conn, login.conference, subject_of(delegation, item), _KEPT) >= MOST_FILES:
        says = f"Your delegation has sent {MOST_FILES} files on this item; give others to the secretariat."
        raise ProblemError.of("too-many-texts", says)


def note(conn: Connection, login: LoginFacts, delegation: DelegationId, item: ItemId, at: datetime) -> None:
    """A file of a delegate has been kept."""
    if login.capacity is Capacity.DELEGATE:
        audit.note(conn, login.conference, at, login.id, _KEPT, subject_of(delegation, item))


def subject_of(delegation: DelegationId, item: ItemId) -> str:
    """What is counted together, as the audit names it."""
    return f"texts:{delegation}:{item}"
