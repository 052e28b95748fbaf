"""The picture: what the reports of a period say in numbers, and how much of it which reader gets.

Reports are counted once, when the picture is made. What a reader sees is then computed from those of the counts that
they may know, and from nothing else: no total gives away what was left out of it.
"""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Final, TypeVar

from domain import rights
from domain.coverage import Coverage, cover
from domain.people import Person
from domain.periods import Period
from domain.reports import CALM, Report
from domain.rights import Act
from domain.severity import Severity

LEAST_NAMED: Final = 3
"""Fewer than this could single out a person; except for the strategist they are counted without their name."""
K = TypeVar("K")


class Kind(StrEnum):
    """A calendar week that is over, or the seven days until somebody asked."""

    WEEK = "week"
    ASKED = "asked"


class Audience(StrEnum):
    """How much of a site's numbers a reader gets, from everything to totals."""

    WHOLE = "whole"
    STRUCTURED = "structured"
    AGGREGATES = "aggregates"


@dataclass(frozen=True, slots=True)
class Cell:
    """So many reports that are alike. `late`: they came in only after the period they belong to."""

    category: str
    place: str | None
    severity: Severity
    day: date
    duplicate: bool
    late: bool
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteNumbers:
    """A site's counts: of the period, of the one before it, and of what is open by category; with its coverage."""

    now: tuple[Cell, ...] = ()
    before: tuple[Cell, ...] = ()
    open: Mapping[str, int] = field(default_factory=dict)
    coverage: Coverage | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot:
    """A picture as it was when it was made; what comes in later does not change it."""

    id: int
    kind: Kind
    period: Period
    made_at: datetime
    sites: Mapping[str, SiteNumbers]


def count(
    reports: Collection[Report],
    period: Period,
    *,
    open_by_site: Mapping[str, Mapping[str, int]],
    expected: Mapping[str, Mapping[int, int]],
) -> dict[str, SiteNumbers]:
    """Count the reports of the period and of the one before it, site by site, against the shifts expected there."""
    sites = {*open_by_site, *expected, *(report.site for report in reports)}
    at = {site: [report for report in reports if report.site == site] for site in sites}
    return {
        site: SiteNumbers(
            now=_cells(at[site], period),
            before=_cells(at[site], period.before),
            open=open_by_site.get(site, {}),
            coverage=cover(at[site], period.days, expected.get(site, {}), zone=period.zone),
        )
        for site in sites
    }


@dataclass(frozen=True, slots=True)
class Change:
    """This period against the last."""

    now: int
    before: int

    def __add__(self, other: "Change") -> "Change":
        return Change(self.now + other.now, self.before + other.before)


@dataclass(frozen=True, slots=True)
class CategoryLine:
    """`before` is None where the number is too small to be told."""

    category: str
    now: int
    before: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SitePicture:
    """What one reader sees of one site, worst first. `other` counts the incidents whose category is not named."""

    site: str
    incidents: Change
    categories: tuple[CategoryLine, ...]
    other: int
    places: tuple[tuple[str, int], ...]
    severities: tuple[tuple[Severity, int], ...]
    days_reported: int
    shifts: tuple[int, int] | None
    """How many reported, of how many that were expected; None where none are."""
    late: int
    open: int | None

    @property
    def weight(self) -> int:
        """How serious it all was together."""
        return sum(int(level) * number for level, number in self.severities)

    @property
    def is_silent(self) -> bool:
        """Nobody reported, not even that it was quiet."""
        return self.days_reported == 0


def audience_of(person: Person, site: str) -> Audience | None:
    """How much the person may know of the site, or None for nothing."""
    if not rights.may(person, Act.SEE_PICTURE, site=site):
        return None
    roles = person.roles_at(site)
    if roles & rights.STRATEGIST:
        return Audience.WHOLE
    return Audience.STRUCTURED if roles & rights.AT_SITE else Audience.AGGREGATES


