"""HTTP to Telegram over aiohttp, with errors that say whether a request may have arrived.

The Bot API has no idempotency key, so after a failure one thing matters: did anything leave? `NotSent` is certain, the
request may simply be made again; after `OutcomeUnknown` nobody knows. Every address holds the bot's token, and
aiohttp's errors hold the address: they are told in other words and not passed on, not even as a cause.
"""

import asyncio
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from http import HTTPStatus
from io import BytesIO
from ipaddress import ip_address
from math import inf
from ssl import SSLContext
from typing import Any, TypeAlias, cast
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

import aiohttp
from aiohttp.connector import Connection
from aiohttp.tracing import Trace
from telegram.error import NetworkError
from telegram.request import BaseRequest, RequestData

Seconds: TypeAlias = float | None
Content: TypeAlias = aiohttp.FormData | aiohttp.JsonPayload
Given: TypeAlias = Any
"""Seconds, None for no limit, or `BaseRequest.DEFAULT_NONE`, whose type python-telegram-bot keeps private."""


class NotSent(NetworkError):
    """Nothing left this machine for Telegram: no name, no connection, no proxy, or none of ours was free in time."""


class OutcomeUnknown(NetworkError):
    """The request left, wholly or in part, and no answer came that could be read."""


@dataclass(frozen=True)
class Timeouts:
    """Seconds; None waits for ever. `read` is the pause allowed between two pieces of an answer."""

    pool: Seconds = 1.0
    connect: Seconds = 5.0
    write: Seconds = 5.0
    media_write: Seconds = 20.0
    read: Seconds = 5.0

    def chosen(self, *, uploads: bool, **given: Given) -> "Timeouts":
        """With what was given for one call in place of one's own."""
        chosen = {name: each for name, each in given.items() if each is not BaseRequest.DEFAULT_NONE}
        if uploads and "write" not in chosen:
            chosen["write"] = self.media_write
        return replace(self, **chosen) if chosen else self

    @cached_property
    def until_answered(self) -> Seconds:
        """How long the first piece of an answer may take. aiohttp has no limit of its own for writing."""
        return _sum([self.pool, self.connect, self.write, self.read])

    @cached_property
    def for_aiohttp(self) -> aiohttp.ClientTimeout:
        connected = _sum([self.pool, self.connect])
        return aiohttp.ClientTimeout(
            connect=connected, sock_connect=self.connect, sock_read=self.read, ceil_threshold=inf
        )


@dataclass(frozen=True, slots=True)
class Plain:
    """Parameters that are JSON as they stand, in the place of the library's RequestData, which looks each over."""

    parameters: Mapping[str, Any]
    contains_files = False


