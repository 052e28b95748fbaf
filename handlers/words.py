"""Words for one reader: their language, the municipality's clocks, and people's texts made harmless for HTML."""

from dataclasses import dataclass
from datetime import date, datetime
from html import escape
from typing import Any
from zoneinfo import ZoneInfo

from babel.dates import format_date, format_time
from babel.numbers import format_decimal

from locales import REGIONS, say


class Html(str):
    """Text that is HTML already; anything else is escaped where it enters a sentence."""

    __slots__ = ()


BLANK = Html("")


@dataclass(frozen=True, slots=True)
class Words:
    language: str
    zone: ZoneInfo

    @staticmethod
    def own_name(language: str) -> str:
        """Such as "Svenska"."""
        return say(language, "language-name")

    def html(self, text_id: str, **details: Any) -> Html:
        """The sentence as Telegram's HTML; strings among the details are escaped unless they are `Html`."""
        return Html(say(self.language, text_id, **{name: _harmless(value) for name, value in details.items()}))

    def plain(self, text_id: str, **details: Any) -> str:
        """The sentence for a button or the answer to a tap, which know no HTML."""
        return say(self.language, text_id, **details)

    def label(self, text_id: str, **details: Any) -> str:
        """The same with a capital first letter, for a word that elsewhere stands within a sentence."""
        text = self.plain(text_id, **details)
        return text[:1].upper() + text[1:]

    def day(self, moment: datetime | date) -> str:
        """Such as "torsdag 9 oktober"."""
        return format_date(self._local_date(moment), "EEEE d MMMM", locale=REGIONS[self.language])

    def short_day(self, moment: datetime | date) -> str:
        """Such as "tors 9 okt."."""
        return format_date(self._local_date(moment), "EEE d MMM", locale=REGIONS[self.language])

    def weekday_name(self, moment: datetime) -> str:
        """Such as "tors"."""
        return format_date(self._local_date(moment), "EEE", locale=REGIONS[self.language])

    def time(self, moment: datetime) -> str:
        """Such as "23:41", in the municipality's time zone."""
        return format_time(moment.astimezone(self.zone), "HH:mm", locale=REGIONS[self.language])

    def when(self, moment: datetime, *, now: datetime) -> str:
        """The time of day, with the day before it unless it is today."""
        if moment.astimezone(self.zone).date() == now.astimezone(self.zone).date():
            return self.time(moment)
        return f"{self.short_day(moment)} {self.time(moment)}"

    def number(self, number: int) -> str:
        """As the sentences write the numbers that they are given: such as "1 200"."""
        return format_decimal(number, locale=REGIONS[self.language])

    def week(self, moment: datetime) -> int:
        """ISO week number."""
        return moment.astimezone(self.zone).isocalendar().week

    def weekday(self, number: int) -> str:
        """Monday is 0."""
        return format_date(date(2024, 1, 1 + number), "EEEE", locale=REGIONS[self.language])

    def _local_date(self, moment: datetime | date) -> date:
        return moment.astimezone(self.zone).date() if isinstance(moment, datetime) else moment


def _harmless(value: Any) -> Any:
    return escape(value, quote=False) if isinstance(value, str) and not isinstance(value, Html) else value


def join_lines(*lines: str | None) -> Html:
    """The lines that there are, one below the other; an empty one stays and sets apart what follows."""
    return Html("\n".join(line for line in lines if line is not None))
