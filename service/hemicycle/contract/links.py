"""Where the links of messages lead."""

from ipaddress import ip_address
from urllib.parse import urlsplit


def open_here_alone(base: str) -> bool:
    """Whether links that begin so can be opened on the service's own machine alone.

    So it is with a loopback address (RFC 1122 §3.2.1.3, RFC 4291 §2.5.3), the unspecified one, and
    ``localhost`` (RFC 6761 §6.3).
    """
    host = urlsplit(base).hostname or ""
    try:
        address = ip_address(host)
    except ValueError:
        return host == "localhost" or host.endswith(".localhost")
    return address.is_loopback or address.is_unspecified
