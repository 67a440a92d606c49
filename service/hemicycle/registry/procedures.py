"""Rules of procedure as files: ``config/procedures/<id>.toml`` becomes the rules' ``Procedure``."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from hemicycle.registry import procedure_checks
from hemicycle.registry.procedure_model import ProcedureDocument
from hemicycle.registry.toml_file import read
from hemicycle.rules.procedure import Procedure

_PROCEDURE = TypeAdapter(Procedure)


def read_procedure(path: Path) -> Procedure:
    """The rules of one body. Raises ``FileRefused``."""
    file, document = read(path, ProcedureDocument)
    file.refuse(procedure_checks.faults(document, path.stem))
    return document.meant()


def to_json(procedure: Procedure) -> dict[str, Any]:
    """The procedure as it is kept in a conference's row."""
    kept: dict[str, Any] = _PROCEDURE.dump_python(procedure, mode="json")
    return kept


def from_json(kept: Mapping[str, Any]) -> Procedure:
    """The procedure of a conference's row; what an older row does not know has its default."""
    return _PROCEDURE.validate_python(kept)
