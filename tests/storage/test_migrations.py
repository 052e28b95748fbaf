"""Databases of earlier versions: each upgrade keeps what was there, and the last one is what the tables say."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine
from sqlalchemy.engine import URL, make_url

from storage import migrate
from storage.migrate import NewerDatabase, to_newest
from storage.tables import metadata
from tests.process import overblick

REVISIONS = [each.revision for each in ScriptDirectory(str(migrate.SCRIPTS)).walk_revisions()][::-1]
"""The first to the last."""
ROWS: dict[str, int | str] = {"INTEGER": 1, "BIGINT": 1, "SMALLINT": 1, "BOOLEAN": 1, "FLOAT": 1, "DATE": "2026-11-27"}
JSON = "[]"


@pytest.fixture
def url(tmp_path: Path) -> URL:
    return make_url(f"sqlite:///{tmp_path / 'town.db'}")


@pytest.fixture
def db(url: URL) -> Iterator[sqlite3.Connection]:
    """What an upgrade starts from, without our engine's settings. It must be closed while tables are rebuilt."""
    with closing(sqlite3.connect(url.database or "")) as db:
        yield db


def test_revisions_follow_each_other() -> None:
    """One line of descent: a database is at one revision."""
    assert [f"{number:04}" for number in range(1, len(REVISIONS) + 1)] == REVISIONS


@pytest.mark.parametrize("start", REVISIONS)
def test_an_upgrade_keeps_every_row(url: URL, start: str) -> None:
    to_newest(url, start)
    with closing(sqlite3.connect(url.database or "")) as db:
        before = fill(db)
    for revision in REVISIONS[REVISIONS.index(start) + 1 :]:
        to_newest(url, revision)
        with closing(sqlite3.connect(url.database or "")) as db:
            assert all(keeps(rows(db, table), old) for table, old in before.items())
            assert db.execute("PRAGMA foreign_key_check").fetchall() == []
    assert differences(url) == []


def test_the_newest_schema_is_what_the_tables_say(url: URL) -> None:
    to_newest(url)
    assert differences(url) == []
    to_newest(url)
    assert differences(url) == []


def test_a_database_of_a_later_version_is_refused(url: URL, db: sqlite3.Connection) -> None:
    to_newest(url)
    db.execute("UPDATE alembic_version SET version_num = '9999'")
    db.commit()
    with pytest.raises(NewerDatabase):
        to_newest(url)
    said = overblick(Path(url.database or "").parent, "status", DATABASE_URL=str(url))
    assert said == "overblick: DATABASE_URL: the database was written by a later version; upgrade the program\n"
    assert db.execute("SELECT version_num FROM alembic_version").fetchall() == [("9999",)]


def differences(url: URL) -> list[object]:
    """What alembic would have to change to make the tables what `storage.tables` says."""
    engine = create_engine(url)
    with engine.connect() as connection:
        found = compare_metadata(MigrationContext.configure(connection, opts={"compare_type": True}), metadata)
    engine.dispose()
    return list(found)


def fill(db: sqlite3.Connection) -> dict[str, list[dict[str, object]]]:
    """One row in every table there is, each reference pointing at the one of its table."""
    db.row_factory = sqlite3.Row
    tables = [name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    ours = [name for name in tables if name != "alembic_version"]
    for table in ours:
        columns = db.execute(f"PRAGMA table_info({table})").fetchall()
        values = {column["name"]: value_for(column["type"]) for column in columns}
        places = ", ".join("?" * len(values))
        db.execute(f"INSERT INTO {table} ({', '.join(map(quoted, values))}) VALUES ({places})", [*values.values()])  # noqa: S608
    db.commit()
    assert db.execute("PRAGMA foreign_key_check").fetchall() == []
    return {table: rows(db, table) for table in ours}


def rows(db: sqlite3.Connection, table: str) -> list[dict[str, object]]:
    db.row_factory = sqlite3.Row
    return [dict(row) for row in db.execute(f"SELECT * FROM {table}")]  # noqa: S608


def keeps(new: list[dict[str, object]], old: list[dict[str, object]]) -> bool:
    """Whether every row is there with all that it held; columns may have been added."""
    return len(new) == len(old) and all(before.items() <= now.items() for before, now in zip(old, new, strict=True))


def value_for(kind: str) -> int | str:
    return JSON if kind == "JSON" else ROWS.get(kind, "x")


def quoted(name: str) -> str:
    return f'"{name}"'
