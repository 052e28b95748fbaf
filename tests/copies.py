"""Databases in memory, copied from one that was filled once: to fill one takes a hundred times as long."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache

from sqlalchemy import Connection, Engine, StaticPool, create_engine


def filled(fill: Callable[[Connection], None], *, start: bytes = b"") -> bytes:
    """What is in the database after that; it begins empty, or as a copy."""
    engine = create_engine("sqlite://", poolclass=StaticPool)
    with engine.connect() as db:
        if start:
            _raw(db).deserialize(start)
        fill(db)
        db.commit()
        held = _raw(db).serialize()
    engine.dispose()
    return held


@contextmanager
def copy(of: bytes) -> Iterator[Connection]:
    """A database with that in it; one at a time."""
    with _engine().connect() as db:
        _raw(db).deserialize(of)
        db.info.clear()
        yield db


@cache
def _engine() -> Engine:
    """The same for all, so that each statement is compiled once."""
    return create_engine("sqlite://", poolclass=StaticPool)


def _raw(db: Connection) -> sqlite3.Connection:
    connection: sqlite3.Connection = db.connection.driver_connection  # type: ignore[assignment]
    return connection
