from calendar import monthrange
from datetime import UTC, date, datetime, time, timedelta
from itertools import islice, pairwise, takewhile
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.recurrence import LATE_LIMIT, ON_TIME, BadRule, Decision, LatePolicy, decide_late, next_due, occurrences

ZONE = "Europe/Stockholm"
STOCKHOLM = ZoneInfo(ZONE)
START, END = date(2024, 1, 1), date(2044, 1, 1)
BEFORE = datetime(2023, 12, 30, tzinfo=UTC)

DAILY = "FREQ=DAILY"
MONDAYS = "FREQ=WEEKLY;BYDAY=MO;BYHOUR=8;BYMINUTE=0;BYSECOND=0"
SECOND_THURSDAYS = "FREQ=WEEKLY;INTERVAL=2;BYDAY=TH"
LAST_WEEKDAYS = "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1"


def every_day() -> list[date]:
    return [START + timedelta(days=day) for day in range((END - START).days)]


def is_last_weekday(day: date) -> bool:
    left = monthrange(day.year, day.month)[1] - day.day
    return day.weekday() < 5 and all((day + timedelta(days=ahead)).weekday() >= 5 for ahead in range(1, left + 1))


# Each rule with its time of day and the dates it means, counted out by hand.
RULES = [
    (DAILY, time(2, 30), every_day()),
    (MONDAYS, time(8), [day for day in every_day() if day.weekday() == 0]),
    (SECOND_THURSDAYS, time(9), [day for day in every_day() if (day - date(2024, 1, 4)).days % 14 == 0]),
    (LAST_WEEKDAYS, time(0, 0), [day for day in every_day() if is_last_weekday(day)]),
]
WITH_RULES = pytest.mark.parametrize(("rule", "at", "dates"), RULES, ids=[rule for rule, *_ in RULES])


def over_20_years(rule: str, at: time) -> list[datetime]:
    end = datetime.combine(END, time(), STOCKHOLM)
    return list(takewhile(lambda due: due < end, occurrences(rule, ZONE, datetime.combine(START, at), BEFORE)))


def is_in_spring_gap(local: datetime) -> bool:
    last_sunday = max(day for day in range(25, 32) if date(local.year, 3, day).weekday() == 6)
    return (local.month, local.day, local.hour) == (3, last_sunday, 2)


@WITH_RULES
def test_each_date_of_the_rule_has_exactly_one_occurrence(rule: str, at: time, dates: list[date]) -> None:
    assert [due.astimezone(STOCKHOLM).date() for due in over_20_years(rule, at)] == dates


@WITH_RULES
def test_occurrences_move_forward_and_keep_their_local_time(rule: str, at: time, dates: list[date]) -> None:
    dues = over_20_years(rule, at)
    assert all(earlier < later for earlier, later in pairwise(dues))
    for due, day in zip(dues, dates, strict=True):
        meant = datetime.combine(day, at)
        shown = due.astimezone(STOCKHOLM).replace(tzinfo=None)
        assert shown == (meant + timedelta(hours=1) if is_in_spring_gap(meant) else meant)


@given(
    rule=st.sampled_from(RULES), after=st.datetimes(datetime(2024, 1, 1), datetime(2043, 6, 1), timezones=st.just(UTC))
)
def test_wherever_one_asks_nothing_is_missed(rule: tuple[str, time, list[date]], after: datetime) -> None:
    text, at, dates = rule
    expected = next(due for day in dates if (due := _utc(day, at)) > after)
    assert next_due(text, ZONE, datetime.combine(START, at), after) == expected


@given(
    moved=st.integers(-7200, 7200),
    year=st.integers(2024, 2043),
    at=st.sampled_from([time(1, 59), time(2), time(2, 30), time(3)]),
)
def test_nor_around_the_hours_that_are_skipped_and_doubled(moved: int, year: int, at: time) -> None:
    for month in (3, 10):
        day = next(date(year, month, day) for day in range(31, 24, -1) if date(year, month, day).weekday() == 6)
        after = datetime.combine(day, time(1), UTC) + timedelta(seconds=moved)
        expected = next(due for ahead in (-1, 0, 1) if (due := _utc(day + timedelta(days=ahead), at)) > after)
        assert next_due(DAILY, ZONE, datetime.combine(START, at), after) == expected


def _utc(day: date, at: time) -> datetime:
    return datetime.combine(day, at, STOCKHOLM).astimezone(UTC)


