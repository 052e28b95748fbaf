"""Of whom each strategist was last told that they cannot be reached."""

from collections.abc import Collection

from sqlalchemy import delete, insert, select

from storage import Db
from storage.tables import told_unreachable


def told(db: Db, reader: int) -> set[int]:
    query = select(told_unreachable.c.person_id).where(told_unreachable.c.reader_id == reader)
    return set(db.execute(query).scalars())


def remember(db: Db, reader: int, people: Collection[int]) -> None:
    """In place of what the reader was told before."""
    db.execute(delete(told_unreachable).where(told_unreachable.c.reader_id == reader))
    if people:
        db.execute(insert(told_unreachable), [{"reader_id": reader, "person_id": person} for person in people])
