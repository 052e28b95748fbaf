"""Taps on lost and new phones."""

from dataclasses import dataclass

from handlers.callback_data import Tap


@dataclass(frozen=True, slots=True)
class AskLost(Tap, code="ha"):
    """Ask whether the phone is really gone; `page` is the page of people to go back to."""

    person: int
    page: int


@dataclass(frozen=True, slots=True)
class LosePhone(Tap, code="hl"):
    person: int
    page: int


@dataclass(frozen=True, slots=True)
class ChangePhone(Tap, code="hc"):
    person: int


@dataclass(frozen=True, slots=True)
class ConfirmPhone(Tap, code="hy"):
    invite: int


@dataclass(frozen=True, slots=True)
class DenyPhone(Tap, code="hn"):
    invite: int
