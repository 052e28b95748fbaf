"""What one is to know before a shift: the focus, what is expected, what happened, and what one's reports led to."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from domain import rights
from domain.focuses import Focus
from domain.people import Person
from domain.reports import CALM, FOREWARNING, Report
from domain.rights import Act, Case
from domain.shifts import only_shift
from services import cases
from storage import Db, focuses, reports, vocabulary

RECENT = timedelta(hours=24)
AHEAD = timedelta(days=7)
"""How long what was told beforehand is still ahead."""
LOOKING_BACK = timedelta(days=7)
MOST_FOCUSES = 3
MOST_HEADS_UPS = 3
MOST_RECENT = 7
MOST_OUTCOMES = 5
"""What one reads standing; with the longest names it fits one message."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """An own report that was read or closed; `answered` when its reader also wrote back."""

    report: Report
    answered: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """Only what this reader may know. `more` is how many reports of the last day there was no room for."""

    focuses: tuple[Focus, ...] = ()
    heads_ups: tuple[Report, ...] = ()
    recent: tuple[Report, ...] = ()
    more: int = 0
    outcomes: tuple[Outcome, ...] = ()

    @property
    def is_empty(self) -> bool:
        return not (self.focuses or self.heads_ups or self.recent or self.outcomes)


def of(db: Db, reader: Person, *, now: datetime) -> Told:
    """The briefing of this moment; empty for those who get none."""
    if not rights.may(reader, Act.SEE_BRIEFING):
        return Told()
    sites = [site.key for site in vocabulary.load(db).own_sites if rights.may(reader, Act.SEE_BRIEFING, site=site.key)]
    standing = focuses.standing(db, now=now)
    ahead = reports.incidents_at(db, sites, since=now - AHEAD, category=FOREWARNING)
    happened = _known(db, reader, _happened(db, sites, now=now), now=now)
    return Told(
        focuses=tuple(standing[site] for site in sites if site in standing)[:MOST_FOCUSES],
        heads_ups=tuple(_known(db, reader, (each for each in ahead if each.closed_at is None), now=now))[
            :MOST_HEADS_UPS
        ],
        recent=tuple(happened[:MOST_RECENT]),
        more=max(0, len(happened) - MOST_RECENT),
        outcomes=tuple(_outcomes(db, reader, now=now)),
    )


def _happened(db: Db, sites: list[str], *, now: datetime) -> list[Report]:
    found = reports.incidents_at(db, sites, since=now - RECENT)
    return [report for report in found if report.category not in (CALM, FOREWARNING)]


def _known(db: Db, reader: Person, found: Iterable[Report], *, now: datetime) -> list[Report]:
    """Those that the reader may know of. Releases and the rota are looked up only where nothing else lets them."""
    return [
        report
        for report in found
        if rights.may_know(reader, Case(report)) or rights.may_know(reader, cases.of(db, report, now=now))
    ]


def _outcomes(db: Db, reader: Person, *, now: datetime) -> list[Outcome]:
    mine = reports.looked_at(db, reader.id, since=now - LOOKING_BACK, limit=MOST_OUTCOMES, shift=only_shift(reader))
    return [Outcome(report, bool(reports.notes_of(db, report.id))) for report in mine]
