"""Requests without a socket: what is sent, and what each answer means."""

import json
from collections.abc import Callable

import httpx
import pytest
from tests.client.fake_service import FakeService

import hemicycle_client
from hemicycle_client import Address, Rest, enter

URL = "https://floor.example"
Answer = Callable[[httpx.Request], httpx.Response]


def answering(answer: Answer) -> httpx.AsyncClient:
    return httpx.AsyncClient(transport=httpx.MockTransport(answer))


async def test_a_snapshot_is_read_as_from_the_socket() -> None:
    service = FakeService()
    async with answering(
        lambda _: httpx.Response(200, text=service.encode(service.snapshot("hall")))
    ) as http:
        snapshot = await Rest(URL, token="l1.secret", http=http).view("em10-3", "hall")
    assert (snapshot.epoch, snapshot.seq, snapshot.view) == ("e1", 1, {"count": 0})


async def test_a_command_goes_as_one_flat_object_without_nulls() -> None:
    def answer(request: httpx.Request) -> httpx.Response:
        assert request.headers["authorization"] == "Bearer l1.secret"
        assert (request.method, request.url.path) == ("POST", "/api/v1/meetings/em10-3/commands")
        assert json.loads(request.content) == {"id": "c1", "command": "RequestFloor", "kind": "statement"}
        return httpx.Response(200, json={"id": "c1", "seq": 7})

    async with answering(answer) as http:
        rest = Rest(URL, token="l1.secret", http=http)
        accepted = await rest.send("em10-3", "RequestFloor", command_id="c1", kind="statement", language=None)
    assert (accepted.id, accepted.seq) == ("c1", 7)


async def test_a_login_link_is_exchanged_for_a_cookie_and_the_cookie_signs_requests() -> None:
    def answer(request: httpx.Request) -> httpx.Response:
        if request.url.path == "/enter":
            assert request.headers["origin"] == URL
            assert json.loads(request.content) == {"login": "l1", "code": "once"}
            cookie = "hemicycle=secret; Path=/c/l1/; HttpOnly; SameSite=Strict; Secure"
            return httpx.Response(200, json={"location": "/c/l1/"}, headers={"set-cookie": cookie})
        assert request.url.path == "/c/l1/api/v1/session"
        assert request.headers["cookie"] == "hemicycle=secret"
        return httpx.Response(200, json={"login": "l1"})

    async with answering(answer) as http:
        entered = await enter(URL, "l1", "once", http)
        http.cookies.clear()
        session = await Rest(URL + entered.location, cookie=entered.cookie, http=http).session()
    assert session == {"login": "l1"}


@pytest.mark.parametrize(
    "response,error,words",
    [
        (httpx.Response(401, json={"code": "login-revoked", "detail": "Ask."}), "Unauthenticated", "Ask"),
        (httpx.Response(409, json={"code": "floor-held", "rule": "R"}), "Refused", r"floor-held \[R\]"),
        (httpx.Response(502, text="<html>"), "Refused", "unknown: Bad Gateway"),
        (httpx.Response(200, json={"epoch": "e1"}), "ProtocolBroken", "cannot be read"),
    ],
)
async def test_what_is_no_snapshot_says_why(response: httpx.Response, error: str, words: str) -> None:
    async with answering(lambda _: response) as http:
        with pytest.raises(getattr(hemicycle_client, error), match=words):
            await Rest(URL, token="l1.secret", http=http).view("em10-3", "hall")


@pytest.mark.parametrize(
    "url,live",
    [
        ("http://127.0.0.1:8000", "ws://127.0.0.1:8000/live/m"),
        ("https://floor.example/", "wss://floor.example/live/m"),
        ("https://floor.example/c/l1/", "wss://floor.example/c/l1/live/m"),
    ],
)
def test_the_socket_stands_beside_the_rest_interface(url: str, live: str) -> None:
    assert Address(url).live("m") == live


@pytest.mark.parametrize(
    "url,loopback",
    [("http://localhost:8000", True), ("http://[::1]:8000", True), ("https://floor.example", False)],
)
def test_no_proxy_stands_before_this_machine(url: str, loopback: bool) -> None:  # noqa: FBT001 - a table
    assert Address(url).is_loopback is loopback
