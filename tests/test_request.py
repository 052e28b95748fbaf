"""Requests over real sockets: what arrives, what each failure is called, and that the token is never told."""

import asyncio
import logging
import ssl
import traceback
from base64 import b64encode
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field

import pytest
import trustme
from aiohttp import web
from telegram import Bot
from telegram.error import BadRequest, ChatMigrated, Conflict, Forbidden, InvalidToken, NetworkError, RetryAfter

from bot.request import AiohttpRequest, NotSent, OutcomeUnknown, Timeouts

TOKEN = "110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw"
SECRET = TOKEN.partition(":")[2]
PERSONS_WORDS = "Bråk vid entré A"
TELEGRAM = "telegram.test"  # no name server knows it: only a proxy can lead there
HASTY = Timeouts(pool=0.05, connect=0.2, write=0.2, media_write=0.2, read=0.2)
PAGE = b"<html>gateway " + PERSONS_WORDS.encode() + b"</html>"
MESSAGE = b'{"ok":true,"result":{"message_id":7,"date":1,"chat":{"id":1,"type":"private"}}}'

Talk = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]


@asynccontextmanager
async def listening(talk: Talk, *, tls: ssl.SSLContext | None = None) -> AsyncIterator[int]:
    """A server that talks as told with everyone who calls; gives its port."""
    calls: dict[asyncio.Task[None], asyncio.StreamWriter] = {}

    async def call(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task
        calls[task] = writer
        with suppress(OSError, asyncio.IncompleteReadError):
            await talk(reader, writer)
        writer.close()

    server = await asyncio.start_server(call, "127.0.0.1", 0, ssl=tls)
    try:
        yield server.sockets[0].getsockname()[1]
    finally:
        server.close()
        for task, writer in calls.items():
            task.cancel()
            writer.transport.abort()
        await asyncio.gather(*calls, return_exceptions=True)
        await asyncio.sleep(0)  # an aborted connection is closed on the next round


@asynccontextmanager
async def bot_at(
    address: str,
    *,
    timeouts: Timeouts = HASTY,
    connections: int = 8,
    tls: ssl.SSLContext | None = None,
    proxy: str | None = None,
) -> AsyncIterator[Bot]:
    request = AiohttpRequest(https_proxy=proxy, connections=connections, timeouts=timeouts, tls=tls)
    async with request:
        yield Bot(TOKEN, base_url=f"{address}/bot", request=request, get_updates_request=request)


async def heard(reader: asyncio.StreamReader) -> bytes:
    """A whole request: head and body."""
    head = await reader.readuntil(b"\r\n\r\n")
    length = next((int(line[15:]) for line in head.split(b"\r\n") if line.lower().startswith(b"content-length:")), 0)
    return head + await reader.readexactly(length)


def answer(status: int = 200, body: bytes = MESSAGE) -> bytes:
    return b"HTTP/1.1 %d Said\r\nContent-Length: %d\r\n\r\n%s" % (status, len(body), body)


def saying(reply: bytes) -> Talk:
    async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await heard(reader)
        writer.write(reply)
        await writer.drain()

    return talk


async def hang_up(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    await heard(reader)


async def hang_up_at_once(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    pass


async def stay_silent(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    await reader.read()


async def read_nothing(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    await asyncio.sleep(2)


def assert_tells_nothing(error: BaseException, log: pytest.LogCaptureFixture) -> None:
    told = "".join(traceback.format_exception(error)) + repr(error) + log.text
    causes = [error.__cause__, error.__context__]
    assert SECRET not in told
    assert PERSONS_WORDS not in told
    assert SECRET not in repr([cause and (cause, cause.args, vars(cause)) for cause in causes])


async def test_parameters_arrive_and_the_answer_comes_back() -> None:
    seen: dict[str, object] = {}

    async def send_message(request: web.Request) -> web.Response:
        seen.update(await request.json())
        return web.Response(body=MESSAGE)

    async with telegram_with("sendMessage", send_message) as address, bot_at(address) as bot:
        message = await bot.send_message(1, "Åska & regn", disable_notification=True)
    assert message.message_id == 7
    assert seen == {"chat_id": 1, "text": "Åska & regn", "disable_notification": True}


async def test_files_arrive_with_their_names_as_written() -> None:
    seen: dict[str, object] = {}

    async def send_document(request: web.Request) -> web.Response:
        form = await request.post()
        file = form["document"]
        assert isinstance(file, web.FileField)
        seen.update(name=file.filename, content=file.file.read(), caption=form["caption"])
        return web.Response(body=MESSAGE)

    async with telegram_with("sendDocument", send_document) as address, bot_at(address) as bot:
        await bot.send_document(1, b"%PDF", caption="Vecka 47", filename="Lägesbild v. 47.pdf")
    assert seen == {"name": "Lägesbild v. 47.pdf", "content": b"%PDF", "caption": "Vecka 47"}


async def test_a_file_is_fetched() -> None:
    async with listening(saying(answer(body=b"\xff\xd8 not JSON"))) as port, AiohttpRequest() as request:
        assert await request.retrieve(f"http://127.0.0.1:{port}/file/bot{TOKEN}/photo") == b"\xff\xd8 not JSON"


@asynccontextmanager
async def telegram_with(method: str, handler: Callable[[web.Request], Awaitable[web.Response]]) -> AsyncIterator[str]:
    app = web.Application()
    app.router.add_post(f"/bot{TOKEN}/{method}", handler)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    yield "http://{}:{}".format(*runner.addresses[0])
    await runner.cleanup()


async def test_a_refused_connection_means_not_sent(caplog: pytest.LogCaptureFixture) -> None:
    async with listening(hang_up) as port:
        pass
    with pytest.raises(NotSent, match=r"Cannot connect to host 127\.0\.0\.1") as failure:
        await say_hello(f"http://127.0.0.1:{port}")
    assert_tells_nothing(failure.value, caplog)


async def say_hello(address: str, *, proxy: str | None = None, tls: ssl.SSLContext | None = None) -> None:
    async with bot_at(address, tls=tls, proxy=proxy) as bot:
        await bot.send_message(1, PERSONS_WORDS)


async def test_an_unknown_name_means_not_sent(caplog: pytest.LogCaptureFixture) -> None:
    with pytest.raises(NotSent) as failure:
        await say_hello("https://telegram.invalid")
    assert_tells_nothing(failure.value, caplog)


async def test_no_free_connection_in_time_means_not_sent(caplog: pytest.LogCaptureFixture) -> None:
    patient = Timeouts(pool=0.05, connect=0.05, read=5)
    async with (
        listening(stay_silent) as port,
        bot_at(f"http://127.0.0.1:{port}", timeouts=patient, connections=1) as bot,
        asyncio.TaskGroup() as tasks,
    ):
        first = tasks.create_task(bot.send_message(1, PERSONS_WORDS))
        await asyncio.sleep(0.05)
        with pytest.raises(NotSent) as failure:
            await bot.send_message(1, PERSONS_WORDS)
        first.cancel()
    assert_tells_nothing(failure.value, caplog)


@pytest.mark.parametrize("talk", [stay_silent, hang_up_at_once])
async def test_a_server_that_never_shakes_hands_means_not_sent(talk: Talk, caplog: pytest.LogCaptureFixture) -> None:
    async with listening(talk) as port:
        with pytest.raises(NotSent) as failure:
            await say_hello(f"https://127.0.0.1:{port}")
    assert_tells_nothing(failure.value, caplog)


async def test_a_certificate_that_nobody_vouches_for_means_not_sent(caplog: pytest.LogCaptureFixture) -> None:
    async with listening(saying(answer()), tls=Authority().server_side()) as port:
        with pytest.raises(NotSent, match="certificate verify failed") as failure:
            await say_hello(f"https://127.0.0.1:{port}")
    assert_tells_nothing(failure.value, caplog)


@pytest.mark.parametrize(
    "talk",
    [
        pytest.param(stay_silent, id="no answer"),
        pytest.param(hang_up, id="hung up after the request"),
        pytest.param(hang_up_at_once, id="hung up at once"),
        pytest.param(saying(answer()[:-9]), id="half an answer"),
        pytest.param(saying(b"Good evening\r\n\r\n"), id="not HTTP"),
        pytest.param(saying(answer(body=PAGE)), id="somebody else's page"),
        pytest.param(saying(answer(body=b'["ok"]')), id="somebody else's JSON"),
    ],
)
async def test_any_later_failure_means_nobody_knows(talk: Talk, caplog: pytest.LogCaptureFixture) -> None:
    async with listening(talk) as port:
        with pytest.raises(OutcomeUnknown) as failure:
            await say_hello(f"http://127.0.0.1:{port}")
    assert_tells_nothing(failure.value, caplog)


async def test_an_upload_that_gets_stuck_means_nobody_knows(caplog: pytest.LogCaptureFixture) -> None:
    async with listening(read_nothing) as port, bot_at(f"http://127.0.0.1:{port}") as bot:
        with pytest.raises(OutcomeUnknown) as failure:
            await bot.send_document(1, bytes(20_000_000), caption=PERSONS_WORDS)
    assert_tells_nothing(failure.value, caplog)


async def test_a_given_read_timeout_holds_instead_of_the_own() -> None:
    async def answer_late(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await heard(reader)
        await asyncio.sleep(0.5)
        writer.write(answer())
        await writer.drain()

    async with listening(answer_late) as port, bot_at(f"http://127.0.0.1:{port}") as bot:
        await bot.send_message(1, "hej", read_timeout=2)
        with pytest.raises(OutcomeUnknown):
            await bot.send_message(1, "hej", read_timeout=0.1)


async def test_a_kept_connection_that_closes_under_a_request_is_not_tried_again_in_silence() -> None:
    requests = []

    async def answer_once(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        requests.append(await heard(reader))
        writer.write(answer())
        await writer.drain()
        requests.append(await heard(reader))

    async with listening(answer_once) as port, bot_at(f"http://127.0.0.1:{port}") as bot:
        await bot.send_message(1, "ett")
        with pytest.raises(OutcomeUnknown):
            await bot.send_message(1, "två")
    assert len(requests) == 2


async def test_a_kept_connection_closed_while_idle_is_replaced() -> None:
    async with listening(saying(answer())) as port, bot_at(f"http://127.0.0.1:{port}") as bot:
        for _ in range(3):
            await bot.send_message(1, "hej")
            await asyncio.sleep(0.05)


@pytest.mark.parametrize(
    ("status", "said", "error"),
    [
        (429, '{"ok":false,"description":"Too Many Requests","parameters":{"retry_after":7}}', RetryAfter),
        (403, '{"ok":false,"description":"Forbidden: bot was blocked by the user"}', Forbidden),
        (400, '{"ok":false,"description":"Bad Request: chat not found"}', BadRequest),
        (400, '{"ok":false,"description":"upgraded","parameters":{"migrate_to_chat_id":-1001}}', ChatMigrated),
        (409, '{"ok":false,"description":"Conflict"}', Conflict),
        (401, '{"ok":false,"description":"Unauthorized"}', InvalidToken),
        (500, '{"ok":false,"description":"Internal Server Error"}', NetworkError),
    ],
)
async def test_what_telegram_refuses_keeps_its_meaning(status: int, said: str, error: type[Exception]) -> None:
    async with listening(saying(answer(status, said.encode()))) as port:
        with pytest.raises(error) as failure:
            await say_hello(f"http://127.0.0.1:{port}")
    assert type(failure.value) is error


@pytest.mark.parametrize("status", [302, 403, 404, 502])
async def test_a_gateways_page_is_no_answer_of_telegrams(status: int, caplog: pytest.LogCaptureFixture) -> None:
    async with listening(saying(answer(status, PAGE))) as port:
        with pytest.raises(NetworkError, match=f"HTTP status {status}") as failure:
            await say_hello(f"http://127.0.0.1:{port}")
    assert type(failure.value) is NetworkError
    assert_tells_nothing(failure.value, caplog)


async def test_debug_logs_hold_no_token(caplog: pytest.LogCaptureFixture) -> None:
    for name in ("aiohttp", "asyncio", "bot.request"):
        caplog.set_level(logging.DEBUG, logger=name)
    async with listening(saying(answer())) as port:
        await say_hello(f"http://127.0.0.1:{port}")
    assert SECRET not in caplog.text
    assert SECRET not in repr(AiohttpRequest())


class Authority:
    """A certificate authority of this test's own, and what it vouches for."""

    def __init__(self) -> None:
        self._authority = trustme.CA()

    def server_side(self) -> ssl.SSLContext:
        context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        self._authority.issue_cert(TELEGRAM).configure_cert(context)
        return context

    def client_side(self) -> ssl.SSLContext:
        context = ssl.create_default_context()
        self._authority.configure_trust(context)
        return context


@dataclass(slots=True)
class Proxy:
    """A proxy as in a municipal network: it alone reaches Telegram, through CONNECT."""

    telegram: int
    refusal: bytes = b""
    asked: list[bytes] = field(default_factory=list)

    async def talk(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.asked.append(await heard(reader))
        writer.write(self.refusal or b"HTTP/1.1 200 Connection established\r\n\r\n")
        await writer.drain()
        if self.refusal:
            return
        inner_reader, inner_writer = await asyncio.open_connection("127.0.0.1", self.telegram)
        try:
            await asyncio.gather(self._pour(reader, inner_writer), self._pour(inner_reader, writer))
        finally:
            inner_writer.transport.abort()

    @staticmethod
    async def _pour(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(OSError):
            while piece := await reader.read(65_536):
                writer.write(piece)
                await writer.drain()
        writer.close()


@dataclass(frozen=True, slots=True)
class Network:
    proxy: Proxy
    proxy_port: int
    requests: list[bytes]
    tls: ssl.SSLContext


@pytest.fixture
async def network(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Network]:
    """Telegram behind TLS, reached only through a proxy; the environment says nothing of it yet."""
    for name in ("HTTPS_PROXY", "HTTP_PROXY", "ALL_PROXY", "NO_PROXY"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.lower(), raising=False)
    authority, requests = Authority(), list[bytes]()

    async def telegram(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while True:
            requests.append(await heard(reader))
            writer.write(answer())
            await writer.drain()

    async with listening(telegram, tls=authority.server_side()) as port:
        proxy = Proxy(port)
        async with listening(proxy.talk) as proxy_port:
            yield Network(proxy, proxy_port, requests, authority.client_side())


async def test_the_environments_proxy_leads_to_telegram(network: Network, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTPS_PROXY", f"http://kommun:hemligt@127.0.0.1:{network.proxy_port}")
    async with bot_at(f"https://{TELEGRAM}", timeouts=Timeouts(), tls=network.tls) as bot:
        await bot.send_message(1, "ett")
        await bot.send_message(1, "två")
    [asked] = network.proxy.asked
    assert asked.startswith(f"CONNECT {TELEGRAM}:443 HTTP/1.1".encode())
    assert b"Proxy-Authorization: Basic " + b64encode(b"kommun:hemligt") in asked
    assert SECRET.encode() not in asked
    assert [request.split(b" ")[1].decode() for request in network.requests] == [f"/bot{TOKEN}/sendMessage"] * 2


async def test_a_proxy_in_the_settings_leads_to_telegram(network: Network) -> None:
    await say_hello(f"https://{TELEGRAM}", proxy=f"http://127.0.0.1:{network.proxy_port}", tls=network.tls)
    assert len(network.requests) == len(network.proxy.asked) == 1


@pytest.mark.parametrize("exempt", ["localhost", "intern.test"])
async def test_some_addresses_need_no_proxy(network: Network, monkeypatch: pytest.MonkeyPatch, exempt: str) -> None:
    monkeypatch.setenv("NO_PROXY", "intern.test")
    with pytest.raises(NotSent):
        await say_hello(f"https://{exempt}:1", proxy=f"http://127.0.0.1:{network.proxy_port}")
    assert network.proxy.asked == []


@pytest.mark.parametrize("refusal", [b"HTTP/1.1 407 Log in\r\nContent-Length: 0\r\n\r\n", b"\r\n", b"HTTP/1.1 2"])
async def test_a_proxy_that_fails_means_not_sent(
    network: Network, refusal: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    network.proxy.refusal = refusal
    with pytest.raises(NotSent) as failure:
        await say_hello(f"https://{TELEGRAM}", proxy=f"http://127.0.0.1:{network.proxy_port}", tls=network.tls)
    assert network.requests == []
    assert_tells_nothing(failure.value, caplog)


async def test_a_proxy_that_is_not_there_means_not_sent(network: Network, caplog: pytest.LogCaptureFixture) -> None:
    with pytest.raises(NotSent, match=r"Cannot connect to host 127\.0\.0\.1:1") as failure:
        await say_hello(f"https://{TELEGRAM}", proxy="http://kommun:hemligt@127.0.0.1:1", tls=network.tls)
    assert "hemligt" not in str(failure.value)
    assert_tells_nothing(failure.value, caplog)
