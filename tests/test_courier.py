"""What Telegram's own words say of somebody whom nothing reaches."""

from typing import Any, cast

import pytest
from telegram.error import BadRequest, Forbidden, TelegramError

from bot.courier import attempt
from domain.reach import Unreachable
from domain.sending import Owed, Priority, Result
from handlers.card import Card

OWED = Owed(
    id=1,
    chat_id=7,
    person=1,
    kind="Notice",
    body="{}",
    priority=Priority.REPLY,
    wanted=1,
    message_id=None,
    shown_digest=None,
    attempts=0,
    repeat=False,
    silent=False,
    expired=False,
    language=None,
)


class Refusing:
    pays = False

    """Telegram, which refuses everything with the same words."""

    def __init__(self, error: TelegramError) -> None:
        self.error = error

    async def send_text(self, **_: Any) -> int:
        raise self.error


@pytest.mark.parametrize(
    ("error", "why"),
    [
        (Forbidden("Forbidden: bot was blocked by the user"), Unreachable.BLOCKED),
        (BadRequest("USER_IS_BLOCKED"), Unreachable.BLOCKED),
        (Forbidden("Forbidden: user is deactivated"), Unreachable.DEACTIVATED),
        (BadRequest("INPUT_USER_DEACTIVATED"), Unreachable.DEACTIVATED),
        (Forbidden("Forbidden: bot can't initiate conversation with a user"), Unreachable.NEVER_STARTED),
        (BadRequest("Chat not found"), Unreachable.NO_CHAT),
        (Forbidden("Forbidden: something new"), Unreachable.NO_CHAT),
    ],
)
async def test_why_nothing_reaches_them(error: TelegramError, why: Unreachable) -> None:
    outcome = await attempt(cast("Any", Refusing(error)), OWED, Card(text="Hej"))
    assert (outcome.result, outcome.unreachable) == (Result.UNREACHABLE, why)


async def test_a_message_that_telegram_does_not_take_says_nothing_of_its_reader() -> None:
    outcome = await attempt(cast("Any", Refusing(BadRequest("Message is too long"))), OWED, Card(text="Hej"))
    assert (outcome.result, outcome.unreachable) == (Result.REFUSED, None)
