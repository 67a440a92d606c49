"""An import from a file: its form is read only once its sender may import."""

from typing import Annotated

from fastapi import APIRouter, BackgroundTasks, Request
from pydantic import BaseModel, ConfigDict, Field, ValidationError
from starlette.concurrency import run_in_threadpool

from hemicycle.api import imports
from hemicycle.api.callers import Caller, PartsDep
from hemicycle.api.errors import PROBLEM_RESPONSES
from hemicycle.api.imports import MOST_COLUMNS, Column, ImportBody
from hemicycle.api.uploads import Uploaded, form, uploaded
from hemicycle.contract.problems import invalid
from hemicycle.registry.incoming import Progress, Reading
from hemicycle.rules.terms import Modality, Role

router = APIRouter(tags=["registrations"], responses=PROBLEM_RESPONSES, prefix="/conferences")
FIELDS = {
    "form": {"type": "string", "default": "registrations", "description": "What the export is of."},
    "columns": {
        "type": "array",
        "items": {"type": "string"},
        "maxItems": MOST_COLUMNS,
        "description": "As email=Courriel, where a title is not recognised.",
    },
    "modality": {"type": "string", "enum": list(Modality), "description": "Where the form does not ask."},
    "role": {"type": "string", "enum": list(Role), "description": "Where the form does not ask."},
}
"""What is sent with an export, beside the file."""


class FileAsked(BaseModel):
    """What ``FIELDS`` tell of an export."""

    model_config = ConfigDict(extra="forbid")
    form: Annotated[str, Field(pattern=r"^[A-Za-z0-9._/-]{1,64}$")] = "registrations"
    columns: Annotated[list[Column], Field(max_length=MOST_COLUMNS)] = []
    modality: Modality | None = None
    role: Role | None = None


@router.post(
    "/{conference}/imports",
    status_code=202,
    response_model_exclude_none=True,
    openapi_extra=form(**FIELDS),
)
async def import_file(
    conference: str, request: Request, login: Caller, parts: PartsDep, later: BackgroundTasks
) -> ImportBody:
    """Read a CSV or XLSX export and compare it. Ask for the import again to see how far it is."""
    imports.require_importer(login, conference)
    with parts.uploads.taken(login.id):
        file = await uploaded(request, most_fields=MOST_COLUMNS + len(FIELDS))
    asked = _asked(file)
    both = (asked.modality, asked.role)
    known = await run_in_threadpool(
        imports.form_of, parts, login, conference, asked.form, asked.columns, both
    )

    async def reads(progress: Progress) -> Reading:
        return await run_in_threadpool(parts.indico.read_export, file.content, known, progress)

    begun = await run_in_threadpool(imports.begin, parts, login, conference, "indico-file", asked.form)
    later.add_task(imports.read, parts, begun, reads)
    return imports.body_of(begun)


def _asked(file: Uploaded) -> FileAsked:
    """What the form's other fields say. Raises ProblemError ``invalid-request``."""
    given = {name: sent if name == "columns" else sent[-1] for name, sent in file.fields.items()}
    given.pop("sha256", None)
    try:
        return FileAsked.model_validate(given)
    except ValidationError as error:
        raise invalid("invalid-request", "The request is not as it should be.", error) from error
