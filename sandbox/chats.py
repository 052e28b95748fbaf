"""The messages of every chat, as the bot would see them."""

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass

from sandbox.events import Events, Kind
from sandbox.refusals import Json
from sandbox.store import Store, written

KEPT = 20_000


@dataclass(slots=True)
class Message:
    """`body` is a Bot API Message; `out` is true when a person wrote it, `event` is the last that touched it."""

    body: Json
    out: bool
    silent: bool = False
    event: int = 0
    edits: int = 0
    deleted: bool = False
    reaction: str = ""

    @property
    def id(self) -> int:
        return int(self.body["message_id"])

    @property
    def chat_id(self) -> int:
        return int(self.body["chat"]["id"])


@dataclass(frozen=True, slots=True)
class Version:
    """What a message of the bot said from an event on, until its next version or its end."""

    event: int
    body: Json


class Chats:
    """Message numbers run through all chats of the bot, as they do for private chats on Telegram."""

    def __init__(self, store: Store, events: Events) -> None:
        self._store = store
        self._events = events
        self._chats: dict[int, dict[int, Message]] = {}
        self._last = 0
        self._versions: deque[Version] = deque(maxlen=KEPT)
        for _, body in store.all("message"):
            self._remember(Message(**body))
        for chat_id, messages in self._chats.items():
            self._chats[chat_id] = dict(sorted(messages.items()))

    def next_id(self) -> int:
        self._last += 1
        return self._last

    def add(self, message: Message) -> Message:
        self._remember(message)
        self._touched(message, Kind.MESSAGE)
        return message

    def edited(self, message: Message) -> None:
        message.edits += 1
        self._touched(message, Kind.EDIT)

    def delete(self, message: Message) -> None:
        message.deleted = True
        self._touched(message, Kind.DELETE)

    def find(self, chat_id: int, message_id: int) -> Message | None:
        """None for a deleted message too."""
        message = self._chats.get(chat_id, {}).get(message_id)
        return None if message is None or message.deleted else message

    def trace(self, chat_id: int, message_id: int) -> Message | None:
        """The message even when it was deleted."""
        return self._chats.get(chat_id, {}).get(message_id)

    def of(self, chat_id: int, *, after: int = 0) -> list[Message]:
        """Those touched after event `after`, oldest message first."""
        return [message for message in self._chats.get(chat_id, {}).values() if message.event > after]

    def last(self, chat_id: int) -> Message | None:
        messages: Iterable[Message] = reversed(self._chats.get(chat_id, {}).values())
        return next((message for message in messages if not message.deleted), None)

    def versions(self, *, after: int) -> list[Version]:
        """All that the bot showed after the event, in any chat, the newest last; what was there at a restart is not."""
        return [version for version in self._versions if version.event > after]

    def count(self) -> int:
        return sum(map(len, self._chats.values()))

    def _remember(self, message: Message) -> None:
        self._chats.setdefault(message.chat_id, {})[message.id] = message
        self._last = max(self._last, message.id)

    def _touched(self, message: Message, kind: Kind) -> None:
        message.event = self._events.tell(message.chat_id, kind, message=message.id)
        if not message.out and not message.deleted:
            self._versions.append(Version(message.event, message.body))
        self._store.put("message", f"{message.chat_id}/{message.id}", lambda: written(message))
