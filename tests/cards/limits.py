"""Holds a card to what Telegram takes, by the sandbox's own rules (TDLib's parser among them) and a few of ours."""

import unicodedata
from collections.abc import Iterator

from bot import courier
from handlers.card import Card
from sandbox import rules

LONGEST_LABEL = 64
"""Telegram sets no limit; on a phone, more than this is cut in any case."""


def hold(card: Card) -> None:
    """Raise AssertionError or the server's own refusal for a card that Telegram would not take."""
    if card.commands is not None:
        rules.commands([{"command": name, "description": text} for name, text in card.commands])
        return
    if card.position is None:
        _words(card)
    if markup := courier._markup(card):
        rules.inline_keyboard(markup.to_dict())
    if card.keyboard:
        keyboard = courier._keyboard(card)
        assert keyboard is not None
        rules.reply_keyboard(keyboard.to_dict())
    for label in labels(card):
        assert label.strip(), "a button without words"
        assert len(label) <= LONGEST_LABEL, f"too long for a button: {label}"


def hold_answer(text: str) -> None:
    """The same for the answer to a tap."""
    assert 1 <= len(text) <= rules.LONGEST_ANSWER, text


def labels(card: Card) -> Iterator[str]:
    """What stands on the buttons, under the message and in the keyboard, as it is sent."""
    markup = courier._markup(card)
    yield from (button.text for row in (markup.inline_keyboard if markup else ()) for button in row)
    yield from (text for row in card.keyboard or () for text in row)


def begins_with_a_word(label: str) -> bool:
    """A letter, or a digit for counts and hours; never a sign that one has to know."""
    return label[:1].isalnum()


def symbols(text: str) -> set[str]:
    """Pictures among the characters: emoji, arrows, check marks. `#`, `·` and dashes are none."""
    return {each for each in text if unicodedata.category(each) in ("So", "Sk", "Cs", "Co")}


def _words(card: Card) -> None:
    if card.photo is not None:
        rules.caption(card.text, "HTML", None)
    else:
        rules.text(card.text, "HTML", None)
