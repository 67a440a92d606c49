"""Every dependency is pinned with its hashes, and no lock says where to fetch it from."""

import json
import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
LOCKS = ("requirements.lock", "requirements-runtime.lock")
PIN = re.compile(r"^([a-z0-9][a-z0-9._-]*)(?:\[[a-z0-9,_-]+\])?==(\S+)")


def pins(lock: str) -> dict[str, list[str]]:
    """Each pinned ``name==version`` of a lock, with its hashes."""
    found: dict[str, list[str]] = {}
    current: list[str] = []
    for line in (ROOT / lock).read_text("utf-8").splitlines():
        if pin := PIN.match(line):
            current = found.setdefault(f"{pin[1]}=={pin[2]}", [])
        current += re.findall(r"--hash=(sha256:[0-9a-f]{64})", line)
    return found


def normal(requirement: str) -> str:
    """The name in a requirement as a lock writes it."""
    name = re.split(r"[^A-Za-z0-9._-]", requirement, maxsplit=1)[0]
    return re.sub(r"[-_.]+", "-", name).lower()


def project() -> dict[str, Any]:
    table: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    return table


@pytest.mark.parametrize("lock", LOCKS)
def test_each_pin_has_hashes(lock: str) -> None:
    without = [pin for pin, hashes in pins(lock).items() if not hashes]
    assert pins(lock)
    assert not without


@pytest.mark.parametrize("lock", LOCKS)
def test_lock_names_no_address(lock: str) -> None:
    lines = (ROOT / lock).read_text("utf-8").splitlines()
    assert not [line for line in lines if "://" in line or line.startswith("-") or " @ " in line]


def test_what_is_declared_is_locked() -> None:
    declared = {normal(requirement) for requirement in project()["dependencies"]}
    development = {normal(requirement) for requirement in project()["optional-dependencies"]["dev"]}
    runtime = {pin.split("==")[0] for pin in pins("requirements-runtime.lock")}
    everything = {pin.split("==")[0] for pin in pins("requirements.lock")}
    assert declared <= runtime
    assert declared | development <= everything


def test_the_image_runs_the_versions_that_are_tested() -> None:
    assert pins("requirements-runtime.lock").items() <= pins("requirements.lock").items()


def test_package_locks_name_no_address() -> None:
    locks = [
        path for path in (ROOT / "clients").rglob("package-lock.json") if "node_modules" not in path.parts
    ]
    assert locks
    for lock in locks:
        packages = json.loads(lock.read_text("utf-8"))["packages"]
        fetched = {name: package for name, package in packages.items() if "integrity" in package}
        assert fetched, lock
        assert not [name for name, package in packages.items() if "://" in package.get("resolved", "")], lock


def test_package_lock_serves_every_platform() -> None:
    packages = json.loads((ROOT / "clients/web/package-lock.json").read_text("utf-8"))["packages"]
    for platform in ("linux-x64", "linux-arm64", "darwin-arm64"):
        assert f"node_modules/@esbuild/{platform}" in packages
