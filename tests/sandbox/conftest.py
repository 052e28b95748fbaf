"""A sandbox in this process, on a free port, and the bot's side of it."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from io import BytesIO
from typing import Any

import aiohttp
import pytest
from aiohttp import web

from sandbox import entities
from sandbox.people import Bot, Cast, Person
from sandbox.server import application
from sandbox.store import Store
from sandbox.world import World
from tests.phones import Phone, Sandbox


@dataclass(frozen=True, slots=True)
class TheBot:
    """Calls the Bot API as a bot does."""

    url: str
    session: aiohttp.ClientSession

    async def asks(self, method: str, /, **params: Any) -> Any:
        """The result of a call that must go well."""
        answer = await self.tries(method, **params)
        assert answer["ok"], answer
        return answer["result"]

    async def is_refused(self, method: str, /, **params: Any) -> str:
        """The description of a call that must be refused."""
        answer = await self.tries(method, **params)
        assert not answer["ok"], answer
        return str(answer["description"])

    async def tries(self, method: str, /, **params: Any) -> Any:
        async with self.session.post(f"{self.url}/{method}", json=params) as answer:
            return await answer.json()

    async def uploads(self, method: str, /, files: dict[str, bytes], **params: str) -> Any:
        form = aiohttp.FormData(params)
        for name, body in files.items():
            form.add_field(name, BytesIO(body), filename=f"{name}.png", content_type="image/png")
        async with self.session.post(f"{self.url}/{method}", data=form) as answer:
            return await answer.json()

    async def updates(self, *, offset: int = 0, wait: float = 0) -> list[Any]:
        updates: list[Any] = await self.asks("getUpdates", offset=offset, timeout=wait)
        return updates


@pytest.fixture
def world() -> World:
    entities.silence()
    return World(Cast(Bot(), (Person(11, "Anna"), Person(12, "Bo"))), store=Store(), rates=0)


@pytest.fixture
async def sandbox(world: World) -> AsyncIterator[Sandbox]:
    runner = web.AppRunner(application(world), access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    sandbox = Sandbox(f"http://127.0.0.1:{runner.addresses[0][1]}")
    yield sandbox
    await sandbox.stop()
    await runner.cleanup()


@pytest.fixture
async def bot(sandbox: Sandbox) -> AsyncIterator[TheBot]:
    async with aiohttp.ClientSession() as session:
        yield TheBot(f"{sandbox.url}/bot{sandbox.token}", session)


@pytest.fixture
async def anna(sandbox: Sandbox) -> Phone:
    """A person who has started the bot."""
    anna = await sandbox.add({"id": 11, "first_name": "Anna"})
    await anna.starts()
    return anna
