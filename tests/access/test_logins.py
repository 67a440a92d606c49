"""Logins: one-time codes, tokens, expiry and revocation."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from threading import Barrier

import pytest

from hemicycle.access import logins
from hemicycle.access.login_refusals import LoginRefused
from hemicycle.access.logins import LinkCode, NewLogin
from hemicycle.rules.commands import Actor
from hemicycle.rules.terms import Agent, Capacity
from hemicycle.storage import Engine, reading, writing

NOW = datetime(2026, 1, 15, 9, tzinfo=UTC)
HOUR = timedelta(hours=1)
ANA = NewLogin(
    capacity=Capacity.DELEGATE,
    conference="assembly",
    meeting="assembly-1",
    participant="pan-ana",
    delegation="pan",
    label="Ana",
)


def link(engine: Engine, new: NewLogin = ANA) -> LinkCode:
    with writing(engine) as conn:
        return logins.mint(conn, new, NOW, "desk", NOW + HOUR, NOW + 24 * HOUR)


def exchange(engine: Engine, given: LinkCode, at: datetime = NOW) -> str:
    with writing(engine) as conn:
        return logins.exchange(conn, given.login, given.code, at)


def code_of(attempt: Callable[[], object]) -> str:
    with pytest.raises(LoginRefused) as refused:
        attempt()
    assert str(refused.value)
    return refused.value.code


def test_a_link_opens_the_login_it_was_made_for(engine: Engine) -> None:
    given = link(engine)
    token = exchange(engine, given)
    with reading(engine) as conn:
        facts = logins.authenticate(conn, given.login, token, NOW)
    assert facts == logins.LoginFacts(
        id=given.login,
        capacity=Capacity.DELEGATE,
        conference="assembly",
        meeting="assembly-1",
        participant="pan-ana",
        delegation="pan",
        label="Ana",
        bearer=False,
        expires_at=facts.expires_at,
    )
    assert facts.expires_at is not None
    assert facts.expires_at > NOW
    assert facts.actor == Actor(
        agent=Agent.LOGIN,
        capacity=Capacity.DELEGATE,
        participant="pan-ana",
        delegation="pan",
        login=given.login,
    )


def test_a_program_is_given_its_token_at_once(engine: Engine) -> None:
    new = NewLogin(capacity=Capacity.HALL, conference="assembly", label="the hall's display")
    with writing(engine) as conn:
        bearer = logins.mint_bearer(conn, new, NOW, "desk", NOW + HOUR)
        facts = logins.authenticate(conn, bearer.login, bearer.token, NOW)
    assert facts.bearer
    assert facts.meeting is None
    assert code_of(lambda: exchange(engine, LinkCode(bearer.login, bearer.token))) == "unknown-login"


def test_a_link_works_once(engine: Engine) -> None:
    given = link(engine)
    token = exchange(engine, given)
    assert code_of(lambda: exchange(engine, given)) == "code-used"
    with reading(engine) as conn:
        assert logins.authenticate(conn, given.login, token, NOW).id == given.login


def test_of_parallel_exchanges_one_is_given_the_token(engine: Engine) -> None:
    given, start = link(engine), Barrier(5)

    def attempt(_: int) -> str:
        start.wait()
        try:
            exchange(engine, given)
        except LoginRefused as refused:
            return refused.code
        return "token"

    with ThreadPoolExecutor(5) as threads:
        outcomes = sorted(threads.map(attempt, range(5)))
    assert outcomes == ["code-used"] * 4 + ["token"]


def test_an_old_link_is_refused(engine: Engine) -> None:
    given = link(engine)
    assert code_of(lambda: exchange(engine, given, NOW + HOUR)) == "code-expired"
    assert exchange(engine, given, NOW + HOUR - timedelta(seconds=1))


def test_a_wrong_code_learns_nothing_of_the_link(engine: Engine) -> None:
    given = link(engine)
    exchange(engine, given)
    wrong = LinkCode(given.login, given.code[:-1])
    assert code_of(lambda: exchange(engine, wrong)) == "unknown-login"
    assert code_of(lambda: exchange(engine, LinkCode("0" * 16, given.code))) == "unknown-login"


def authenticate(engine: Engine, login: str, token: str, at: datetime = NOW) -> logins.LoginFacts:
    with reading(engine) as conn:
        return logins.authenticate(conn, login, token, at)


def test_a_wrong_token_is_refused(engine: Engine) -> None:
    given, other = link(engine), link(engine)
    token, of_other = exchange(engine, given), exchange(engine, other)
    assert code_of(lambda: authenticate(engine, given.login, token + "x")) == "unknown-login"
    assert code_of(lambda: authenticate(engine, given.login, "")) == "unknown-login"
    assert code_of(lambda: authenticate(engine, given.login, of_other)) == "unknown-login"
    assert code_of(lambda: authenticate(engine, given.login, given.code)) == "unknown-login"
    assert code_of(lambda: authenticate(engine, "0" * 16, token)) == "unknown-login"


def test_before_the_exchange_there_is_no_token(engine: Engine) -> None:
    given = link(engine)
    assert code_of(lambda: authenticate(engine, given.login, "")) == "unknown-login"


def test_a_login_ends(engine: Engine) -> None:
    given = link(engine)
    token = exchange(engine, given)
    late = NOW + 24 * HOUR
    assert authenticate(engine, given.login, token, late - timedelta(seconds=1)).id == given.login
    assert code_of(lambda: authenticate(engine, given.login, token, late)) == "login-expired"


def test_a_revoked_login_is_refused_everywhere(engine: Engine) -> None:
    given, unused = link(engine), link(engine)
    token = exchange(engine, given)
    with writing(engine) as conn:
        logins.require_live(conn, given.login, NOW)
        assert logins.revoke(conn, given.login, NOW, "desk").participant == "pan-ana"
        logins.revoke(conn, given.login, NOW + HOUR, "desk")
        logins.revoke(conn, unused.login, NOW, "desk")
    assert code_of(lambda: authenticate(engine, given.login, token)) == "login-revoked"
    assert code_of(lambda: exchange(engine, unused)) == "login-revoked"
    with reading(engine) as conn:
        assert code_of(lambda: logins.require_live(conn, given.login, NOW)) == "login-revoked"
        assert logins.logins(conn, "assembly") == ()


def test_only_a_known_login_is_live_or_revoked(engine: Engine) -> None:
    with writing(engine) as conn:
        assert code_of(lambda: logins.require_live(conn, "0" * 16, NOW)) == "unknown-login"
        assert code_of(lambda: logins.require_live(conn, None, NOW)) == "unknown-login"
        assert code_of(lambda: logins.revoke(conn, "0" * 16, NOW, "desk")) == "unknown-login"


@pytest.mark.parametrize(
    "new",
    [
        NewLogin(capacity=Capacity.HALL, conference="nowhere"),
        NewLogin(capacity=Capacity.HALL, conference="assembly", meeting="other-1"),
        NewLogin(capacity=Capacity.CHAIR, conference="assembly", participant="nobody"),
        NewLogin(capacity=Capacity.DELEGATE, conference="assembly", participant="pan-ana"),
        NewLogin(capacity=Capacity.INTERPRETER, conference="assembly"),
        NewLogin(capacity=Capacity.DELEGATE, conference="assembly", delegation="pan"),
        NewLogin(capacity=Capacity.DELEGATE, conference="assembly", participant="pan-ana", delegation="wb"),
    ],
    ids=[
        "conference",
        "meeting",
        "participant",
        "no delegation",
        "interpreter without participant",
        "no participant",
        "other delegation",
    ],
)
def test_a_login_must_belong_to_what_the_conference_has(engine: Engine, new: NewLogin) -> None:
    assert code_of(lambda: link(engine, new)) == "login-mismatch"


def test_no_secret_is_kept(engine: Engine) -> None:
    given = link(engine)
    token = exchange(engine, given)
    with reading(engine) as conn:
        kept = " ".join(map(str, conn.exec_driver_sql("SELECT * FROM logins").one()))
    assert given.code not in kept
    assert token not in kept
    assert len(given.code) == len(token) == 43, "256 bits, as URLs write them"
