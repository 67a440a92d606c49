"""PostgreSQL: how it is opened, what is said when it cannot be used, and that no password is ever told."""

import threading
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from psycopg import sql
from tests.databases import Databases
from tests.postgresql import Server
from tests.registry.assembly import load

from hemicycle.journal import reasons, receipts
from hemicycle.registry.conferences import lock
from hemicycle.storage import (
    Engine,
    StorageFailed,
    StorageRefused,
    open_engine,
    open_storage,
    reading,
    writing,
)

SECRET = "correct-horse"
AT = datetime(2021, 9, 7, 8, tzinfo=UTC)


@pytest.fixture
def place(postgres_databases: Databases) -> Iterator[str]:
    place = postgres_databases.fresh()
    yield place
    postgres_databases.forget(place)


@pytest.fixture
def engine(place: str) -> Iterator[Engine]:
    engine = open_engine(place)
    yield engine
    engine.dispose()


def test_a_session_is_durable_and_in_utc(engine: Engine) -> None:
    names = (
        "synchronous_commit",
        "TimeZone",
        "transaction_isolation",
        "transaction_read_only",
        "lock_timeout",
    )
    with writing(engine) as conn:
        found = {name: conn.exec_driver_sql(f"SHOW {name}").scalar() for name in names}
    assert list(found.values()) == ["on", "UTC", "read committed", "off", "30s"]
    with reading(engine) as conn:
        found = {name: conn.exec_driver_sql(f"SHOW {name}").scalar() for name in names}
    assert list(found.values()) == ["on", "UTC", "repeatable read", "on", "30s"]


def test_a_reader_sees_one_moment_and_writes_nothing(engine: Engine) -> None:
    count = "SELECT count(*) FROM conferences"
    with reading(engine) as reader:
        assert reader.exec_driver_sql(count).scalar() == 0
        with writing(engine) as writer:
            writer.exec_driver_sql("CREATE TABLE seen AS SELECT 1")
        assert reader.exec_driver_sql("SELECT count(*) FROM pg_class WHERE relname = 'seen'").scalar() == 0
        with pytest.raises(StorageFailed, match="read-only"):
            reader.exec_driver_sql("DELETE FROM conferences")


@pytest.mark.parametrize(
    "address",
    [
        f"postgresql://hemicycle:{SECRET}@127.0.0.1:1/hemicycle",
        f"postgresql://hemicycle@127.0.0.1:1/hemicycle?password={SECRET}",
        f"postgresql://hemicycle:{SECRET}@/hemicycle?host=/nowhere",
        f"postgresql://hemicycle:{SECRET}@127.0.0.1:port/hemicycle",
        f"postgresql://hemicycle:{SECRET}@127.0.0.1:1/hemicycle?nonsense=1",
        f"mysql://hemicycle:{SECRET}@127.0.0.1/hemicycle",
    ],
)
def test_an_address_that_leads_nowhere_is_refused_without_its_password(address: str) -> None:
    with pytest.raises(StorageRefused) as refused:
        open_storage(address)
    assert SECRET not in str(refused.value)
    assert any(
        advice in str(refused.value) for advice in ("HEMICYCLE_DATABASE", "postgresql://user:password@")
    )


def test_a_database_that_is_not_there_is_named(postgres: Server) -> None:
    with pytest.raises(StorageRefused, match=r'the database nothing at .*"nothing" does not exist'):
        open_storage(postgres.address("nothing"))


def test_a_user_who_may_only_read_is_refused(postgres: Server, place: str) -> None:
    postgres.run(sql.SQL("CREATE ROLE reader LOGIN IN ROLE pg_read_all_data"))
    try:
        with pytest.raises(StorageRefused, match=r"cannot be opened for writing.*permission denied"):
            open_storage(place.replace("hemicycle@", "reader@"))
    finally:
        postgres.run(sql.SQL("DROP ROLE reader"))


