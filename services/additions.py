"""What comes to a report as a message of its own: texts, photos, positions; at any step and a while after sending."""

from dataclasses import dataclass
from datetime import datetime

from domain import rights
from domain.expectations import Question
from domain.people import Person
from domain.refusals import Refusal, Stale
from domain.reports import CALM, PHOTOS, TEXT_LENGTH, Position, Report, is_late
from domain.rights import Act
from domain.shifts import only_shift
from domain.views import decode
from services import drafts, questions
from services.drafts import change, own, own_draft
from storage import Db, outbox, vocabulary
from storage import reports as store


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """What came with a message: when it was written, however late it came, and the card that it replies to."""

    written_at: datetime | None = None
    reply_to: int | None = None


ON_TIME = Arrival()


def add_text(
    db: Db, author: Person, *, text: str, now: datetime, report: int | None = None, arrival: Arrival = ON_TIME
) -> int:
    """Attach a text to the report named or replied to, to the one at hand, or to a new card. Returns the report."""
    target = _target(db, author, arrival, report=report, now=now)
    _join(db, target, text, now=now)
    return target.id


def take_next(db: Db, author: Person, *, report: int, now: datetime) -> None:
    """Make this the report at hand: the author's next text, photo or position attaches to it."""
    mine = own(db, author, report)
    if not mine.takes_additions(now):
        raise Stale("refusal-report-closed-for-additions")
    change(db, mine, now=now)


def clear_text(db: Db, author: Person, *, report: int, now: datetime) -> None:
    """Throw away the draft's text so that it can be written anew."""
    change(db, own_draft(db, author, report), now=now, text=None, screen=None)
    questions.ask(db, author, Question.REPORT_TEXT, report, now=now)


def add_position(db: Db, author: Person, *, position: Position, now: datetime, arrival: Arrival = ON_TIME) -> int:
    """Attach a position; a draft without a place gets the nearest one, at a site where the author may report."""
    target = _target(db, author, arrival, now=now)
    columns: dict[str, object] = {"latitude": position.latitude, "longitude": position.longitude}
    if target.is_draft and target.place is None:
        columns |= _nearest(db, author, position)
    change(db, target, now=now, **columns)
    return target.id


def add_photo(
    db: Db,
    author: Person,
    *,
    file_id: str,
    file_unique_id: str,
    album: str | None,
    caption: str | None,
    now: datetime,
    arrival: Arrival = ON_TIME,
) -> int:
    """Attach a photo, its album's other pictures and its caption to the same report, whenever they come."""
    held = store.report_of_album(db, album, author=author.id) if album else None
    if not (held and rights.wrote(author, held) and held.takes_additions(_added_at(arrival, now))):
        held = _target(db, author, arrival, now=now)
    rights.require_texts(held)
    if len(held.photos) >= PHOTOS:
        raise Refusal("refusal-too-many-photos", limit=PHOTOS)
    store.add_photo(db, held.id, file_id=file_id, file_unique_id=file_unique_id, album=album, now=now)
    if caption:
        _join(db, held, caption, now=now)
    else:
        change(db, held, now=now)
    return held.id


def _join(db: Db, target: Report, text: str, *, now: datetime) -> None:
    """Add to the text that is there."""
    rights.require_texts(target)
    joined = f"{target.text}\n{text}" if target.text else text
    if len(joined) > TEXT_LENGTH:
        raise Refusal("refusal-text-too-long", limit=TEXT_LENGTH)
    change(db, target, now=now, text=joined)


def _report_of(db: Db, person: Person, message_id: int | None) -> int | None:
    """The person's own report whose card a message is."""
    stored = outbox.view_at(db, chat_id=person.chat, message_id=message_id) if message_id is not None else None
    number = getattr(decode(*stored), "report", None) if stored else None
    found = store.by_id(db, number) if number is not None else None
    return found.id if found and found.author == person.id else None


def _target(db: Db, author: Person, arrival: Arrival, *, now: datetime, report: int | None = None) -> Report:
    """The report that takes in an addition: the one named or replied to, the one at hand, or a new card."""
    rights.require(author, Act.REPORT)
    added_at = _added_at(arrival, now)
    chosen = report or _report_of(db, author, arrival.reply_to)
    named = own(db, author, chosen) if chosen is not None else _at_hand(db, author, now=added_at)
    if named and not named.takes_additions(added_at):
        raise Stale("refusal-report-closed-for-additions")
    if named:
        rights.require(author, Act.REPORT, site=named.site)
        _ask_when(db, named, arrival, now=now)
        return named
    opened = store.by_id(db, drafts.begin(db, author, now=now, written_at=arrival.written_at))
    if opened is None:
        raise LookupError("the report just opened")
    return opened


def _added_at(arrival: Arrival, now: datetime) -> datetime:
    """What comes late belongs to what was at hand when it was written."""
    return arrival.written_at if arrival.written_at and is_late(arrival.written_at, now) else now


def _ask_when(db: Db, report: Report, arrival: Arrival, *, now: datetime) -> None:
    """A draft that was to happen now is asked for its time when a message for it comes late."""
    if not report.is_draft or report.happened_at or report.arrived_late or report.category == CALM:
        return
    if late := drafts.lateness(arrival.written_at, now):
        change(db, report, now=now, **late)


def _at_hand(db: Db, author: Person, *, now: datetime) -> Report | None:
    """The report that takes in what the author sends out of the blue."""
    latest = store.latest_of(db, author.id, shift=only_shift(author))
    return latest if latest and latest.takes_additions(now) else None


def _nearest(db: Db, author: Person, position: Position) -> dict[str, object]:
    words = vocabulary.load(db)
    found = words.nearest_place(position.latitude, position.longitude)
    if found is None or found[0].key not in drafts.reporting_sites(author, words):
        return {}
    return {"site": found[0].key, "place": found[1].key, "place_skipped": False}
