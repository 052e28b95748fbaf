"""The phones' side over HTTP: JSON in and out, errors as {"error": …}."""

import json
from collections.abc import Awaitable, Callable, Sequence

from aiohttp import web

from sandbox import acts, screen
from sandbox.files import Upload
from sandbox.people import NAMES, Group, Person
from sandbox.refusals import Impossible, Json
from sandbox.wire import encoded
from sandbox.world import World

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]
LARGEST_FORM = 64 * 1024 * 1024


class Phones:
    """Each method answers one request of the contract's table."""

    def __init__(self, world: World) -> None:
        self._world = world

    def routes(self) -> list[web.RouteDef]:
        one = "/phones/{id}"
        return [
            web.get("/phones", self.list),
            web.post("/phones", self.add),
            web.post("/groups", self.add_group),
            web.get(one + "/chat", self.chat),
            web.post(one + "/start", self.start),
            web.post(one + "/text", self.text),
            web.post(one + "/photo", self.photo),
            web.post(one + "/document", self.document),
            web.post(one + "/voice", self.voice),
            web.post(one + "/location", self.location),
            web.post(one + "/edit", self.edit),
            web.post(one + "/tap", self.tap),
            web.post(one + "/read", self.read),
            web.post(one + "/block", self.block),
            web.post(one + "/unblock", self.unblock),
            web.post(one + "/deactivate", self.deactivate),
            web.get("/file/{id}/{unique_id}", self.file),
        ]

    async def list(self, request: web.Request) -> web.Response:
        return reply([screen.line(self._world, person) for person in self._world.people.values()])

    async def add(self, request: web.Request) -> web.Response:
        told = await asked(request)
        number = int(needed(told, "id"))
        person = self._world.people.get(number) or Person(number, str(needed(told, "first_name")))
        person.rename({name: str(told[name]) for name in NAMES if name in told})
        self._world.add_person(person)
        return reply(screen.line(self._world, person))

    async def add_group(self, request: web.Request) -> web.Response:
        """A group: one that the bot was kicked from, or with `upgraded_to` one that is a supergroup of that id now."""
        told = await asked(request)
        group = Group(int(needed(told, "id")), str(needed(told, "title")))
        group.upgraded_to, group.kicked = int(told.get("upgraded_to", 0)), bool(told.get("kicked", False))
        self._world.add_group(group)
        return reply(group.chat())

    async def chat(self, request: web.Request) -> web.Response:
        after = int(request.query.get("after", 0))
        return reply(screen.chat(self._world, self._person(request), after=after))

    async def start(self, request: web.Request) -> web.Response:
        told = await asked(request)
        message = acts.start(self._world, self._person(request), payload=str(told.get("payload") or ""))
        return reply({"message_id": message.id})

    async def text(self, request: web.Request) -> web.Response:
        told = await asked(request)
        message = acts.write(
            self._world,
            self._person(request),
            text=str(needed(told, "text")),
            reply_to=int(told.get("reply_to") or 0),
            forward_from=str(told.get("forward_from") or ""),
        )
        return reply({"message_id": message.id})

    async def photo(self, request: web.Request) -> web.Response:
        form = await request.post()
        messages = acts.send_photos(
            self._world,
            self._person(request),
            _uploads(form.getall("file", [])),
            caption=str(form.get("caption", "")),
            reply_to=int(str(form.get("reply_to") or 0)),
        )
        return reply({"message_ids": [message.id for message in messages]})

    async def document(self, request: web.Request) -> web.Response:
        form = await request.post()
        uploads = _uploads(form.getall("file", []))
        if not uploads:
            raise Impossible("file is missing")
        caption = str(form.get("caption", ""))
        message = acts.send_document(self._world, self._person(request), uploads[0], caption=caption)
        return reply({"message_id": message.id})

    async def voice(self, request: web.Request) -> web.Response:
        return reply({"message_id": acts.send_voice(self._world, self._person(request)).id})

    async def location(self, request: web.Request) -> web.Response:
        """With a `message_id` a live location moves."""
        told, person = await asked(request), self._person(request)
        latitude, longitude = float(needed(told, "latitude")), float(needed(told, "longitude"))
        if number := int(told.get("message_id") or 0):
            acts.move(self._world, person, message_id=number, latitude=latitude, longitude=longitude)
            return reply({"message_id": number})
        period = int(told.get("live_period") or 0)
        sent = acts.send_location(self._world, person, latitude=latitude, longitude=longitude, live_period=period)
        return reply({"message_id": sent.id})

    async def edit(self, request: web.Request) -> web.Response:
        told = await asked(request)
        number, text = int(needed(told, "message_id")), str(needed(told, "text"))
        acts.edit(self._world, self._person(request), message_id=number, text=text)
        return reply({"message_id": number})

    async def tap(self, request: web.Request) -> web.Response:
        """A button with a link opens it on the phone; the bot hears nothing of it."""
        told, person = await asked(request), self._person(request)
        number, button = int(needed(told, "message_id")), self._button(person, told)
        if "callback_data" not in button:
            opened = {"text": "", "show_alert": False, "url": button.get("url", "")}
            return reply({"query_id": None, "answer": opened})
        query = acts.tap(self._world, person, message_id=number, data=str(button["callback_data"]))
        answer = await self._world.taps.answered(query, within=float(told.get("wait") or 0))
        return reply({"query_id": query.id, "answer": answer})

    async def read(self, request: web.Request) -> web.Response:
        acts.read(self._world, self._person(request))
        return reply({})

    async def block(self, request: web.Request) -> web.Response:
        acts.block(self._world, self._person(request))
        return reply({})

    async def unblock(self, request: web.Request) -> web.Response:
        acts.unblock(self._world, self._person(request))
        return reply({})

    async def deactivate(self, request: web.Request) -> web.Response:
        """The account is gone; nothing tells the bot until it writes."""
        person = self._person(request)
        person.deactivated = True
        self._world.keep(person)
        return reply({})

    async def file(self, request: web.Request) -> web.Response:
        self._person(request)
        file = self._world.files.at(request.match_info["unique_id"])
        if file is None:
            raise Impossible("no such file", status=404)
        headers = {"Content-Disposition": "attachment"} if file.kind == "document" else {}
        return web.Response(body=self._world.files.content(file), content_type=file.mime_type, headers=headers)

    def _button(self, person: Person, told: Json) -> Json:
        if told.get("data") is not None:
            return {"callback_data": told["data"]}
        number, row, column = (int(needed(told, name)) for name in ("message_id", "row", "column"))
        return acts.button(self._world, person, message_id=number, row=row, column=column)

    def _person(self, request: web.Request) -> Person:
        return self._world.person(int(request.match_info["id"]))


def reply(value: object, *, status: int = 200) -> web.Response:
    return web.Response(status=status, body=encoded(value), content_type="application/json")


async def asked(request: web.Request) -> Json:
    """The request's JSON object; an empty body is an empty object."""
    told = json.loads(await request.read() or b"{}")
    if not isinstance(told, dict):
        raise Impossible("a JSON object was expected")
    return told


def needed(told: Json, name: str) -> str | int | float:
    if told.get(name) is None:
        raise Impossible(f"{name} is missing")
    value: str | int | float = told[name]
    return value


def _uploads(fields: Sequence[object]) -> list[Upload]:
    return [
        Upload(field.filename, field.content_type, field.file.read())
        for field in fields
        if isinstance(field, web.FileField)
    ]


@web.middleware
async def errors(request: web.Request, handler: Handler) -> web.StreamResponse:
    """What a phone or a test asked wrongly is told in one line."""
    try:
        return await handler(request)
    except Impossible as refusal:
        return reply({"error": str(refusal)}, status=refusal.status)
    except (ValueError, TypeError) as wrong:
        return reply({"error": str(wrong)}, status=400)
