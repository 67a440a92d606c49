"""Bytes that no browser sends, and what must never be told."""

import asyncio
import logging
import socket

import httpx
import pytest
from tests.api.edge import problem
from tests.api.listening import Listening, opened
from tests.conduct.moot import MEETING, token_for

JSON = {"Content-Type": "application/json"}


async def _raw(service: Listening, request: bytes) -> bytes:
    host, port = service.host.split(":")
    reader, writer = await asyncio.open_connection(host, int(port))
    try:
        writer.write(request)
        await writer.drain()
        writer.write_eof()
        return await reader.read()
    finally:
        writer.close()
        await writer.wait_closed()


@pytest.mark.parametrize(
    "request_",
    [
        pytest.param(b"GET /healthz HTTP/1.1\r\n\r\n", id="no host"),
        pytest.param(b"GET /healthz HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", id="two hosts"),
        pytest.param(b"GET /c/x HTTP/1.1\r\nHost: evil.test\r\n\r\n", id="host of another"),
        pytest.param(b"POST /enter HTTP/1.1\r\nHost: a\r\nContent-Length: -5\r\n\r\n", id="negative length"),
        pytest.param(
            b"POST /enter HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n"
            b"Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
            id="two lengths",
        ),
        pytest.param(
            b"POST /enter HTTP/1.0\r\nOrigin: null\r\nContent-Type: application/json\r\n"
            b"Content-Length: 2\r\n\r\n{}",
            id="old and null",
        ),
        pytest.param(
            b"GET /assets/..%2f..%2f..%2fetc%2fpasswd HTTP/1.1\r\nHost: a\r\n\r\n",
            id="encoded dots",
        ),
        pytest.param(b"GET /assets/../../../../etc/passwd HTTP/1.1\r\nHost: a\r\n\r\n", id="dots"),
        pytest.param(b"GET //evil.test/enter/ HTTP/1.1\r\nHost: a\r\n\r\n", id="two slashes"),
        pytest.param(b"GET http://evil.test/ HTTP/1.1\r\nHost: a\r\n\r\n", id="absolute"),
        pytest.param(b"\x16\x03\x01\x00\xa5\x01", id="tls"),
        pytest.param(b"GET /" + b"a" * 100_000 + b" HTTP/1.1\r\nHost: a\r\n\r\n", id="long"),
    ],
)
async def test_whatever_is_sent_the_service_stays_up(service: Listening, request_: bytes) -> None:
    answer = await _raw(service, request_)
    assert b" 500 " not in answer.split(b"\r\n")[0]
    assert b"root:" not in answer
    assert b"evil.test" not in answer.split(b"\r\n\r\n")[0] or b"location: http://evil.test/c/" not in answer
    async with httpx.AsyncClient(base_url=service.url, trust_env=False, timeout=60) as http:
        assert (await http.get("/healthz")).status_code == 200


async def test_a_spoofed_address_gets_nothing_and_breaks_nothing(service: Listening) -> None:
    async with httpx.AsyncClient(base_url=service.url, trust_env=False, timeout=60) as http:
        for header in (
            {"X-Forwarded-For": "garbage"},
            {"X-Forwarded-For": "127.0.0.1, x"},
            {"Forwarded": "for=x"},
        ):
            assert problem(await http.get("/demo/status", headers=header)) == (404, "not-found")


async def test_a_half_sent_request_holds_up_nobody(service: Listening) -> None:
    host, port = service.host.split(":")
    slow = [socket.create_connection((host, int(port))) for _ in range(20)]
    for each in slow:
        head = b"POST /enter HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n"
        each.sendall(head + b"Content-Length: 50\r\n\r\n{")
    async with httpx.AsyncClient(base_url=service.url, trust_env=False, timeout=60) as http:
        assert (await http.get("/healthz")).status_code == 200
    for each in slow:
        each.close()


async def test_no_secret_reaches_the_log(service: Listening, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    _, token = token_for(service.engine, "chair")
    login, code = await _minted(service)
    async with httpx.AsyncClient(base_url=service.url, trust_env=False, timeout=60) as http:
        body = {"login": login, "code": code}
        cookie = (await http.post("/enter", json=body)).cookies["hemicycle"]
        await http.post("/enter", json=body)
        await http.get(f"/c/{login}/api/v1/session", headers={"Cookie": f"hemicycle={cookie}"})
        await http.post("/enter", content=b"{" + code.encode(), headers=JSON)
    async with opened(f"ws://{service.host}/live/{MEETING}", Authorization=f"Bearer {token}") as wire:
        await wire.hello("podium")
        await wire.command("CallToOrder", cid="c1")
    secrets = (code, cookie, token.split(".")[1])
    telling = {r.name for r in caplog.records if any(secret in r.getMessage() for secret in secrets)}
    assert telling <= {"websockets.client", "httpcore.http11"}  # the test's own


async def _minted(service: Listening) -> tuple[str, str]:
    """A login and its code, as the desk makes them."""
    _, token = token_for(service.engine, "desk")
    headers = {"Authorization": f"Bearer {token}"}
    async with httpx.AsyncClient(base_url=service.url, headers=headers, trust_env=False, timeout=60) as http:
        answer = await http.post("/api/v1/logins", json={"conference": "moot", "participant": "chair"})
    login, _, code = answer.json()["link"].partition("#")[2].partition(".")
    return login, code
