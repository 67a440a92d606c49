"""The real service with the example conference, in a process of its own: to rehearse against, to kill."""

import json
import os
import signal
import subprocess
import sys
import tomllib
from pathlib import Path

from hemicycle_client.bots import Credential

EXAMPLE = Path(__file__).parents[2] / "config" / "conferences" / "example.toml"
MEETING = "example-1"
HEMICYCLE = [sys.executable, "-m", "hemicycle"]
CLOCK_AT = "2030-01-15T09:00:00Z"


def prepare(data: Path) -> list[Credential]:
    """Load the example into a data folder; returns a bearer token for everybody."""
    _run("conference", "load", str(EXAMPLE), "--data", str(data))
    people = {person["id"]: person for person in tomllib.loads(EXAMPLE.read_text())["people"]}
    tokens = _run("invite", "example", "--bearer", "--json", "--data", str(data))
    lines = map(json.loads, tokens.splitlines())
    return [_credential(line["token"], people[line["participant"]]) for line in lines]


def _run(*arguments: str) -> str:
    done = subprocess.run([*HEMICYCLE, *arguments], check=True, stdout=subprocess.PIPE, text=True)
    return done.stdout


class ExampleService:
    """On a prepared folder. ``scale``: service seconds per real second."""

    def __init__(self, data: Path, scale: float) -> None:
        self.port = 0
        self._environment = {
            **os.environ,
            "HEMICYCLE_DATA": str(data),
            "HEMICYCLE_CLOCK_AT": CLOCK_AT,
            "HEMICYCLE_CLOCK_SCALE": str(scale),
        }
        self._process: subprocess.Popen[str] | None = None

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> None:
        """Serve, on the same port as before if there was one; returns when the service answers."""
        command = [*HEMICYCLE, "serve", "--port", str(self.port), "--json"]
        self._process = subprocess.Popen(
            command, env=self._environment, stdout=subprocess.PIPE, text=True, start_new_session=True
        )
        assert self._process.stdout is not None
        ready = json.loads(self._process.stdout.readline())
        self.port = int(ready["url"].rpartition(":")[2])

    def kill(self) -> None:
        """As a power cut would."""
        self._end(signal.SIGKILL)

    def stop(self) -> None:
        if self._process is not None:
            self._end(signal.SIGTERM)

    def _end(self, how: signal.Signals) -> None:
        assert self._process is not None
        assert self._process.stdout is not None
        self._process.send_signal(how)
        self._process.wait(20)
        self._process.stdout.close()
        self._process = None


def _credential(token: str, person: dict[str, str]) -> Credential:
    return Credential(
        login=token.partition(".")[0],
        token=token,
        capacity=person["capacity"],
        participant=person["id"],
        delegation=person.get("delegation"),
        modality=person.get("modality"),
        role=person.get("role"),
        language=person.get("language"),
    )
