"""The generated files in docs/ are those of the code: `make contract` writes them."""

from pathlib import Path

import pytest

from hemicycle.cli.contract import generated

DOCS = Path(__file__).parents[2] / "docs"


@pytest.mark.parametrize("name", ["openapi.json", "asyncapi.json", "scenario-reference.md", "states.md"])
def test_the_committed_file_is_the_generated_one(name: str) -> None:
    assert (DOCS / name).read_bytes() == generated()[name], "run `make contract` and commit what it writes"
