"""Mail over TLS: by STARTTLS, or from the first byte; a server that is not trusted is told nothing."""

from email.message import EmailMessage
from pathlib import Path

import pytest
from tests.platforms.certificates import Authority
from tests.platforms.sink import Sink, listening_sink

from hemicycle.platforms.mail.postman import NotDelivered
from hemicycle.platforms.mail.smtp import Server, SmtpPostman

HERE, ELSEWHERE = "127.0.0.1", "192.0.2.1"


@pytest.fixture
def authority(tmp_path: Path) -> Authority:
    return Authority(tmp_path)


@pytest.fixture
def trusted(authority: Authority, monkeypatch: pytest.MonkeyPatch) -> Authority:
    """Trusted by this machine, as an operator says so."""
    monkeypatch.setenv("SSL_CERT_FILE", str(authority.file))
    return authority


def message() -> EmailMessage:
    made = EmailMessage()
    made["From"], made["To"], made["Subject"] = "desk@example.org", "ana@pan.example", "Access"
    made.set_content("A link.")
    return made


def postman(sink: Sink, *, implicit: bool) -> SmtpPostman:
    return SmtpPostman(Server(host=HERE, port=sink.port, implicit_tls=implicit))


@pytest.mark.parametrize("implicit", [False, True], ids=["starttls", "implicit"])
async def test_it_leaves_encrypted_on_one_connection(trusted: Authority, *, implicit: bool) -> None:
    context = trusted.server(HERE)
    async with listening_sink(None if implicit else context, context if implicit else None) as sink:
        sending = postman(sink, implicit=implicit)
        for number in range(3):
            await sending.send(f"letter{number}", message())
        await sending.rest()
    assert [each["To"] for each in sink.messages] == ["ana@pan.example"] * 3
    assert sink.encrypted == [True] * 3


@pytest.mark.parametrize("implicit", [False, True], ids=["starttls", "implicit"])
@pytest.mark.parametrize("trusts, of", [(False, HERE), (True, ELSEWHERE)], ids=["authority", "name"])
async def test_a_certificate_that_is_not_trusted_is_told_nothing(
    authority: Authority, monkeypatch: pytest.MonkeyPatch, of: str, *, implicit: bool, trusts: bool
) -> None:
    if trusts:
        monkeypatch.setenv("SSL_CERT_FILE", str(authority.file))
    context = authority.server(of)
    async with listening_sink(None if implicit else context, context if implicit else None) as sink:
        with pytest.raises(NotDelivered, match="certificate") as refused:
            await postman(sink, implicit=implicit).send("letter", message())
    assert not refused.value.final, "once the certificate is put right it may leave"
    assert sink.messages == []


async def test_a_plain_server_where_encryption_from_the_first_byte_is_asked_for() -> None:
    async with listening_sink() as sink:
        with pytest.raises(NotDelivered):
            await postman(sink, implicit=True).send("letter", message())
    assert sink.messages == []


def test_port_465_is_encrypted_from_its_first_byte() -> None:
    assert [Server(host=HERE, port=port).encrypted for port in (25, 465, 587)] == [False, True, False]
