"""One update that nothing can be done with must not stop the others, whether it raises or kills."""

import asyncio
import json
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import text
from sqlalchemy import update as change
from telegram import Bot, Update

from bot.clock import Clock
from bot.intake import DEATHS, DEATHS_ALONE, Intake
from domain.people import Language, Person
from domain.sending import Priority
from domain.views import MyReports
from handlers.buttons import report as buttons
from handlers.routes import TAP_HANDLERS
from handlers.talk import House, Talk
from handlers.updates import OURS
from storage import Db, inbox, outbox
from storage.inbox import Incoming
from storage.store import Store
from storage.tables import messages
from tests.phones import HOME
from tests.stories.test_report import files
from tests.town import FRIDAY, Town, founded


@pytest.fixture
async def town(tmp_path: Path) -> AsyncIterator[Town]:
    async with founded(tmp_path) as found:
        await found.opens()
        yield found


async def test_a_wrong_statement_is_the_updates_own_failure(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    """Not the database's, which would be waited out: the chat goes on without it."""

    def asks_for_what_is_not_there(db: Db, _person: Person, *, now: datetime) -> None:
        db.execute(text("SELECT * FROM nowhere"))

    async def act(talk: Talk, _tap: Any) -> None:
        await talk.act(asks_for_what_is_not_there)

    monkeypatch.setitem(TAP_HANDLERS, buttons.ChoosePlace, act)
    anna = town.anna
    await anna.says("/rapport")
    await anna.taps("Bilträff")
    await anna.taps("Vid Max", patience=0.1)
    await anna.says("/mina")
    await anna.sees("Du har inte skickat någon rapport ännu")
    assert "updates_set_aside 1" in await told_to_the_operator(town)


async def test_an_update_that_always_raises_is_set_aside_and_shown(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    tries = 0
    handler = TAP_HANDLERS[buttons.ChoosePlace]

    async def raise_at_max(talk: Talk, tap: Any) -> None:
        nonlocal tries
        if tap.place == "max":
            tries += 1
            raise ZeroDivisionError
        await handler(talk, tap)

    monkeypatch.setitem(TAP_HANDLERS, buttons.ChoosePlace, raise_at_max)
    anna, yusuf = town.anna, town.yusuf
    await anna.says("/rapport")
    await anna.taps("Bilträff")
    await anna.taps("Vid Max", patience=0.1)
    await yusuf.says("/report")
    await yusuf.taps("Car meet")
    await yusuf.taps("Södra parkeringen")
    await yusuf.taps("Send")
    await yusuf.sees("#1 · Car meet")
    assert tries < 3

    await anna.taps("Norra parkeringen")
    await anna.taps("Skicka")
    await anna.sees("#2 · Bilträff")
    assert tries == 3
    await town.maria.says("/status")
    assert "lagts åt sidan" in await town.maria.sees("Hur systemet mår")
    assert "updates_set_aside 1" in await told_to_the_operator(town)


async def test_a_message_that_cannot_be_put_into_words_is_given_up_and_shown(town: Town) -> None:
    await town.store.write(owe_nonsense, chat=town.anna.id)
    await files(town, "Bilträff", "Norra parkeringen")
    await town.maria.says("/status")
    assert "gick inte att skicka" in await town.maria.sees("Hur systemet mår")
    assert "messages_failed 1" in await told_to_the_operator(town)


@pytest.mark.parametrize("odd", [{"update_id": 1, "message": {}}, {"update_id": 2, "callback_query": {"message": 3}}])
async def test_an_update_of_no_known_shape_is_passed_over(tmp_path: Path, odd: dict[str, Any]) -> None:
    async with house(tmp_path) as found:
        life = Life(found)
        await life.takes([odd, raw(3)])
        assert life.handled == [3]


async def test_half_a_character_holds_up_no_other_update(tmp_path: Path) -> None:
    async with house(tmp_path) as found:
        life = Life(found)
        await life.takes([raw(2, text="\ud83d"), raw(3)])
        assert life.handled == [2, 3]


async def test_what_fails_after_the_act_does_not_act_again(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    handler = TAP_HANDLERS[buttons.SendReport]
    tries = 0

    async def stumble(talk: Talk, tap: Any) -> None:
        nonlocal tries
        tries += 1
        await handler(talk, tap)
        raise ZeroDivisionError

    monkeypatch.setitem(TAP_HANDLERS, buttons.SendReport, stumble)
    await files(town, "Bilträff", "Norra parkeringen")
    await town.anna.says("/mina")
    await town.anna.sees("#1 Bilträff")
    assert tries == 1


class Life:
    """One life of the process. Update 1 kills it: its handler never comes back."""

    def __init__(self, house: House) -> None:
        self._store = house.store
        self.begun: list[int] = []
        self.handled: list[int] = []
        self._intake = Intake(house, Bot("1:x"), Clock(), self._handle)
        self._stuck = asyncio.Event()

    async def lives(self) -> None:
        """Until it has nothing more to do, or is killed."""
        running = asyncio.create_task(self._intake.run(self._until_idle))
        dying = asyncio.create_task(self._stuck.wait())
        await asyncio.wait({running, dying}, return_when=asyncio.FIRST_COMPLETED)
        for task in (running, dying):
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task

    async def takes(self, updates: list[dict[str, Any]]) -> None:
        async def fetch() -> None:
            await self._intake.take(updates)
            await self._until_idle()

        await self._intake.run(fetch)

    async def _until_idle(self) -> None:
        while not self._intake.idle:  # noqa: ASYNC110  # what tells that lanes are empty is the intake's own
            await asyncio.sleep(0.001)

    async def _handle(self, update: Update) -> None:
        self.begun.append(update.update_id)
        if update.update_id == 1:
            self._stuck.set()
            await asyncio.Event().wait()
        await self._store.write(inbox.done, update.api_kwargs[OURS]["seq"], now=FRIDAY)
        self.handled.append(update.update_id)


async def test_an_update_that_kills_the_process_is_set_aside_alone(tmp_path: Path) -> None:
    """What waits behind it in its chat has seen as many deaths, and is innocent."""
    async with house(tmp_path) as found:
        await found.store.write(inbox.take_in, [incoming(1), incoming(2), incoming(3, lane=8)], now=FRIDAY)
        lives = []
        for _ in range(DEATHS + DEATHS_ALONE + 1):
            lives.append(Life(found))
            await lives[-1].lives()
        assert all(life.begun == [1] for life in lives[DEATHS:-1])
        assert lives[-1].begun == [2]
        assert await found.store.read(inbox.counts) == {"waiting": 0, "aside": 1}


async def test_a_suspect_runs_before_all_others_and_alone(tmp_path: Path) -> None:
    async with house(tmp_path) as found:
        await found.store.write(inbox.take_in, [incoming(1)], now=FRIDAY)
        for _ in range(DEATHS):
            await Life(found).lives()
        await found.store.write(inbox.take_in, [incoming(4, lane=8)], now=FRIDAY)
        for _ in range(DEATHS_ALONE):
            life = Life(found)
            await life.lives()
            assert life.begun == [1]
        life = Life(found)
        await life.lives()
        assert life.begun == [4]


@asynccontextmanager
async def house(folder: Path) -> AsyncIterator[House]:
    store = Store(f"sqlite:///{folder / 'house.db'}")
    await store.open()
    yield House(store=store, clock=Clock(), zone=ZoneInfo("Europe/Stockholm"), language=Language.SV)
    await store.close()


def raw(number: int, *, lane: int = 7, text: str = "hej") -> dict[str, Any]:
    message = {"message_id": number, "date": 1, "chat": {"id": lane, "type": "private"}, "text": text}
    return {"update_id": number, "message": message}


def incoming(number: int, *, lane: int = 7) -> Incoming:
    return Incoming(update_id=number, lane=lane, payload=json.dumps(raw(number, lane=lane)))


def owe_nonsense(db: Db, *, chat: int) -> None:
    """A message of a kind that this version does not know."""
    row = outbox.owe(db, MyReports(), chat_id=chat, priority=Priority.REPLY, now=FRIDAY)
    db.execute(change(messages).where(messages.c.id == row).values(kind="Nonsense"))


async def told_to_the_operator(town: Town) -> list[str]:
    environment = {"DATABASE_URL": town.settings.database_url, "PYTHONPATH": str(HOME)}
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot", "status", env=environment, cwd="/", stdout=asyncio.subprocess.PIPE
    )
    written, _ = await process.communicate()
    assert process.returncode == 0
    return written.decode().splitlines()
