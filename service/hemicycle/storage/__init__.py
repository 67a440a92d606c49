"""The database: engine, tables, migrations, transactions. Other rooms name its types through here."""

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import InterfaceError, OperationalError
from sqlalchemy.exc import SQLAlchemyError as StorageFailed
from sqlalchemy.exc import TimeoutError as NoConnection

from hemicycle.storage.bus import Bus, Topic, Wake, announce, open_bus
from hemicycle.storage.engine import open_engine, open_storage, prove_writable
from hemicycle.storage.refusal import StorageRefused
from hemicycle.storage.transactions import reading, writing
from hemicycle.storage.upgrade import upgrade

DATABASE_FAILED = (OperationalError, InterfaceError, NoConnection)
"""Those of ``StorageFailed`` that are no fault of what was asked: the database is locked, full or gone."""

__all__ = [
    "DATABASE_FAILED",
    "Bus",
    "Connection",
    "Engine",
    "StorageFailed",
    "StorageRefused",
    "Topic",
    "Wake",
    "announce",
    "open_bus",
    "open_engine",
    "open_storage",
    "prove_writable",
    "reading",
    "upgrade",
    "writing",
]
