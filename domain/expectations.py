"""What the next text message of a person is an answer to, when a card has asked for words."""

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

ANSWERED_WITHIN = timedelta(hours=1)
"""What is written later than this after a card asked is not meant for it."""


class Question(StrEnum):
    NAME = "name"
    REPORT_TEXT = "report_text"
    CORRECTED_TEXT = "corrected_text"
    NOTE = "note"
    REWORDING = "rewording"
    SEARCH = "search"
    ALERT_TEXT = "alert_text"
    ALERT_CORRECTION = "alert_correction"
    ALERT_HELP = "alert_help"
    TEMPLATE_TEXT = "template_text"
    REMINDER_TEXT = "reminder_text"
    ORGANISATION = "organisation"
    SIGNATURE = "signature"
    FOCUS = "focus"
    AGREED_PURPOSE = "agreed_purpose"
    AGREED_AREA = "agreed_area"
    AGREED_DAY = "agreed_day"
    NAMED_PERSON = "named_person"


@dataclass(frozen=True, slots=True)
class Expectation:
    """A question and what it is about.

    That is a report, an alert, a reminder, an invite, a person, an organisation, a focus or a former shift.
    """

    question: Question
    about: int

    def encode(self) -> str:
        return f"{self.question}:{self.about}"

    @classmethod
    def decode(cls, stored: str | None) -> "Expectation | None":
        if not stored:
            return None
        question, _, about = stored.partition(":")
        return cls(Question(question), int(about))
