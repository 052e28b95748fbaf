"""Views of what is sent to many: digests, alerts, reminders."""

from dataclasses import dataclass
from typing import ClassVar

from domain.alerts import Halt, News, Recall, Template
from domain.exports import Form
from domain.ledger import Entry
from domain.views.view import View


@dataclass(frozen=True, slots=True)
class Digest(View):
    about: ClassVar[str | None] = "digest"
    digest: int


@dataclass(frozen=True, slots=True)
class AlertCard(View):
    """The sender's card of an alert: written, checked, sent, counted. `asking` is what it asks to be sure of."""

    about: ClassVar[str | None] = "alert"
    alert: int
    asking: Recall | None = None


@dataclass(frozen=True, slots=True)
class AlertMessage(View):
    """The alert as a recipient has it."""

    about: ClassVar[str | None] = "alert"
    alert: int


@dataclass(frozen=True, slots=True)
class AlertPhoto(View):
    """The photo that an alert comes with, as a message of its own: an edit can put text in place of no photo."""

    about: ClassVar[str | None] = "alert"
    has_text: ClassVar[bool] = False
    alert: int


@dataclass(frozen=True, slots=True)
class AlertNews(View):
    """What has become of an alert, in answer to the message with it."""

    about: ClassVar[str | None] = "alert"
    alert: int
    news: News
    edition: int


@dataclass(frozen=True, slots=True)
class AlertNames(View):
    """A page of those who stand in one place of the ledger; without an entry, of those whom the goal waits for."""

    alert: int
    entry: Entry | None
    page: int = 0


@dataclass(frozen=True, slots=True)
class AlertHelp(View):
    """That a recipient needs help; what they wrote about it comes when it is `opened`."""

    about: ClassVar[str | None] = "person"
    alert: int
    person: int
    opened: bool = False


@dataclass(frozen=True, slots=True)
class AlertMissed(View):
    """That an alert's goal was not met in time."""

    about: ClassVar[str | None] = "alert"
    alert: int


@dataclass(frozen=True, slots=True)
class AlertHalted(View):
    """That an alert which was ordered did not leave, and why."""

    about: ClassVar[str | None] = "alert"
    alert: int
    halt: Halt


@dataclass(frozen=True, slots=True)
class AlertExport(View):
    """The questions before an alert is taken out as a file: in what form, then what for."""

    alert: int
    form: Form | None = None


@dataclass(frozen=True, slots=True)
class AlertFile(View):
    """An alert with its ledger as a file."""

    has_text: ClassVar[bool] = False
    alert: int
    form: Form


@dataclass(frozen=True, slots=True)
class Alerts(View):
    """A page of the alerts that were sent, or are to be."""

    page: int = 0


@dataclass(frozen=True, slots=True)
class Templates(View):
    """What an alert can begin with, or one of these with its texts; `alert` is the draft to go back to."""

    alert: int
    template: Template | None = None


@dataclass(frozen=True, slots=True)
class ReminderCard(View):
    """The owner's card of a reminder while it is being made."""

    about: ClassVar[str | None] = "reminder"
    reminder: int


@dataclass(frozen=True, slots=True)
class ReminderMessage(View):
    """The reminder as it rings."""

    about: ClassVar[str | None] = "reminder"
    reminder: int
