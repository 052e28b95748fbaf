"""The bot's own web address: the webhook, /health and /metrics."""

import asyncio
import hmac
import logging
from http import HTTPStatus

from aiohttp import web
from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, Gauge, generate_latest

from bot.intake import Intake
from bot.settings import Settings
from bot.trouble import Trouble
from handlers.talk import House
from services import health
from storage.store import Unavailable

log = logging.getLogger(__name__)

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105  # a header's name
LARGEST_UPDATE = 4 * 1024 * 1024
SHUTDOWN = 1.0
"""Seconds that requests under way get when the bot stops."""


class Web:
    """Runs until cancelled; not at all when the settings name no address."""

    def __init__(self, settings: Settings, house: House, intake: Intake) -> None:
        self._settings, self._house, self._intake = settings, house, intake

    async def run(self) -> None:
        """Raises Trouble when the address cannot be listened on."""
        if not self._settings.listen:
            return
        host, _, port = self._settings.listen.rpartition(":")
        runner = web.AppRunner(self._routes(), access_log=None, shutdown_timeout=SHUTDOWN)
        await runner.setup()
        try:
            await web.TCPSite(runner, host, int(port)).start()
            await asyncio.Event().wait()
        except OSError as error:
            raise Trouble(f"LISTEN: cannot listen on this address: {error.strerror}; choose another one") from None
        finally:
            await runner.cleanup()

    def _routes(self) -> web.Application:
        app = web.Application(client_max_size=LARGEST_UPDATE)
        app.router.add_get("/health", self._health)
        app.router.add_get("/metrics", self._metrics)
        if self._settings.webhook_url:
            app.router.add_post("/telegram", self._webhook)
        return app

    async def _webhook(self, request: web.Request) -> web.Response:
        """200 once the update is on disk; 503 when it could not be stored, so that Telegram sends it again."""
        secret = self._settings.webhook_secret.get_secret_value()
        if not hmac.compare_digest(request.headers.get(SECRET_HEADER, "").encode(), secret.encode()):
            return web.Response(status=HTTPStatus.FORBIDDEN)
        try:
            update = await request.json()
        except ValueError:
            return web.Response(status=HTTPStatus.BAD_REQUEST)
        try:
            await self._intake.take([update])
        except Unavailable as error:
            log.error("update not stored: %s", type(error).__name__)
            return web.Response(status=HTTPStatus.SERVICE_UNAVAILABLE)
        return web.Response()

    async def _health(self, _request: web.Request) -> web.Response:
        """200 while the database answers and nothing waits too long."""
        found = await self._house.store.read(health.check, now=self._house.clock.now())
        status = HTTPStatus.OK if found.well else HTTPStatus.SERVICE_UNAVAILABLE
        return web.json_response(found.as_numbers(), status=status)

    async def _metrics(self, _request: web.Request) -> web.Response:
        found = await self._house.store.read(health.check, now=self._house.clock.now())
        registry = CollectorRegistry()
        for name, number in found.as_numbers().items():
            Gauge(f"overblick_{name}", name.replace("_", " "), registry=registry).set(number)
        return web.Response(body=generate_latest(registry), headers={"Content-Type": CONTENT_TYPE_LATEST})
