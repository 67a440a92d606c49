"""Pages, assets and health; and who tries to get at more than these."""

import pytest
from tests.api.edge import Edge, problem
from tests.conduct.broken_storage import read_only

CONSOLES = {
    "chair": "chair", "desk": "secretariat", "operator": "operator", "pan-online": "delegate",
    "booth": "interpreter", "hall": "hall",
}  # fmt: skip


@pytest.mark.parametrize("who, page", CONSOLES.items())
async def test_each_capacity_has_its_console(edge: Edge, who: str, page: str) -> None:
    browser, path = await edge.console(who)
    assert f"<title>{page}</title>" in (await browser.get(path)).text


@pytest.mark.parametrize(
    "who, page, status",
    [("desk", "desk", 200), ("chair", "desk", 200), ("pan-online", "front", 403), ("hall", "front", 403)],
)
async def test_the_desk_is_the_secretariat_s_and_the_chair_s(
    edge: Edge, who: str, page: str, status: int
) -> None:
    browser, path = await edge.console(who)
    answer = await browser.get(f"{path}desk")
    assert (answer.status_code, f"<title>{page}</title>" in answer.text) == (status, True)


async def test_an_invitation_has_a_page(edge: Edge) -> None:
    answer = await (await edge.browser()).get("/register/0123abcd")
    assert (answer.status_code, "<title>register</title>" in answer.text) == (200, True)
    assert answer.headers["referrer-policy"] == "no-referrer"


async def test_a_page_may_load_nothing_from_elsewhere(edge: Edge) -> None:
    browser, path = await edge.console("chair")
    for address in ("/", "/enter", path, "/c/nobody/"):
        answer = await browser.get(address)
        policy = dict(rule.split(" ", 1) for rule in answer.headers["content-security-policy"].split("; "))
        assert policy["default-src"] == "'none'"
        assert policy["script-src"] == policy["connect-src"] == policy["frame-ancestors"] == "'self'"
        assert policy["base-uri"] == policy["form-action"] == "'none'"
        assert "unsafe" not in str(policy)
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert answer.headers["referrer-policy"] == "no-referrer"
        assert answer.headers["cache-control"] == "no-cache"


async def test_without_a_login_there_is_the_front_page(edge: Edge) -> None:
    browser = await edge.browser()
    for address, status in (("/", 200), ("/c/nobody/", 401)):
        answer = await browser.get(address)
        assert (answer.status_code, "front" in answer.text) == (status, True)


async def test_a_console_s_path_ends_in_a_slash(edge: Edge) -> None:
    browser = await edge.browser()
    answer = await browser.get("/c/nobody?language=ar")
    assert (answer.status_code, answer.headers["location"]) == (307, "/c/nobody/?language=ar")


@pytest.mark.parametrize("login", ["%0d%0aSet-Cookie:x=y", "%5c%5cevil.test", "http:", "%00", "x%3f", ".."])
async def test_a_redirect_leads_nowhere_else(edge: Edge, login: str) -> None:
    browser = await edge.browser()
    answer = await browser.get(f"/c/{login}")
    location = answer.headers.get("location", "/c/")
    assert location.startswith("/c/") or answer.status_code == 404
    assert "\n" not in location
    assert "set-cookie" not in answer.headers


async def test_assets_are_kept_for_ever(edge: Edge) -> None:
    answer = await (await edge.browser()).get("/assets/chair-ABC.js")
    assert answer.status_code == 200
    assert "immutable" in answer.headers["cache-control"]
    assert answer.headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize(
    "name",
    [
        "nothing.js",
        "%2e%2e",
        "..%2fsecret.txt",
        "%2e%2e%2fsecret.txt",
        "../secret.txt",
        "..%5csecret.txt",
        "%2fetc%2fpasswd",
        "chair-ABC.js%00.txt",
        "chair-ABC.js%0a",
        ".hidden",
        "a" * 5000,
        "%c0%ae%c0%ae",
    ],
)
async def test_only_assets_are_served(edge: Edge, name: str) -> None:
    answer = await (await edge.browser()).get(f"/assets/{name}")
    assert answer.status_code in {404, 422}
    assert "not to be served" not in answer.text
    assert problem(answer)[1] in {"not-found", "invalid-request"}


async def test_health(edge: Edge) -> None:
    browser = await edge.browser()
    answer = await browser.get("/healthz")
    assert answer.status_code == 200
    assert answer.json()["status"] == "ok"


async def test_health_without_a_database_that_can_be_written(edge: Edge) -> None:
    browser = await edge.browser()
    with read_only(edge.engine):
        answer = await browser.get("/healthz")
    assert problem(answer) == (503, "not-stored")
    assert answer.headers["retry-after"] == "1"


async def test_what_cannot_be_stored_is_a_503(edge: Edge) -> None:
    """Outside the log too: a mark, a link, a login, a seat."""
    await edge.opened()
    link = edge.link("chair")
    browser = await edge.browser()
    entering = {"login": link.login, "code": link.code}
    move = {"moves": [{"seat": "pan.online.speaker.1", "participant": "pan-spare"}]}
    await edge.program("desk")
    await edge.program("pan-online")
    with read_only(edge.engine):
        answers = [
            await edge.ask("desk", "PUT", "meetings/moot-1/presence/ita", json={"present": True}),
            await edge.ask("desk", "POST", "logins", json={"conference": "moot", "participant": "chair"}),
            await edge.ask("desk", "POST", "conferences/moot/delegations/pan/seats", json=move),
            await edge.send("pan-online", "RequestFloor"),
            await browser.post("/enter", json=entering),
        ]
    for answer in answers:
        assert problem(answer) == (503, "not-stored")
    assert (await browser.post("/enter", json=entering)).status_code == 200
    assert (await edge.send("pan-online", "RequestFloor")).status_code == 200


async def test_another_method_is_told_which_there_are(edge: Edge) -> None:
    answer = await (await edge.browser()).put("/enter")
    assert problem(answer) == (405, "method-not-allowed")
    assert {"GET", "POST"} & set(answer.headers["allow"].replace(" ", "").split(","))
