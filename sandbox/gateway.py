"""`/bot<token>/<method>`: reads a call, lets faults have their way, answers as the Bot API does, and keeps count."""

import asyncio
import inspect
import json
from urllib.parse import parse_qsl

from aiohttp import web

from sandbox.api import METHODS
from sandbox.call import Call
from sandbox.faults import HOLD_SECONDS, Fault, Ordered
from sandbox.files import Upload
from sandbox.refusals import Json, Refused, bad_request, conflict, too_many
from sandbox.rules import LARGEST_UPLOAD
from sandbox.wire import accepted, encoded
from sandbox.world import World

NAMES = {name.lower(): name for name in METHODS}
BAD_GATEWAY = b"<html><head><title>502 Bad Gateway</title></head><body><center>nginx</center></body></html>"
UNAUTHORIZED = Refused(401, "Unauthorized")
NOT_FOUND = Refused(404, "Not Found: method not found")


async def serve(world: World, request: web.Request, *, token: str, method: str) -> web.StreamResponse:
    name = NAMES.get(method.lower(), method)
    try:
        params, uploads = await _parameters(request)
        call = Call(world, name, params, uploads)
    except Refused as refusal:
        return _refuse(Call(world, name, {}), refusal, fault=None)
    fault = world.faults.of_call(name, call.chat)
    if fault is None:
        return await _answer(call, token)
    return await _answer_with_fault(call, token, fault=fault, request=request)


async def _answer(call: Call, token: str, *, fault: str | None = None) -> web.Response:
    """An object or list of another shape than the Bot API's is the caller's mistake, wherever it is noticed."""
    try:
        if token != call.world.bot.token:
            raise UNAUTHORIZED
        if call.method not in METHODS:
            raise NOT_FOUND
        result = METHODS[call.method](call)
        if inspect.isawaitable(result):
            result = await result
    except Refused as refusal:
        return _refuse(call, refusal, fault=fault)
    except (AttributeError, KeyError, TypeError, ValueError) as wrong:
        return _refuse(call, bad_request(f"wrong parameters in request: {wrong!r}"), fault=fault)
    call.world.calls.record(call.method, call.chat, status=200, fault=fault)
    return _json(200, accepted(result))


async def _answer_with_fault(call: Call, token: str, *, fault: Ordered, request: web.Request) -> web.Response:
    match fault.kind:
        case Fault.FLOOD:
            return _refuse(call, too_many(int(fault.seconds or 1)), fault=fault.kind)
        case Fault.SERVER_ERROR:
            return _refuse(call, Refused(500, "Internal Server Error"), fault=fault.kind)
        case Fault.UNAUTHORIZED:
            return _refuse(call, UNAUTHORIZED, fault=fault.kind)
        case Fault.CONFLICT:
            words = "terminated by other getUpdates request; make sure that only one bot instance is running"
            return _refuse(call, conflict(words), fault=fault.kind)
        case Fault.BAD_GATEWAY:
            call.world.calls.record(call.method, call.chat, status=502, fault=fault.kind)
            return web.Response(status=502, body=BAD_GATEWAY, content_type="text/html")
    return await _never_answer(call, token, fault=fault, request=request)


async def _never_answer(call: Call, token: str, *, fault: Ordered, request: web.Request) -> web.Response:
    """The connection is closed without an answer, at once or after a while, the call done or not."""
    if fault.kind in {Fault.TIMEOUT_AFTER, Fault.DROP_AFTER}:
        await _answer(call, token, fault=fault.kind)
    else:
        call.world.calls.record(call.method, call.chat, status=0, fault=fault.kind)
    if fault.kind in {Fault.TIMEOUT_BEFORE, Fault.TIMEOUT_AFTER}:
        await asyncio.sleep(HOLD_SECONDS if fault.seconds is None else fault.seconds)
    if request.transport:
        request.transport.abort()
    return web.Response()


def download(world: World, *, token: str, path: str) -> web.Response:
    """A file by the path that getFile gave."""
    file = world.files.at(path)
    if token != world.bot.token or file is None:
        return _json(404, encoded(Refused(404, "Not Found").answer()))
    return web.Response(body=world.files.content(file), content_type="application/octet-stream")


def _refuse(call: Call, refusal: Refused, *, fault: str | None) -> web.Response:
    wait = (refusal.parameters or {}).get("retry_after")
    call.world.calls.record(call.method, call.chat, status=refusal.code, fault=fault, retry_after=wait)
    return _json(refusal.code, encoded(refusal.answer()))


def _json(status: int, body: bytes) -> web.Response:
    return web.Response(status=status, body=body, content_type="application/json")


async def _parameters(request: web.Request) -> tuple[Json, dict[str, Upload]]:
    params: Json = dict(request.query)
    kind = request.content_type
    if not request.can_read_body:
        return params, {}
    if kind == "multipart/form-data":
        return await _multipart(request, params)
    raw = await request.read()
    if kind == "application/json":
        return params | _object(raw), {}
    return params | dict(parse_qsl(raw.decode(), keep_blank_values=True)), {}


def _object(raw: bytes) -> Json:
    try:
        value = json.loads(raw or b"{}")
    except ValueError:
        value = None
    if not isinstance(value, dict):
        raise bad_request("can't parse JSON encoded form: object expected")
    return value


async def _multipart(request: web.Request, params: Json) -> tuple[Json, dict[str, Upload]]:
    """Raises 413 for a form that is larger than the largest upload."""
    if (request.content_length or 0) > LARGEST_UPLOAD:
        raise Refused(413, "Request Entity Too Large")
    uploads: dict[str, Upload] = {}
    for name, value in (await request.post()).items():
        if isinstance(value, web.FileField):
            uploads[name] = Upload(value.filename, value.content_type, value.file.read())
        else:
            params[name] = value if isinstance(value, str) else value.decode()
    return params, uploads
