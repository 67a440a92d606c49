"""What the lines of a scenario are made of."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from hemicycle.contract.bounds import IDENTIFIER, LANGUAGE

Id = Annotated[str, Field(pattern=IDENTIFIER)]
Language = Annotated[str, Field(pattern=LANGUAGE)]


class BrokenLine(Exception):
    """What is wrong with one line; the reader adds file and line."""


class Shape(BaseModel):
    """An object of a scenario: an unknown field is a mistake of whoever wrote it."""

    model_config = ConfigDict(extra="forbid", frozen=True)