def picture_of(site: str, numbers: SiteNumbers, audience: Audience) -> SitePicture:
    """What an audience sees of a site's numbers."""
    now, before = _known(numbers.now, audience), _known(numbers.before, audience)
    incidents = _incidents(now)
    categories = _categories(incidents, _incidents(before), audience)
    total = _sum(incidents)
    single = audience is not Audience.AGGREGATES
    return SitePicture(
        site=site,
        incidents=Change(total, _sum(_incidents(before))),
        categories=categories,
        other=total - sum(line.now for line in categories),
        places=_places(incidents, audience) if single else (),
        severities=_severities(incidents) if single else (),
        days_reported=len({cell.day for cell in now}),
        shifts=_shifts(numbers.coverage, audience),
        late=_sum(cell for cell in before if cell.late),
        open=_open(numbers.open, audience) if single else None,
    )


def worst_first(pictures: Iterable[SitePicture]) -> list[SitePicture]:
    """By how much happened, then by how serious it was; equals stay in the order they came in."""
    return sorted(pictures, key=lambda each: (-each.incidents.now, -each.weight))


def _cells(reports: Iterable[Report], period: Period) -> tuple[Cell, ...]:
    alike = Counter(_kind_of(report, period) for report in reports if period.holds(report.took_place_at))
    return tuple(Cell(*kind, count) for kind, count in alike.items())


def _kind_of(report: Report, period: Period) -> tuple[str, str | None, Severity, date, bool, bool]:
    return (
        report.category or "",
        report.place,
        report.severity or Severity.CALM,
        report.took_place_at.astimezone(period.zone).date(),
        report.merged_into is not None,
        report.filed_at is not None and report.filed_at >= period.ends_at,
    )


def _known(cells: Iterable[Cell], audience: Audience) -> list[Cell]:
    return [cell for cell in cells if audience is Audience.WHOLE or cell.category not in rights.GUARDED]


def _incidents(cells: Iterable[Cell]) -> list[Cell]:
    """A quiet shift is a report but no incident; one that corroborates another was counted already."""
    return [cell for cell in cells if cell.category != CALM and not cell.duplicate]


def _sum(cells: Iterable[Cell]) -> int:
    return sum(cell.count for cell in cells)


def _ranked(cells: Iterable[Cell], key: Callable[[Cell], K]) -> list[tuple[K, int]]:
    """Counts by key: the most first, then the most serious."""
    counts: Counter[K] = Counter()
    weights: Counter[K] = Counter()
    for cell in cells:
        counts[key(cell)] += cell.count
        weights[key(cell)] += cell.count * int(cell.severity)
    return sorted(counts.items(), key=lambda item: (-item[1], -weights[item[0]], str(item[0])))


def _named(number: int, audience: Audience) -> bool:
    return audience is Audience.WHOLE or number >= LEAST_NAMED


def _categories(now: list[Cell], before: list[Cell], audience: Audience) -> tuple[CategoryLine, ...]:
    earlier = dict(_ranked(before, lambda cell: cell.category))
    ranked = _ranked(now, lambda cell: cell.category)
    return tuple(
        CategoryLine(category, number, was if _named(was, audience) else None)
        for category, number in ranked
        for was in [earlier.get(category, 0)]
        if _named(number, audience)
    )


def _places(now: list[Cell], audience: Audience) -> tuple[tuple[str, int], ...]:
    ranked = _ranked(now, lambda cell: cell.place)
    return tuple((place, number) for place, number in ranked if place is not None and _named(number, audience))


def _severities(now: list[Cell]) -> tuple[tuple[Severity, int], ...]:
    counts: Counter[Severity] = Counter()
    for cell in now:
        counts[cell.severity] += cell.count
    return tuple(sorted(counts.items(), reverse=True))


def _shifts(coverage: Coverage | None, audience: Audience) -> tuple[int, int] | None:
    if coverage is None:
        return None
    return coverage.reported if audience is Audience.WHOLE else coverage.reported_openly, coverage.expected


def _open(by_category: Mapping[str, int], audience: Audience) -> int:
    whole = audience is Audience.WHOLE
    return sum(number for category, number in by_category.items() if whole or category not in rights.GUARDED)
