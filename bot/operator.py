"""What the operator does from the command line."""

import asyncio
import gc
import signal
import tomllib
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from telegram.error import TelegramError

from bot import logs
from bot.app import App, CannotGoOn, make_bot
from bot.clock import Clock
from bot.settings import Settings
from bot.trouble import Trouble
from domain.people import Role
from domain.refusals import Refusal
from domain.vocabulary import ImportFault
from locales import say
from services import health, invites, places
from storage.migrate import NewerDatabase
from storage.store import CannotOpen, Store

_DATABASE: Mapping[type[Exception], str] = {
    NewerDatabase: "DATABASE_URL: the database was written by a later version; upgrade the program",
    CannotOpen: "DATABASE_URL: no database can be opened there; check the folder, its rights and what the file is",
}

COLLECT_AFTER = 20_000
"""So many more objects made than dropped, before the garbage collector looks at the young ones."""


async def run(settings: Settings) -> None:
    """Run the bot until it is told to stop. Raises Trouble when it cannot."""
    logs.set_up(settings.log_level)
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(logs.unhandled)
    for stop in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(stop, _cancel_once, asyncio.current_task())
    app = App(settings)
    collect_less_often()
    try:
        await app.run()
    except asyncio.CancelledError:
        return
    except CannotGoOn as error:
        raise Trouble(str(error)) from None
    except (NewerDatabase, CannotOpen) as error:
        raise Trouble(_DATABASE[type(error)]) from None


def collect_less_often() -> None:
    """Keep the garbage collector off what has been loaded by now, and off what a busy second makes and drops.

    Each message makes hundreds of short-lived objects, nearly all of which go without it. docs/benchmarks.md has what
    it brings.
    """
    gc.freeze()
    gc.set_threshold(COLLECT_AFTER)


def _cancel_once(running: "asyncio.Task[None] | None") -> None:
    """An impatient second Ctrl-C must not cut the closing short: the database's threads would wait for ever."""
    if running and not running.cancelling():
        running.cancel()


async def import_file(settings: Settings, file: Path) -> int:
    """Import a file in the form of vocabulary.toml, all or nothing. Returns how many entries were new or changed."""
    data = _read(file)
    async with _store(settings) as store:
        try:
            return await store.write(places.take_over, data, file=file.name)
        except ImportFault as fault:
            raise Trouble("nothing was imported:\n" + "\n".join(str(each) for each in fault.faults)) from None


@dataclass(frozen=True, slots=True)
class Invitation:
    """A t.me link that lets one person in, and what they will have to wait for, if anything."""

    link: str
    warning: str | None


async def invite(settings: Settings, *, role: Role, site: str | None, organisation: str) -> Invitation:
    """Make a way in for one person. Raises Trouble for a site that is not there."""
    username = await _username(settings)
    async with _store(settings) as store:
        try:
            token = await store.write(
                invites.issue, role=role, site=site, organisation=organisation, invited_by=None, now=Clock().now()
            )
        except Refusal as refusal:
            raise Trouble(say("en", refusal.text_id, **refusal.details)) from None
        missing = await store.read(invites.waits_for_agreement, token)
    warning = say("en", "agreement-missing", organisation=missing) if missing else None
    return Invitation(f"https://t.me/{username}?start={token}", warning)


async def status(settings: Settings) -> Mapping[str, float]:
    """The bot's health as numbers."""
    async with _store(settings) as store:
        return (await store.read(health.check, now=Clock().now())).as_numbers()


def _read(file: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except OSError as error:
        raise Trouble(f"{file.name}: cannot be read ({error.strerror})") from None
    except UnicodeDecodeError:
        raise Trouble(f"{file.name}: is not UTF-8 text") from None
    except tomllib.TOMLDecodeError as error:
        raise Trouble(f"{file.name}: is not TOML: {error}") from None


async def _username(settings: Settings) -> str:
    """The bot's name in its links. Raises Trouble when Telegram does not tell."""
    bot = make_bot(settings)
    try:
        await bot.initialize()
        return bot.username
    except TelegramError as error:
        raise Trouble(
            f"Telegram did not tell the bot's name: {type(error).__name__}; check BOT_TOKEN and the network"
        ) from None
    finally:
        await bot.shutdown()


@asynccontextmanager
async def _store(settings: Settings) -> AsyncIterator[Store]:
    store = Store(settings.database_url)
    try:
        await store.open()
    except (NewerDatabase, CannotOpen) as error:
        raise Trouble(_DATABASE[type(error)]) from None
    try:
        yield store
    finally:
        await store.close()
