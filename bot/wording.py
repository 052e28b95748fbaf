"""Puts what is owed into words, at the moment it is to leave and with the rights of that moment."""

import hashlib
import logging
from dataclasses import dataclass, replace
from datetime import datetime
from functools import lru_cache

from domain.people import Language, Person
from domain.refusals import Refusal
from domain.sending import Owed
from domain.views import Gone, decode
from handlers.card import Button, Card, Scene
from handlers.cards import word
from handlers.talk import House
from handlers.words import Html, Words, join_lines
from storage import Db, people
from storage.store import passes

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Worded:
    """A message with its words; without a card it is to be deleted, or withdrawn if it never left."""

    owed: Owed
    card: Card | None
    digest: str
    fault: str | None = None
    """Why it could not be put into words."""

    @property
    def needs_call(self) -> bool:
        """Whether Telegram has to hear of it: not of what stands there already, nor of what never left and need not."""
        if self.owed.is_first or self.fault:
            return self.card is not None
        return self.digest != self.owed.shown_digest

    @property
    def is_new_message(self) -> bool:
        """Whether a message comes to stand in the chat that was not there: all else may be done twice."""
        return self.owed.is_first and self.card is not None and self.card.is_message

    @property
    def is_probe(self) -> bool:
        return self.card is not None and self.card.typing


def put_into_words(db: Db, owed: Owed, *, house: House, bot_username: str, now: datetime) -> Worded:
    """Word one message for its reader. What they may no longer know is withdrawn, or gives way to "Gallrad"."""
    if owed.expired:
        return _digested(owed, None)
    try:
        words = Words(Language(owed.language) if owed.language else house.language, house.zone)
        scene = Scene(
            db=db,
            reader=_reader(db, owed),
            words=words,
            now=now,
            zone=house.zone,
            bot_username=bot_username,
            is_first=owed.is_first and not owed.repeat,
        )
        return _digested(owed, _card(owed, scene))
    except Exception as error:  # one message that cannot be worded must not stop all others
        if passes(error):
            raise
        log.exception("a message of kind %s could not be put into words", owed.kind)
        return Worded(owed, None, owed.shown_digest or "", fault=type(error).__name__)


def _reader(db: Db, owed: Owed) -> Person | None:
    """Whom the message reaches: in a chat that is theirs no longer, the person is no member."""
    reader = people.by_id(db, owed.person) if owed.person else None
    return replace(reader, chat_id=None) if reader and reader.chat_id != owed.chat_id else reader


def _card(owed: Owed, scene: Scene) -> Card | None:
    view = decode(owed.kind, owed.body)
    if isinstance(view, Gone):
        return None
    try:
        card = word(view, scene)
    except Refusal:
        return None if owed.is_first or not view.has_text else Card(text=scene.words.html("erased"))
    if card and owed.silent:
        card = replace(card, silent=True)
    return _marked(card, scene.words) if card and owed.repeat else card


def _marked(card: Card, words: Words) -> Card:
    """Sent once more because nobody knows whether the first arrived: it says so."""
    if not card.text:
        return card
    return replace(card, text=join_lines(card.text, Html(f"<i>{words.html('possible-repeat')}</i>")))


def _digested(owed: Owed, card: Card | None) -> Worded:
    """With a digest that tells two wordings apart, so that an edit that would change nothing needs no call."""
    if card is None:
        return Worded(owed, None, "gone")
    buttons = [[_shown(button) for button in row] for row in card.buttons]
    shown = repr((card.text, buttons, card.photo if isinstance(card.photo, str) else None, card.commands))
    return Worded(owed, card, hashlib.blake2b(shown.encode(), digest_size=12).hexdigest())


@lru_cache(maxsize=1_000)
def _shown(button: Button) -> str:
    """Kept, since an alert's buttons are the same in thousands of chats."""
    return repr(button)
