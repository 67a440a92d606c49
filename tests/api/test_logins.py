"""Entering, staying and being sent away: links, cookies, tokens, origins."""

import asyncio
from datetime import UTC, datetime, timedelta

import pytest
from tests.api.edge import HERE, Edge, problem
from tests.conduct.moot import MEETING, NEXT, load, of, token_for

from hemicycle.access import logins
from hemicycle.storage import writing

VIEW = f"api/v1/meetings/{MEETING}/views/hall"


async def test_the_way_in(edge: Edge) -> None:
    """Link, page, click, console, session: each step as the login page takes it."""
    link = edge.link("pan-online")
    browser = await edge.browser(Origin=HERE)
    assert "enter" in (await browser.get("/enter")).text
    entered = await browser.post("/enter", json={"login": link.login, "code": link.code})
    assert entered.json() == {"location": f"/c/{link.login}/"}
    assert "delegate" in (await browser.get(f"/c/{link.login}/")).text
    session = (await browser.get(f"/c/{link.login}/api/v1/session")).json()
    assert session["login"] == link.login
    assert (session["capacity"], session["participant"], session["delegation"]) == (
        "delegate",
        "pan-online",
        "pan",
    )
    assert session["name"] == "Pan Online"
    assert session["meeting"] == MEETING
    assert [m["id"] for m in session["meetings"]] == ["moot-1", "moot-2", "moot-3"]
    assert session["conference"]["time_zone"] == "Europe/Vienna"
    assert session["service"] == {"simulated": False}


async def test_the_cookie_goes_to_its_own_console_only(edge: Edge) -> None:
    link = edge.link("chair")
    browser = await edge.browser(Origin=HERE)
    entered = await browser.post("/enter", json={"login": link.login, "code": link.code})
    name, *attributes = entered.headers["set-cookie"].split("; ")
    assert name.startswith("hemicycle=")
    kept = {a.split("=")[0].lower(): a.partition("=")[2] for a in attributes}
    assert kept["path"] == f"/c/{link.login}/"
    assert kept["samesite"] == "strict"
    assert "httponly" in kept
    assert "secure" not in kept
    assert "domain" not in kept
    assert 0 < int(kept["max-age"]) <= 30 * 24 * 3600
    assert "no-store" in entered.headers["cache-control"]


async def test_under_https_the_cookie_is_secure(edge: Edge) -> None:
    link = edge.link("chair")
    browser = await edge.browser(Origin="https://hemicycle.test")
    body = {"login": link.login, "code": link.code}
    entered = await browser.post("https://hemicycle.test/enter", json=body)
    assert "; Secure" in entered.headers["set-cookie"]


async def test_where_links_are_https_the_cookie_is_secure_whatever_a_proxy_says(edge: Edge) -> None:
    edge.service.parts.public_url = "https://floor.example"
    link = edge.link("chair")
    browser = await edge.browser(Origin=HERE)
    entered = await browser.post("/enter", json={"login": link.login, "code": link.code})
    assert "; Secure" in entered.headers["set-cookie"]


async def test_several_consoles_in_one_browser_stay_apart(edge: Edge) -> None:
    browser, chair = await edge.console("chair")
    link = edge.link("pan-online")
    await browser.post("/enter", json={"login": link.login, "code": link.code})
    delegate = f"/c/{link.login}/"
    for path, capacity in ((chair, "chair"), (delegate, "delegate")):
        assert (await browser.get(f"{path}api/v1/session")).json()["capacity"] == capacity


async def test_one_login_s_cookie_opens_no_other_console(edge: Edge) -> None:
    browser, path = await edge.console("chair")
    stranger = await edge.browser(Cookie=f"hemicycle={browser.cookies['hemicycle']}")
    other = edge.link("desk").login
    for login in (other, "nobody", f"{path.split('/')[2]}x", path.split("/")[2].upper()):
        assert problem(await stranger.get(f"/c/{login}/{VIEW}")) == (401, "not-signed-in")
    assert (await stranger.get(f"{path}{VIEW}")).status_code == 200


