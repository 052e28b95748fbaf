"""A shift: the hours that somebody is on duty. On a duty phone it is also whose reports are one's own."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from domain.people import Person, tidy
from domain.redaction import MARKS
from domain.refusals import Refusal

LONGEST = timedelta(hours=12)
"""A shift that nobody ended is over after so long."""
SIGNATURE_LENGTH = 24
NO_SHIFT = 0
"""Stands for the shift of somebody who is on none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shift:
    """`signature` is what somebody on a duty phone called themselves, if they did."""

    id: int
    person: int
    signature: str | None
    started_at: datetime
    ends_at: datetime
    ended_at: datetime | None = None


def only_shift(person: Person) -> int | None:
    """The one shift whose reports are the person's own; None for who has a phone to themselves: all of them are."""
    return (person.shift or NO_SHIFT) if person.is_duty_phone else None


def tidy_signature(raw: str) -> str:
    """A first name or signature. Raises Refusal when it is none, too long, or lost personal data on its way in."""
    signature = tidy(raw)
    if not signature or len(signature) > SIGNATURE_LENGTH or any(mark in signature for mark in MARKS.values()):
        raise Refusal("refusal-signature", limit=SIGNATURE_LENGTH)
    return signature
