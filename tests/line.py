"""The line to a sandbox: requests, and its stream of events."""

import asyncio
import json
from contextlib import suppress
from typing import Any

import aiohttp

Json = dict[str, Any]


class Line:
    def __init__(self, url: str) -> None:
        self.url = url
        self.session = aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=None))
        self._news: dict[int, asyncio.Event] = {}
        self._listening: asyncio.Task[None] | None = None

    async def close(self) -> None:
        if self._listening:
            self._listening.cancel()
            await asyncio.gather(self._listening, return_exceptions=True)
        await self.session.close()

    async def delete(self, path: str) -> None:
        async with self.session.delete(self.url + path) as answer:
            answer.raise_for_status()

    async def get(self, path: str) -> Any:
        async with self.session.get(self.url + path) as answer:
            return await _read(answer, path)

    async def post(self, path: str, body: Json | aiohttp.FormData) -> Any:
        content = {"data": body} if isinstance(body, aiohttp.FormData) else {"json": body}
        async with self.session.post(self.url + path, **content) as answer:
            return await _read(answer, path)

    async def download(self, path: str) -> bytes:
        async with self.session.get(self.url + path) as answer:
            answer.raise_for_status()
            return await answer.read()

    def news(self, phone: int) -> asyncio.Event:
        """Set at the next event of this phone."""
        if self._listening is None:
            self._listening = asyncio.create_task(self._listen())
        event = self._news.setdefault(phone, asyncio.Event())
        event.clear()
        return event

    async def _listen(self) -> None:
        """Follows the event stream, over a restart of the sandbox too."""
        while True:
            with suppress(aiohttp.ClientError):
                async with self.session.get(f"{self.url}/events") as stream:
                    await self._follow(stream)
            await asyncio.sleep(0.1)

    async def _follow(self, stream: aiohttp.ClientResponse) -> None:
        async for line in stream.content:
            if line.startswith(b"data: "):
                phone = json.loads(line[6:])["phone"]
                for number, event in self._news.items():
                    if phone in {0, number}:
                        event.set()


async def _read(answer: aiohttp.ClientResponse, path: str) -> Any:
    body = await answer.json()
    assert answer.ok, f"{path}: {answer.status} {body}"
    return body
