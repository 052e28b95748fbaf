"""Killed again and again while alerts leave and the network fails: the ledger sums, and nobody is missed in silence."""

import asyncio
import random
import sqlite3
from collections.abc import AsyncIterator, Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from domain.alerts import Level
from domain.audience import Audience
from domain.ledger import Entry
from domain.people import Language, Role
from services import ledgers, places, timetable
from services.timetable import Task
from storage import Db, alerts, people
from storage.store import Store
from tests.phones import Sandbox
from tests.process import BotProcess
from tests.screens import Shown
from tests.test_kill import STRATEGIST, everything_fails_at_times, move_in, pays_its_debts, screen
from tests.town import VOCABULARY, Member, vocabulary

PEOPLE = 60
KILLS = 8
RATES = 1.5
"""45 a second: the two alerts take as long as the killing does."""
LAST_DEBT = 60.0
TEXTS = {Level.ACUTE: "Det brinner vid entrén.", Level.INFORMATION: "Veckans lägesbild är klar."}
REPEATED = "Kan ha kommit två gånger"
READERS = [Member(id=2000 + n, name=f"Vakt {n}", role=Role.GUARD, sites=("overby",)) for n in range(PEOPLE)]


@pytest.fixture
async def sandbox() -> AsyncIterator[Sandbox]:
    sandbox = await Sandbox.start(rates=RATES)
    yield sandbox
    await sandbox.stop()


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[Store]:
    store = Store(f"sqlite:///{tmp_path / 'town.db'}")
    await store.open()
    await store.write(places.take_over, vocabulary(), file=VOCABULARY.name)
    for member in (STRATEGIST, *READERS):
        await store.write(move_in, member)
    yield store
    await store.close()


@pytest.fixture
async def bot(tmp_path: Path, sandbox: Sandbox, store: Store) -> AsyncIterator[BotProcess]:
    url = f"sqlite:///{tmp_path / 'town.db'}"
    process = BotProcess(tmp_path, bot_token=sandbox.token, bot_api_url=sandbox.url, database_url=url, rates=RATES)
    yield process
    if process.running:
        await process.is_killed()


@pytest.fixture
def database(tmp_path: Path, bot: BotProcess) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(f"file:{tmp_path / 'town.db'}?mode=ro", uri=True)) as database:
        database.row_factory = sqlite3.Row
        yield database


def ordered(db: Db, level: Level, *, now: datetime) -> int:
    """An alert of Maria's to all guards of Överby that is to leave now."""
    author = people.by_chat(db, STRATEGIST.id)
    assert author
    number = alerts.add(db, author=author.id, language=Language.SV, now=now)
    told = {"text": TEXTS[level], "level": level, "sends_at": now}
    alerts.change(db, number, audience=Audience(("overby",), (Role.GUARD,)), **told)
    timetable.once(db, Task.ALERT, about=number, at=now, now=now)
    return number


@pytest.mark.slow
async def test_everybody_gets_it_or_the_ledger_says_who_may_not_have(
    sandbox: Sandbox, store: Store, bot: BotProcess, database: sqlite3.Connection
) -> None:
    phones = [await sandbox.add({"id": each.id, "first_name": each.first_name}) for each in (STRATEGIST, *READERS)]
    for phone in phones:
        await phone.starts()
    await everything_fails_at_times(sandbox)
    now = datetime.now(UTC)
    numbers = {level: await store.write(ordered, level, now=now) for level in TEXTS}

    chance = random.Random(KILLS)
    for _ in range(KILLS):
        await bot.starts()
        await asyncio.sleep(chance.uniform(0.8, 1.6))
        await bot.is_killed()
    await bot.starts()
    await sandbox.clear_faults()
    await phones[0].says("/status")
    await phones[0].sees("Hur systemet mår", patience=LAST_DEBT)
    await pays_its_debts(database, within=LAST_DEBT)
    assert await bot.stops() == 0

    assert (await sandbox.state())["floods"] == 0
    chats = {member.id: await screen(sandbox, member.id) for member in READERS}
    for level, number in numbers.items():
        await _all_is_accounted_for(store, number, level, chats)


async def _all_is_accounted_for(store: Store, number: int, level: Level, chats: dict[int, list[Shown]]) -> None:
    """What stands in the phones is what the ledger says, and a second copy says that it is one."""
    alert = await store.read(alerts.by_id, number)
    assert alert
    ledger = await store.read(ledgers.of, alert)
    assert ledger.intended == PEOPLE == ledger.of(Entry.DELIVERED) + ledger.of(Entry.UNKNOWN)
    missed = 0
    for chat in chats.values():
        copies = [each for each in chat if TEXTS[level] in each.text]
        missed += not copies
        assert len([each for each in copies if REPEATED not in each.text]) <= 1
        assert len(copies) <= (2 if level is Level.ACUTE else 1)
    assert missed <= ledger.of(Entry.UNKNOWN)
