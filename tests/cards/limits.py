"""Holds a card to what Telegram takes, by the sandbox's own rules (TDLib's parser among them) and a few of ours."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import unescape

from bot import courier
from domain.views import Briefing, Digest, View
from handlers.card import Card
from sandbox import rules

LONGEST_LABEL = 64
"""Telegram sets no limit; on a phone, more than this is cut in any case."""

QUOTED = re.compile(r"<blockquote.*?</blockquote>", re.DOTALL)
TAG = re.compile(r"<[^>]*>")


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """How many lines that are not empty, and characters, a card may say; what it quotes is on top."""

    lines: int
    characters: int


USUAL = Room(lines=18, characters=900)
"""What one reads on a phone without getting lost."""
ROOMIER: Mapping[type[View], Room] = {
    Briefing: Room(lines=24, characters=1_600),  # a night with everything in it; most have two sections
    Digest: Room(lines=22, characters=1_600),  # seven figures for each count; the usual ones take half of it
}


def hold(card: Card) -> None:
    """Raise AssertionError or the server's own refusal for a card that Telegram would not take."""
    if card.commands is not None:
        rules.commands([{"command": name, "description": text} for name, text in card.commands])
        return
    if card.typing:
        return
    if card.position is None:
        _words(card)
    if markup := courier._buttons(card):
        rules.inline_keyboard(markup)
    if card.keyboard:
        keyboard = courier._keyboard(card)
        assert keyboard is not None
        rules.reply_keyboard(keyboard)
    for label in labels(card):
        assert label.strip(), "a button without words"
        assert len(label) <= LONGEST_LABEL, f"too long for a button: {label}"


def hold_answer(text: str) -> None:
    """The same for the answer to a tap."""
    assert 1 <= len(text) <= rules.LONGEST_ANSWER, text


def labels(card: Card) -> Iterator[str]:
    """What stands on the buttons, under the message and in the keyboard, as it is sent."""
    markup = courier._buttons(card)
    yield from (button["text"] for row in (markup["inline_keyboard"] if markup else ()) for button in row)
    yield from (text for row in card.keyboard or () for text in row)


def unplain(view: type[View], card: Card) -> Iterator[str]:
    """Why somebody in a hurry, or new to it, would stop at this card."""
    lines = [line for line in own_words(card).splitlines() if line.strip()]
    room, characters = ROOMIER.get(view, USUAL), sum(map(len, lines))
    if len(lines) > room.lines or characters > room.characters:
        yield f"a wall of text: {len(lines)} lines, {characters} characters"
    questions = [line for line in lines if line.rstrip().endswith("?")]
    if len(questions) > 1:
        yield f"more than one question: {' '.join(questions)}"
    for label in labels(card):
        if not begins_with_a_word(label):
            yield f"a button that begins with no word: {label}"
        if symbols(label):
            yield f"a button with a picture: {label}"


def own_words(card: Card) -> str:
    """The text as it is read, without what people wrote."""
    return unescape(TAG.sub("", QUOTED.sub("", card.text)))


def begins_with_a_word(label: str) -> bool:
    """A letter, a digit for counts and hours, or a report's number; never a sign that one has to know."""
    return label.removeprefix("#")[:1].isalnum()


def symbols(text: str) -> set[str]:
    """Pictures among the characters: emoji, arrows, check marks. `#`, `·` and dashes are none."""
    return {each for each in text if unicodedata.category(each) in ("So", "Sk", "Cs", "Co")}


def _words(card: Card) -> None:
    if card.photo is not None or card.document is not None:
        rules.caption(card.text, "HTML", None)
    else:
        rules.text(card.text, "HTML", None)
