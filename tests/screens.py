"""What a phone shows: messages with their words and buttons."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Button:
    label: str
    data: str
    row: int
    column: int


@dataclass(frozen=True, slots=True)
class Shown:
    """A message as the phone shows it; `"Skicka" in message` looks at its words and its buttons."""

    body: Json

    @property
    def id(self) -> int:
        return int(self.body["message_id"])

    @property
    def event(self) -> int:
        """The number of the last event that touched it."""
        return int(self.body["event"])

    @property
    def text(self) -> str:
        """The text or the caption."""
        return str(self.body.get("text") or self.body.get("caption") or "")

    @property
    def mine(self) -> bool:
        return bool(self.body["out"])

    @property
    def edits(self) -> int:
        return int(self.body["edits"])

    @property
    def deleted(self) -> bool:
        return bool(self.body["deleted"])

    @property
    def protected(self) -> bool:
        return bool(self.body["protected"])

    @property
    def date(self) -> int:
        """Epoch seconds by the sandbox's clock."""
        return int(self.body["date"])

    @property
    def buttons(self) -> list[Button]:
        return buttons(self.body.get("reply_markup", {}).get("inline_keyboard", []))

    @property
    def labels(self) -> list[str]:
        return [button.label for button in self.buttons]

    def button(self, label: str) -> Button | None:
        return named(label, self.buttons)

    def __contains__(self, fragment: str) -> bool:
        return fragment in self.text or any(fragment in label for label in self.labels)

    def __str__(self) -> str:
        side = ">" if self.mine else "<"
        marks = "".join(mark for mark, there in ((" (deleted)", self.deleted), (" (edited)", self.edits)) if there)
        content = self.text or ", ".join(sorted(self.body.keys() & {"photo", "document", "voice", "location"}))
        return f"{side} #{self.id} {content}{marks} {self.labels or ''}".rstrip()


def transcript(messages: Iterable[Shown]) -> str:
    return "\n".join(map(str, messages)) or "nothing"


def buttons(rows: list[list[Json]]) -> list[Button]:
    """Row by row. One without callback data has an empty `data`."""
    return [
        Button(button["text"], button.get("callback_data", ""), row, column)
        for row, told in enumerate(rows)
        for column, button in enumerate(told)
    ]


def named(label: str, buttons: list[Button]) -> Button | None:
    """The one with exactly this label, else the first that starts with it."""
    exact = (button for button in buttons if button.label == label)
    starting = (button for button in buttons if button.label.startswith(label))
    return next(exact, None) or next(starting, None)
