"""Reads ``config/conferences/*.toml``: a conference with the procedure that it names."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from hemicycle.registry.conference_checks import faults
from hemicycle.registry.conference_model import ConferenceDocument
from hemicycle.registry.procedures import read_procedure
from hemicycle.registry.toml_file import Fault, FileRefused, read
from hemicycle.rules.procedure import Procedure

__all__ = ["ConferenceFile", "FileRefused", "read_conference"]


@dataclass(frozen=True, slots=True)
class ConferenceFile:
    """A conference as it was written, checked, with its procedure."""

    document: ConferenceDocument
    procedure: Procedure


def read_conference(path: Path, procedures: Sequence[Path]) -> ConferenceFile:
    """The conference in this file. Raises ``FileRefused``.

    Its procedure is looked up beside the file, in ``../procedures``, then in the folders given.
    """
    file, document = read(path, ConferenceDocument)
    file.refuse(faults(document))
    name = f"{document.conference.procedure}.toml"
    folders = [path.parent, path.parent.parent / "procedures", *procedures]
    found = next((folder / name for folder in folders if (folder / name).is_file()), None)
    if found is None:
        looked = ", ".join(str(folder) for folder in folders)
        raise file.refusal([Fault(("conference", "procedure"), f"there is no {name} in {looked}")])
    return ConferenceFile(document, read_procedure(found))
