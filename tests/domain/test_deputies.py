"""For how long somebody stands in: whole days by the clocks on the wall."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.deputies import DAYS_OFFERED, Start, period

STOCKHOLM = ZoneInfo("Europe/Stockholm")
FRIDAY = datetime(2026, 11, 27, 15, 0, tzinfo=STOCKHOLM)


def local(year: int, month: int, day: int) -> datetime:
    return datetime(year, month, day, tzinfo=STOCKHOLM)


@pytest.mark.parametrize(
    ("start", "days", "starts", "ends"),
    [
        (Start.NOW, 1, FRIDAY, local(2026, 11, 28)),
        (Start.NOW, 7, FRIDAY, local(2026, 12, 4)),
        (Start.TOMORROW, 1, local(2026, 11, 28), local(2026, 11, 29)),
        (Start.MONDAY, 5, local(2026, 11, 30), local(2026, 12, 5)),
    ],
)
def test_days_are_whole_and_begin_at_midnight(start: Start, days: int, starts: datetime, ends: datetime) -> None:
    assert period(start, days, now=FRIDAY.astimezone(UTC), zone=STOCKHOLM) == (starts, ends)


@given(st.datetimes(datetime(2026, 1, 1), datetime(2027, 12, 31), timezones=st.just(UTC)), st.sampled_from(Start))
def test_it_lasts_about_as_long_as_was_said(now: datetime, start: Start) -> None:
    for days in DAYS_OFFERED:
        starts_at, ends_at = period(start, days, now=now, zone=STOCKHOLM)
        assert now <= starts_at < ends_at
        assert starts_at.tzinfo is ends_at.tzinfo is UTC
        assert timedelta(days=days - 1) - timedelta(hours=1) <= ends_at - starts_at <= timedelta(days=days, hours=1)
        assert ends_at.astimezone(STOCKHOLM).hour == 0
