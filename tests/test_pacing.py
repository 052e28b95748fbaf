"""At Telegram's own rates the bot never meets a flood limit, and loses little time to that."""

import asyncio
import time
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from domain.people import EVERY_SITE, Role
from domain.sending import Priority
from domain.views import Notice
from storage import Db, outbox, people
from tests.town import FRIDAY, Member, Town, founded

READERS = 60
"""Twice what Telegram lets through in a second."""
LINES = 12
"""In one chat, where it lets through a handful and then one a second."""
STRICT = 1.0

CAST = [
    Member(id=500 + n, name=f"Strateg {n}", role=Role.STRATEGIST, sites=(EVERY_SITE,), organisation="Trollhättans Stad")
    for n in range(READERS)
]


@pytest.fixture
async def town(tmp_path: Path) -> AsyncIterator[Town]:
    async with founded(tmp_path, rates=STRICT, cast=CAST) as found:
        yield found


async def test_a_burst_to_many_and_a_burst_to_one_meet_no_flood_limit(town: Town) -> None:
    """Everybody opens the bot at once: a menu and a welcome each. One of them is owed a dozen lines besides."""
    await town.opens()
    await town.store.write(owe_lines, chat=CAST[0].id)
    began = time.monotonic()
    await arrive(town, READERS + LINES)
    took = time.monotonic() - began

    sends = [call for call in await town.sandbox.calls() if call["method"] == "sendMessage"]
    assert {call["status"] for call in sends} == {200}
    assert (await town.sandbox.state())["floods"] == 0
    assert took < 15.0
    assert most_within(sends, seconds=1.0) <= 60
    assert [line.text for line in await lines(town)] == [text(n) for n in range(LINES)]


async def test_what_is_paid_for_says_so_and_is_not_held_to_the_free_rate(tmp_path: Path) -> None:
    """The sandbox refuses the thirty-first of them at once if it does not say that it is paid for."""
    async with founded(tmp_path, rates=STRICT, cast=CAST, allow_paid_broadcast=True) as town:
        await town.opens()
        await arrive(town, READERS)
        sends = await town.sandbox.calls("sendMessage")
        assert {call["status"] for call in sends} == {200}
        assert (await town.sandbox.state())["floods"] == 0


async def arrive(town: Town, messages: int) -> None:
    async with asyncio.timeout(30):
        while len(await town.sandbox.calls("sendMessage")) < messages:  # noqa: ASYNC110  # the sandbox is asked
            await asyncio.sleep(0.1)


async def lines(town: Town) -> list[Any]:
    return [each for each in await town.sandbox.phone(CAST[0].id).chat() if each.text.startswith("Texten")]


def owe_lines(db: Db, *, chat: int) -> None:
    person = people.by_chat(db, chat)
    assert person
    for number in range(LINES):
        line = Notice("refusal-text-too-long", {"limit": number})
        outbox.owe(db, line, chat_id=chat, person=person.id, priority=Priority.REPORT, now=FRIDAY)


def text(number: int) -> str:
    return f"Texten blir för lång. Högst {number} tecken får plats på en rapport."


def most_within(calls: list[dict[str, Any]], *, seconds: float) -> int:
    """The most calls in any stretch of that length: a full bucket and what flows in meanwhile."""
    times = [float(call["at"]) for call in calls]
    return max(sum(start <= at < start + seconds for at in times) for start in times)
