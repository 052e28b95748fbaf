"""Killed again and again while a hundred people report and the network fails: nothing is lost or done twice."""

import asyncio
import random
import sqlite3
import time
from collections import Counter
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest

from domain import quiet
from domain.people import EVERY_SITE, Role
from services import places
from storage import Db, people
from storage.store import Store
from tests.crowd import Guard, Sighting
from tests.phones import Sandbox
from tests.process import BotProcess
from tests.screens import Shown
from tests.town import FRIDAY, VOCABULARY, Member, join, vocabulary

PEOPLE = 100
REPORTS = 3
"""By each at least, every one of them seven updates or more; they go on for as long as the bot is being killed."""
UPDATES = 2_000
KILLS = 25
RATES = 20
AT_THE_STATION = 8
"""So many work where their last report is one that rings on the others' phones."""
STANDSTILL = 60.0
"""Real seconds without a receipt and without a kill: it hangs. A busy machine needs longer for all, but it gets on, and
who lost a card and then its copy is back at work after three times a guard's patience."""
LAST_DEBT = 40.0
"""Real seconds until the last debt is paid: an edit that failed five times waits up to 32 for its sixth try."""
SHOWN = 3
"""Of so many guards who do not get on a failure shows the chats."""

STRATEGIST = Member(
    id=7, name="Maria Sandberg", role=Role.STRATEGIST, sites=(EVERY_SITE,), organisation="Trollhättans Stad"
)
GUARDS = [
    Member(id=1000 + n, name=f"Vakt {n}", role=Role.GUARD, sites=("resecentrum" if n < AT_THE_STATION else "overby",))
    for n in range(PEOPLE)
]
FAULTS = {
    "timeout_before": 0.02,
    "timeout_after": 0.02,
    "drop_before": 0.02,
    "drop_after": 0.02,
    "500": 0.01,
    "502_html": 0.01,
    "429": 0.002,
}
"""The share of calls that each strikes."""
DEBTS = """
    SELECT 1 FROM messages WHERE next_at <= ?
    UNION ALL SELECT 1 FROM updates WHERE done_at IS NULL AND aside_at IS NULL LIMIT 1
"""


@dataclass(frozen=True, slots=True)
class Aftermath:
    """What is left when all is over: the bot's database, the phones, and how many updates each of them sent."""

    database: sqlite3.Connection
    chats: dict[int, list[Shown]]
    sent: dict[int, int]
    filed: dict[int, int]

    def rows(self, query: str) -> list[sqlite3.Row]:
        return self.database.execute(query).fetchall()


@pytest.fixture
async def sandbox() -> AsyncIterator[Sandbox]:
    sandbox = await Sandbox.start(rates=RATES)
    yield sandbox
    await sandbox.stop()


@pytest.fixture
async def bot(tmp_path: Path, sandbox: Sandbox) -> AsyncIterator[BotProcess]:
    """Not yet started, with everybody a member already."""
    url = f"sqlite:///{tmp_path / 'town.db'}"
    store = Store(url)
    await store.open()
    await store.write(places.take_over, vocabulary(), file=VOCABULARY.name)
    for member in (STRATEGIST, *GUARDS):
        await store.write(move_in, member)
    await store.close()
    process = BotProcess(tmp_path, bot_token=sandbox.token, bot_api_url=sandbox.url, database_url=url, rates=RATES)
    yield process
    if process.running:
        await process.is_killed()


def move_in(db: Db, member: Member) -> None:
    """A member whose phone rings at any hour: the clock is the real one."""
    join(db, member, now=FRIDAY)
    person = people.by_chat(db, member.id)
    assert person
    people.change(db, person.id, quiet_from=quiet.OFF.starts, quiet_to=quiet.OFF.ends)


@pytest.fixture
def database(tmp_path: Path, bot: BotProcess) -> Iterator[sqlite3.Connection]:
    """The bot's database as somebody sees it who can only read."""
    with closing(sqlite3.connect(f"file:{tmp_path / 'town.db'}?mode=ro", uri=True)) as database:
        database.row_factory = sqlite3.Row
        yield database


@pytest.mark.slow
async def test_nothing_is_lost_and_nothing_done_twice(
    sandbox: Sandbox, bot: BotProcess, database: sqlite3.Connection
) -> None:
    crowd = [Guard(sandbox.line, member.id) for member in (STRATEGIST, *GUARDS)]
    for guard in crowd:
        await sandbox.line.post("/phones", {"id": guard.id, "first_name": str(guard.id)})
        await guard.starts()
    await everything_fails_at_times(sandbox)

    async with asyncio.TaskGroup() as work:
        killing = work.create_task(kill_again_and_again(bot, database))
        reporting = [(guard, work.create_task(report(guard, until=killing))) for guard in crowd[1:]]
        work.create_task(all_get_on(bot, killing, reporting))
    await sandbox.clear_faults()
    await pays_its_debts(database, within=LAST_DEBT)
    assert await bot.stops() == 0

    chats = {guard.id: await screen(sandbox, guard.id) for guard in crowd}
    sent, filed = {guard.id: guard.sent for guard in crowd}, {guard.id: guard.filed for guard in crowd}
    left = Aftermath(database, chats, sent, filed)
    every_update_was_handled_once_and_in_order(left)
    every_report_exists_once(left)
    every_message_arrived_or_is_unknown(left)
    every_phone_that_should_rang_once(left)


async def everything_fails_at_times(sandbox: Sandbox) -> None:
    for seed, (kind, share) in enumerate(FAULTS.items()):
        seconds = 1 if kind == "429" else 0.2
        for method in ("sendMessage", "editMessageText", "answerCallbackQuery"):
            await sandbox.fault(kind, method=method, share=share, seed=seed, seconds=seconds)
        await sandbox.fault(kind, method="getUpdates", share=share / 4, seed=seed, seconds=seconds)
    await sandbox.fault("duplicate_update", share=0.05, seed=len(FAULTS))


