"""Searching among reports."""

from handlers.buttons import search as buttons
from handlers.routes import tapped
from handlers.talk import Talk
from services import searches


@tapped(buttons.TurnSearch)
async def turn(talk: Talk, tap: buttons.TurnSearch) -> None:
    await talk.act(searches.show, page=tap.page, card=talk.origin.message_id)


@tapped(buttons.AskFilter)
async def ask(talk: Talk, tap: buttons.AskFilter) -> None:
    await talk.act(searches.ask, question=tap.by, card=talk.origin.message_id)


@tapped(buttons.ChooseFilter)
async def choose(talk: Talk, tap: buttons.ChooseFilter) -> None:
    await talk.act(searches.narrow, by=tap.by, key=tap.key, card=talk.origin.message_id)


@tapped(buttons.ClearSearch)
async def clear(talk: Talk, _tap: buttons.ClearSearch) -> None:
    await talk.act(searches.clear, card=talk.origin.message_id)


@tapped(buttons.OpenFound)
async def open_found(talk: Talk, tap: buttons.OpenFound) -> None:
    await talk.act(searches.open_found, report=tap.report, page=tap.page, card=talk.origin.message_id)
