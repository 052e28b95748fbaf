"""Taps on a report's card, from its author's side."""

from dataclasses import dataclass

from domain.reports import Screen, When
from handlers.callback_data import Tap


@dataclass(frozen=True, slots=True)
class Ask(Tap, code="ra"):
    """Turn a draft's card to a question, or back to the overview."""

    report: int
    screen: Screen | None


@dataclass(frozen=True, slots=True)
class ChooseSite(Tap, code="rs"):
    report: int
    site: str


@dataclass(frozen=True, slots=True)
class ChooseCategory(Tap, code="rc"):
    report: int
    category: str


@dataclass(frozen=True, slots=True)
class ChoosePlace(Tap, code="rp"):
    report: int
    place: str | None


@dataclass(frozen=True, slots=True)
class ChooseSeverity(Tap, code="rv"):
    report: int
    severity: int


@dataclass(frozen=True, slots=True)
class ChooseWhen(Tap, code="rw"):
    report: int
    when: When


@dataclass(frozen=True, slots=True)
class ChooseCount(Tap, code="rn"):
    report: int
    count: str | None


@dataclass(frozen=True, slots=True)
class ChooseOngoing(Tap, code="ro"):
    report: int
    ongoing: bool


@dataclass(frozen=True, slots=True)
class HowToAdd(Tap, code="rh"):
    """Ask how a text, photo or position gets onto the card."""

    report: int


@dataclass(frozen=True, slots=True)
class ClearText(Tap, code="rt"):
    report: int


@dataclass(frozen=True, slots=True)
class SendReport(Tap, code="rf"):
    report: int


@dataclass(frozen=True, slots=True)
class DiscardReport(Tap, code="rd"):
    report: int


@dataclass(frozen=True, slots=True)
class UndoReport(Tap, code="ru"):
    report: int


@dataclass(frozen=True, slots=True)
class OpenMine(Tap, code="mo"):
    """Bring the card of one's own report to the bottom of the chat."""

    report: int


@dataclass(frozen=True, slots=True)
class TurnMine(Tap, code="mp"):
    page: int
