"""A change of the conference that the registry may refuse: all of it, or nothing and a problem."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from hemicycle.api.parts import Parts
from hemicycle.contract.problems import ProblemError
from hemicycle.registry import conferences
from hemicycle.registry.contradictions import Contradiction, Faulty
from hemicycle.registry.toml_file import Fault
from hemicycle.storage import Connection, writing


@contextmanager
def changing(parts: Parts, conference: str) -> Iterator[Connection]:
    """A transaction in which no log begins; what the registry refuses becomes a problem, nothing stays."""
    try:
        with writing(parts.engine) as conn:
            conferences.lock(conn, conference, shared=False)
            yield conn
    except Contradiction as error:
        says = "This contradicts what is kept; nothing has changed."
        raise ProblemError.of("contradicts", says, errors=_errors(error.faults)) from error
    except Faulty as error:
        says = "The request is not as it should be."
        raise ProblemError.of("invalid-request", says, errors=_errors(error.faults)) from error


def _errors(faults: Iterable[Fault]) -> list[dict[str, str]]:
    return [{"loc": ".".join(map(str, ("body", *fault.place))), "msg": fault.says} for fault in faults]
