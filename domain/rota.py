"""The rota of a site: who is called first and next when something serious comes in at night."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

CHANGES_AT = time(12)
"""A night on the rota goes from noon to noon, so that nobody hands over while it matters."""
RANKS = 3
"""How many are called one after the other."""
WEEK = 7
NIGHTS_AHEAD = 14
"""For how many nights to come the week's pattern can be set aside."""
ESCALATE_AFTER = timedelta(minutes=15)
"""How long what nobody has opened waits for whoever was called, before the next is called."""


def night_of(moment: datetime, zone: ZoneInfo) -> date:
    """The day whose night it is: until noon that of the day before."""
    local = moment.astimezone(zone)
    return local.date() if local.time() >= CHANGES_AT else local.date() - timedelta(days=1)


def slot_of(night: date) -> int:
    """One night, as a button names it; 0 to 6 are the weekdays of every week."""
    return night.toordinal()


def night_in(slot: int) -> date | None:
    """The night that a slot names; None for a weekday of every week."""
    return None if slot < WEEK else date.fromordinal(slot)


def is_open(slot: int, *, tonight: date) -> bool:
    """Whether the slot can be filled: a weekday, or one of the nights to come."""
    return 0 <= slot < WEEK or 0 <= slot - slot_of(tonight) < NIGHTS_AHEAD