def test_in_spring_half_past_two_is_half_past_three() -> None:
    due = next_due(DAILY, ZONE, datetime(2026, 1, 1, 2, 30), datetime(2026, 3, 29, 0, 45, tzinfo=UTC))
    assert due == datetime(2026, 3, 29, 1, 30, tzinfo=UTC)
    # At 03:15 by the clock, 02:30 is still to come.
    assert next_due(DAILY, ZONE, datetime(2026, 1, 1, 2, 30), datetime(2026, 3, 29, 1, 15, tzinfo=UTC)) == due


def test_in_autumn_the_first_half_past_two_counts_and_the_second_does_not() -> None:
    due = datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    assert next_due(DAILY, ZONE, datetime(2026, 1, 1, 2, 30), due - timedelta(seconds=1)) == due
    assert next_due(DAILY, ZONE, datetime(2026, 1, 1, 2, 30), due) == datetime(2026, 10, 26, 1, 30, tzinfo=UTC)


def test_once_is_a_rule_too() -> None:
    once = "FREQ=DAILY;COUNT=1"
    due = datetime(2026, 11, 23, 13, 0, tzinfo=UTC)
    assert next_due(once, ZONE, datetime(2026, 11, 23, 14), BEFORE) == due
    assert next_due(once, ZONE, datetime(2026, 11, 23, 14), due) is None


@pytest.mark.parametrize("until", ["20261124T070000Z", "20261124T080000"])
def test_a_rule_may_end(until: str) -> None:
    dues = list(occurrences(f"RRULE:FREQ=DAILY;UNTIL={until}", ZONE, datetime(2026, 11, 22, 8), BEFORE))
    assert [due.day for due in dues] == [22, 23, 24]


@pytest.mark.parametrize(
    "rule",
    [
        "",
        "x",
        "FREQ=",
        "FREQ=HOURLY",
        "FREQ=DAILY;BYHOUR=8,17",
        "FREQ=DAILY;INTERVAL=0",
        "FREQ=DAILY;INTERVAL=x",
        "FREQ=WEEKLY;BYDAY=XX",
        "FREQ=DAILY;UNTIL=soonZ",
        "FREQ=DAILY;BYHOUR=25",
        "FREQ=DAILY\nEXDATE:20261122",
        "DTSTART:20260101T000000\nRRULE:FREQ=DAILY",
    ],
)
def test_what_is_no_rule_of_at_most_once_a_day_is_refused(rule: str) -> None:
    with pytest.raises(BadRule):
        next_due(rule, ZONE, datetime(2026, 1, 1, 8), BEFORE)


DUE = datetime(2026, 11, 23, 7, 0, tzinfo=UTC)
WEEK = timedelta(days=7)


@pytest.mark.parametrize("policy", LatePolicy)
def test_what_is_on_time_runs(policy: LatePolicy) -> None:
    assert decide_late(policy, DUE, DUE, DUE + WEEK) is Decision.RUN
    assert decide_late(policy, DUE, DUE + ON_TIME, None) is Decision.RUN


@pytest.mark.parametrize(
    ("policy", "late", "decision"),
    [
        (LatePolicy.SEND_WITHIN_6H, LATE_LIMIT, Decision.RUN),
        (LatePolicy.SEND_WITHIN_6H, LATE_LIMIT + timedelta(seconds=1), Decision.SKIPPED),
        (LatePolicy.MERGE, WEEK - timedelta(seconds=1), Decision.RUN),
        (LatePolicy.MERGE, WEEK, Decision.MERGED),
        (LatePolicy.SKIP, timedelta(minutes=6), Decision.SKIPPED),
    ],
)
def test_what_is_late_follows_its_policy(policy: LatePolicy, late: timedelta, decision: Decision) -> None:
    assert decide_late(policy, DUE, DUE + late, DUE + WEEK) is decision


def test_the_last_of_a_series_is_never_merged() -> None:
    assert decide_late(LatePolicy.MERGE, DUE, DUE + 10 * WEEK, None) is Decision.RUN


@given(days=st.integers(0, 30))
def test_after_an_outage_a_merged_rule_runs_exactly_once(days: int) -> None:
    now = DUE + timedelta(days=days, hours=1)
    dues = list(islice(occurrences(DAILY, ZONE, datetime(2026, 11, 23, 8), DUE - timedelta(seconds=1)), days + 2))
    decisions = [decide_late(LatePolicy.MERGE, due, now, following) for due, following in pairwise(dues)]
    assert decisions == [Decision.MERGED] * days + [Decision.RUN]
