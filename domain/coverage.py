"""Coverage: how many of the shifts that were expected at a site told us anything, if only that it was quiet.

It is counted for a site, never for a guard or an organisation.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from domain import rights
from domain.reports import Report

MOST_SHIFTS = 6
"""As many shifts as an organisation can be expected to work at one site on one day."""
MONDAY, WEEKDAYS = 0, 7


@dataclass(frozen=True, slots=True)
class Coverage:
    """Of the shifts that were expected, so many reported; `reported_openly` leaves out what is guarded."""

    expected: int
    reported: int
    reported_openly: int


def cover(
    reports: Iterable[Report], days: Sequence[date], expected: Mapping[int, int], *, zone: ZoneInfo
) -> Coverage | None:
    """Coverage on those days, with the shifts expected by weekday; None where none are.

    A shift counts once, on the day of its first report. More than were expected on a day do not make up for another.
    """
    wanted = {day: expected.get(day.weekday(), 0) for day in days}
    if not any(wanted.values()):
        return None
    of_shifts = [report for report in reports if report.shift is not None]
    openly = [report for report in of_shifts if report.category not in rights.GUARDED]
    return Coverage(sum(wanted.values()), _reported(of_shifts, wanted, zone), _reported(openly, wanted, zone))


def _reported(reports: Iterable[Report], wanted: Mapping[date, int], zone: ZoneInfo) -> int:
    began: dict[int | None, date] = {}
    for report in reports:
        day = report.took_place_at.astimezone(zone).date()
        began[report.shift] = min(day, began.get(report.shift, day))
    by_day = Counter(began.values())
    return sum(min(by_day[day], number) for day, number in wanted.items())
