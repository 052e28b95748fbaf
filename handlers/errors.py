"""One place says what went wrong: a refusal in the person's language, anything else to intake, which tries again."""

import logging

from telegram import CallbackQuery
from telegram.error import TelegramError

from domain.refusals import Refusal, Stale, Stranger
from handlers.callback_data import BadTap
from handlers.talk import Talk
from locales import say
from services import acts

log = logging.getLogger(__name__)

ANSWER_LIMIT = 200
ANSWER_TIME = 3.0
"""Seconds that Telegram gets to take an answer: the person's next tap waits in line behind it."""


async def refuse(talk: Talk, error: Exception, query: CallbackQuery | None) -> None:
    """Tell the person. Raises `error` again when it is none of theirs, so that the update is tried again."""
    if talk.acted:  # the act stands, and must not be done twice for want of an answer
        log.error("an update was handled, but not answered", exc_info=error)
        return
    refusal = Stale() if isinstance(error, BadTap) else error
    if not isinstance(refusal, Refusal):
        raise error
    told, language = await talk.house.store.write(
        acts.refuse, talk.origin, refusal, now=talk.house.clock.now(), language=talk.language
    )
    if query:
        urgent = not isinstance(told, Stranger)
        await answer(query, say(language, told.text_id, **told.details), alert=urgent)


async def answer(query: CallbackQuery, text: str | None = None, *, alert: bool = False) -> None:
    """Answer a tap. A failure is only logged: the work itself is done, and the answer is worth nothing later."""
    try:
        await query.answer(text[:ANSWER_LIMIT] if text else None, show_alert=alert, read_timeout=ANSWER_TIME)
    except TelegramError as error:
        log.info("tap not answered: %s", type(error).__name__)
