"""Organisations: what is noted of their agreement, question by question."""

from datetime import date, datetime
from enum import StrEnum

PURPOSE_LENGTH = 120
AREA_LENGTH = 120
USUAL_PURPOSE = "*"
"""Stands for the purpose as the locale files word it."""


class Asking(StrEnum):
    """What an organisation's card asks; the three of the agreement in this order, since the day makes it stand."""

    PURPOSE = "purpose"
    AREA = "area"
    DAY = "day"
    ENDED = "ended"
    STRUCTURED = "structured"


def read_day(written: str) -> date | None:
    """A day such as 2026-11-02, or None for what is none."""
    try:
        return datetime.strptime(written.strip(), "%Y-%m-%d").date()  # noqa: DTZ007  # a day on paper has no zone
    except ValueError:
        return None
