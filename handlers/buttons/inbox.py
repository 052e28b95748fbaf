"""Taps on reports as their readers have them."""

from dataclasses import dataclass

from domain.reports import CloseReason
from handlers.callback_data import Tap


@dataclass(frozen=True, slots=True)
class OpenReport(Tap, code="io"):
    """Open a report; `page` is the inbox page to go back to."""

    report: int
    page: int | None


@dataclass(frozen=True, slots=True)
class OpenNext(Tap, code="in"):
    after: int


@dataclass(frozen=True, slots=True)
class ShowAttachments(Tap, code="ia"):
    report: int


@dataclass(frozen=True, slots=True)
class AskNote(Tap, code="iw"):
    report: int


@dataclass(frozen=True, slots=True)
class AskReason(Tap, code="ir"):
    report: int
    page: int | None


@dataclass(frozen=True, slots=True)
class CloseReport(Tap, code="ic"):
    report: int
    reason: CloseReason
    page: int | None


@dataclass(frozen=True, slots=True)
class TurnInbox(Tap, code="ip"):
    page: int
