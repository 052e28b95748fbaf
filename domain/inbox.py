"""The inbox: what is open, grouped by place and hour, so that a night is read as what happened and not as a list."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from domain.reports import CALM
from domain.severity import Severity


@dataclass(frozen=True, slots=True)
class Spot:
    """A place and the hour of its clocks in which something happened there."""

    site: str
    place: str | None
    hour: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """An open report or an unread +1, as much of it as the inbox needs; `at` is when it happened."""

    id: int
    site: str
    place: str | None
    category: str
    severity: Severity
    at: datetime
    is_read: bool

    @property
    def is_calm(self) -> bool:
        return self.category == CALM

    def spot(self, zone: ZoneInfo) -> Spot:
        return Spot(self.site, self.place, hour_of(self.at, zone))


@dataclass(frozen=True, slots=True)
class Group:
    """The open reports of one spot, the worst first and then in the order in which they came."""

    spot: Spot
    reports: tuple[Waiting, ...]

    @property
    def first(self) -> Waiting:
        """The one to open: what is unread goes before what is read."""
        return next((each for each in self.reports if not each.is_read), self.reports[0])

    @property
    def unread(self) -> int:
        return sum(not each.is_read for each in self.reports)

    @property
    def worst(self) -> Severity:
        return self.reports[0].severity


def hour_of(moment: datetime, zone: ZoneInfo) -> datetime:
    """When the hour began by the zone's clocks; the hour that comes twice in autumn is two."""
    local = moment.astimezone(zone).replace(minute=0, second=0, microsecond=0)
    return local.astimezone(moment.tzinfo)


def grouped(waiting: Iterable[Waiting], zone: ZoneInfo) -> list[Group]:
    """The incidents by spot: those with something unread first, then the worst, then the newest."""
    held: dict[Spot, list[Waiting]] = {}
    for each in waiting:
        held.setdefault(each.spot(zone), []).append(each)
    groups = [Group(spot, tuple(sorted(reports, key=_worst_first))) for spot, reports in held.items()]
    return sorted(groups, key=_first_things_first)


def _worst_first(report: Waiting) -> tuple[int, int]:
    return -report.severity, report.id


def _first_things_first(group: Group) -> tuple[bool, int, float, str, str]:
    spot = group.spot
    return not group.unread, -group.worst, -spot.hour.timestamp(), spot.site, spot.place or ""