def sighting(guard: int, number: int) -> Sighting:
    """What this guard reports as number so and so."""
    if guard >= GUARDS[AT_THE_STATION].id:
        return Sighting(number, "vandalism")
    return Sighting(number, "violence" if number == REPORTS else "vandalism")


async def report(guard: Guard, *, until: "asyncio.Task[None]") -> None:
    while guard.filed < REPORTS or not until.done():
        await guard.files(sighting(guard.id, guard.filed + 1))


async def kill_again_and_again(bot: BotProcess, database: sqlite3.Connection) -> None:
    """Started again at once, and killed at a moment of chance: while it starts, or when it has handled some updates."""
    chance = random.Random(KILLS)
    for kill in range(KILLS):
        await bot.starts()
        if kill % 3:
            await handles_more(bot, database, chance.randint(40, 80))
            await asyncio.sleep(chance.uniform(0.0, 0.2))
        else:
            await asyncio.sleep(chance.uniform(0.0, 0.4))
        await bot.is_killed()
    await bot.starts()


async def all_get_on(
    bot: BotProcess, killing: "asyncio.Task[None]", reporting: "Sequence[tuple[Guard, asyncio.Task[None]]]"
) -> None:
    """Looks on until all have reported; fails when the bot ended by itself, and at a standstill."""
    steps, since = 0, time.monotonic()
    while at_work := [guard for guard, task in reporting if not task.done()]:
        assert bot.running or not killing.done(), bot.written()[-1]
        before, steps = steps, bot.lives + sum(guard.filed for guard, _ in reporting)
        since = since if steps == before else time.monotonic()
        assert time.monotonic() - since < STANDSTILL, "\n\n".join(map(str, at_work[:SHOWN]))
        await asyncio.sleep(1.0)


async def handles_more(bot: BotProcess, database: sqlite3.Connection, updates: int) -> None:
    query = "SELECT count(*) FROM updates WHERE done_at"
    enough = database.execute(query).fetchone()[0] + updates
    while database.execute(query).fetchone()[0] < enough:
        assert bot.running, bot.written()[-1]
        await asyncio.sleep(0.05)


async def pays_its_debts(database: sqlite3.Connection, *, within: float) -> None:
    """Waits until no update waits and nothing owed is due."""
    async with asyncio.timeout(within):
        while database.execute(DEBTS, [time.time_ns() // 1000]).fetchone():  # noqa: ASYNC110  # not ours, rings no bell
            await asyncio.sleep(0.1)


async def screen(sandbox: Sandbox, phone: int) -> list[Shown]:
    chat = await sandbox.line.get(f"/phones/{phone}/chat")
    return [Shown(body) for body in chat["messages"]]


def every_update_was_handled_once_and_in_order(left: Aftermath) -> None:
    rows = left.rows("SELECT * FROM updates ORDER BY lane, seq")
    assert len(rows) >= UPDATES
    assert not [row["seq"] for row in rows if row["aside_at"] or not row["done_at"]]
    assert Counter(row["lane"] for row in rows) == left.sent
    arrived = [(row["lane"], row["update_id"]) for row in rows]
    assert arrived == sorted(arrived)
    done = [(row["lane"], row["done_at"]) for row in rows]
    assert done == sorted(done)


def every_report_exists_once(left: Aftermath) -> None:
    rows = left.rows("SELECT reports.*, chat_id FROM reports JOIN people ON author_id = people.id WHERE filed_at")
    assert sorted(row["number"] for row in rows) == list(range(1, sum(left.filed.values()) + 1))
    found = Counter((row["chat_id"], row["category"], row["place"], row["text"]) for row in rows)
    assert found == Counter(
        (guard, seen.category, seen.place, "\n".join(seen.texts))
        for guard, filed in left.filed.items()
        for seen in (sighting(guard, number) for number in range(1, filed + 1))
    )


def every_message_arrived_or_is_unknown(left: Aftermath) -> None:
    """One that arrived stands in its chat and shows its newest state, or will when that is due."""
    rows = left.rows("SELECT * FROM messages")
    states = Counter(row["state"] for row in rows)
    assert states.keys() <= {"sent", "unknown", "withdrawn"}, states
    standing = {chat: {each.id for each in messages} for chat, messages in left.chats.items()}
    for row in rows:
        if row["state"] == "sent" and row["kind"] != "Menu":
            assert row["message_id"] in standing[row["chat_id"]], dict(row)
            assert row["shown"] == row["wanted"] or row["next_at"], dict(row)


def every_phone_that_should_rang_once(left: Aftermath) -> None:
    """Everybody at the station but the author, and the strategist: owed once each, heard twice only with a warning."""
    rung = left.rows("SELECT 'report:' || id AS subject, number FROM reports WHERE category = 'violence' AND filed_at")
    owed = left.rows("SELECT * FROM messages WHERE kind = 'ReportPush'")
    assert Counter(row["subject"] for row in owed) == {row["subject"]: AT_THE_STATION for row in rung}
    assert len({(row["chat_id"], row["subject"]) for row in owed}) == len(owed)
    numbers = {row["subject"]: row["number"] for row in rung}
    for row in owed:
        heard = [each for each in left.chats[row["chat_id"]] if f"#{numbers[row['subject']]} · " in each.text]
        pushes = [each for each in heard if each.protected]
        assert pushes or row["state"] == "unknown", dict(row)
        assert len([each for each in pushes if "två gånger" not in each.text]) <= 1, dict(row)
