"""Reports, with their photos and notes."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, bindparam, delete, func, insert, or_, select, update
from sqlalchemy.dialects.sqlite import insert as upsert

from domain.reports import CloseReason, Position, Report, Screen
from domain.severity import Severity
from storage import Db, keys
from storage.snapshot import asked_once
from storage.tables import notes, organisations, photos, reports

_PHOTO_IDS = (
    select(func.group_concat(photos.c.id))
    .where(photos.c.report_id == reports.c.id)
    .correlate(reports)
    .scalar_subquery()
)
_WHOLE: Select[Any] = select(
    reports,
    organisations.c.name.label("organisation"),
    organisations.c.structured_only,
    _PHOTO_IDS.label("photo_ids"),
).join_from(reports, organisations)
STANDING: tuple[ColumnElement[bool], ...] = (reports.c.filed_at.is_not(None), reports.c.withdrawn_at.is_(None))
COUNTED: tuple[ColumnElement[bool], ...] = (*STANDING, reports.c.merged_into.is_(None))
# Built once: building a statement costs more than running it.
_BY_ID = _WHOLE.where(reports.c.id == bindparam("report"))
_OF_AUTHOR = (
    reports.c.author_id == bindparam("author"),
    or_(bindparam("in_shift", type_=reports.c.shift_id.type).is_(None), reports.c.shift_id == bindparam("in_shift")),
)
"""Of one shift, if one is named; else of all."""
_CORROBORATIONS = _WHOLE.where(reports.c.merged_into == bindparam("report"), *STANDING).order_by(reports.c.number)
_LATEST = (
    _WHOLE.where(*_OF_AUTHOR, reports.c.discarded_at.is_(None))
    .order_by(reports.c.touched_at.desc(), reports.c.id.desc())
    .limit(1)
)
_LATEST_FILED = _WHOLE.where(*_OF_AUTHOR, *STANDING).order_by(reports.c.number.desc()).limit(1)
_FILED = _WHOLE.where(*_OF_AUTHOR, reports.c.filed_at.is_not(None)).order_by(reports.c.number.desc())
_OPEN_DRAFTS = _WHOLE.where(*_OF_AUTHOR, reports.c.filed_at.is_(None), reports.c.discarded_at.is_(None)).order_by(
    reports.c.id
)
_CHANGE = update(reports).where(reports.c.id == bindparam("b_report")).values(version=reports.c.version + 1)


@dataclass(frozen=True, slots=True)
class Photo:
    id: int
    report: int
    file_id: str


@dataclass(frozen=True, slots=True)
class Note:
    id: int
    report: int
    author: int
    written_at: datetime
    text: str


@asked_once
def by_id(db: Db, report: int) -> Report | None:
    return next(iter(_reports(db, _BY_ID, report=report)), None)


def by_ids(db: Db, ids: Sequence[int]) -> list[Report]:
    """Those reports, in that order."""
    held = {report.id: report for report in _reports(db, _WHOLE.where(reports.c.id.in_(ids)))}
    return [held[report] for report in ids if report in held]


def latest_of(db: Db, author: int, *, shift: int | None = None) -> Report | None:
    """The draft or report that the author touched last and did not throw away; of one shift, if named."""
    return next(iter(_reports(db, _LATEST, author=author, in_shift=shift)), None)


def latest_filed_of(db: Db, author: int, *, shift: int | None = None) -> Report | None:
    return next(iter(_reports(db, _LATEST_FILED, author=author, in_shift=shift)), None)


def filed_by(db: Db, author: int, *, limit: int, offset: int, shift: int | None = None) -> list[Report]:
    return _reports(db, _FILED.limit(limit).offset(offset), author=author, in_shift=shift)


def count_filed_by(db: Db, author: int, *, shift: int | None = None) -> int:
    mine = select(func.count()).select_from(reports).where(*_OF_AUTHOR, reports.c.filed_at.is_not(None))
    return int(db.scalar(mine, {"author": author, "in_shift": shift}) or 0)


def open_drafts_of(db: Db, author: int, *, shift: int | None = None) -> list[Report]:
    return _reports(db, _OPEN_DRAFTS, author=author, in_shift=shift)


def incidents_at(db: Db, sites: Sequence[str], *, since: datetime, category: str | None = None) -> list[Report]:
    """What was sent since then from the sites, the worst and newest first; of one category, if named."""
    kind = () if category is None else (reports.c.category == category,)
    query = _WHOLE.where(*COUNTED, reports.c.filed_at >= since, reports.c.site.in_(sites), *kind)
    return _reports(db, query.order_by(reports.c.severity.desc(), reports.c.number.desc()))


def looked_at(db: Db, author: int, *, since: datetime, limit: int, shift: int | None = None) -> list[Report]:
    """The author's reports that somebody has read or closed since then, what was decided last first."""
    at = func.coalesce(reports.c.closed_at, reports.c.read_at)
    query = _WHOLE.where(*_OF_AUTHOR, *STANDING, at >= since).order_by(at.desc(), reports.c.id.desc()).limit(limit)
    return _reports(db, query, author=author, in_shift=shift)


def filed_between(db: Db, *, starts_at: datetime, ends_at: datetime) -> list[Report]:
    """Reports that stand, by when they happened (when they were filed, if the reporter did not say)."""
    when = func.coalesce(reports.c.happened_at, reports.c.filed_at)
    return _reports(db, _WHOLE.where(*STANDING, when >= starts_at, when < ends_at).order_by(reports.c.number))


