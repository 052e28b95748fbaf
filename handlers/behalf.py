"""Whose report it is that somebody told by telephone."""

from handlers.buttons import behalf as buttons
from handlers.routes import tapped
from handlers.talk import Talk
from services import behalf


@tapped(buttons.AskTeller)
async def ask(talk: Talk, tap: buttons.AskTeller) -> None:
    where = {"organisation": tap.organisation, "page": tap.page, "card": talk.origin.message_id}
    await talk.act(behalf.ask, report=tap.report, **where)


@tapped(buttons.ChooseTeller)
async def choose(talk: Talk, tap: buttons.ChooseTeller) -> None:
    told = {"organisation": tap.organisation, "person": tap.person, "card": talk.origin.message_id}
    await talk.act(behalf.choose, report=tap.report, **told)


@tapped(buttons.OwnObservation)
async def own_observation(talk: Talk, tap: buttons.OwnObservation) -> None:
    await talk.act(behalf.take_back, report=tap.report, card=talk.origin.message_id)


@tapped(buttons.BackToDraft)
async def back(talk: Talk, tap: buttons.BackToDraft) -> None:
    await talk.act(behalf.go_back, report=tap.report, card=talk.origin.message_id)
