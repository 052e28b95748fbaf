"""The bot's calls to Telegram: python-telegram-bot's, but for the texts that are sent and edited by the thousand."""

from collections.abc import Mapping
from typing import Any

from telegram.ext import ExtBot


class Caller(ExtBot[None]):
    """Sends and edits texts by plain parameters.

    The library's objects for a message and its buttons take several times as long as the call itself, and of the whole
    message that Telegram gives back nobody needs more than the number. `pays` is whether a send may be paid for.
    """

    def __init__(self, *args: Any, pays: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._pays = pays

    @property
    def pays(self) -> bool:
        return self._pays

    async def send_text(self, **parameters: Any) -> int:
        """Returns the message's number. None stands for a parameter left out."""
        sent: Mapping[str, Any] = await self._post("sendMessage", parameters)
        return int(sent["message_id"])

    async def edit_text(self, **parameters: Any) -> None:
        await self._post("editMessageText", parameters)
