"""Why the data folder or its database cannot be used."""

from sqlalchemy.engine import URL
from sqlalchemy.exc import DBAPIError


class StorageRefused(Exception):
    """The place of the data cannot be used. The message says why and what to do."""


def name_of(url: URL) -> str:
    """The database in words. Of an address only what is no secret: its query may hold a password too."""
    if url.get_backend_name() == "sqlite":
        return f"the database {url.database}"
    at = url.host or url.query.get("host") or "the local socket"
    return f"the database {url.database or url.username} at {at}{f':{url.port}' if url.port else ''}"


def why(error: DBAPIError) -> str:
    """The driver's reason, without the statement: its first line."""
    return str(error.orig).partition("\n")[0]
