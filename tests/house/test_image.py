"""Dockerfile and docker-compose.yml, read statically; the image's own command, run as a plain process."""

import http.client
import io
import json
import os
import shlex
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from dockerfile_parse import DockerfileParser

ROOT = Path(__file__).parents[2]
BIN = Path(sys.executable).parent
STARTS_WITHIN = 60.0  # seconds; a new database is migrated first
STOPS_WITHIN = 60.0


def instructions() -> list[dict[str, Any]]:
    parser = DockerfileParser(fileobj=io.BytesIO((ROOT / "Dockerfile").read_bytes()))
    return [step for step in parser.structure if step["instruction"] != "COMMENT"]


def values(name: str) -> list[str]:
    return [step["value"] for step in instructions() if step["instruction"] == name]


def command() -> list[str]:
    """What the container runs."""
    words: list[str] = json.loads(values("CMD")[-1])
    return words


def health_command() -> list[str]:
    """What the container's health is judged by."""
    words: list[str] = json.loads(values("HEALTHCHECK")[-1].partition("CMD ")[2])
    return words


def compose() -> dict[str, Any]:
    document: dict[str, Any] = yaml.safe_load((ROOT / "docker-compose.yml").read_text("utf-8"))
    return document


def admitted_to_the_build(source: str) -> bool:
    """Whether .dockerignore, which begins by refusing everything, lets ``source`` through."""
    lines = (ROOT / ".dockerignore").read_text("utf-8").splitlines()
    admitted = [line.removeprefix("!") for line in lines if line.startswith("!")]
    return any(source == path or source.startswith(f"{path}/") for path in admitted)


def test_everything_copied_is_there() -> None:
    copies = [shlex.split(value) for value in values("COPY")]
    sources = [word for words in copies if not words[0].startswith("--from") for word in words[:-1]]
    assert sources
    assert not [source for source in sources if not (ROOT / source).exists()]
    assert not [source for source in sources if not admitted_to_the_build(source)]


def test_image_does_not_run_as_root() -> None:
    last_stage = instructions()[[step["instruction"] for step in instructions()].index("FROM", 1) :]
    users = [step["value"] for step in last_stage if step["instruction"] == "USER"]
    assert users
    assert users[-1] not in {"root", "0"}


def test_command_is_one_that_the_program_knows() -> None:
    program, subcommand, *options = command()
    environment = {**os.environ, "COLUMNS": "200", "NO_COLOR": "1", "TERM": "dumb"}
    shown = subprocess.run(
        [BIN / program, subcommand, "--help"],
        check=True,
        capture_output=True,
        text=True,
        timeout=60,
        env=environment,
    ).stdout
    assert not [option for option in options if option.startswith("--") and option not in shown.split()]


def test_compose_keeps_the_service_in_its_place() -> None:
    service = compose()["services"]["hemicycle"]
    assert service["build"] == "."
    assert service["read_only"] is True
    assert service["tmpfs"] == ["/tmp"]  # noqa: S108 - the container's own, and empty
    assert service["cap_drop"] == ["ALL"]
    assert service["security_opt"] == ["no-new-privileges:true"]
    assert service["restart"] == "unless-stopped"
    assert service["stop_grace_period"]


def test_compose_and_image_agree() -> None:
    service = compose()["services"]["hemicycle"]
    volume, _, mounted = service["volumes"][0].partition(":")
    assert volume in compose()["volumes"]
    assert [mounted] == values("VOLUME")
    options = command()
    assert options[options.index("--data") + 1] == mounted
    assert [options[options.index("--port") + 1]] == values("EXPOSE")
    assert service["ports"][0].split(":")[-1] == values("EXPOSE")[0]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def answers(port: int) -> bool:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
    try:
        connection.request("GET", "/healthz")
        return connection.getresponse().status == http.client.OK
    except OSError:
        return False
    finally:
        connection.close()


@pytest.fixture
def port() -> int:
    return free_port()


@pytest.fixture
def container(tmp_path: Path, port: int) -> Iterator[subprocess.Popen[str]]:
    """The image's command on this machine: its own port and data, everything else as in the container."""
    words = {"hemicycle": str(BIN / "hemicycle"), "0.0.0.0": "127.0.0.1"}  # noqa: S104 - replaced here
    words |= {values("EXPOSE")[0]: str(port), values("VOLUME")[0]: str(tmp_path / "data")}
    (tmp_path / "data").mkdir()
    with subprocess.Popen(
        [words.get(word, word) for word in command()],
        cwd=tmp_path,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    ) as process:
        yield process
        process.kill()


def wait_until_it_answers(process: subprocess.Popen[str], port: int) -> None:
    """Returns when /healthz answers; waits on the process itself, so that its early end fails at once."""
    end = time.monotonic() + STARTS_WITHIN
    while not answers(port):
        assert time.monotonic() < end, f"no answer from /healthz within {STARTS_WITHIN} s"
        try:
            process.wait(timeout=0.1)
        except subprocess.TimeoutExpired:
            continue
        pytest.fail(f"the service ended with {process.returncode}: {process.communicate()[0]}")


@pytest.mark.slow
def test_the_image_s_command_runs_and_stops(container: subprocess.Popen[str], port: int) -> None:
    wait_until_it_answers(container, port)
    python, *arguments = health_command()
    healthy = [word.replace(values("EXPOSE")[0], str(port)) for word in arguments]
    subprocess.run([BIN / python, *healthy], check=True, timeout=30)
    container.send_signal(signal.SIGTERM)
    output, _ = container.communicate(timeout=STOPS_WITHIN)
    assert container.returncode == 0, output
