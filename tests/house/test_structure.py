"""The shape of the sources: small modules, honest names, nothing of the machine that they were written on."""

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SOURCES = re.compile(r"(service|clients|tests)/.*\.(py|ts|tsx)")
MAX_LINES = 300

# Refusals, words and what is generated are looked up, not read from top to bottom.
LONG_BY_NATURE = re.compile(
    r"service/hemicycle/rules/refusals\.py"
    r"|service/hemicycle/storage/migrations/.*"
    r"|clients/web/(.*/)?i18n/.*"
    r"|(.*/)?generated(/.*|\.\w+)"
)
VAGUE_NAMES = {"common", "helper", "helpers", "manager", "managers", "misc", "util", "utils"}
REGISTRY_HOST = re.compile(r"\b(pypi\.org|pythonhosted\.org|registry\.npmjs\.\w+)\b")
SAYS_SO_ITSELF = {"tests/house/test_structure.py"}


def kept_in_git() -> list[str]:
    """The repository's files that git keeps or would keep, relative to its root."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    names = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout.split("\0")
    return sorted(name for name in names if name and (ROOT / name).is_file())


FILES = kept_in_git()
MODULES = [name for name in FILES if SOURCES.fullmatch(name)]


def test_there_are_sources() -> None:
    assert any(name.startswith("service/hemicycle/rules/") for name in MODULES)
    assert any(name.startswith("clients/web/") for name in MODULES)


def test_modules_are_small() -> None:
    lengths = {name: len((ROOT / name).read_text("utf-8").splitlines()) for name in MODULES}
    too_long = {
        name: lines
        for name, lines in lengths.items()
        if lines > MAX_LINES and not LONG_BY_NATURE.fullmatch(name)
    }
    assert not too_long


def test_no_module_hides_behind_a_vague_name() -> None:
    vague = [name for name in MODULES if VAGUE_NAMES & set(re.split(r"[/._-]", name.lower()))]
    assert not vague


@pytest.mark.parametrize("name", FILES)
def test_no_file_knows_this_machine_or_a_registry(name: str) -> None:
    try:
        text = (ROOT / name).read_text("utf-8")
    except UnicodeDecodeError:
        return  # a picture
    assert f"{ROOT}/" not in text
    assert f"{Path.home()}/" not in text
    if name not in SAYS_SO_ITSELF:
        assert not REGISTRY_HOST.search(text)
