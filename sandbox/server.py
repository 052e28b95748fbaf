"""The HTTP server: who answers which address."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import suppress
from pathlib import Path

from aiohttp import web

from sandbox import gateway
from sandbox.controls import Controls
from sandbox.phones import LARGEST_FORM, Phones, errors, reply
from sandbox.world import World

PAGE = Path(__file__).with_name("page")
FRESH = {"Cache-Control": "no-store"}


def application(world: World) -> web.Application:
    """The whole sandbox as one aiohttp application; it flushes and stops deliveries when it is cleaned up."""

    async def call(request: web.Request) -> web.StreamResponse:
        token, method = request.match_info["token"], request.match_info["method"]
        return await gateway.serve(world, request, token=token, method=method)

    async def download(request: web.Request) -> web.Response:
        return gateway.download(world, token=request.match_info["token"], path=request.match_info["path"])

    app = web.Application(client_max_size=LARGEST_FORM, middlewares=[errors])
    app.router.add_route("*", "/bot{token}/{method}", call)
    app.router.add_get("/file/bot{token}/{path:.+}", download)
    app.router.add_routes(Phones(world).routes())
    app.router.add_routes(Controls(world).routes())
    app.router.add_get("/", _page)
    app.router.add_get("/page/{file}", _page)
    app.cleanup_ctx.append(lambda _: _running(world))
    return app


def served(world: World) -> web.AppRunner:
    """Whoever hangs up is no longer waited for: neither long polls nor the clock outlive their connection."""
    return web.AppRunner(application(world), access_log=None, shutdown_timeout=1, handler_cancellation=True)


async def _running(world: World) -> AsyncIterator[None]:
    world.webhook.start()
    flushing = asyncio.create_task(world.keep_flushing())
    yield
    flushing.cancel()
    with suppress(asyncio.CancelledError):
        await flushing
    await world.webhook.stop()
    world.flush()
    world.store.close()


async def _page(request: web.Request) -> web.StreamResponse:
    file = (PAGE / request.match_info.get("file", "index.html")).resolve()
    if file.parent != PAGE or not file.is_file():
        return reply({"error": "no such page"}, status=404)
    return web.FileResponse(file, headers=FRESH)
