"""Deputies: chosen, planned, standing in, over; as both of the two see it."""

from datetime import timedelta

from domain.deputies import Start
from domain.views import DeputyCard, DeputyNews, Settings, Welcome
from services import deputies
from storage import deputies as store
from tests.cards.case import case
from tests.cards.stage import Stage
from tests.town import ANNA


@case
def a_deputy_is_chosen_question_by_question(stage: Stage) -> None:
    stage.look(Settings())
    stage.look(DeputyCard())
    colleague = _colleague(stage)
    stage.look_as(DeputyCard(0, colleague), stage.anna)
    for start in Start:
        stage.look_as(DeputyCard(0, colleague, start), stage.anna)


@case
def a_deputy_stands_in_from_tomorrow_and_gives_back(stage: Stage) -> None:
    colleague = _colleague(stage)
    stage.act(deputies.name, stage.anna, deputy=colleague, start=Start.TOMORROW, days=2, card=None)
    named = store.of(stage.db, stage.anna.id)
    assert named
    _look(stage, named.id)
    deputies.starts(stage.db, named.id, due=named.starts_at, now=stage.now)
    _look(stage, named.id)
    stage.look(Welcome())
    stage.later(days=2)
    deputies.ends(stage.db, named.id, due=stage.now, now=stage.now + timedelta(minutes=1))
    _look(stage, named.id)


def _look(stage: Stage, deputyship: int) -> None:
    stage.look(DeputyNews(deputyship))
    stage.look(DeputyCard())
    stage.look(Settings())


def _colleague(stage: Stage) -> int:
    same = deputies.colleagues(stage.db, stage.person(ANNA), 0)
    return same.people[0].id
