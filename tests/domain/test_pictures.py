"""What the numbers say, and to whom."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from domain.periods import DAYS, Period, seven_days_until, week_before
from domain.pictures import LEAST_NAMED, Audience, SitePicture, count, picture_of, worst_first
from domain.reports import CALM, Report
from domain.rights import GUARDED
from domain.severity import Severity

STOCKHOLM = ZoneInfo("Europe/Stockholm")
WEEK = week_before(datetime(2026, 11, 30, 7, tzinfo=UTC), STOCKHOLM)
EXPECTED = dict.fromkeys(range(7), 2)
"""Shifts by weekday: fourteen in a week."""
OPEN = ("car_meet", "theft", "violence", "noise", CALM)
moments = st.datetimes(datetime(2020, 1, 1), datetime(2040, 1, 1), timezones=st.just(UTC))


def a_report(**facts: object) -> Report:
    """Filed in the middle of the week, unless the facts say otherwise."""
    filed = WEEK.starts_at + timedelta(days=3)
    usual = {"category": "car_meet", "severity": Severity.YELLOW, "place": "norra_p", "filed_at": filed}
    base = {"id": 1, "author": 1, "organisation": "Trygg", "site": "overby", "version": 1}
    return Report(**{**base, "created_at": filed, "touched_at": filed, "happened_at": filed, **usual, **facts})  # type: ignore[arg-type]


some_reports = st.lists(
    st.builds(
        a_report,
        category=st.sampled_from((*OPEN, *sorted(GUARDED))),
        severity=st.sampled_from(Severity),
        place=st.sampled_from(("norra_p", "entre_a", "maxi", None)),
        merged_into=st.none() | st.just(1),
        shift=st.none() | st.integers(1, 9),
        happened_at=st.floats(-7, 6.99).map(lambda days: WEEK.starts_at + timedelta(days=days)),
    ),
    max_size=60,
)
audiences = st.sampled_from(Audience)


def seen_by(audience: Audience, reports: Sequence[Report], *, period: Period = WEEK) -> SitePicture:
    still_open = {"overby": dict.fromkeys({report.category or "" for report in reports}, 1)}
    numbers = count(reports, period, open_by_site=still_open, expected={"overby": EXPECTED})
    return picture_of("overby", numbers["overby"], audience)


@given(some_reports)
def test_every_incident_is_counted_once(reports: list[Report]) -> None:
    seen = seen_by(Audience.WHOLE, reports)

    incidents = [each for each in reports if each.category != CALM and each.merged_into is None]
    assert seen.incidents.now + seen.incidents.before == len(incidents)
    assert sum(line.now for line in seen.categories) + seen.other == seen.incidents.now
    assert sum(number for _, number in seen.severities) == seen.incidents.now
    assert seen.days_reported <= DAYS


@given(some_reports, st.sampled_from((Audience.STRUCTURED, Audience.AGGREGATES)))
def test_what_is_guarded_changes_nothing_for_others(reports: list[Report], audience: Audience) -> None:
    unguarded = [report for report in reports if report.category not in GUARDED]

    with_all = seen_by(audience, [*reports, a_report(category=CALM)])
    without = seen_by(audience, [*unguarded, a_report(category=CALM)])

    assert with_all == without


@given(some_reports, st.sampled_from((Audience.STRUCTURED, Audience.AGGREGATES)))
def test_nothing_below_three_has_a_name_for_others(reports: list[Report], audience: Audience) -> None:
    seen = seen_by(audience, [*reports, a_report(category=CALM)])

    named = [line.now for line in seen.categories] + [number for _, number in seen.places]
    told_before = [line.before for line in seen.categories if line.before is not None]
    assert all(number >= LEAST_NAMED for number in [*named, *told_before])


@given(some_reports, audiences)
def test_the_worst_comes_first(reports: list[Report], audience: Audience) -> None:
    seen = seen_by(audience, [*reports, a_report(category=CALM)])

    for counts in ([line.now for line in seen.categories], [number for _, number in seen.places]):
        assert counts == sorted(counts, reverse=True)


@given(some_reports, st.randoms(use_true_random=False))
def test_the_order_of_reports_does_not_matter(reports: list[Report], chance: object) -> None:
    shuffled = list(reports)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]

    calm = a_report(category=CALM)
    assert seen_by(Audience.WHOLE, [*shuffled, calm]) == seen_by(Audience.WHOLE, [*reports, calm])


@given(moments)
def test_a_week_is_seven_days_of_the_calendar_and_over(moment: datetime) -> None:
    week = week_before(moment, STOCKHOLM)

    starts, ends = week.starts_at.astimezone(STOCKHOLM), week.ends_at.astimezone(STOCKHOLM)
    assert (starts.weekday(), starts.hour, ends.weekday(), ends.hour) == (0, 0, 0, 0)
    assert (ends.date() - starts.date()).days == DAYS
    assert week.ends_at <= moment < week.ends_at + timedelta(days=DAYS, hours=1)
    assert week.before.ends_at == week.starts_at


@given(moments)
def test_the_last_seven_days_end_now_and_touch_seven_dates(moment: datetime) -> None:
    period = seven_days_until(moment, STOCKHOLM)

    first, last = period.starts_at.astimezone(STOCKHOLM), moment.astimezone(STOCKHOLM)
    assert (last.date() - first.date()).days == DAYS - 1
    assert (first.hour, first.minute) == (0, 0)
    assert period.before.starts_at < period.before.ends_at <= period.starts_at


def test_a_quiet_shift_is_a_report_but_no_incident() -> None:
    seen = seen_by(Audience.STRUCTURED, [a_report(category=CALM, severity=Severity.CALM)])

    assert (seen.incidents.now, seen.days_reported, seen.is_silent) == (0, 1, False)


def test_a_site_without_a_report_is_silent() -> None:
    seen = seen_by(Audience.STRUCTURED, [a_report(happened_at=WEEK.starts_at - timedelta(days=1))])

    assert seen.is_silent
    assert seen.incidents.before == 1


def test_a_report_that_came_after_its_week_was_over_is_late() -> None:
    happened = WEEK.starts_at - timedelta(hours=1)
    seen = seen_by(
        Audience.STRUCTURED, [a_report(happened_at=happened), a_report(happened_at=happened, filed_at=happened)]
    )

    assert seen.late == 1


def test_of_two_sites_with_as_many_incidents_the_more_serious_is_worse() -> None:
    mild = seen_by(Audience.STRUCTURED, [a_report()])
    serious = seen_by(Audience.STRUCTURED, [a_report(severity=Severity.RED)])

    assert worst_first([mild, serious]) == [serious, mild]


def test_the_night_the_clocks_go_back_belongs_to_one_day() -> None:
    autumn = week_before(datetime(2026, 10, 26, 7, tzinfo=UTC), STOCKHOLM)
    twice = [datetime(2026, 10, 25, hour, 30, tzinfo=UTC) for hour in (0, 1)]

    seen = seen_by(Audience.WHOLE, [a_report(happened_at=moment) for moment in twice], period=autumn)

    assert (seen.incidents.now, seen.days_reported) == (2, 1)


@given(some_reports)
def test_coverage_is_never_more_than_what_was_expected_or_what_reported(reports: list[Report]) -> None:
    reported, expected = seen_by(Audience.WHOLE, reports).shifts or (0, 0)
    openly, _ = seen_by(Audience.STRUCTURED, reports).shifts or (0, 0)
    told = {report.shift for report in reports if report.shift}

    assert expected == 14
    assert reported <= min(expected, len(told))
    assert openly <= min(expected, len(told))


def test_a_shift_counts_once_however_much_it_reports_and_over_midnight_too() -> None:
    evening = WEEK.starts_at + timedelta(hours=23)
    same = [a_report(shift=1, happened_at=evening + timedelta(hours=hours)) for hours in range(4)]

    assert seen_by(Audience.WHOLE, same).shifts == (1, 14)


def test_a_shift_of_the_week_before_does_not_count_again() -> None:
    before = WEEK.starts_at - timedelta(minutes=30)
    same = [a_report(shift=1, happened_at=moment) for moment in (before, WEEK.starts_at + timedelta(minutes=30))]

    assert seen_by(Audience.WHOLE, same).shifts == (0, 14)


def test_three_on_one_day_do_not_make_up_for_a_day_without_any() -> None:
    assert seen_by(Audience.WHOLE, [a_report(shift=each) for each in (1, 2, 3)]).shifts == (2, 14)


def test_a_report_outside_all_shifts_covers_none() -> None:
    assert seen_by(Audience.WHOLE, [a_report()]).shifts == (0, 14)


def test_where_no_shifts_are_expected_there_is_no_coverage() -> None:
    numbers = count([a_report(shift=1)], WEEK, open_by_site={}, expected={})

    assert picture_of("overby", numbers["overby"], Audience.WHOLE).shifts is None
