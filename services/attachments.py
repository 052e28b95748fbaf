"""Photos and positions that come as messages of their own."""

from datetime import datetime

from domain.people import Person
from domain.reports import Position
from services import reports
from services.conversation import report_of
from storage import Db


def take_photo(
    db: Db,
    author: Person,
    *,
    file_id: str,
    file_unique_id: str,
    album: str | None,
    caption: str | None,
    reply_to: int | None,
    now: datetime,
) -> None:
    """Attach a photo to the report whose card it replies to, to the one at hand, or to a new one."""
    reports.add_photo(
        db,
        author,
        file_id=file_id,
        file_unique_id=file_unique_id,
        album=album,
        caption=caption,
        report=report_of(db, author, reply_to),
        now=now,
    )


def take_position(db: Db, author: Person, *, position: Position, reply_to: int | None, now: datetime) -> None:
    reports.add_position(db, author, position=position, report=report_of(db, author, reply_to), now=now)
