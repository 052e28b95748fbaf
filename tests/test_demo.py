"""The made-up town that the demonstration begins in."""

import tomllib
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import create_engine

from bot import demo
from bot.start import CAST, _next_friday
from domain.redaction import clean
from domain.reports import Report
from storage import Db, delivery, people, reports, triage, vocabulary
from storage.tables import metadata

STOCKHOLM = ZoneInfo("Europe/Stockholm")
FRIDAY = datetime(2026, 11, 27, 13, 0, tzinfo=UTC)


@pytest.fixture
def db() -> Iterator[Db]:
    engine = create_engine("sqlite://")
    metadata.create_all(engine)
    with engine.begin() as connection:
        yield connection
    engine.dispose()


def furnished(db: Db) -> list[Report]:
    assert demo.furnish(db, zone=STOCKHOLM, now=FRIDAY)
    return history(db)


def history(db: Db) -> list[Report]:
    return reports.filed_between(db, starts_at=FRIDAY - timedelta(weeks=9), ends_at=FRIDAY)


def test_somebody_lives_in_each_phone() -> None:
    phones = tomllib.loads(CAST.read_text(encoding="utf-8"))["phone"]
    members = tomllib.loads((demo.DATA / "demo.toml").read_text(encoding="utf-8"))["member"]

    names = {phone["id"]: (f"{phone['first_name']} {phone['last_name']}", phone["language_code"]) for phone in phones}
    assert {member["id"]: (member["name"], member["language"]) for member in members} == names


def test_it_moves_into_an_empty_database_only(db: Db) -> None:
    before = furnished(db)

    assert not demo.furnish(db, zone=STOCKHOLM, now=FRIDAY)
    assert history(db) == before


def test_eight_weeks_lie_behind_it(db: Db) -> None:
    filed = furnished(db)

    days = [report.filed_at for report in filed if report.filed_at]
    assert FRIDAY - timedelta(weeks=8) <= min(days) < FRIDAY - timedelta(weeks=7)
    assert max(days) < FRIDAY
    assert [report.number for report in sorted(filed, key=lambda each: each.filed_at or FRIDAY)] == list(
        range(1, len(filed) + 1)
    )
    assert {report.site for report in filed} == {"overby", "kungsgatan", "resecentrum"}


def test_it_says_only_what_the_vocabulary_has(db: Db) -> None:
    filed = furnished(db)
    words = vocabulary.load(db)

    assert {report.category for report in filed} <= set(words.categories)
    for report in filed:
        assert report.place is None or words.place(report.site, report.place).key == report.place


def test_car_meets_are_a_thing_of_weekend_evenings(db: Db) -> None:
    meets = [report for report in furnished(db) if report.category == "car_meet" and report.happened_at]

    days = Counter(report.happened_at.astimezone(STOCKHOLM).weekday() for report in meets if report.happened_at)
    places = Counter(report.place for report in meets)
    assert days[4] + days[5] > len(meets) * 0.7
    assert places.most_common(1)[0][0] == "norra_p"


def test_no_text_has_personal_data(db: Db) -> None:
    texts = {report.text for report in furnished(db) if report.text}

    assert texts
    assert [text for text in texts if clean(text).text != text] == []


def test_the_inbox_is_alive(db: Db) -> None:
    filed = furnished(db)

    assert [report.category for report in filed if report.read_at is None] == [
        "intoxicated",
        "forewarning",
        "theft",
        "threat",
    ]
    waiting = triage.open_reports(db)
    assert sum(not each.is_read for each in waiting) == 4
    assert 8 <= len(waiting) <= 40
    assert all(report.closed_at >= report.read_at for report in filed if report.closed_at and report.read_at)


def test_each_phone_shows_something(db: Db) -> None:
    furnished(db)

    owed = delivery.due(db, now=FRIDAY, limit=100, not_rows=(), not_chats=())
    kinds: dict[Any, set[str]] = {}
    for each in owed:
        kinds.setdefault(each.person, set()).add(each.kind)
    assert all({"Menu", "Welcome"} <= kinds[member.id] for member in people.members(db))
    assert Counter(each.kind for each in owed)["ReportPush"] == 5


def test_it_is_the_same_each_time(db: Db) -> None:
    first = furnished(db)
    engine = create_engine("sqlite://")
    metadata.create_all(engine)
    with engine.begin() as other:
        second = furnished(other)
    engine.dispose()

    assert first == second


@pytest.mark.parametrize(
    ("now", "friday"),
    [
        (datetime(2026, 11, 22, 12, tzinfo=STOCKHOLM), datetime(2026, 11, 27, 14, tzinfo=STOCKHOLM)),
        (datetime(2026, 11, 27, 13, 59, tzinfo=STOCKHOLM), datetime(2026, 11, 27, 14, tzinfo=STOCKHOLM)),
        (datetime(2026, 11, 27, 14, tzinfo=STOCKHOLM), datetime(2026, 12, 4, 14, tzinfo=STOCKHOLM)),
        (datetime(2026, 10, 24, 12, tzinfo=STOCKHOLM), datetime(2026, 10, 30, 14, tzinfo=STOCKHOLM)),
    ],
    ids=["sunday", "friday at noon", "friday at two", "the clocks change before it"],
)
def test_it_begins_on_the_coming_friday_afternoon(now: datetime, friday: datetime) -> None:
    assert _next_friday(now, STOCKHOLM) == friday
