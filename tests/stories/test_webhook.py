"""The same by webhook: Telegram calls the bot, and calls again until the update is on disk."""

import json
import socket
import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from storage import inbox
from tests.stories.test_report import files
from tests.town import FRIDAY, Town, founded

SECRET = "a-long-random-word"
HEADER = "X-Telegram-Bot-Api-Secret-Token"


@pytest.fixture
async def town(tmp_path: Path) -> AsyncIterator[Town]:
    address = f"127.0.0.1:{free_port()}"
    hook: dict[str, Any] = {"webhook_url": f"http://{address}/telegram", "webhook_secret": SECRET, "listen": address}
    async with founded(tmp_path, **hook) as found:
        await found.opens()
        await found.anna.sees("Hej Anna Lindqvist")
        yield found


async def test_a_report_makes_the_whole_way(town: Town) -> None:
    await files(town, "Våld", "Vid Max")
    await town.maria.taps("Öppna")
    await town.anna.sees("Läst av Trollhättans Stad")
    assert await town.sandbox.calls("getUpdates") == []
    assert (await town.sandbox.state())["webhook"]


@pytest.mark.parametrize("headers", [{}, {HEADER: "a-long-random-wore"}, {HEADER: "å"}, {HEADER: ""}])
async def test_nobody_else_can_post_updates(town: Town, headers: dict[str, str]) -> None:
    await town.settles()
    before = await town.store.read(inbox.counts)
    assert await posts(town, update(town, "/rapport"), headers) == 403
    assert await town.store.read(inbox.counts) == before
    await town.anna.hears_nothing()


async def test_with_the_secret_it_is_taken_in_once(town: Town) -> None:
    for _ in range(3):
        assert await posts(town, update(town, "/rapport"), {HEADER: SECRET}) == 200
    await town.anna.sees("Vad ser du?")
    await town.settles()
    assert len([message for message in await town.anna.chat() if "Vad ser du?" in message]) == 1


@pytest.mark.parametrize(("body", "status"), [(b"", 400), (b'{"update_id": 1', 400), (b"\xff", 400), (b"[]", 200)])
async def test_what_is_no_update_is_told_so_and_not_kept(town: Town, body: bytes, status: int) -> None:
    before = await town.store.read(inbox.counts)
    assert await posts(town, body, {HEADER: SECRET}) == status
    assert await town.store.read(inbox.counts) == before


async def test_an_update_that_cannot_be_stored_is_sent_again_by_telegram(town: Town) -> None:
    with closing(sqlite3.connect(town.store.url.database or "", isolation_level=None)) as another:
        another.execute("ALTER TABLE updates RENAME TO elsewhere")
        await town.anna.says("/rapport")
        assert await posts(town, update(town, "/rapport"), {HEADER: SECRET}) == 503
        assert (await gets(town, "/health"))[0] >= 500
        another.execute("ALTER TABLE elsewhere RENAME TO updates")
    await town.anna.sees("Vad ser du?")
    assert (await gets(town, "/health"))[0] == 200


async def test_health_and_metrics_tell_how_it_is(town: Town) -> None:
    await town.settles()
    status, body = await gets(town, "/health")
    assert status == 200
    assert json.loads(body)["updates_waiting"] == 0
    status, body = await gets(town, "/metrics")
    assert status == 200
    assert "overblick_messages_unknown 0.0" in body


def free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


def update(town: Town, command: str) -> dict[str, Any]:
    """As Telegram would send it if Anna wrote a command."""
    anna = {"id": town.anna.id, "is_bot": False, "first_name": "Anna"}
    entity = {"type": "bot_command", "offset": 0, "length": len(command)}
    chat = {"id": town.anna.id, "type": "private"}
    message = {
        "message_id": 900,
        "date": int(FRIDAY.timestamp()),
        "chat": chat,
        "from": anna,
        "text": command,
        "entities": [entity],
    }
    return {"update_id": 10**9, "message": message}


async def posts(town: Town, body: dict[str, Any] | bytes, headers: dict[str, str]) -> int:
    address, data = town.settings.webhook_url, body if isinstance(body, bytes) else json.dumps(body)
    async with aiohttp.ClientSession() as session, session.post(address, data=data, headers=headers) as answer:
        return answer.status


async def gets(town: Town, path: str) -> tuple[int, str]:
    address = f"http://{town.settings.listen}{path}"
    async with aiohttp.ClientSession() as session, session.get(address) as answer:
        return answer.status, await answer.text()
