"""Faults on demand: what the bot meets, and what was done all the same."""

import asyncio

import aiohttp
import pytest

from tests.phones import Phone, Sandbox
from tests.sandbox.bot import TheBot


async def words(anna: Phone) -> list[str]:
    return [message.text for message in await anna.chat() if not message.mine]


@pytest.mark.parametrize(
    ("kind", "code", "description"),
    [
        ("429", 429, "Too Many Requests: retry after 7"),
        ("500", 500, "Internal Server Error"),
        ("401", 401, "Unauthorized"),
        (
            "409",
            409,
            "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
        ),
    ],
)
async def test_an_answer_that_refuses(
    bot: TheBot, sandbox: Sandbox, anna: Phone, kind: str, code: int, description: str
) -> None:
    await sandbox.fault(kind, method="sendMessage", seconds=7)
    answer = await bot.tries("sendMessage", chat_id=anna.id, text="x")
    assert (answer["error_code"], answer["description"]) == (code, description)
    assert await words(anna) == []
    await bot.asks("sendMessage", chat_id=anna.id, text="x")
    assert await words(anna) == ["x"]
    assert [call["fault"] for call in await sandbox.calls()] == [kind, None]


async def test_a_page_of_html_from_a_proxy(bot: TheBot, sandbox: Sandbox) -> None:
    await sandbox.fault("502_html")
    async with bot.session.get(f"{bot.url}/getMe") as answer:
        assert (answer.status, answer.content_type) == (502, "text/html")


@pytest.mark.parametrize(
    ("kind", "done"), [("drop_before", 0), ("drop_after", 1), ("timeout_before", 0), ("timeout_after", 1)]
)
async def test_no_answer_at_all(bot: TheBot, sandbox: Sandbox, anna: Phone, kind: str, done: int) -> None:
    await sandbox.fault(kind, chat=anna.id, seconds=0.05)
    with pytest.raises(aiohttp.ClientError):
        await bot.tries("sendMessage", chat_id=anna.id, text="x")
    assert len(await words(anna)) == done


async def test_a_time_out_is_done_at_once_but_not_answered(bot: TheBot, sandbox: Sandbox, anna: Phone) -> None:
    await sandbox.fault("timeout_after", seconds=60)
    with pytest.raises(TimeoutError):
        await asyncio.wait_for(bot.tries("sendMessage", chat_id=anna.id, text="x"), 0.2)
    assert await words(anna) == ["x"]


async def test_a_share_is_random_lasting_and_repeatable(bot: TheBot, sandbox: Sandbox) -> None:
    async def errors() -> list[bool]:
        await sandbox.fault("500", share=0.5, seed=1, method="getMe")
        met = [not (await bot.tries("getMe"))["ok"] for _ in range(40)]
        await sandbox.clear_faults()
        return met

    first = await errors()
    assert 10 < sum(first) < 30
    assert await errors() == first


async def test_an_update_twice(bot: TheBot, sandbox: Sandbox, anna: Phone) -> None:
    await sandbox.fault("duplicate_update")
    await anna.says("once")
    offset, seen = 0, []
    for _ in range(3):
        for update in await bot.updates(offset=offset):
            seen.append(update["message"]["text"])
            offset = update["update_id"] + 1
    assert seen == ["/start", "once", "once"]


async def test_a_tap_and_a_message_swapped(bot: TheBot, sandbox: Sandbox, anna: Phone) -> None:
    sent = await bot.asks("sendMessage", chat_id=anna.id, text="card")
    await sandbox.fault("swap_updates", chat=anna.id)
    await anna.says("first")
    await anna.forges(sent["message_id"], "second", patience=0)
    assert [list(update)[1] for update in (await bot.updates())[-2:]] == ["callback_query", "message"]


async def test_messages_of_one_chat_are_never_swapped(bot: TheBot, sandbox: Sandbox, anna: Phone) -> None:
    await sandbox.fault("swap_updates", chat=anna.id)
    await anna.says("first")
    await anna.says("second")
    assert [update["message"]["text"] for update in await bot.updates()] == ["/start", "first", "second"]


async def test_an_unknown_fault_is_refused(sandbox: Sandbox) -> None:
    with pytest.raises(AssertionError, match="'plague' is not a valid Fault"):
        await sandbox.fault("plague")
    await sandbox.fault("500", times=3)
    assert (await sandbox.line.get("/faults"))[0]["times"] == 3
