"""The way in: /start with an invite, language, name, terms; and what members change of it later."""

from domain.quiet import QuietHours
from domain.views import Help, Privacy, Settings
from handlers.buttons import start as buttons
from handlers.routes import tapped
from handlers.talk import Talk
from services import acts, conversation, joining, quiet


async def start(talk: Talk, words: str) -> None:
    name = talk.telegram_name
    await talk.act_as_stranger(joining.start, token=words.strip() or None, telegram_name=name)


async def help_me(talk: Talk, _words: str) -> None:
    await talk.act(acts.show, view=Help())


async def privacy(talk: Talk, _words: str) -> None:
    await talk.act(acts.show, view=Privacy())


async def settings(talk: Talk, _words: str) -> None:
    await talk.act(acts.show, view=Settings())


async def cancel(talk: Talk, _words: str) -> None:
    await talk.act(conversation.stop_asking)


@tapped(buttons.ChooseLanguage)
async def choose_language(talk: Talk, tap: buttons.ChooseLanguage) -> None:
    await talk.act_as_stranger(joining.choose_language, language=tap.language)


@tapped(buttons.UseTelegramName)
async def use_telegram_name(talk: Talk, _tap: buttons.UseTelegramName) -> None:
    await talk.act_as_stranger(joining.take_name, name=talk.telegram_name)


@tapped(buttons.AskName)
async def ask_name(talk: Talk, _tap: buttons.AskName) -> None:
    await talk.act(joining.ask_name)


@tapped(buttons.AcceptTerms)
async def accept(talk: Talk, _tap: buttons.AcceptTerms) -> None:
    await talk.act_as_stranger(joining.accept)


@tapped(buttons.DeclineTerms)
async def decline(talk: Talk, _tap: buttons.DeclineTerms) -> None:
    await talk.act_as_stranger(joining.decline)


@tapped(buttons.ChooseQuiet)
async def choose_quiet(talk: Talk, tap: buttons.ChooseQuiet) -> None:
    await talk.act(quiet.choose, hours=QuietHours(tap.starts, tap.ends), card=talk.origin.message_id)
