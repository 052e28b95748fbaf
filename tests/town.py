"""A town to tell stories in: the sandbox as a process of its own, the bot against it over HTTP, and its members."""

import asyncio
import tomllib
from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from contextlib import asynccontextmanager, contextmanager, suppress
from copy import deepcopy
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import create_engine, make_url

from bot.app import App
from bot.settings import Settings, load
from domain.people import EVERY_SITE, Language, Role
from services import membership, places, schedules
from storage import Db, migrate, organisations, people
from storage.store import Store
from tests import copies
from tests.phones import HOME, Phone, Sandbox

VOCABULARY = HOME / "data" / "vocabulary.toml"
FRIDAY = datetime(2026, 11, 27, 14, 0, tzinfo=UTC)
"""A Friday at 15:00 in Trollhättan; the clock starts there, whatever day it is outside."""
ZONE = ZoneInfo("Europe/Stockholm")


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """Somebody who has accepted an invite already."""

    id: int
    name: str
    role: Role
    sites: Sequence[str] = ("overby",)
    organisation: str = "Trygg Bevakning"
    language: Language = Language.SV

    @property
    def first_name(self) -> str:
        return self.name.split()[0]


ANNA = Member(id=101, name="Anna Lindqvist", role=Role.GUARD)
YUSUF = Member(id=102, name="Yusuf Demir", role=Role.GUARD, language=Language.EN)
KARIN = Member(id=103, name="Karin Holm", role=Role.CENTRE_MANAGER, organisation="Överby köpcentrum")
LARS = Member(id=104, name="Lars Ek", role=Role.PROPERTY_OWNER, organisation="Ek Fastigheter")
MARIA = Member(
    id=105, name="Maria Sandberg", role=Role.STRATEGIST, sites=(EVERY_SITE,), organisation="Trollhättans Stad"
)
CAST = (ANNA, YUSUF, KARIN, LARS, MARIA)


@dataclass(slots=True)
class Town:
    """What a story needs. `anna`, `maria` and so on are phones by first name in lower case."""

    sandbox: Sandbox
    settings: Settings
    store: Store
    app: "asyncio.Task[None] | None" = None
    phones: dict[str, Phone] = field(default_factory=dict)

    def __getattr__(self, name: str) -> Phone:
        try:
            return self.phones[name]
        except KeyError:
            raise AttributeError(name) from None

    async def opens(self) -> None:
        """The bot starts, as it would after a reboot."""
        self.app = asyncio.create_task(App(self.settings).run())

    async def closes(self) -> None:
        """The bot stops in good order."""
        if self.app is None:
            return
        self.app.cancel()
        with suppress(asyncio.CancelledError):
            await self.app

    async def welcomes(self, member: Member) -> Phone:
        """A member with a phone that has started the bot."""
        phone = await self.stranger(member.id, member.first_name, language=member.language)
        await self.sandbox.line.post(f"/phones/{member.id}/start", {})
        await self.store.write(join, member, now=FRIDAY)
        return phone

    async def stranger(self, number: int, name: str, *, language: str = "sv") -> Phone:
        """A phone whose owner nobody has invited."""
        phone = await self.sandbox.add({"id": number, "first_name": name, "language_code": language})
        self.phones[name.lower()] = phone
        return phone

    async def wind(self, *, minutes: float = 0, seconds: float = 0, to: datetime | None = None) -> dict[str, Any]:
        return await self.sandbox.wind(by=minutes * 60 + seconds, to=to)

    async def settles(self) -> None:
        """Waits until the bot has done everything that is due."""
        await self.sandbox.wind(by=0.01)


def join(db: Db, member: Member, *, now: datetime) -> None:
    """Make somebody a member without the steps that a story about joining would take."""
    organisation = organisations.id_of(db, member.organisation)
    organisations.change(db, organisation, agreed_on=now.date())
    person = people.add(db, chat_id=member.id, organisation=organisation, now=now)
    people.change(db, person, name=member.name, language=member.language, accepted_at=now)
    for site in member.sites:
        people.give_role(db, person, site=site, role=member.role)
    membership.let_in(db, person, now=now)


def vocabulary() -> Mapping[str, Any]:
    """What the file says; whoever gets it may change it."""
    return deepcopy(_vocabulary())


@cache
def _vocabulary() -> dict[str, Any]:
    return tomllib.loads(VOCABULARY.read_text(encoding="utf-8"))


@contextmanager
def town_of(cast: tuple[Member, ...], *, now: datetime) -> Iterator[Db]:
    """A database in memory with the vocabulary, the standing schedules and these members; whatever is done to it."""
    with copies.copy(_town_of(cast, now)) as db:
        yield db


@cache
def _town_of(cast: tuple[Member, ...], now: datetime) -> copies.Filled:
    def settle(db: Db) -> None:
        places.take_over(db, vocabulary(), file=VOCABULARY.name)
        schedules.prepare(db, zone=ZONE, now=now)
        for member in cast:
            join(db, member, now=now)

    return copies.filled(settle)


@cache
def nobodys_town() -> bytes:
    """A database with its schema and vocabulary. It takes a fifth of a second to make, and is the same each time."""
    with TemporaryDirectory() as folder:
        url = make_url(f"sqlite:///{Path(folder) / 'town.db'}")
        migrate.to_newest(url)
        engine = create_engine(url)
        with engine.begin() as db:
            places.take_over(db, vocabulary(), file=VOCABULARY.name)
        engine.dispose()
        return (Path(folder) / "town.db").read_bytes()


@asynccontextmanager
async def founded(
    folder: Path, *, rates: float = 20, cast: Sequence[Member] = CAST, **settings: Any
) -> AsyncIterator[Town]:
    """A town with its vocabulary and cast, the bot not yet started; on `.env.example` but for what it must change."""
    sandbox = await Sandbox.start(rates=rates, at=FRIDAY.isoformat())
    changed = {
        "bot_token": sandbox.token,
        "bot_api_url": sandbox.url,
        "clock_url": sandbox.url,
        "database_url": f"sqlite:///{folder / 'town.db'}",
        "rates": rates,
    }
    chosen = load(HOME / ".env.example")
    chosen = Settings.model_validate(chosen.model_dump() | changed | settings)
    (folder / "town.db").write_bytes(await asyncio.to_thread(nobodys_town))
    store = Store(chosen.database_url)
    await store.open()
    town = Town(sandbox=sandbox, settings=chosen, store=store)
    try:
        for member in cast:
            await town.welcomes(member)
        yield town
    finally:
        await town.closes()
        await store.close()
        await sandbox.stop()
