"""Who looked at or decided what, and when. Rows are only ever added here; retention takes them away."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import insert, select

from storage import Db
from storage.tables import audit


def note(db: Db, *, person: int, act: str, subject: str, now: datetime) -> None:
    db.execute(insert(audit).values(at=now, person_id=person, act=act, subject=subject))


def last(db: Db, acts: Collection[str], *, subject: str) -> tuple[int, datetime] | None:
    """Who did one of those to that most recently, and when."""
    query = select(audit.c.person_id, audit.c.at).where(audit.c.subject == subject, audit.c.act.in_(acts))
    row = db.execute(query.order_by(audit.c.id.desc()).limit(1)).first()
    return (row.person_id, row.at) if row else None


def people_who(db: Db, act: str, *, subject: str) -> set[int]:
    """Everybody who did it to that."""
    done = select(audit.c.person_id).where(audit.c.subject == subject, audit.c.act == act)
    return set(db.execute(done).scalars())
