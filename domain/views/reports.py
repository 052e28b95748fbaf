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
    """News of a report, and of what else came in from there, to those who may know of it: structured, without its text.

    `unread_for` is for how many minutes nobody had opened it when it was sent to this reader, in spite of quiet hours
    with `breaks_quiet`.
    """

    about: ClassVar[str | None] = "report"
    report: int
    unread_for: int = 0
    breaks_quiet: bool = False


@dataclass(frozen=True, slots=True)
class ReportOpened(View):
    """A report that was opened, text included for those who may read it.

    `page` is the inbox page to go back to, `found` the page of the search; `closed` is the report that was closed
    before it. `closing` and `more` are other buttons. `release` is the release whose text was opened with it.
    """

    about: ClassVar[str | None] = "report"
    report: int
    page: int | None = None
    closing: bool = False
    more: bool = False
    found: int | None = None
    closed: int | None = None
    release: int | None = None


@dataclass(frozen=True, slots=True)
class Correction(View):
    """A report that was sent while it is corrected, from either side.

    `page` and `found` lead back as from an opened one. `question` is the screen that the card asks with; None offers
    what can be corrected.
    """

    about: ClassVar[str | None] = "report"
    report: int
    page: int | None = None
    found: int | None = None
    question: str | None = None


@dataclass(frozen=True, slots=True)
class Withdrawal(View):
    """Whether the report is to be taken back."""

    about: ClassVar[str | None] = "report"
    report: int
    page: int | None = None
    found: int | None = None


@dataclass(frozen=True, slots=True)
class ReportHistory(View):
    """What the report said before, for those who may read its text; `part` 0 has the newest changes."""

    about: ClassVar[str | None] = "report"
    report: int
    page: int | None = None
    found: int | None = None
    part: int = 0


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
class Corroborations(View):
    """A part of the reports that corroborate one; `page` is the inbox page to go back to."""

    about: ClassVar[str | None] = "report"
    report: int
    page: int | None = None
    part: int = 0


@dataclass(frozen=True, slots=True)
class MergeChoice(View):
    """The reports that one may be merged with; `page` is the inbox page to go back to."""

    about: ClassVar[str | None] = "report"
    report: int
    page: int | None = None


@dataclass(frozen=True, slots=True)
class ViaPhone(View):
    """Whose report the author writes down: a page of organisations, or the people of one who have no Telegram."""

    about: ClassVar[str | None] = "report"
    report: int
    page: int = 0
    organisation: int | None = None
