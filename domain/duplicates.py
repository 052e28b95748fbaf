"""Several reports of one incident: the main one, and those that corroborate it."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from domain.reports import CALM, Report
from domain.rights import GUARDED, Secrecy
from domain.severity import Severity

DUPLICATE_WINDOW = timedelta(minutes=30)
"""How far apart two reports from one place may be for their author to be asked whether they are the same."""
MERGE_WINDOW = timedelta(hours=2)
"""How far apart two reports from one site may be for the strategist to be offered to merge them."""


@dataclass(frozen=True, slots=True)
class Incident:
    """A report that is not merged into another, and the standing ones that corroborate it, the eldest first."""

    main: Report
    corroborations: tuple[Report, ...] = ()

    @property
    def reports(self) -> tuple[Report, ...]:
        return (self.main, *self.corroborations)

    @property
    def seen_by(self) -> int:
        """How many people told of it."""
        return len({each.teller for each in self.reports})

    @property
    def worst(self) -> Severity:
        return max((each.severity or Severity.CALM for each in self.reports), default=Severity.CALM)

    def others_than(self, report: Report) -> int:
        """How many people told of it besides the one who tells this."""
        return len({each.teller for each in self.reports} - {report.teller})

    def is_worsened_by(self, report: Report) -> bool:
        """Whether one of its corroborations says worse than the main report and all that came before it."""
        before = [each.severity or Severity.CALM for each in self.reports if _number(each) < _number(report)]
        return (report.severity or Severity.CALM) > max(before, default=Severity.CALM)


def may_be_another(draft: Report) -> bool:
    """Whether to ask if somebody else's report is the same: not of what is guarded, which would give itself away."""
    return draft.place is not None and not draft.is_another and draft.category not in (None, CALM, *GUARDED)


def may_merge(report: Report, other: Report) -> bool:
    """Whether both can be one incident: a merge lets nobody know of what is guarded."""
    both_stand = report.stands and other.stands and report.id != other.id and report.site == other.site
    return both_stand and Secrecy.of(report) is Secrecy.of(other) and CALM not in (report.category, other.category)


def happened(report: Report) -> datetime:
    """When it happened; a draft that says nothing of it, when its author touched it last."""
    return report.happened_at or report.touched_at


def _number(report: Report) -> int:
    return report.number or 0