def counted_at(db: Db, site: str, place: str, *, since: datetime) -> list[Report]:
    """The incidents reported from a place since then, the newest first."""
    at = (reports.c.site == site, reports.c.place == place, reports.c.filed_at >= since)
    return _reports(db, _WHOLE.where(*COUNTED, *at).order_by(reports.c.number.desc()))


def led_by(db: Db, lead: int) -> list[Report]:
    """The incidents that the push of another report tells of, the oldest first."""
    return _reports(db, _WHOLE.where(*COUNTED, reports.c.lead_id == lead).order_by(reports.c.number))


def near(
    db: Db, *, site: str, starts_at: datetime, ends_at: datetime, place: str | None = None, category: str | None = None
) -> list[Report]:
    """Reports that stand and happened at the site then: from one place or of one category, if named."""
    # Nothing is filed before it happens, and by when it was filed there is an index.
    where = [reports.c.site == site, reports.c.filed_at >= starts_at, reports.c.happened_at.between(starts_at, ends_at)]
    named = {reports.c.place: place, reports.c.category: category}
    where += [column == value for column, value in named.items() if value is not None]
    return _reports(db, _WHOLE.where(*STANDING, *where).order_by(reports.c.number))


def corroborations_of(db: Db, report: int) -> list[Report]:
    """Those that stand among the reports merged into this one, the eldest first."""
    return _reports(db, _CORROBORATIONS, report=report)


def incidents(db: Db, mains: Collection[int]) -> list[Report]:
    """The main reports and all that corroborates them, the eldest first: those that stand."""
    query = _WHOLE.where(*STANDING, or_(reports.c.id.in_(mains), reports.c.merged_into.in_(mains)))
    return _reports(db, query.order_by(reports.c.number))


def merge_all_of(db: Db, report: int, *, into: int) -> None:
    """What corroborated one report corroborates another, which itself stands alone."""
    db.execute(update(reports).where(reports.c.merged_into == report, reports.c.id != into).values(merged_into=into))


def add(db: Db, *, author: int, organisation: int, site: str, now: datetime, **rest: Any) -> int:
    values = {"author_id": author, "organisation_id": organisation, "site": site, "created_at": now, "touched_at": now}
    values |= {"place_skipped": False, "version": 1} | rest
    return keys.add(db, insert(reports), values)


def change(db: Db, report: int, **columns: Any) -> None:
    """Set columns and raise the version."""
    db.execute(_CHANGE, {"b_report": report, **columns})


def next_number(db: Db) -> int:
    return int(db.scalar(select(func.coalesce(func.max(reports.c.number), 0))) or 0) + 1


def add_photo(
    db: Db, report: int, *, file_id: str, file_unique_id: str, album: str | None, now: datetime
) -> int | None:
    """The new photo's id, or None when the report has that photo already."""
    values = {
        "report_id": report,
        "file_id": file_id,
        "file_unique_id": file_unique_id,
        "album": album,
        "added_at": now,
    }
    added = db.execute(upsert(photos).values(values).on_conflict_do_nothing().returning(photos.c.id)).scalar()
    return int(added) if added is not None else None


def remove_photos(db: Db, report: int) -> None:
    db.execute(delete(photos).where(photos.c.report_id == report))


def report_of_album(db: Db, album: str, *, author: int) -> Report | None:
    """The author's report that took in an earlier picture of the same album."""
    held = select(photos.c.report_id).where(photos.c.album == album)
    return next(iter(_reports(db, _WHOLE.where(reports.c.id.in_(held), reports.c.author_id == author))), None)


def photo(db: Db, number: int) -> Photo | None:
    row = db.execute(select(photos).where(photos.c.id == number)).first()
    return Photo(row.id, row.report_id, row.file_id) if row else None


def add_note(db: Db, report: int, *, author: int, text: str, now: datetime) -> int:
    values = {"report_id": report, "author_id": author, "text": text, "written_at": now}
    return keys.add(db, insert(notes), values)


def notes_of(db: Db, report: int) -> list[Note]:
    rows = db.execute(select(notes).where(notes.c.report_id == report).order_by(notes.c.id))
    return [Note(row.id, row.report_id, row.author_id, row.written_at, row.text) for row in rows]


def _reports(db: Db, query: Select[Any], **values: int | None) -> list[Report]:
    return [_report(row) for row in db.execute(query, values)]


_CONVERTED = {"severity", "screen", "close_reason", "position", "photos", "on_rota"}
_SAME = [each.name for each in fields(Report) if each.name in _WHOLE.selected_columns and each.name not in _CONVERTED]
"""What a report calls by the name of its column."""


def _report(row: Row[Any]) -> Report:
    return Report(
        **{name: getattr(row, name) for name in _SAME},
        author=row.author_id,
        severity=None if row.severity is None else Severity(row.severity),
        count=row.how_many,
        position=None if row.latitude is None else Position(row.latitude, row.longitude),
        photos=_numbers(row.photo_ids),
        screen=Screen(row.screen) if row.screen else None,
        shift=row.shift_id,
        lead=row.lead_id,
        on_rota=frozenset(row.on_rota),
        close_reason=CloseReason(row.close_reason) if row.close_reason else None,
    )


def _numbers(joined: str | None) -> tuple[int, ...]:
    return tuple(sorted(int(number) for number in joined.split(","))) if joined else ()
