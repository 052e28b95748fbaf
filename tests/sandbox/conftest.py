"""A sandbox in this process, on a free port."""

from collections.abc import AsyncIterator

import aiohttp
import pytest
from aiohttp import web

from sandbox import entities
from sandbox.people import Bot, Cast, Person
from sandbox.server import served
from sandbox.store import Store
from sandbox.world import World
from tests.phones import Phone, Sandbox
from tests.sandbox.bot import TheBot


@pytest.fixture
def world() -> World:
    entities.silence()
    return World(Cast(Bot(), (Person(11, "Anna"), Person(12, "Bo"))), store=Store(), rates=0)


@pytest.fixture
async def sandbox(world: World) -> AsyncIterator[Sandbox]:
    runner = served(world)
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
