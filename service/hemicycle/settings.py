"""What the service reads from its environment, once, at the start. Secrets come from nowhere else."""

import platform
from datetime import datetime
from email.headerregistry import Address
from email.utils import parseaddr
from pathlib import Path
from urllib.parse import urlsplit

from pydantic import Field, SecretStr, ValidationInfo, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    """``HEMICYCLE_DATA``, ``HEMICYCLE_FILES``, ``HEMICYCLE_SCRIPT``, ``HEMICYCLE_DATABASE``,
    ``HEMICYCLE_NODE``, ``HEMICYCLE_CLOCK_AT``, ``HEMICYCLE_CLOCK_SCALE``, ``HEMICYCLE_URL``,
    ``HEMICYCLE_LINE_SILENCE``, ``HEMICYCLE_PROXIES``, ``HEMICYCLE_INDICO_…``, ``HEMICYCLE_SMTP_…``.

    ``files``: the folder of stored files, which all nodes share; absent: ``files`` in the data folder.
    ``script``: a folder of the chair's own words, which go before those shipped (``hemicycle script``).
    ``data``: the folder of the database, unless ``database`` gives the address of one on a server.
    ``node``: this process's name among those on the same database; each needs one of its own.
    ``clock_at``: service time at the start, for demos and rehearsals; absent: real time.
    ``clock_scale``: service seconds per real second.
    ``line_silence``: real seconds without a sign of life after which the line of whoever speaks from online
    counts as lost (``live.pulse``); at 0.75 the chair learns it within a second.
    ``proxies``: addresses and networks whose ``X-Forwarded-…`` headers are believed, separated by commas;
    absent: this machine's.
    ``public_url``: where people reach the service: what the links in messages begin with. Not set: the
    address that ``serve`` listens on, which others than this machine may not reach.
    ``indico_url`` and ``indico_token``: the Indico whose check-in API is asked (scope ``registrants``).
    ``smtp_host``: the mail server; absent: an outbox folder in the data folder. ``smtp_starttls``: encrypt,
    or do not send; port 465 is encrypted from its first byte (RFC 8314). ``smtp_from``: ``name <address>``.
    """

    model_config = SettingsConfigDict(env_prefix="HEMICYCLE_", extra="ignore", populate_by_name=True)

    data: Path = Path("hemicycle-data")
    files: Path | None = None
    script: Path | None = None
    database: SecretStr | None = None
    node: str = Field(default_factory=platform.node, min_length=1, max_length=200)
    clock_at: datetime | None = None
    clock_scale: float = Field(default=1.0, gt=0, le=10_000)
    proxies: str | None = None
    public_url: str = Field(default="http://127.0.0.1:8000", validation_alias="HEMICYCLE_URL")
    line_silence: float = Field(default=0.75, ge=0.5, le=30)
    indico_url: str | None = None
    indico_token: SecretStr | None = None
    smtp_host: str | None = None
    smtp_port: int = Field(default=587, gt=0, le=65_535)
    smtp_user: str | None = None
    smtp_password: SecretStr | None = None
    smtp_starttls: bool = True
    smtp_from: str = Field(default="", validate_default=True)

    @field_validator("public_url")
    @classmethod
    def _a_base(cls, written: str) -> str:
        """What a path can be put behind."""
        parts = urlsplit(written)
        if parts.scheme not in {"http", "https"} or not parts.hostname or parts.query or parts.fragment:
            raise ValueError("an address is needed, as in 'https://meetings.example.org'")
        return written.rstrip("/")

    @field_validator("smtp_from")
    @classmethod
    def _an_address(cls, written: str, info: ValidationInfo) -> str:
        """Where messages come from; without a mail server it matters little."""
        if not written and info.data.get("smtp_host") is None:
            return "hemicycle@localhost"
        try:
            Address(addr_spec=parseaddr(written)[1])
        except Exception as error:  # the parser raises errors of many kinds
            raise ValueError("an email address is needed, as in 'Secretariat <desk@example.org>'") from error
        return written
