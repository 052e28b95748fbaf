"""To be written."""

from datetime import datetime

from storage import Db


def ring(db: Db, about: int, *, due: datetime, now: datetime) -> None:
    return None
