"""What tests and the page steer: the clock, faults, rates, and the stream of events."""

from contextlib import suppress

from aiohttp import web

from sandbox.events import Event
from sandbox.phones import asked, needed, reply
from sandbox.refusals import Impossible, Json
from sandbox.wire import encoded
from sandbox.world import World

HEARTBEAT = 15.0


class Controls:
    """Each method answers one request of the contract's table."""

    def __init__(self, world: World) -> None:
        self._world = world

    def routes(self) -> list[web.RouteDef]:
        return [
            web.get("/clock", self.clock),
            web.post("/clock/idle", self.idle),
            web.post("/clock/wind", self.wind),
            web.get("/faults", self.faults),
            web.post("/faults", self.order_fault),
            web.delete("/faults", self.clear_faults),
            web.get("/calls", self.calls),
            web.get("/versions", self.versions),
            web.get("/state", self.state),
            web.post("/rates", self.rates),
            web.get("/events", self.events),
        ]

    async def clock(self, request: web.Request) -> web.Response:
        if "after" not in request.query:
            return reply(self._world.clock.reading())
        after, timeout = int(request.query["after"]), float(request.query.get("timeout", 30))
        return reply(await self._world.clock.follow(after, timeout=timeout))

    async def idle(self, request: web.Request) -> web.Response:
        told = await asked(request)
        due = told.get("next_due")
        self._world.clock.idle(int(needed(told, "seq")), next_due=None if due is None else float(due))
        return reply({})

    async def wind(self, request: web.Request) -> web.Response:
        told = await asked(request)
        if "to" not in told and "by" not in told:
            raise Impossible("to or by is missing")
        to = float(told["to"]) if "to" in told else self._world.clock.now() + float(told["by"])
        return reply(await self._world.clock.wind(to, stop_timeout=float(told.get("stop_timeout", 30))))

    async def faults(self, request: web.Request) -> web.Response:
        return reply(self._world.faults.told())

    async def order_fault(self, request: web.Request) -> web.Response:
        self._world.faults.order(await asked(request))
        return reply({})

    async def clear_faults(self, request: web.Request) -> web.Response:
        self._world.faults.clear()
        return reply({})

    async def calls(self, request: web.Request) -> web.Response:
        return reply(self._world.calls.after(int(request.query.get("after", 0))))

    async def versions(self, request: web.Request) -> web.Response:
        shown = self._world.chats.versions(after=int(request.query.get("after", 0)))
        return reply([{**version.body, "event": version.event} for version in shown])

    async def state(self, request: web.Request) -> web.Response:
        return reply(self._world.counts())

    async def rates(self, request: web.Request) -> web.Response:
        self._world.floods.set(float(needed(await asked(request), "rates")))
        return reply({})

    async def events(self, request: web.Request) -> web.StreamResponse:
        """Server-sent events, from Last-Event-ID on or from now."""
        events = self._world.events
        stream = web.StreamResponse(headers={"Content-Type": "text/event-stream", "Cache-Control": "no-store"})
        await stream.prepare(request)
        with suppress(ConnectionResetError):  # whoever listened has left
            await self._tell(stream, int(request.headers.get("Last-Event-ID", events.last)))
        return stream

    async def _tell(self, stream: web.StreamResponse, seen: int) -> None:
        await stream.write(b": hello\n\n")
        while True:
            seen, raw = self._news(seen)
            if raw:
                await stream.write(raw)
            elif not await self._world.events.bell.wait(HEARTBEAT):
                await stream.write(b": still here\n\n")

    def _news(self, seen: int) -> tuple[int, bytes]:
        news = list(self._world.events.after(seen))
        raw = [b"id: %d\ndata: %s\n\n" % (each.number, encoded(_told(each))) for each in news]
        return (news[-1].number if news else seen), b"".join(raw)


def _told(event: Event) -> Json:
    about = {} if event.message is None else {"message": event.message}
    return {"event": event.number, "phone": event.phone, "kind": event.kind, "at": event.at} | about