async def test_a_cookie_is_no_key_to_the_programs_door(edge: Edge) -> None:
    browser, _ = await edge.console("chair")
    stranger = await edge.browser(Cookie=f"hemicycle={browser.cookies['hemicycle']}")
    assert problem(await stranger.get(f"/{VIEW}")) == (401, "not-signed-in")


@pytest.mark.parametrize(
    "authorization",
    [
        "",
        "Bearer",
        "Bearer ",
        "Bearer x",
        "Bearer .x",
        "Bearer x.",
        "Basic eDp5",
        "bearer a.b.c",
        "Bearer é.é",
    ],
)
async def test_no_token_no_entry(edge: Edge, authorization: str) -> None:
    browser = await edge.browser()
    answer = await browser.get(f"/{VIEW}", headers=[(b"Authorization", authorization.encode("latin-1"))])
    assert problem(answer) == (401, "not-signed-in")


async def test_another_s_token_under_my_login_is_no_entry(edge: Edge) -> None:
    (_, mine), (_, theirs) = token_for(edge.engine, "pan-online"), token_for(edge.engine, "chair")
    mixed = f"{theirs.split('.')[0]}.{mine.split('.')[1]}"
    browser = await edge.browser(Authorization=f"Bearer {mixed}")
    assert problem(await browser.get(f"/{VIEW}")) == (401, "not-signed-in")


async def test_a_link_works_once(edge: Edge) -> None:
    link = edge.link("chair")
    body = {"login": link.login, "code": link.code}
    browsers = [await edge.browser() for _ in range(5)]
    answers = await asyncio.gather(*(browser.post("/enter", json=body) for browser in browsers))
    assert sorted(answer.status_code for answer in answers) == [200, 403, 403, 403, 403]
    refused = next(answer for answer in answers if answer.status_code == 403)
    assert problem(refused) == (403, "link-refused")
    assert refused.json()["reason"] == "code-used"
    assert "set-cookie" not in refused.headers


async def test_a_link_that_is_wrong_or_old_or_revoked(edge: Edge) -> None:
    browser = await edge.browser()
    link, old, revoked = edge.link("chair"), edge.link("chair", lives=timedelta(0)), edge.link("chair")
    with writing(edge.engine) as conn:
        logins.revoke(conn, revoked.login, datetime.now(UTC), "test")
    for login, code, reason in (
        (link.login, "wrong", "unknown-login"),
        ("nobody", link.code, "unknown-login"),
        (old.login, old.code, "code-expired"),
        (revoked.login, revoked.code, "login-revoked"),
    ):
        answer = await browser.post("/enter", json={"login": login, "code": code})
        assert problem(answer) == (403, "link-refused")
        assert answer.json()["reason"] == reason
    assert (await browser.post("/enter", json={"login": link.login, "code": link.code})).status_code == 200


@pytest.mark.parametrize(
    "content",
    [
        '{"login": "\\ud800", "code": "c"}',
        '{"login": "l", "code": "\\udfff"}',
        '{"login": "l\\u0000", "code": "c"}',
        '{"login": "l", "code": ""}',
        '{"login": "l"}',
        '{"login": "l", "code": "c", "next": "/"}',
        '{"login": ["l"], "code": {}}',
        '{"login": "' + "l" * 101 + '", "code": "c"}',
    ],
)
async def test_a_link_that_is_no_link(edge: Edge, content: str) -> None:
    browser = await edge.browser()
    answer = await browser.post("/enter", content=content, headers={"Content-Type": "application/json"})
    assert problem(answer)[1] in {"invalid-request", "link-refused"}


