"""When a phone rings for a report, and when news of another one from there only edits what the phone has already."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from domain import quiet
from domain.people import Person
from domain.reports import Report
from domain.rights import Secrecy
from domain.severity import Severity

REPEATS_WITHIN = timedelta(minutes=60)
"""For how long what is reported from the same place goes into the message about the first."""


def rings_at(reader: Person, *, at_once: bool, now: datetime, zone: ZoneInfo) -> datetime:
    """At once for whoever is on a shift, and if told so; for all others when their quiet hours are over."""
    if at_once or reader.shift is not None:
        return now
    return quiet.hours_of(reader).end_of(now, zone) or now


def repeats(report: Report, lead: Report) -> bool:
    """Whether the report is to be told of in the message about an earlier one, its lead, instead of ringing itself."""
    return lead.counts and not lead.closed_at and lead.lead is None and belongs_with(report, lead)


def belongs_with(report: Report, lead: Report) -> bool:
    """Whether one message can tell of both: what is worse rings, and so does what has other readers.

    Heads-ups stand alone.
    """
    secrecy = Secrecy.of(report)
    if secrecy is Secrecy.HEADS_UP or secrecy is not Secrecy.of(lead):
        return False
    if report.place is None or (report.site, report.place) != (lead.site, lead.place):
        return False
    is_later = report.id != lead.id and _is_soon_after(report.filed_at, lead.filed_at)
    return is_later and severity(report) <= severity(lead)


def severity(report: Report) -> Severity:
    return report.severity or Severity.CALM


def _is_soon_after(moment: datetime | None, first: datetime | None) -> bool:
    return moment is not None and first is not None and timedelta() <= moment - first <= REPEATS_WITHIN
