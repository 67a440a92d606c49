"""The desk's acts on a running service."""

import socket

import pytest
from tests.api.listening import Listening
from tests.cli.terminal import asked, typed
from tests.conduct.moot import token_for


def _holders(service: Listening) -> dict[str, str]:
    shown = asked(service, "seats", "show", "moot", "pan").out
    rows = [line.replace("│", " ").split() for line in shown.splitlines()]
    return {row[0]: row[1] for row in rows if len(row) > 1 and "." in row[0]}


def test_all_seats_are_shown(service: Listening) -> None:
    assert _holders(service) == {
        "pan.in_person.speaker.1": "pan-room",
        "pan.in_person.speaker.2": "–",
        "pan.online.speaker.1": "pan-online",
        "pan.online.observer.1": "pan-observer",
        "pan.online.observer.2": "–",
        "pan.online.observer.3": "–",
    }


def test_a_role_changes_hands_with_its_former_holder(service: Listening) -> None:
    said = asked(
        service, "seats", "give", "moot", "pan", "pan.online.speaker.1", "pan-observer", "--reason", "ill"
    )
    assert said.code == 0, said.err
    assert "pan.online.speaker.1 is held by pan-observer" in " ".join(said.out.split())
    held = _holders(service)
    assert (held["pan.online.speaker.1"], held["pan.online.observer.1"]) == ("pan-observer", "pan-online")


def test_a_seat_is_freed(service: Listening) -> None:
    assert asked(service, "seats", "give", "moot", "pan", "pan.online.speaker.1").code == 0
    assert _holders(service)["pan.online.speaker.1"] == "–"


@pytest.mark.parametrize(
    "arguments, says",
    [
        (
            ("seats", "give", "moot", "pan", "pan.online.speaker.2", "pan-spare"),
            "may not have online speaker number 2",
        ),
        (("seats", "give", "moot", "pan", "pan.online.speaker.1", "nobody"), "has no participant nobody"),
        (("seats", "give", "moot", "pan", "here", "pan-spare"), "here is no seat"),
        (("seats", "give", "moot", "xyz", "xyz.online.speaker.1"), "There is no delegation xyz"),
        (("seats", "show", "moot", "xyz"), "There is no delegation xyz"),
        (("seats", "show", "other", "pan"), "another conference"),
        (("revoke", "nobody"), "There is no login nobody"),
    ],
)
def test_what_is_refused_is_told(service: Listening, arguments: tuple[str, ...], says: str) -> None:
    said = asked(service, *arguments)
    assert said.code == 1
    assert says in said.flat


def test_who_is_not_the_desk_is_refused(service: Listening) -> None:
    said = asked(service, "seats", "give", "moot", "pan", "pan.online.speaker.1", who="pan-room")
    assert said.code == 1
    assert "may not" in said.flat


def test_a_login_is_ended(service: Listening) -> None:
    login, token = token_for(service.engine, "desk")
    assert asked(service, "revoke", login.id).code == 0
    said = typed("seats", "show", "moot", "pan", "--service", service.url, HEMICYCLE_TOKEN=token)
    assert said.code == 1
    assert "new link" in said.flat


def test_without_a_token_nothing_is_asked() -> None:
    for arguments in (("seats", "show", "moot", "pan"), ("revoke", "x")):
        said = typed(*arguments)
        assert said.code == 1
        assert "set HEMICYCLE_TOKEN to a token of the secretariat" in said.flat


@pytest.mark.parametrize("address", ["http://127.0.0.1:1", "nowhere", "http://[", "ftp://127.0.0.1:1"])
def test_a_service_that_is_not_there(address: str) -> None:
    said = typed("seats", "show", "moot", "pan", "--service", address, HEMICYCLE_TOKEN="a.b")
    assert said.code == 1
    assert said.err


@pytest.mark.parametrize("token", ["é.é", "a.b\nc", "wrong", "x.y", " "])
def test_a_token_that_is_none(service: Listening, token: str) -> None:
    said = typed("seats", "show", "moot", "pan", "--service", service.url, HEMICYCLE_TOKEN=token)
    assert said.code == 1
    assert said.err


def test_a_service_that_does_not_answer_is_named() -> None:
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))  # and nobody listens
        url = f"http://127.0.0.1:{silent.getsockname()[1]}"
        said = typed("figures", "moot", "--service", url, HEMICYCLE_TOKEN="a.b")
    assert said.code == 1
    assert f"{url} does not answer; start it, or name another with --service" in said.flat
