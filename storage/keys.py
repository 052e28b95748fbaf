"""The key of a row that was just added."""

from typing import Any

from sqlalchemy import Insert

from storage import Db


def add(db: Db, statement: Insert, values: dict[str, Any]) -> int:
    """Insert one row and return its id."""
    key = db.execute(statement, values).inserted_primary_key
    if key is None:
        raise RuntimeError("the row was not added")
    return int(key[0])
