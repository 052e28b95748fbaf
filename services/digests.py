"""To be written."""

from datetime import datetime

from storage import Db


def close_week(db: Db, about: int, *, due: datetime, now: datetime) -> None:
    return None
