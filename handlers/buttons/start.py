"""Taps on joining and on one's own settings."""

from dataclasses import dataclass

from domain.people import Language
from handlers.callback_data import Tap


@dataclass(frozen=True, slots=True)
class ChooseLanguage(Tap, code="pl"):
    language: Language


@dataclass(frozen=True, slots=True)
class UseTelegramName(Tap, code="pn"):
    """Be called what Telegram says."""


@dataclass(frozen=True, slots=True)
class AcceptTerms(Tap, code="pa"):
    pass


@dataclass(frozen=True, slots=True)
class DeclineTerms(Tap, code="pd"):
    pass


@dataclass(frozen=True, slots=True)
class AskName(Tap, code="pw"):
    """Change one's name."""


@dataclass(frozen=True, slots=True)
class ChooseQuiet(Tap, code="pq"):
    """One's own quiet hours; both the same for none."""

    starts: int
    ends: int
