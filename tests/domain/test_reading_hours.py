from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.reading_hours import ReadingHours, Span

WEEKDAYS = ReadingHours.parse("Mon-Fri 08:00-16:30")
SATURDAY_NIGHT = datetime(2026, 11, 21, 23, 41)
MOMENTS = st.datetimes(min_value=datetime(2020, 1, 1), max_value=datetime(2040, 1, 1))


def test_hours_are_structured_so_that_a_locale_can_word_them() -> None:
    assert WEEKDAYS.spans == (Span(first=0, last=4, opens=time(8), closes=time(16, 30)),)


def test_saturday_night_is_read_on_monday_morning() -> None:
    assert WEEKDAYS.next_reading(SATURDAY_NIGHT) == datetime(2026, 11, 23, 8, 0)


@pytest.mark.parametrize(
    ("now", "read"),
    [
        (datetime(2026, 11, 20, 7, 59), datetime(2026, 11, 20, 8, 0)),
        (datetime(2026, 11, 20, 8, 0), datetime(2026, 11, 20, 8, 0)),
        (datetime(2026, 11, 20, 16, 29, 59), datetime(2026, 11, 20, 16, 29, 59)),
        (datetime(2026, 11, 20, 16, 30), datetime(2026, 11, 23, 8, 0)),
    ],
)
def test_the_edges_of_a_friday(now: datetime, read: datetime) -> None:
    assert WEEKDAYS.next_reading(now) == read


def test_a_single_day_comes_round_after_a_week() -> None:
    assert ReadingHours.parse("Sat 10:00-11:00").next_reading(SATURDAY_NIGHT) == datetime(2026, 11, 28, 10, 0)


def test_several_spans_and_a_span_over_the_end_of_the_week() -> None:
    hours = ReadingHours.parse("Tue-Fri 08:00-16:00, Sat-Mon 12:00-13:00")
    assert hours.next_reading(datetime(2026, 11, 20, 17, 0)) == datetime(2026, 11, 21, 12, 0)
    assert hours.next_reading(datetime(2026, 11, 23, 13, 0)) == datetime(2026, 11, 24, 8, 0)


def test_the_time_zone_is_kept() -> None:
    zone = ZoneInfo("Europe/Stockholm")
    assert WEEKDAYS.next_reading(SATURDAY_NIGHT.replace(tzinfo=zone)) == datetime(2026, 11, 23, 8, 0, tzinfo=zone)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "08:00-16:30",
        "Mon 8-16",
        "mon-fri 08:00-16:30",
        "Mon-Fri 16:30-08:00",
        "Mon 08:00-08:00",
        "Mon-Fri 08:00-24:00",
        "Xyz 08:00-09:00",
        "Mon-Fri 08:00-16:30,",
    ],
)
def test_anything_else_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="not reading hours"):
        ReadingHours.parse(text)


@given(now=MOMENTS)
def test_somebody_reads_within_a_weekend_and_never_in_the_past(now: datetime) -> None:
    read = WEEKDAYS.next_reading(now)
    assert now <= read <= now + timedelta(days=3)
    assert read.weekday() < 5
    assert time(8) <= read.time() < time(16, 30)


@given(now=MOMENTS)
def test_the_next_reading_stays_the_next_until_it_comes(now: datetime) -> None:
    read = WEEKDAYS.next_reading(now)
    assert WEEKDAYS.next_reading(now + (read - now) / 2) <= read
