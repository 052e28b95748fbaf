"""Taps on the cards of an alert."""

from dataclasses import dataclass

from domain.alerts import Level, Screen
from domain.people import Role
from handlers.callback_data import Tap


@dataclass(frozen=True, slots=True)
class AskAlert(Tap, code="aq"):
    """Turn a draft's card to a question, or on to what is still missing."""

    alert: int
    screen: Screen | None


@dataclass(frozen=True, slots=True)
class ChooseLevel(Tap, code="al"):
    alert: int
    level: Level


@dataclass(frozen=True, slots=True)
class PickAlertSite(Tap, code="as"):
    """Without a site it stands for all of them."""

    alert: int
    site: str | None
    wanted: bool


@dataclass(frozen=True, slots=True)
class PickAlertRole(Tap, code="ar"):
    alert: int
    role: Role
    wanted: bool


@dataclass(frozen=True, slots=True)
class SendAlert(Tap, code="af"):
    """Send what the preview showed: this version."""

    alert: int
    version: int


@dataclass(frozen=True, slots=True)
class DiscardAlert(Tap, code="ad"):
    alert: int


@dataclass(frozen=True, slots=True)
class AcknowledgeAlert(Tap, code="ak"):
    alert: int
