"""Who looked at or decided what, and when. Rows are only ever added here; retention takes them away."""

from datetime import datetime

from sqlalchemy import insert, select

from storage import Db
from storage.tables import audit


def note(db: Db, *, person: int, act: str, subject: str, now: datetime) -> None:
    db.execute(insert(audit).values(at=now, person_id=person, act=act, subject=subject))


def people_who(db: Db, act: str, *, subject: str) -> set[int]:
    """Everybody who did it to that."""
    done = select(audit.c.person_id).where(audit.c.subject == subject, audit.c.act == act)
    return set(db.execute(done).scalars())
