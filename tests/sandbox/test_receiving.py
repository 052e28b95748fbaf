"""getUpdates and webhooks: what comes, in which order, how often."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any

import pytest
from aiohttp import web

from tests.phones import Phone, Sandbox
from tests.sandbox.bot import TheBot

Answer = Callable[[Any], Awaitable[web.Response]]


def texts(updates: list[Any]) -> list[str]:
    return [update["message"]["text"] for update in updates if "message" in update]


async def test_updates_come_again_until_a_higher_offset_confirms_them(bot: TheBot, anna: Phone) -> None:
    await anna.says("one")
    first = await bot.updates()
    assert await bot.updates() == first
    await anna.says("two")
    assert texts(await bot.updates(offset=first[-1]["update_id"] + 1)) == ["two"]
    assert texts(await bot.updates()) == ["two"]


async def test_a_hundred_at_a_time(bot: TheBot, anna: Phone) -> None:
    for number in range(120):
        await anna.says(str(number))
    batch = await bot.updates()
    assert len(batch) == 100
    assert texts(await bot.updates(offset=batch[-1]["update_id"] + 1))[-1] == "119"
    assert texts(await bot.asks("getUpdates", offset=-2)) == ["118", "119"]


async def test_a_poll_waits_and_is_woken(bot: TheBot, anna: Phone) -> None:
    seen = await bot.updates()
    poll = asyncio.create_task(bot.updates(offset=seen[-1]["update_id"] + 1, wait=5))
    await asyncio.sleep(0.05)
    await anna.says("now")
    assert texts(await poll) == ["now"]


async def test_the_newer_of_two_polls_ends_the_older(bot: TheBot) -> None:
    older = asyncio.create_task(bot.tries("getUpdates", timeout=5))
    await asyncio.sleep(0.05)
    await bot.updates()
    assert (await older)["description"] == (
        "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"
    )


async def test_only_the_kinds_asked_for_come(bot: TheBot, anna: Phone) -> None:
    await bot.asks("getUpdates", allowed_updates=["message"])
    await anna.blocks()
    await anna.unblocks()
    assert [list(update)[1] for update in await bot.updates()] == ["message"]


async def test_numbers_start_anew_after_a_week_of_silence(bot: TheBot, sandbox: Sandbox, anna: Phone) -> None:
    before = (await bot.updates())[-1]["update_id"]
    await bot.updates(offset=before + 1)
    await sandbox.wind(by=7 * 24 * 3600 + 1)
    await anna.says("back again")
    after = (await bot.updates(offset=0))[-1]["update_id"]
    assert after != before + 1
    assert texts(await bot.updates(offset=after)) == ["back again"]


async def test_messages_wait_a_day(bot: TheBot, sandbox: Sandbox, anna: Phone) -> None:
    await sandbox.wind(by=24 * 3600 + 1)
    await anna.says("fresh")
    assert texts(await bot.updates()) == ["fresh"]


class Listener:
    """The bot's web address: keeps what was posted, answers as it is told."""

    def __init__(self) -> None:
        self.url = ""
        self.heard: list[Any] = []
        self.secrets: list[str | None] = []
        self.statuses: list[int] = []
        self._came = asyncio.Event()
        self.held = asyncio.Event()
        self.held.set()

    async def hear(self, request: web.Request) -> web.Response:
        self.heard.append(await request.json())
        self.secrets.append(request.headers.get("X-Telegram-Bot-Api-Secret-Token"))
        self._came.set()
        await self.held.wait()
        return web.Response(status=self.statuses.pop(0) if self.statuses else 200)

    async def until(self, count: int) -> list[Any]:
        async with asyncio.timeout(6):
            while len(self.heard) < count:
                self._came.clear()
                await self._came.wait()
        return self.heard


@pytest.fixture
async def listener() -> AsyncIterator[Listener]:
    listener = Listener()
    app = web.Application()
    app.router.add_post("/hook", listener.hear)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    listener.url = f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    yield listener
    await runner.cleanup()


async def test_a_webhook_gets_what_is_pending_and_what_comes(bot: TheBot, anna: Phone, listener: Listener) -> None:
    await bot.asks("setWebhook", url=listener.url, secret_token="s3cret", allowed_updates=["message"])
    await anna.says("hej")
    assert texts(await listener.until(2)) == ["/start", "hej"]
    assert listener.secrets == ["s3cret", "s3cret"]
    refusal = await bot.is_refused("setWebhook", url=listener.url, secret_token="not so secret")
    assert refusal == "Bad Request: secret token contains unallowed characters"
    refusal = await bot.is_refused("getUpdates")
    assert refusal.startswith("Conflict: can't use getUpdates method while webhook is active")
    await bot.asks("deleteWebhook")
    await anna.says("by poll")
    assert texts(await bot.updates()) == ["by poll"]


async def test_a_webhook_that_fails_gets_it_again_in_order(bot: TheBot, anna: Phone, listener: Listener) -> None:
    listener.statuses = [503, 500]
    await anna.says("two")
    await bot.asks("setWebhook", url=listener.url)
    heard = texts(await listener.until(4))
    assert heard == ["/start", "/start", "/start", "two"]
    info = await bot.asks("getWebhookInfo")
    assert info["last_error_message"] == "Wrong response from the webhook: 500 Internal Server Error"


async def test_a_swap_reaches_a_webhook_with_its_numbers(
    bot: TheBot, sandbox: Sandbox, anna: Phone, listener: Listener
) -> None:
    sent = await bot.asks("sendMessage", chat_id=anna.id, text="card")
    await bot.asks("setWebhook", url=listener.url)
    await listener.until(1)
    await sandbox.fault("swap_updates", chat=anna.id)
    await anna.says("first")
    await anna.forges(sent["message_id"], "second", patience=0)
    _, tap, message = await listener.until(3)
    assert ("callback_query" in tap, "message" in message) == (True, True)
    assert tap["update_id"] == message["update_id"] + 1


async def test_one_in_flight_per_chat_but_taps_overtake(
    bot: TheBot, sandbox: Sandbox, anna: Phone, listener: Listener
) -> None:
    bo = await sandbox.add({"id": 12, "first_name": "Bo"})
    sent = await bot.asks("sendMessage", chat_id=anna.id, text="card")
    listener.held.clear()
    await bot.asks("setWebhook", url=listener.url)
    await anna.says("second in her chat")
    await bo.says("first in his")
    await anna.forges(sent["message_id"], "tap", patience=0)
    await listener.until(3)
    await asyncio.sleep(0.05)
    assert [
        update.get("callback_query", update.get("message", {})).get("text", "tap") for update in listener.heard
    ] == [
        "/start",
        "first in his",
        "tap",
    ]
    listener.held.set()
    assert texts(await listener.until(4))[-1] == "second in her chat"
    await asyncio.sleep(0.05)
    assert (await sandbox.state())["updates_pending"] == 0
