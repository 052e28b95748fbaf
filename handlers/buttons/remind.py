"""Taps on the cards of a reminder."""

from dataclasses import dataclass
from datetime import date

from domain.people import Role
from domain.reminders import Screen
from handlers.callback_data import Tap


@dataclass(frozen=True, slots=True)
class AskReminder(Tap, code="tq"):
    """Turn a draft's card to a question, or on to what is still missing."""

    reminder: int
    screen: Screen | None


@dataclass(frozen=True, slots=True)
class PickReminderSite(Tap, code="ts"):
    """Without a site it stands for all that are offered."""

    reminder: int
    site: str | None
    wanted: bool


@dataclass(frozen=True, slots=True)
class PickReminderRole(Tap, code="tr"):
    reminder: int
    role: Role
    wanted: bool


@dataclass(frozen=True, slots=True)
class RemindOnlyMe(Tap, code="tm"):
    reminder: int


@dataclass(frozen=True, slots=True)
class ChooseDay(Tap, code="td"):
    reminder: int
    day: date


@dataclass(frozen=True, slots=True)
class ChooseHour(Tap, code="th"):
    reminder: int
    hour: int


@dataclass(frozen=True, slots=True)
class SetReminder(Tap, code="tf"):
    """Set what the card shows: this version."""

    reminder: int
    version: int


@dataclass(frozen=True, slots=True)
class DiscardReminder(Tap, code="tx"):
    reminder: int


@dataclass(frozen=True, slots=True)
class FinishReminder(Tap, code="tk"):
    reminder: int
