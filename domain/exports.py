"""What is taken out of the system as a file: in what form, and what for, which is logged."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from domain.alerts import Alert
from domain.ledger import Entry, Ledger, Recipient
from domain.people import Person


class Form(StrEnum):
    """A table for a spreadsheet, or data for a program that makes a document of it."""

    TABLE = "table"
    DATA = "data"


class Purpose(StrEnum):
    MEETING = "meeting"
    FOLLOW_UP = "follow_up"
    RECORD_REQUEST = "record_request"


@dataclass(frozen=True, slots=True)
class RecordLine:
    """One recipient, and where in the ledger they stand."""

    person: Person
    recipient: Recipient
    entry: Entry


@dataclass(frozen=True, slots=True)
class AlertRecord:
    """All there is to say of a sent alert, as it stood at `made_at` (UTC)."""

    alert: Alert
    author: Person
    ledger: Ledger
    lines: tuple[RecordLine, ...]
    made_at: datetime
