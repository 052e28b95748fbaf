"""What a message in a chat shows, as data: a name and ids, never words.

A message owed or sent is a row that holds one of these. It is put into words at the moment it is sent or edited, with
the rights of that moment, so a correction, an erasure or a revocation reaches what still waits.
"""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import ClassVar

KINDS: dict[str, type["View"]] = {}
"""Every view by the name it is stored under."""


@dataclass(frozen=True, slots=True)
class View:
    """Base of all views; `about` names the one field whose change concerns the message (see `subject`).

    `for_members` is false for what may also be said to somebody who is not (or no longer) a member. `has_text` is false
    for what cannot be edited into words, so that it is deleted when its reader may not have it any more.
    """

    about: ClassVar[str | None] = None
    for_members: ClassVar[bool] = True
    has_text: ClassVar[bool] = True

    def __init_subclass__(cls) -> None:
        KINDS[cls.__name__] = cls

    @property
    def subject(self) -> str | None:
        """What the message is about, such as "report:241": every message about it is drawn again when it changes."""
        return subject(self.about, getattr(self, self.about)) if self.about else None

    def encode(self) -> tuple[str, str]:
        return type(self).__name__, json.dumps(asdict(self), separators=(",", ":"))


def decode(kind: str, body: str) -> View:
    """The view that `encode` gave. Raises KeyError or TypeError for one that this version does not know."""
    return KINDS[kind](**json.loads(body))


def subject(noun: str, number: int) -> str:
    return f"{noun}:{number}"


@dataclass(frozen=True, slots=True)
class Gone(View):
    """Nothing: the message is to be deleted."""

    for_members: ClassVar[bool] = False


@dataclass(frozen=True, slots=True)
class Notice(View):
    """One sentence in reply; `details` hold numbers and our own keys only."""

    for_members: ClassVar[bool] = False
    text_id: str
    details: Mapping[str, str | int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Removed(View):
    """What kinds of personal data were taken out of the message that was just deleted, and whether its rest is kept."""

    for_members: ClassVar[bool] = False
    kinds: tuple[str, ...]
    kept: bool = True


@dataclass(frozen=True, slots=True)
class Joining(View):
    """The steps from invite to acceptance: language, name, terms."""

    about: ClassVar[str | None] = "person"
    for_members: ClassVar[bool] = False
    person: int


@dataclass(frozen=True, slots=True)
class Welcome(View):
    """What one can do, and the keyboard of one's role."""


@dataclass(frozen=True, slots=True)
class Menu(View):
    """The commands of one's role in one's language; Telegram shows them, no message is sent."""

    for_members: ClassVar[bool] = False


@dataclass(frozen=True, slots=True)
class Farewell(View):
    """That one's membership has ended; the keyboard goes."""

    for_members: ClassVar[bool] = False


@dataclass(frozen=True, slots=True)
class Help(View):
    pass


@dataclass(frozen=True, slots=True)
class Privacy(View):
    pass


@dataclass(frozen=True, slots=True)
class Settings(View):
    pass


@dataclass(frozen=True, slots=True)
class Status(View):
    """How the bot itself is doing, for the strategist."""


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


@dataclass(frozen=True, slots=True)
class People(View):
    page: int = 0


@dataclass(frozen=True, slots=True)
class PersonCard(View):
    about: ClassVar[str | None] = "person"
    person: int
    page: int = 0
    revoking: bool = False


@dataclass(frozen=True, slots=True)
class InviteCard(View):
    """An invite from the choice of role to the link; `page` is that of the organisations to choose from."""

    about: ClassVar[str | None] = "invite"
    invite: int
    page: int = 0


@dataclass(frozen=True, slots=True)
class InvitePicture(View):
    """The invite's link as a QR picture."""

    about: ClassVar[str | None] = "invite"
    has_text: ClassVar[bool] = False
    invite: int


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
