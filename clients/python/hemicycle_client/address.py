"""Where a login's service is and how the login shows itself. Tokens travel in headers, never in addresses."""

import ipaddress
from dataclasses import dataclass
from urllib.parse import urlsplit, urlunsplit


@dataclass(frozen=True, slots=True)
class Address:
    """A base address and who asks.

    ``url``: the service's root for a program's ``token`` (``<login>.<token>``), or a login's own path
    (``https://…/c/<login>``) for the ``cookie`` of a browser's session.
    """

    url: str
    token: str | None = None
    cookie: str | None = None

    @property
    def headers(self) -> dict[str, str]:
        """The headers of every request: a bearer token, or the cookie and Origin of a browser."""
        if self.token is not None:
            return {"Authorization": f"Bearer {self.token}"}
        if self.cookie is not None:
            return {"Cookie": f"hemicycle={self.cookie}", "Origin": self.origin}
        return {}

    @property
    def origin(self) -> str:
        """Scheme and host of the service."""
        parts = urlsplit(self.url)
        return f"{parts.scheme}://{parts.netloc}"

    def api(self, path: str) -> str:
        """The address of a REST resource."""
        return f"{self.url.rstrip('/')}/api/v1/{path}"

    def live(self, meeting: str) -> str:
        """The address of a meeting's socket."""
        parts = urlsplit(self.url)
        scheme = {"http": "ws", "https": "wss"}.get(parts.scheme, parts.scheme)
        return urlunsplit((scheme, parts.netloc, f"{parts.path.rstrip('/')}/live/{meeting}", "", ""))

    @property
    def is_loopback(self) -> bool:
        """Whether the service runs on this machine: then no proxy stands between."""
        host = urlsplit(self.url).hostname or ""
        try:
            return ipaddress.ip_address(host).is_loopback
        except ValueError:
            return host == "localhost"
