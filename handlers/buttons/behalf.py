"""Taps on whose report a draft is, when somebody told it by telephone."""

from dataclasses import dataclass

from handlers.callback_data import Tap


@dataclass(frozen=True, slots=True)
class AskTeller(Tap, code="yv"):
    """Show a page of the organisations, or the people of one."""

    report: int
    organisation: int | None
    page: int


@dataclass(frozen=True, slots=True)
class ChooseTeller(Tap, code="yt"):
    """`person` is somebody without Telegram; None is nobody in particular."""

    report: int
    organisation: int
    person: int | None


@dataclass(frozen=True, slots=True)
class OwnObservation(Tap, code="yu"):
    """Say that nobody told it, and go back to the draft."""

    report: int


@dataclass(frozen=True, slots=True)
class BackToDraft(Tap, code="yb"):
    report: int
