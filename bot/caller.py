"""The bot's calls to Telegram: python-telegram-bot's, but for the texts that are sent and edited by the thousand."""

from collections.abc import Mapping
from typing import Any

from telegram import TelegramObject
from telegram.ext import ExtBot

from bot.request import AiohttpRequest


class Caller(ExtBot[None]):
    """Sends and edits texts by plain parameters.

    The library's objects for a message and its buttons take several times as long as the call itself, and of the whole
    message that Telegram gives back nobody needs more than the number. `pays` is whether a send may be paid for.
    """

    def __init__(
        self,
        token: str,
        api_url: str,
        *,
        request: AiohttpRequest,
        updates_request: AiohttpRequest | None = None,
        pays: bool = False,
    ) -> None:
        super().__init__(
            token,
            f"{api_url}/bot",
            f"{api_url}/file/bot",
            request=request,
            get_updates_request=updates_request,
        )
        self._way, self._pays = request, pays

    @property
    def pays(self) -> bool:
        return self._pays

    async def send_text(self, **parameters: Any) -> int:
        """Returns the message's number. None stands for a parameter left out."""
        sent: Mapping[str, Any] = await self._call("sendMessage", parameters)
        return int(sent["message_id"])

    async def edit_text(self, **parameters: Any) -> None:
        await self._call("editMessageText", parameters)

    async def answer_callback_query(  # type: ignore[override]  # only what we use of it
        self, callback_query_id: str, *, text: str | None = None, show_alert: bool | None = None, **how: Any
    ) -> bool:
        """The answer to a tap. Of `how` only the time-outs count."""
        answer = {"callback_query_id": callback_query_id, "text": text, "show_alert": show_alert or None}
        limits = {name: seconds for name, seconds in how.items() if name.endswith("_timeout")}
        return bool(await self._call("answerCallbackQuery", answer, **limits))

    async def _call(self, method: str, parameters: Mapping[str, Any], **limits: Any) -> Any:
        plain = {name: _plain(value) for name, value in parameters.items() if value is not None}
        return await self._way.post_plain(f"{self.base_url}/{method}", plain, **limits)


def _plain(value: Any) -> Any:
    return value.to_dict() if isinstance(value, TelegramObject) else value
