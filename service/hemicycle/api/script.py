"""The words of the chair's script, in a language."""

from typing import Annotated

from fastapi import APIRouter, Path
from pydantic import BaseModel

from hemicycle.api.callers import Caller, PartsDep
from hemicycle.api.errors import PROBLEM_RESPONSES
from hemicycle.contract.bounds import LANGUAGE
from hemicycle.contract.problems import ProblemError

router = APIRouter(tags=["script"], responses=PROBLEM_RESPONSES, prefix="/script")


class ScriptBody(BaseModel):
    """``templates`` by key, with places in braces; ``names``: of delegations within a sentence, by code,
    instead of their names in the view.
    """

    language: str
    templates: dict[str, str]
    names: dict[str, str]


@router.get("/{language}")
def script(language: Annotated[str, Path(pattern=LANGUAGE)], login: Caller, parts: PartsDep) -> ScriptBody:  # noqa: ARG001 - any login may read it
    """The words for each step of ``PodiumView.script``: the secretariat's own, else those shipped."""
    found = parts.scripts.of(language)
    if found is None:
        raise ProblemError.of("not-found", f"There is no script in the language {language}.")
    return ScriptBody(language=found.language, templates=dict(found.texts), names=dict(found.names))
