"""What the bot cannot start without is asked for again while Telegram is away, and not when Telegram says no."""

import pytest
from telegram.error import BadRequest, InvalidToken, NetworkError

from bot import app
from bot.app import CannotGoOn


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (BadRequest("Bad webhook: an HTTPS URL must be provided for webhook"), "an HTTPS URL must be provided"),
        (InvalidToken(), "BOT_TOKEN"),
    ],
)
async def test_what_telegram_refuses_stops_the_start_with_its_reason(error: Exception, told: str) -> None:
    async def refused() -> None:
        raise error

    with pytest.raises(CannotGoOn, match=told):
        await app._patiently(refused)


async def test_what_cannot_be_reached_is_tried_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(app, "PATIENCE", 0.0)
    answers = [NetworkError("away"), NetworkError("away"), None]

    async def comes_back() -> None:
        if error := answers.pop(0):
            raise error

    await app._patiently(comes_back)
    assert not answers
