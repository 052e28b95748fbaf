"""A phone that is lost, and the way to a new one."""

from domain.views import PersonCard
from handlers.buttons import phone as buttons
from handlers.routes import tapped
from handlers.talk import Talk
from services import people, phones


@tapped(buttons.AskLost)
async def ask_lost(talk: Talk, tap: buttons.AskLost) -> None:
    view = PersonCard(tap.person, tap.page, losing=True)
    await talk.act(people.open_card, view=view, card=talk.origin.message_id)


@tapped(buttons.LosePhone)
async def lose(talk: Talk, tap: buttons.LosePhone) -> None:
    await talk.act(phones.lose, person=tap.person, page=tap.page, card=talk.origin.message_id)
    talk.answer("answer-phone-lost")


@tapped(buttons.ChangePhone)
async def change(talk: Talk, tap: buttons.ChangePhone) -> None:
    await talk.act(phones.change, person=tap.person)


@tapped(buttons.ConfirmPhone)
async def confirm(talk: Talk, tap: buttons.ConfirmPhone) -> None:
    await talk.act(phones.confirm, invite=tap.invite)
    talk.answer("answer-phone-confirmed")


@tapped(buttons.DenyPhone)
async def deny(talk: Talk, tap: buttons.DenyPhone) -> None:
    await talk.act(phones.deny, invite=tap.invite)
    talk.answer("answer-phone-denied")
