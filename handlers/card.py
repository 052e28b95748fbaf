"""A message put into words: what delivery hands to Telegram."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from textwrap import wrap
from typing import TypeVar
from zoneinfo import ZoneInfo

from domain.people import Person
from domain.views import View
from handlers.callback_data import Tap
from handlers.words import Words
from storage import Db

LABEL_LENGTH = 64
"""Characters on a button: a phone cuts what is longer, and not where one would."""

HALF_LINE = 8
"""Characters on a line of a button of half the width, at the largest text on a small phone; it has LABEL_LINES."""
LABEL_LINES = 2


@dataclass(frozen=True, slots=True)
class Button:
    """One of: a tap, a link to open or a text to copy. `style` is Telegram's danger, success or primary."""

    text: str
    tap: Tap | None = None
    url: str | None = None
    copies: str | None = None
    style: str | None = None

    @property
    def label(self) -> str:
        """The text as far as it fits."""
        return self.text if len(self.text) <= LABEL_LENGTH else f"{self.text[: LABEL_LENGTH - 1].rstrip()}…"


Rows = Sequence[Sequence[Button]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """What a message shows: HTML `text` (a caption when there is a picture), and what hangs on it.

    An empty `keyboard` takes the person's keyboard away. `photo` is a Telegram file id or a picture's bytes.
    `document` is a file, by its name and its bytes.
    `commands` sets the person's menu, `typing` shows for some seconds that we write: neither sends a message.
    `answers` is the number of an earlier message in the chat that it is shown as an answer to.
    `fresh_until` is when the words go out of date by themselves and the card is drawn again, `rest` how long it stands
    at least, unless somebody taps for another.
    """

    text: str = ""
    buttons: Rows = ()
    keyboard: Sequence[Sequence[str]] | None = None
    photo: str | bytes | None = None
    document: tuple[str, bytes] | None = None
    position: tuple[float, float] | None = None
    commands: Sequence[tuple[str, str]] | None = None
    typing: bool = False
    protected: bool = False
    silent: bool = False
    answers: int | None = None
    fresh_until: datetime | None = None
    rest: timedelta | None = None

    @property
    def is_message(self) -> bool:
        """Whether it stands in the chat once it was sent; what does not is as good done twice."""
        return self.commands is None and not self.typing


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """Everything a view is worded from: the database as it is at this moment, the reader, and their words."""

    db: Db
    reader: Person | None
    words: Words
    now: datetime
    zone: ZoneInfo
    bot_username: str = field(default="")
    is_first: bool = False
    """Whether the message has surely never left; None as its words then withdraws it, and nobody's phone rings."""

    @property
    def person(self) -> Person:
        """The reader of a view that only people we know can have. Raises LookupError for a stranger."""
        if self.reader is None:
            raise LookupError("this view needs a person")
        return self.reader


V = TypeVar("V", bound=View)
Wording = Callable[[V, Scene], Card | None]
WORDINGS: dict[type[View], Wording[View]] = {}


def words_of(kind: type[V]) -> Callable[[Wording[V]], Wording[V]]:
    """Register how a view is worded. The function returns None for what is to be taken back."""

    def register(wording: Wording[V]) -> Wording[V]:
        WORDINGS[kind] = wording  # type: ignore[assignment]  # looked up by the view's own type
        return wording

    return register


def grid(buttons: Sequence[Button], columns: int = 2) -> list[list[Button]]:
    """The buttons in rows."""
    return [list(buttons[start : start + columns]) for start in range(0, len(buttons), columns)]


def columns_for(labels: Iterable[str]) -> int:
    """Two, or one where half the width would break a word or cut a label off: what is chosen must be readable."""
    return 2 if all(map(_fits_half, labels)) else 1


def _fits_half(label: str) -> bool:
    lines = wrap(label, HALF_LINE, break_long_words=False)
    return len(lines) <= LABEL_LINES and all(len(line) <= HALF_LINE for line in lines)
