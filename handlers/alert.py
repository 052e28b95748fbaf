"""The strategist's conversation about an alert, and the recipient's one tap."""

from handlers.buttons import alert as buttons
from handlers.routes import tapped
from handlers.talk import Talk
from services import alerts


async def compose(talk: Talk, _words: str) -> None:
    await talk.act(alerts.compose)


@tapped(buttons.AskAlert)
async def ask(talk: Talk, tap: buttons.AskAlert) -> None:
    await talk.act(alerts.ask, alert=tap.alert, screen=tap.screen)


@tapped(buttons.ChooseLevel)
async def choose_level(talk: Talk, tap: buttons.ChooseLevel) -> None:
    await talk.act(alerts.choose_level, alert=tap.alert, level=tap.level)


@tapped(buttons.PickAlertSite)
async def pick_site(talk: Talk, tap: buttons.PickAlertSite) -> None:
    await talk.act(alerts.pick_site, alert=tap.alert, site=tap.site, wanted=tap.wanted)


@tapped(buttons.PickAlertRole)
async def pick_role(talk: Talk, tap: buttons.PickAlertRole) -> None:
    await talk.act(alerts.pick_role, alert=tap.alert, role=tap.role, wanted=tap.wanted)


@tapped(buttons.SendAlert)
async def send(talk: Talk, tap: buttons.SendAlert) -> None:
    people = await talk.act(alerts.send, alert=tap.alert, version=tap.version)
    talk.answer("answer-alert-sent", people=people)


@tapped(buttons.DiscardAlert)
async def discard(talk: Talk, tap: buttons.DiscardAlert) -> None:
    await talk.act(alerts.discard, alert=tap.alert)


@tapped(buttons.AcknowledgeAlert)
async def acknowledge(talk: Talk, tap: buttons.AcknowledgeAlert) -> None:
    first = await talk.act(alerts.acknowledge, alert=tap.alert, card=talk.origin.message_id)
    talk.answer("answer-acknowledged" if first else "answer-acknowledged-before")
