"""Quiet hours, over midnight and over the days on which the clocks change."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from domain.quiet import OFF, OFFERED, USUAL, QuietHours

STOCKHOLM = ZoneInfo("Europe/Stockholm")
hours = st.integers(0, 23)
moments = st.datetimes(datetime(2026, 1, 1), datetime(2028, 1, 1), timezones=st.just(UTC))


def local(day: int, month: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, month, day, hour, minute, tzinfo=STOCKHOLM).astimezone(UTC)


@pytest.mark.parametrize(
    ("moment", "ends"),
    [
        (local(27, 11, 21, 59), None),
        (local(27, 11, 22), local(28, 11, 7)),
        (local(28, 11, 2), local(28, 11, 7)),
        (local(28, 11, 6, 59), local(28, 11, 7)),
        (local(28, 11, 7), None),
        (local(28, 3, 23), local(29, 3, 7)),
        (local(24, 10, 23), local(25, 10, 7)),
    ],
)
def test_usually_a_phone_is_left_alone_from_ten_to_seven(moment: datetime, ends: datetime | None) -> None:
    assert USUAL.end_of(moment, STOCKHOLM) == ends


def test_the_night_is_an_hour_shorter_in_spring_and_longer_in_autumn() -> None:
    starts = [local(28, 3, 22), local(24, 10, 22)]
    ends = [USUAL.end_of(each, STOCKHOLM) for each in starts]
    assert ends == [starts[0] + timedelta(hours=8), starts[1] + timedelta(hours=10)]


@given(hours, hours, moments)
@example(22, 2, local(28, 3, 23))
@example(2, 3, local(25, 10, 1, 30) + timedelta(hours=1))
@example(1, 3, local(29, 3, 1, 30))
def test_quiet_holds_until_its_end_and_not_at_it(starts: int, ends: int, moment: datetime) -> None:
    quiet = QuietHours(starts, ends)
    end = quiet.end_of(moment, STOCKHOLM)
    if end is None:
        return
    assert moment < end <= moment + timedelta(hours=25)
    assert quiet.end_of(end, STOCKHOLM) is None
    assert quiet.end_of(end - timedelta(minutes=1), STOCKHOLM) == end


@given(hours, hours, moments)
def test_it_is_quiet_by_the_clock_on_the_wall(starts: int, ends: int, moment: datetime) -> None:
    hour = moment.astimezone(STOCKHOLM).hour
    within = starts <= hour < ends if starts <= ends else hour >= starts or hour < ends
    assert (QuietHours(starts, ends).end_of(moment, STOCKHOLM) is not None) == within


@given(moments)
def test_who_wants_none_has_none(moment: datetime) -> None:
    assert OFF in OFFERED
    assert OFF.end_of(moment, STOCKHOLM) is None
