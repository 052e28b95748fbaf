"""When somebody at the municipality reads reports: what a receipt may promise, and nothing more."""

import re
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Self

DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_DAY = "|".join(DAYS)
_TIME = r"(?:[01]\d|2[0-3]):[0-5]\d"
_SPAN = re.compile(rf"(?P<first>{_DAY})(?:-(?P<last>{_DAY}))? (?P<opens>{_TIME})-(?P<closes>{_TIME})", re.ASCII)


@dataclass(frozen=True, slots=True)
class Span:
    """The same hours on each day from `first` to `last` (0 is Monday; `Sat-Mon` goes over the end of the week)."""

    first: int
    last: int
    opens: time
    closes: time

    def covers(self, weekday: int) -> bool:
        return (weekday - self.first) % 7 <= (self.last - self.first) % 7


@dataclass(frozen=True, slots=True)
class ReadingHours:
    spans: tuple[Span, ...]

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read `Mon-Fri 08:00-16:30`, or several such with commas between. Raises ValueError for anything else."""
        return cls(tuple(_span(part.strip()) for part in text.split(",")))

    def next_reading(self, now_local: datetime) -> datetime:
        """The moment itself when it is within the hours, else the next opening, in the same (or no) time zone."""
        candidates = (self._next_within(span, now_local) for span in self.spans)
        return min(candidates)

    @staticmethod
    def _next_within(span: Span, now: datetime) -> datetime:
        if span.covers(now.weekday()) and span.opens <= now.time() < span.closes:
            return now
        ahead = next(
            days for days in range(8) if span.covers((now.weekday() + days) % 7) and (days or now.time() < span.opens)
        )
        return datetime.combine(now.date() + timedelta(days=ahead), span.opens, tzinfo=now.tzinfo)


def _span(text: str) -> Span:
    found = _SPAN.fullmatch(text)
    if not found or found["opens"] >= found["closes"]:
        raise ValueError(f"not reading hours: {text!r}")
    return Span(
        first=DAYS.index(found["first"]),
        last=DAYS.index(found["last"] or found["first"]),
        opens=time.fromisoformat(found["opens"]),
        closes=time.fromisoformat(found["closes"]),
    )
