"""Views of reports: the author's, the readers', and lists of them."""

from dataclasses import dataclass
from typing import ClassVar

from domain.views.view import View


@dataclass(frozen=True, slots=True)
class OwnReport(View):
    """The reporter's card, from the first tap to what it led to."""

    about: ClassVar[str | None] = "report"
    report: int


@dataclass(frozen=True, slots=True)
class MyReports(View):
    page: int = 0


@dataclass(frozen=True, slots=True)
class ReportPush(View):
    """News of a report to those who may know of it: structured, without its text."""

    about: ClassVar[str | None] = "report"
    report: int


@dataclass(frozen=True, slots=True)
class ReportOpened(View):
    """A report that was opened, text included for those who may read it; `page` is the inbox page to go back to."""

    about: ClassVar[str | None] = "report"
    report: int
    page: int | None = None
    closing: bool = False


@dataclass(frozen=True, slots=True)
class ReportPhoto(View):
    about: ClassVar[str | None] = "report"
    has_text: ClassVar[bool] = False
    report: int
    photo: int


@dataclass(frozen=True, slots=True)
class ReportPosition(View):
    about: ClassVar[str | None] = "report"
    has_text: ClassVar[bool] = False
    report: int


@dataclass(frozen=True, slots=True)
class ReporterNote(View):
    """A note from the reader to the reporter."""

    about: ClassVar[str | None] = "report"
    report: int
    note: int


@dataclass(frozen=True, slots=True)
class Inbox(View):
    page: int = 0
