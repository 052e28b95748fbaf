"""Many guards at once, each filing reports by the buttons they see, and trying again what had no effect."""

import asyncio
import time
from contextlib import suppress
from dataclasses import dataclass, field

from tests.line import Json, Line
from tests.screens import Button, Shown, transcript

PATIENCE = 12.0
"""Real seconds after which somebody presses again."""
NEXT_STEPS = ("rc:", "rp:", "rf:")
"""What the buttons of a draft begin with: a category, a place, Send."""


@dataclass(frozen=True, slots=True)
class Sighting:
    """One report to file: the keys behind the buttons to press, and what to write on it.

    Without a place it is another one, where nobody is asked whether others have seen the same.
    """

    number: int
    category: str
    place: str | None = None

    @property
    def texts(self) -> list[str]:
        return [f"rapport {self.number} rad {line}" for line in (1, 2, 3)]

    def is_received_on(self, message: Shown) -> bool:
        return "Mottagen" in message.text and self.texts[0] in message.text

    def button_on(self, message: Shown) -> Button | None:
        """The button to press next."""
        wanted = (f":{self.category}", f":{self.place or ''}", "")
        for start, end in zip(NEXT_STEPS, wanted, strict=True):
            found = (each for each in message.buttons if each.data.startswith(start) and each.data.endswith(end))
            if button := next(found, None):
                return button
        return None


@dataclass(slots=True)
class Guard:
    """A guard in a hurry.

    `sent` counts what the phone sent, which is how many updates the bot must have handled, and `filed` the receipts.
    """

    line: Line
    id: int
    sent: int = 0
    filed: int = 0
    _messages: dict[int, Shown] = field(default_factory=dict)
    _event: int = 0
    _pressed: tuple[str, float] = ("", 0.0)
    _dead: set[str] = field(default_factory=set)
    """The buttons of cards thrown away, of which a copy stayed: the bot said so when one was pressed again."""

    def __str__(self) -> str:
        seen = transcript(self._messages.values())
        return f"{self.id} pressed {self._pressed[0]!r} last and sees:\n{seen}"

    async def starts(self) -> None:
        await self._act("start", {})

    async def files(self, sighting: Sighting) -> None:
        """/rapport, category, place, three texts, Send; until the card says that it was received.

        A card that never came, or that the bot says is of no use any more, is asked for again.
        """
        begun, written = 0, False
        asked_at = -PATIENCE
        while not any(map(sighting.is_received_on, self._since(begun))):
            button = self._next(sighting, begun)
            if button is None and time.monotonic() - asked_at >= PATIENCE and not written:
                command = await self._act("text", {"text": "/rapport"})
                begun, asked_at = begun or int(command["message_id"]), time.monotonic()
            if button and button.data.startswith("rf:") and not written:
                written = True
                for text in sighting.texts:
                    await self._act("text", {"text": text})
            if button:
                await self._press(button, begun)
            await self._looks()
        self.filed += 1

    def _next(self, sighting: Sighting, begun: int) -> Button | None:
        """What the newest card asks for."""
        offered = (sighting.button_on(message) for message in reversed(self._since(begun)))
        return next((each for each in offered if each and each.data not in self._dead), None) if begun else None

    def _since(self, begun: int) -> list[Shown]:
        return [each for each in self._messages.values() if each.id > begun and not each.mine and not each.deleted]

    async def _press(self, button: Button, begun: int) -> None:
        """Whoever presses again looks at what the bot answers."""
        data, at = self._pressed
        again = button.data == data
        if again and time.monotonic() - at < PATIENCE:
            return
        card = next(each for each in reversed(self._since(begun)) if button in each.buttons)
        self._pressed = (button.data, time.monotonic())
        wait = PATIENCE if again else 0.0
        answer = (await self._act("tap", {"message_id": card.id, "data": button.data, "wait": wait}))["answer"]
        if answer and answer["show_alert"]:
            self._dead.add(button.data)

    async def _act(self, what: str, body: Json) -> Json:
        self.sent += 1
        answer: Json = await self.line.post(f"/phones/{self.id}/{what}", body)
        return answer

    async def _looks(self) -> None:
        """Looks at the phone at the next thing that happens there, or when patience ends."""
        news = self.line.news(self.id)
        if not await self._refresh():
            with suppress(TimeoutError):
                await asyncio.wait_for(news.wait(), PATIENCE)
            await self._refresh()

    async def _refresh(self) -> bool:
        chat = await self.line.get(f"/phones/{self.id}/chat?after={self._event}")
        self._messages |= {body["message_id"]: Shown(body) for body in chat["messages"]}
        self._event = chat["event"]
        return bool(chat["messages"])