async def test_a_login_that_has_expired(edge: Edge) -> None:
    now = datetime.now(UTC)
    with writing(edge.engine) as conn:
        made = logins.mint_bearer(conn, of(edge.engine, "chair"), now, "test", now)
    browser = await edge.browser(Authorization=f"Bearer {made.login}.{made.token}")
    assert problem(await browser.get(f"/{VIEW}")) == (401, "login-revoked")


async def test_a_revoked_login_is_out_at_once(edge: Edge) -> None:
    browser, path = await edge.console("pan-online")
    login = path.split("/")[2]
    assert (await edge.ask("desk", "DELETE", f"logins/{login}")).status_code == 204
    assert problem(await browser.get(f"{path}{VIEW}")) == (401, "login-revoked")
    body = {"id": "c", "command": "RequestFloor"}
    answer = await browser.post(f"{path}api/v1/meetings/{MEETING}/commands", json=body)
    assert problem(answer) == (401, "login-revoked")
    page = await browser.get(path)
    assert (page.status_code, "front" in page.text) == (401, True)
    assert (await edge.ask("desk", "DELETE", f"logins/{login}")).status_code == 204


async def test_a_login_of_another_conference_cannot_be_ended(
    edge: Edge, tmp_path_factory: pytest.TempPathFactory
) -> None:
    load(edge.engine, tmp_path_factory.mktemp("other"), "other")
    facts, token = token_for(edge.engine, "chair", "other")
    assert problem(await edge.ask("desk", "DELETE", f"logins/{facts.id}")) == (403, "foreign-meeting")
    browser = await edge.browser(Authorization=f"Bearer {token}")
    assert (await browser.get("/api/v1/session")).status_code == 200


@pytest.mark.parametrize(
    "origin",
    [
        "http://evil.test",
        "null",
        "http://hemicycle.test.evil.test",
        "http://hemicycle.test:81",
        "http://[",
        "x",
        "http://hemicycle.test@evil.test",
        "",
    ],
)
async def test_a_write_from_another_site_is_refused(edge: Edge, origin: str) -> None:
    browser, path = await edge.console("chair")
    link = edge.link("chair")
    for address, body in (
        (f"{path}api/v1/meetings/{MEETING}/commands", {"id": "c", "command": "CallToOrder"}),
        (f"{path}api/v1/logins", {"conference": "moot", "participant": "chair"}),
        ("/enter", {"login": link.login, "code": link.code}),
    ):
        answer = await browser.post(address, json=body, headers={"Origin": origin})
        assert problem(answer) == (403, "wrong-origin")
    assert edge.logged() in ([], ["set-up"])


async def test_the_desk_mints_a_link_that_works(edge: Edge) -> None:
    body = {"conference": "moot", "participant": "ita-spare", "meeting": NEXT}
    minted = await edge.ask("desk", "POST", "logins", json=body)
    assert minted.status_code == 201
    assert "no-store" in minted.headers["cache-control"]
    path, _, fragment = minted.json()["link"].partition("#")
    login, _, code = fragment.partition(".")
    browser = await edge.browser(Origin=HERE)
    location = (await browser.post(path, json={"login": login, "code": code})).json()["location"]
    session = (await browser.get(f"{location}api/v1/session")).json()
    assert [m["id"] for m in session["meetings"]] == [NEXT]


async def test_a_session_opens_the_meeting_that_is_next(edge: Edge) -> None:
    program = await edge.program("pan-online", NEXT)
    assert (await program.get("/api/v1/session")).json()["meeting"] == NEXT


async def test_what_is_private_is_kept_by_no_cache(edge: Edge) -> None:
    browser, path = await edge.console("chair")
    for address in (
        f"{path}api/v1/session",
        f"{path}{VIEW}",
        f"{path}api/v1/conferences/moot/delegations/pan",
    ):
        answer = await browser.get(address)
        assert answer.status_code == 200
        assert "no-store" in answer.headers["cache-control"]
        assert answer.headers["x-content-type-options"] == "nosniff"
