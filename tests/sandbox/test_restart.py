"""What outlives a restart, and a kill."""

import asyncio
from pathlib import Path

import pytest

from sandbox.people import Bot, Cast, Person
from sandbox.store import FLUSH_SECONDS, Store
from sandbox.world import World
from tests.phones import Sandbox
from tests.pictures import png
from tests.sandbox.bot import TheBot

ANNA = {"id": 11, "first_name": "Anna", "language_code": "sv", "title": "Ordningsvakt"}


@pytest.mark.parametrize("how", ["terminate", "kill"])
async def test_everything_is_there_again(tmp_path: Path, how: str) -> None:
    file = tmp_path / "sandbox.db"
    before = await Sandbox.start(people=[ANNA], data=file, at="2026-11-20T14:00+01:00")
    anna = before.phone("Anna")
    await anna.starts("token")
    await anna.sends_photo(png())
    bot = TheBot(f"{before.url}/bot{before.token}", before.line.session)
    await bot.asks("setMyCommands", commands=[{"command": "rapport", "description": "Ny rapport"}])
    await bot.asks("sendMessage", chat_id=11, text="Hej", reply_markup={"keyboard": [["Ny rapport"]]})
    pending = await bot.updates()
    await before.wind(by=3600)
    moment = await before.now()
    await asyncio.sleep(2 * FLUSH_SECONDS)
    await (before.stop() if how == "terminate" else before.dies())

    after = await Sandbox.start(people=[ANNA], data=file, at="2026-11-20T14:00+01:00")
    anna = after.phone("Anna")
    bot = TheBot(f"{after.url}/bot{after.token}", after.line.session)
    assert await bot.updates() == pending
    assert [message.text for message in await anna.chat()] == ["/start token", "", "Hej"]
    assert [command["command"] for command in anna.commands] == ["rapport"]
    assert anna.keyboard == {"keyboard": [[{"text": "Ny rapport"}]]}
    assert await anna.photo((await anna.chat())[1]) == png()
    assert 0 <= await after.now() - moment < 30
    number = (await bot.asks("sendMessage", chat_id=11, text="next"))["message_id"]
    assert number > (await anna.chat())[1].id
    await after.stop()


def test_the_people_file_renames_those_who_were_there_before(tmp_path: Path) -> None:
    store = Store(tmp_path / "sandbox.db")
    World(Cast(Bot(), (Person(11, "Anna", started=True),)), store=store)
    store.flush()
    world = World(Cast(Bot(), (Person(11, "Anna", title="Ordningsvakt"),)), store=store)
    store.close()
    assert (world.people[11].title, world.people[11].started) == ("Ordningsvakt", True)
