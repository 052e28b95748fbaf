"""The rota of a site: who is called first and next when something serious comes in at night."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

CHANGES_AT = time(12)
"""A night on the rota goes from noon to noon, so that nobody hands over while it matters."""
RANKS = 3
"""How many are called one after the other."""


def night_of(moment: datetime, zone: ZoneInfo) -> date:
    """The day whose night it is: until noon that of the day before."""
    local = moment.astimezone(zone)
    return local.date() if local.time() >= CHANGES_AT else local.date() - timedelta(days=1)