class AiohttpRequest(BaseRequest):
    """What python-telegram-bot sends its requests through.

    `https_proxy` is the way to https addresses; without it the environment's HTTPS_PROXY is. NO_PROXY and HTTP_PROXY
    are the environment's, as it is when an address is first used. This machine's own addresses never need a proxy.
    `connections` is how many may be open at once; `tls` is how certificates are checked, if not in the usual way.
    """

    def __init__(
        self,
        *,
        https_proxy: str | None = None,
        connections: int = 256,
        timeouts: Timeouts | None = None,
        tls: SSLContext | None = None,
    ) -> None:
        self._https_proxy = https_proxy
        self._connections = connections
        self._timeouts = timeouts or Timeouts()
        self._tls = tls
        self._session: aiohttp.ClientSession | None = None
        self._proxies: dict[tuple[str, str], str | None] = {}

    @property
    def read_timeout(self) -> Seconds:
        return self._timeouts.read

    async def initialize(self) -> None:
        if self._session is None:
            connector = _Connector(limit=self._connections, ssl=self._tls or True)
            self._session = aiohttp.ClientSession(
                connector=connector, cookie_jar=aiohttp.DummyCookieJar(), headers={"User-Agent": self.USER_AGENT}
            )

    async def shutdown(self) -> None:
        session, self._session = self._session, None
        if session is not None:
            await session.close()

    async def post_plain(self, url: str, parameters: Mapping[str, Any], **limits: Given) -> Any:
        """Post what is JSON as it stands; `limits` and what it raises are those of the library's own calls."""
        return await self.post(url, cast(RequestData, Plain(parameters)), **limits)

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: Given = BaseRequest.DEFAULT_NONE,
        write_timeout: Given = BaseRequest.DEFAULT_NONE,
        connect_timeout: Given = BaseRequest.DEFAULT_NONE,
        pool_timeout: Given = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        """Status and body of the answer. Raises NotSent, OutcomeUnknown, or NetworkError for a gateway's error page."""
        timeouts = self._timeouts.chosen(
            uploads=request_data is not None and request_data.contains_files,
            pool=pool_timeout,
            connect=connect_timeout,
            write=write_timeout,
            read=read_timeout,
        )
        status, body = await self._exchange(method, url, _content(request_data), timeouts=timeouts)
        if status >= HTTPStatus.MULTIPLE_CHOICES and _telegrams(body) is None:
            raise NetworkError(f"HTTP status {status}, and not from Telegram")
        return status, body

    async def _exchange(
        self, method: str, url: str, content: Content | None, *, timeouts: Timeouts
    ) -> tuple[int, bytes]:
        if self._session is None:
            raise RuntimeError("The request was used before initialize() or after shutdown().")
        try:
            async with asyncio.timeout(timeouts.until_answered):
                response = await self._session.request(
                    method,
                    url,
                    data=content,
                    timeout=timeouts.for_aiohttp,
                    proxy=self._proxy_for(url),
                    allow_redirects=False,
                )
            async with response:
                return response.status, await response.read()
        except aiohttp.InvalidURL:
            failure: NetworkError = NotSent("Not an address")
        except (aiohttp.ClientError, OSError) as error:
            # A kept connection that the server closed just now is among these: whether it read the request first
            # cannot be seen from here.
            failure = OutcomeUnknown(type(error).__name__)
        raise failure

    def _proxy_for(self, url: str) -> str | None:
        """The environment is asked once for each server: asking costs more than a whole request."""
        address = urlsplit(url)
        server = (address.scheme, address.hostname or "")
        if server not in self._proxies:
            self._proxies[server] = _proxy(*server, https_proxy=self._https_proxy)
        return self._proxies[server]

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        """Telegram's answer. Raises OutcomeUnknown for anything else, whose text is neither kept nor logged."""
        answer = _telegrams(payload)
        if answer is None:
            raise OutcomeUnknown("An answer that is not Telegram's")
        return answer


class _Connector(aiohttp.TCPConnector):
    """Tells what failed before a connection stood, waiting for a free one and asking the proxy included."""

    async def connect(
        self, req: aiohttp.ClientRequest, traces: list[Trace], timeout: aiohttp.ClientTimeout
    ) -> Connection:
        try:
            return await super().connect(req, traces, timeout)
        except (aiohttp.ClientError, OSError) as error:
            failure = NotSent(_told_safely(error))
        raise failure


def _sum(seconds: Sequence[Seconds]) -> Seconds:
    limited = [each for each in seconds if each is not None]
    return sum(limited) if len(limited) == len(seconds) else None


def _content(data: RequestData | None) -> Content | None:
    """JSON, which costs a tenth of a form; files need the form."""
    if data is None:
        return None
    if not data.contains_files:
        return aiohttp.JsonPayload(data.parameters)
    # Names of files go out as they are written, å and all, as browsers send them.
    form = aiohttp.FormData(data.json_parameters, quote_fields=False)
    for field, (name, content, kind) in data.multipart_data.items():
        # aiohttp writes bytes in one go, a file piece by piece.
        file = BytesIO(content) if isinstance(content, bytes) else content
        form.add_field(field, file, filename=name, content_type=kind)
    return form


def _telegrams(body: bytes) -> dict[str, Any] | None:
    """The answer in `body`, or None when it is not one of Telegram's."""
    try:
        answer = json.loads(body)
    except ValueError:
        return None
    return answer if isinstance(answer, dict) and "ok" in answer else None


def _proxy(scheme: str, host: str, *, https_proxy: str | None) -> str | None:
    if _is_here(host) or proxy_bypass(host):
        return None
    if scheme == "https" and https_proxy is not None:
        return https_proxy
    return getproxies().get(scheme)


def _is_here(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _told_safely(error: Exception) -> str:
    """What an operator needs to find the fault. Only errors known to hold no path are quoted."""
    if isinstance(error, aiohttp.ClientHttpProxyError):
        return f"The proxy answered with HTTP status {error.status}"
    if isinstance(error, (aiohttp.ClientConnectorError, aiohttp.ClientConnectorCertificateError)):
        return str(error)
    return type(error).__name__
