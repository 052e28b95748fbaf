"""The reports of a place and hour, handled together: opened one after the other, or read at once and closed at once."""

from dataclasses import dataclass
from datetime import datetime

from domain import rights
from domain.pages import nearest
from domain.people import Person
from domain.reports import CloseReason, Report
from domain.rights import Act
from domain.views import Inbox, ReportGroup
from services import acts, cases, inbox, triage
from services.triage import Seen
from storage import Db
from storage import reports as store

PART = 6
"""Reports that are read at once: with their texts they must fit one message."""


@dataclass(frozen=True, slots=True)
class Together:
    """What was shown of a group: `parts` is how many times as much there is, by what is open now."""

    seen: tuple[Seen, ...]
    part: int
    parts: int


def open_group(db: Db, reader: Person, *, report: int, page: int, now: datetime, card: int | None) -> None:
    """Open the first unread report of the report's group, or the worst when all are read."""
    held = inbox.group_of(db, reader, _triaged(db, reader, report, now=now))
    first = next((each for each in held if not each.is_read), held[0] if held else None)
    if first is None:
        acts.turn(db, reader, Inbox(page), card=card, now=now)
    else:
        triage.open_report(db, reader, report=first.id, page=page, now=now, card=card)


def read(
    db: Db, reader: Person, *, report: int, now: datetime, card: int | None, part: int = 0, page: int | None = None
) -> None:
    """Show what is open in the report's group with shortened texts; each is logged as opened, and is read."""
    back = _page(db, reader, card) if page is None else page
    held = inbox.group_of(db, reader, _triaged(db, reader, report, now=now))
    if not held:
        acts.turn(db, reader, Inbox(back), card=card, now=now)
        return
    part = min(max(part, 0), (len(held) - 1) // PART)
    shown = store.by_ids(db, [each.id for each in held[part * PART : (part + 1) * PART]])
    for each in shown:
        triage.look(db, reader, cases.of(db, each, now=now), now=now)
    acts.turn(db, reader, ReportGroup(tuple(each.id for each in shown), part, back), card=card, now=now)


def together(db: Db, reader: Person, view: ReportGroup, *, now: datetime) -> Together:
    """The reports that a card shows, as far as the reader may know of them still."""
    rights.require(reader, Act.TRIAGE)
    seen = tuple(triage.see(db, reader, report, now=now) for report in view.reports)
    held = inbox.group_of(db, reader, seen[0].report)
    return Together(seen, view.part, nearest(view.part, len(held), size=PART)[1])


def close(db: Db, reader: Person, *, report: int, now: datetime, card: int | None) -> int:
    """Close exactly what the card shows of the report's group, and go on with what is left of it. Returns how many.

    What arrived meanwhile stays open, and so does everything when the card shows something else by then.
    """
    first = _triaged(db, reader, report, now=now)
    shown = acts.shown(db, reader, card=card)
    if not isinstance(shown, ReportGroup) or report != shown.reports[0]:
        return 0
    theirs = (each for each in store.by_ids(db, shown.reports) if rights.may(reader, Act.TRIAGE, site=each.site))
    held = [each for each in theirs if each.counts]
    closed = [triage.shut(db, reader, each, reason=CloseReason.NOTED, now=now) for each in held]
    read(db, reader, report=first.id, part=shown.part, page=shown.page, now=now, card=card)
    return sum(closed)


def _page(db: Db, reader: Person, card: int | None) -> int:
    return getattr(acts.shown(db, reader, card=card), "page", None) or 0


def _triaged(db: Db, reader: Person, report: int, *, now: datetime) -> Report:
    found = cases.known(db, reader, report, now=now).report
    rights.require(reader, Act.TRIAGE, site=found.site)
    return found
