"""Views of what is sent to many: digests, alerts, reminders."""

from dataclasses import dataclass
from typing import ClassVar

from domain.views.view import View


@dataclass(frozen=True, slots=True)
class Digest(View):
    about: ClassVar[str | None] = "digest"
    digest: int


@dataclass(frozen=True, slots=True)
class AlertCard(View):
    """The sender's card of an alert: written, checked, sent, counted."""

    about: ClassVar[str | None] = "alert"
    alert: int


@dataclass(frozen=True, slots=True)
class AlertMessage(View):
    """The alert as a recipient has it."""

    about: ClassVar[str | None] = "alert"
    alert: int


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
