"""What is changed in a report after it was sent: history keeps what each field said before and says since."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from domain.reports import Report, Screen
from domain.rights import Secrecy

RINGING_TIME = timedelta(hours=24)
"""How long after sending a correction still rings for those who should have been told: older news is no alarm."""


class Field(StrEnum):
    """What a report says, one thing at a time."""

    SITE = "site"
    PLACE = "place"
    CATEGORY = "category"
    SEVERITY = "severity"
    WHEN = "when"
    COUNT = "count"
    ONGOING = "ongoing"
    TEXT = "text"
    PHOTOS = "photos"
    POSITION = "position"


ASKED: Mapping[Screen, Field] = {
    Screen.SITE: Field.SITE,
    Screen.CATEGORY: Field.CATEGORY,
    Screen.MORE: Field.CATEGORY,
    Screen.PLACE: Field.PLACE,
    Screen.SEVERITY: Field.SEVERITY,
    Screen.WHEN: Field.WHEN,
    Screen.COUNT: Field.COUNT,
}
"""The questions of a draft that a correction asks as well, and which field they are about."""
ATTACHED = frozenset({Field.TEXT, Field.PHOTOS, Field.POSITION})
"""What only those who may read the text may see or correct."""
DECIDES_WHO_IS_TOLD = frozenset({Field.SITE, Field.CATEGORY, Field.SEVERITY})

YES, NO = "yes", "no"
_AT = ":"


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One field of a report, as it was and as it became; None is nothing said."""

    person: int
    at: datetime
    field: Field
    before: str | None
    after: str | None


def told(report: Report) -> Mapping[Field, str | None]:
    """All that a report says, as history keeps it: our own keys and numbers, and the author's text."""
    return {
        Field.SITE: report.site,
        Field.PLACE: f"{report.site}{_AT}{report.place}" if report.place else None,
        Field.CATEGORY: report.category,
        Field.SEVERITY: None if report.severity is None else str(int(report.severity)),
        Field.WHEN: report.happened_at.isoformat() if report.happened_at else None,
        Field.COUNT: report.count,
        Field.ONGOING: None if report.ongoing is None else (NO, YES)[report.ongoing],
        Field.TEXT: report.text,
        Field.PHOTOS: str(len(report.photos)) if report.photos else None,
        Field.POSITION: YES if report.position else None,
    }


def differences(before: Report, after: Report) -> Mapping[Field, tuple[str | None, str | None]]:
    """What has changed between two states of one report."""
    then, since = told(before), told(after)
    return {field: (then[field], since[field]) for field in Field if then[field] != since[field]}


def ends_releases(before: Report, after: Report) -> bool:
    """Whether a release ends: it was for people of that site, of that text, and of nothing that was guarded so."""
    is_another = (before.site, before.text) != (after.site, after.text)
    return is_another or Secrecy.of(after) not in (Secrecy.of(before), Secrecy.OPEN)


def place_of(kept: str) -> tuple[str, str]:
    """The site and the place that history kept together, since a place's key is known at its site only."""
    site, _, place = kept.partition(_AT)
    return site, place
