"""Databases in memory, copied from one that was filled once: to fill one takes a hundred times as long."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import Connection, Engine, StaticPool, create_engine, make_url

from storage import migrate


def filled(fill: Callable[[Connection], object]) -> bytes:
    """A database whose schema is the migrations', after that."""
    with copy(_migrated()) as db:
        fill(db)
        db.commit()
        return _raw(db).serialize()


@contextmanager
def copy(of: bytes) -> Iterator[Connection]:
    """A database with that in it; one at a time."""
    with _engine().connect() as db:
        _raw(db).deserialize(of)
        db.info.clear()
        yield db


@cache
def _migrated() -> bytes:
    with TemporaryDirectory() as folder:
        file = Path(folder) / "town.db"
        migrate.to_newest(make_url(f"sqlite:///{file}"))
        return file.read_bytes()


@cache
def _engine() -> Engine:
    """The same for all, so that each statement is compiled once."""
    return create_engine("sqlite://", poolclass=StaticPool)


def _raw(db: Connection) -> sqlite3.Connection:
    connection: sqlite3.Connection = db.connection.driver_connection  # type: ignore[assignment]
    return connection
