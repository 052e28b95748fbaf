"""When a card begins with "Ring 112 nu"."""

from datetime import datetime

from domain.reports import CUE_TIME, Report
from domain.severity import Severity
from domain.terms import Cue


def rings_112(report: Report, cue: Cue, *, now: datetime) -> bool:
    """Whether the 112 line comes first: by the category's cue, or whenever the severity is danger to life.

    What ended more than an hour ago shows none: there is nobody left to send help to.
    """
    if report.happened_at is not None and now - report.happened_at > CUE_TIME and not report.ongoing:
        return False
    if cue is Cue.ALWAYS or report.severity is Severity.RED:
        return True
    return cue is Cue.ONGOING and bool(report.ongoing)
