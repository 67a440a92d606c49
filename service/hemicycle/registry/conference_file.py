"""Reads ``config/conferences/*.toml``: a conference with the procedure that it names."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from hemicycle.registry.conference_checks import faults
from hemicycle.registry.conference_model import ConferenceDocument
from hemicycle.registry.procedures import read_procedure
from hemicycle.registry.toml_file import Fault, FileRefused, content_of, parsed
from hemicycle.rules.procedure import Procedure

__all__ = ["ConferenceFile", "FileRefused", "checked_conference", "read_conference"]


@dataclass(frozen=True, slots=True)
class ConferenceFile:
    """A conference as it was written, checked, with its procedure."""

    document: ConferenceDocument
    procedure: Procedure


def read_conference(path: Path, procedures: Sequence[Path]) -> ConferenceFile:
    """The conference in this file. Raises ``FileRefused``.

    Its procedure is looked up beside the file, in ``../procedures``, then in the folders given.
    """
    folders = [path.parent, path.parent.parent / "procedures", *procedures]
    return checked_conference(str(path), content_of(path), folders)


def checked_conference(name: str, content: bytes, procedures: Sequence[Path]) -> ConferenceFile:
    """The conference in this content of a file, wherever it comes from. Raises ``FileRefused``.

    ``name``: the file's, for who reads the refusal; ``procedures``: the folders that its procedure is looked
    up in, by its id.
    """
    file, document = parsed(name, content, ConferenceDocument)
    file.refuse(faults(document))
    wanted = f"{document.conference.procedure}.toml"
    found = next((folder / wanted for folder in procedures if (folder / wanted).is_file()), None)
    if found is None:
        known = ", ".join(sorted({path.stem for folder in procedures for path in folder.glob("*.toml")}))
        says = f"there is no {wanted}; name another procedure, or put it beside them: {known}"
        raise file.refusal([Fault(("conference", "procedure"), says)])
    return ConferenceFile(document, read_procedure(found))
