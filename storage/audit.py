"""Who looked at or decided what, and when. Rows are only ever added here; retention takes them away."""

from datetime import datetime

from sqlalchemy import insert

from storage import Db
from storage.tables import audit


def note(db: Db, *, person: int, act: str, subject: str, now: datetime) -> None:
    db.execute(insert(audit).values(at=now, person_id=person, act=act, subject=subject))
