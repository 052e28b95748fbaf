"""The picture, from a silent week to one that no phone should have to show, and how the bot itself is doing."""

from collections.abc import Mapping
from itertools import cycle

from domain.coverage import Coverage
from domain.periods import week_before
from domain.pictures import Cell, Kind, SiteNumbers
from domain.reports import CALM
from domain.sending import Priority, State
from domain.severity import Severity
from domain.views import Digest, Help, Status
from services import digests, drafts, reports
from storage import delivery, inbox, outbox, vocabulary
from storage import digests as store
from storage.delivery import Settled
from storage.inbox import Incoming
from tests.cards.case import case
from tests.cards.stage import ZONE, Stage

TROUBLE = (State.SENDING, State.UNKNOWN, State.UNREACHABLE, State.FAILED)


@case
def the_picture_of_a_silent_week(stage: Stage) -> None:
    for kind in Kind:
        stage.look(_picture(stage, kind, {}))


@case
def the_picture_of_a_quiet_week(stage: Stage) -> None:
    for kind in Kind:
        stage.look(_picture(stage, kind, {"overby": SiteNumbers(now=(_cell(stage, CALM, 1, Severity.CALM),))}))


@case
def the_picture_of_a_week_with_shifts_expected(stage: Stage) -> None:
    calm = (_cell(stage, CALM, 1, Severity.CALM),)
    half, none = Coverage(14, 9, 8), Coverage(14, 0, 0)
    sites = {"overby": SiteNumbers(now=calm, coverage=half), "kungsgatan": SiteNumbers(coverage=none)}
    stage.look(_picture(stage, Kind.WEEK, sites))


@case
def the_picture_of_few_and_many(stage: Stage) -> None:
    for now, before in ((0, 1), (1, 0), (1, 2), (2, 1), (2, 2), (3, 5), (5, 3), (99_999, 0), (0, 99_999)):
        theft = _cell(stage, "theft", now, Severity.YELLOW)
        earlier = _cell(stage, "theft", before, Severity.ORANGE, late=True)
        numbers = SiteNumbers(now=(theft,) * bool(now), before=(earlier,) * bool(before), open={"theft": now})
        stage.look(_picture(stage, Kind.WEEK, {"overby": numbers}))


@case
def the_picture_of_one_site_where_everything_happens(stage: Stage) -> None:
    for site in vocabulary.load(stage.db).sites:
        stage.look(_picture(stage, Kind.WEEK, {site: _everything(stage, site, each=99_999)}))


@case
def the_picture_of_a_town_where_everything_happens(stage: Stage) -> None:
    for each in (1, 2, 99_999):
        sites = {site: _everything(stage, site, each=each) for site in vocabulary.load(stage.db).sites}
        stage.look(_picture(stage, Kind.ASKED, sites))


@case
def the_picture_does_not_grow_with_the_number_of_sites(stage: Stage) -> None:
    for number in (10, 40):
        stage.add_sites(number)
        sites = {site: _everything(stage, site, each=99_999, places=1) for site in vocabulary.load(stage.db).sites}
        stage.look(_picture(stage, Kind.WEEK, sites))


@case
def the_picture_is_made_of_reports(stage: Stage) -> None:
    draft = stage.act(drafts.begin, stage.anna)
    stage.act(drafts.choose_category, stage.anna, report=draft, category="theft")
    stage.act(drafts.choose_place, stage.anna, report=draft, place="entre_a")
    stage.act(reports.file, stage.anna, report=draft)
    stage.act(digests.request_picture, stage.maria, zone=ZONE)
    stage.look(Digest(1))


@case
def how_the_bot_is_doing(stage: Stage) -> None:
    stage.look(Status())
    for number in range(3):
        _trouble(stage, number)
        stage.look(Status())
    stage.later(hours=2)
    stage.look(Status())


def _picture(stage: Stage, kind: Kind, sites: Mapping[str, SiteNumbers]) -> Digest:
    period = week_before(stage.now, ZONE)
    return Digest(store.add(stage.db, kind=kind, period=period, sites=sites, now=stage.now))


def _cell(
    stage: Stage, category: str, count: int, severity: Severity, *, place: str | None = "norra_p", late: bool = False
) -> Cell:
    day = week_before(stage.now, ZONE).starts_at.date()
    return Cell(category, place, severity, day, duplicate=False, late=late, count=count)


def _everything(stage: Stage, site: str, *, each: int, places: int | None = None) -> SiteNumbers:
    """Every category at every place (or the first few) of a site, in every severity, and as much of it before."""
    words = vocabulary.load(stage.db)
    at = [place.key for place in words.site(site).places[:places]]
    severities = cycle(Severity)
    cells = tuple(
        _cell(stage, category, each, next(severities), place=place) for category in words.categories for place in at
    )
    return SiteNumbers(now=cells, before=cells, open=dict.fromkeys(words.categories, each))


def _trouble(stage: Stage, number: int) -> None:
    """One more update that waits and one that was set aside, and one more message in each state of trouble."""
    batch = [Incoming(update_id=2 * number + each, lane=1, payload="{}") for each in (0, 1)]
    waiting = inbox.take_in(stage.db, batch, now=stage.now)
    inbox.set_aside(stage.db, waiting[0].seq, now=stage.now)
    for state in TROUBLE:
        row = outbox.owe(stage.db, Help(), chat_id=1, priority=Priority.REPLY, now=stage.now)
        settled = Settled(row=row, wanted=1, state=state, shown=False, retry=state is State.SENDING)
        delivery.settle(stage.db, [settled], now=stage.now)
