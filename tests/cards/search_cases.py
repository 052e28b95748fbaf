"""A search: every question it asks, what it finds, and what a number leads to."""

from domain.reports import CloseReason
from domain.searches import Filter, Period
from domain.views import Search
from services import drafts, reports, searches, triage
from tests.cards.case import case
from tests.cards.stage import Stage


@case
def a_search_is_narrowed_step_by_step(stage: Stage) -> None:
    stage.look(Search())
    sent = [_sent(stage) for _ in range(searches.PAGE + 2)]
    stage.act(triage.close, stage.maria, report=sent[0], reason=CloseReason.NOTED, card=None)
    stage.act(reports.undo, stage.anna, report=sent[1])
    for page in range(2):
        stage.look(Search(page))
    chosen = {Filter.SITE: "overby", Filter.PLACE: "norra_p", Filter.CATEGORY: "car_meet", Filter.PERIOD: Period.WEEK}
    for by, key in chosen.items():
        stage.look(Search(question=by))
        stage.act(searches.narrow, stage.maria, by=by, key=key, card=None)
        stage.look(Search())
    for period in Period:
        stage.act(searches.narrow, stage.maria, by=Filter.PERIOD, key=period, card=None)
        stage.look(Search())
    stage.act(searches.narrow, stage.maria, by=Filter.PLACE, key="sodra_p", card=None)
    stage.look(Search())
    stage.act(searches.clear, stage.maria, card=None)
    stage.look(Search())


@case
def what_is_found_may_be_one(stage: Stage) -> None:
    _sent(stage)
    stage.look(Search())
    stage.look(Search(question=Filter.PLACE))


@case
def there_is_as_much_to_search_by_as_can_be_imported(stage: Stage) -> None:
    stage.crowd(90)
    stage.act(searches.narrow, stage.maria, by=Filter.SITE, key="overby", card=None)
    for by in Filter:
        stage.look(Search(question=by))


def _sent(stage: Stage) -> int:
    draft: int = stage.act(drafts.begin, stage.anna)
    stage.act(drafts.choose_category, stage.anna, report=draft, category="car_meet")
    stage.act(drafts.choose_place, stage.anna, report=draft, place="norra_p")
    stage.act(reports.file, stage.anna, report=draft)
    return draft