def test_a_user_who_may_make_no_tables_is_refused(postgres: Server, postgres_databases: Databases) -> None:
    place = postgres_databases.none()
    postgres.run(sql.SQL("CREATE ROLE guest LOGIN"))
    try:
        with pytest.raises(StorageRefused, match=r"this version's tables.*permission denied"):
            open_storage(place.replace("hemicycle@", "guest@"))
    finally:
        postgres.run(sql.SQL("DROP ROLE guest"))
        postgres_databases.forget(place)


def test_a_node_may_have_no_more_rights_than_it_needs(postgres: Server, place: str) -> None:
    database = place.partition("?")[0].rpartition("/")[2]
    postgres.run(sql.SQL("CREATE ROLE node LOGIN"))
    try:
        for grant in ("ALL ON ALL TABLES", "USAGE ON ALL SEQUENCES"):
            postgres.run(sql.SQL(f"GRANT {grant} IN SCHEMA public TO node"), database)
        postgres.run(sql.SQL("REVOKE UPDATE, DELETE, TRUNCATE ON log FROM node"), database)
        engine = open_storage(place.replace("hemicycle@", "node@"))
        with pytest.raises(StorageFailed, match="permission denied"), writing(engine) as conn:
            conn.exec_driver_sql("DELETE FROM log")
        with pytest.raises(StorageFailed, match="must be owner"), writing(engine) as conn:
            conn.exec_driver_sql("ALTER TABLE log DISABLE TRIGGER ALL")
        engine.dispose()
    finally:
        postgres.run(sql.SQL("DROP OWNED BY node"), database)
        postgres.run(sql.SQL("DROP ROLE node"))


def test_a_newer_database_is_refused_and_untouched(engine: Engine, place: str) -> None:
    with writing(engine) as conn:
        conn.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    for opener in (open_engine, open_storage):
        with pytest.raises(StorageRefused, match=r"newer version of Hemicycle.*9999.*install that version"):
            opener(place)


def test_a_database_of_another_encoding_is_refused(postgres: Server) -> None:
    postgres.run(sql.SQL("CREATE DATABASE ascii ENCODING 'SQL_ASCII' TEMPLATE template0"))
    try:
        with pytest.raises(StorageRefused, match="keeps texts as SQL_ASCII"):
            open_storage(postgres.address("ascii"))
    finally:
        postgres.run(sql.SQL("DROP DATABASE ascii"))


def test_every_text_comes_back_but_for_what_no_text_should_hold(databases: Databases) -> None:
    texts = ["a\0b", "\\u0000", "\\\\u0000", "\\\0", "\ufffd", "“é – 中文 🙂”"]
    with databases.engine(load) as engine, writing(engine) as conn:
        for number, written in enumerate(texts):
            reasons.keep(conn, "assembly-1", f"c{number}", written, AT)
            outcome = receipts.RefusedWith({"code": "x", "says": written})
            receipts.remember(conn, "assembly-1", receipts.Receipt(f"c{number}", None, "hash", outcome, AT))
            found = receipts.find(conn, "assembly-1", f"c{number}")
            assert found is not None
            assert isinstance(found.outcome, receipts.RefusedWith)
            readable = written.replace("\0", "\ufffd") if databases.kind == "postgresql" else written
            assert found.outcome.problem["says"] == readable
            assert reasons.text_of(conn, "assembly-1", f"c{number}") == readable


def test_who_copies_the_roster_waits_for_who_changes_it(postgres_databases: Databases) -> None:
    order: list[str] = []
    begun = threading.Event()

    def copy(engine: Engine) -> None:
        begun.set()
        with writing(engine) as conn:
            lock(conn, "assembly", shared=False)
            order.append("copied")

    with postgres_databases.engine(load) as engine:
        with writing(engine) as conn:
            lock(conn, "assembly", shared=True)
            copying = threading.Thread(target=copy, args=(engine,))
            copying.start()
            begun.wait()
            with writing(engine) as other:
                lock(other, "assembly", shared=True)
            order.append("changed")
        copying.join()
    assert order == ["changed", "copied"]
