"""The only place where the parts meet, and the only one that starts tasks."""

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial
from typing import Any

import aiohttp
from telegram.error import BadRequest, Conflict, InvalidToken, NetworkError, RetryAfter
from telegram.ext import Application, ExtBot

from bot.caller import Caller
from bot.clock import Clock, SandboxClock
from bot.courier import TokenRefused
from bot.delivery import Delivery
from bot.intake import Intake
from bot.request import AiohttpRequest, Timeouts
from bot.scheduler import Scheduler
from bot.settings import Settings
from bot.trouble import Trouble
from bot.web import Web
from domain.pacing import Pacer
from handlers.talk import House
from handlers.updates import ALLOWED, register
from storage.store import Store

log = logging.getLogger(__name__)


WRONG_TOKEN = "BOT_TOKEN: Telegram does not know this token; get the right one from @BotFather"  # noqa: S105  # no token
PATIENCE = 2.0
"""Seconds between two tries of what the bot cannot start without."""


class CannotGoOn(Exception):
    """Why the bot stopped, in one line for the operator."""


@dataclass(slots=True)
class App:
    """Everything that runs, from `open` to `close`."""

    settings: Settings
    clock: Clock = field(default_factory=Clock)

    async def run(self) -> None:
        """Run until cancelled. Raises CannotGoOn when Telegram says that this bot cannot."""
        async with self._house() as house, self._application(house) as application:
            await self._serve(house, application)

    @asynccontextmanager
    async def _house(self) -> AsyncIterator[House]:
        store = Store(self.settings.database_url)
        if self.settings.clock_url:
            async with aiohttp.ClientSession() as session:
                await SandboxClock(self.settings.clock_url, self.clock, _nothing_due).read(session)
        await store.open()
        try:
            settings = self.settings
            wait = timedelta(minutes=settings.escalate_after)
            yield House(
                store=store, clock=self.clock, zone=settings.zone, language=settings.language, escalate_after=wait
            )
        finally:
            await store.close()

    @asynccontextmanager
    async def _application(self, house: House) -> AsyncIterator[Application[Any, Any, Any, Any, Any, Any]]:
        application = Application.builder().bot(make_bot(self.settings)).updater(None).job_queue(None).build()
        register(application, house)
        try:
            await _patiently(application.initialize)
            yield application
        finally:
            await application.shutdown()
            await application.bot.shutdown()  # its connections are open though initialize failed

    async def _serve(self, house: House, application: Application[Any, Any, Any, Any, Any, Any]) -> None:
        bot: Caller = application.bot
        delivery = Delivery(
            house, bot, self.clock, Pacer(factor=self.settings.rates, pays=self.settings.allow_paid_broadcast)
        )
        intake = Intake(house, bot, self.clock, application.process_update)
        scheduler = Scheduler(house)
        house.store.committed = delivery.wake
        await delivery.recover()
        await scheduler.prepare()
        work: list[Coroutine[Any, Any, None]] = [delivery.run(), scheduler.run()]
        work.append(Web(self.settings, house, intake).run())
        work.append(intake.run(partial(self._updates, bot, intake)))
        if self.settings.clock_url:
            finish = _Finishing(house, intake, delivery, scheduler)
            work.append(SandboxClock(self.settings.clock_url, self.clock, finish.all_due).follow())
        await _all(work)

    async def _updates(self, bot: ExtBot[None], intake: Intake) -> None:
        """What Telegram has, by the way that the settings say."""
        settings = self.settings
        if settings.webhook_url:
            secret = settings.webhook_secret.get_secret_value()
            hook = partial(bot.set_webhook, settings.webhook_url, allowed_updates=ALLOWED, secret_token=secret)
            await _patiently(hook)
            await asyncio.Event().wait()
        await _patiently(bot.delete_webhook)
        await intake.poll()


@dataclass(frozen=True, slots=True)
class _Finishing:
    """Does all that is due by now, for a clock that waits at each due time until nothing is left to do."""

    house: House
    intake: Intake
    delivery: Delivery
    scheduler: Scheduler

    async def all_due(self) -> datetime | None:
        """Returns when the next thing falls due, or None."""
        while True:
            await self.scheduler.tick()
            self.delivery.wake()
            if self.intake.idle and await self.delivery.idle() and self.intake.idle:
                return await self.scheduler.next_due()
            await asyncio.sleep(0.005)


def make_bot(settings: Settings) -> Caller:
    timeouts = Timeouts(read=15.0)
    calls, updates = (AiohttpRequest(https_proxy=settings.https_proxy or None, timeouts=timeouts) for _ in range(2))
    return Caller(
        settings.token,
        settings.bot_api_url,
        request=calls,
        updates_request=updates,
        pays=settings.allow_paid_broadcast,
    )


async def _patiently(call: Callable[[], Awaitable[object]]) -> None:
    """Make a call that the bot cannot start without, again and again while the network or Telegram is away."""
    while True:
        try:
            await call()
        except InvalidToken:
            raise CannotGoOn(WRONG_TOKEN) from None
        except BadRequest as error:  # a NetworkError to the library, but asking again changes nothing
            raise CannotGoOn(f"Telegram refuses: {error.message}; check WEBHOOK_URL and WEBHOOK_SECRET") from None
        except (NetworkError, RetryAfter) as error:
            log.warning("Telegram cannot be reached yet: %s", type(error).__name__)
            await asyncio.sleep(PATIENCE)
        else:
            return


async def _all(work: list[Coroutine[Any, Any, None]]) -> None:
    try:
        async with asyncio.TaskGroup() as group:
            for each in work:
                group.create_task(each)
    except* Trouble as troubles:
        raise CannotGoOn(str(troubles.exceptions[0])) from None
    except* TokenRefused:
        raise CannotGoOn(WRONG_TOKEN) from None
    except* Conflict:
        raise CannotGoOn("this bot is running somewhere else too; stop the other one and start again") from None


async def _nothing_due() -> datetime | None:
    return None
