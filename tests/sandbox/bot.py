"""The bot's side of a sandbox."""

from dataclasses import dataclass
from io import BytesIO
from typing import Any

import aiohttp


@dataclass(frozen=True, slots=True)
class TheBot:
    """Calls the Bot API as a bot does."""

    url: str
    session: aiohttp.ClientSession

    async def asks(self, method: str, /, **params: Any) -> Any:
        """The result of a call that must go well."""
        answer = await self.tries(method, **params)
        assert answer["ok"], answer
        return answer["result"]

    async def is_refused(self, method: str, /, **params: Any) -> str:
        """The description of a call that must be refused."""
        answer = await self.tries(method, **params)
        assert not answer["ok"], answer
        return str(answer["description"])

    async def tries(self, method: str, /, **params: Any) -> Any:
        async with self.session.post(f"{self.url}/{method}", json=params) as answer:
            return await answer.json()

    async def uploads(self, method: str, /, files: dict[str, bytes], **params: str) -> Any:
        form = aiohttp.FormData(params)
        for name, body in files.items():
            form.add_field(name, BytesIO(body), filename=f"{name}.png", content_type="image/png")
        async with self.session.post(f"{self.url}/{method}", data=form) as answer:
            return await answer.json()

    async def updates(self, *, offset: int = 0, wait: float = 0) -> list[Any]:
        updates: list[Any] = await self.asks("getUpdates", offset=offset, timeout=wait)
        return updates
