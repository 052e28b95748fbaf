"""Who stands in for whom: named by the one who leaves, for a period."""

from handlers.buttons import deputy as buttons
from handlers.routes import tapped
from handlers.talk import Talk
from services import deputies


@tapped(buttons.ShowDeputy)
async def show(talk: Talk, tap: buttons.ShowDeputy) -> None:
    await talk.act(deputies.show, page=tap.page, card=talk.origin.message_id)


@tapped(buttons.ChooseDeputy)
async def choose(talk: Talk, tap: buttons.ChooseDeputy) -> None:
    await talk.act(deputies.choose, deputy=tap.deputy, start=tap.start, card=talk.origin.message_id)


@tapped(buttons.NameDeputy)
async def name(talk: Talk, tap: buttons.NameDeputy) -> None:
    details = {"deputy": tap.deputy, "start": tap.start, "days": tap.days}
    await talk.act(deputies.name, card=talk.origin.message_id, **details)


@tapped(buttons.EndDeputyship)
async def end(talk: Talk, tap: buttons.EndDeputyship) -> None:
    await talk.act(deputies.end, deputyship=tap.deputyship, card=talk.origin.message_id)
