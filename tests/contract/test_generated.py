"""The generated files in docs/ are those of the code: `make contract` writes them."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from hemicycle.cli.contract import generated

DOCS = Path(__file__).parents[2] / "docs"


@pytest.fixture(scope="module")
def written() -> Mapping[str, bytes]:
    return generated()


@pytest.mark.parametrize("name", ["openapi.json", "asyncapi.json", "scenario-reference.md", "states.md"])
def test_the_committed_file_is_the_generated_one(name: str, written: Mapping[str, bytes]) -> None:
    assert (DOCS / name).read_bytes() == written[name], "run `make contract` and commit what it writes"
