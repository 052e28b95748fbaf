"""When a person's phone is left alone, as they chose."""

from datetime import datetime

from domain import rights
from domain.people import Person
from domain.quiet import OFFERED, QuietHours
from domain.refusals import Stale
from domain.rights import Act
from domain.views import Settings
from services import acts
from storage import Db, people


def choose(db: Db, person: Person, *, hours: QuietHours, now: datetime, card: int | None) -> None:
    """Set one's own quiet hours. Raises Stale for hours that are not offered."""
    rights.require(person, Act.OWN_SETTINGS)
    if hours not in OFFERED:
        raise Stale
    people.change(db, person.id, quiet_from=hours.starts, quiet_to=hours.ends)
    acts.turn(db, person, Settings(), card=card, now=now)
