"""The picture: frozen every Monday for everybody who may see it, and whenever somebody asks."""

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from domain import rights
from domain.people import Person
from domain.periods import Period, seven_days_until, week_before
from domain.pictures import Kind, SiteNumbers, SitePicture, Snapshot, audience_of, count, picture_of, worst_first
from domain.refusals import NotAllowed
from domain.rights import MAY, Act
from domain.sending import Priority
from domain.views import Digest
from services import acts
from services.timetable import Task
from storage import Db, organisations, people, reports, schedules, vocabulary
from storage import digests as store


@dataclass(frozen=True, slots=True)
class Seen:
    """A picture as one reader may see it: their sites, worst first."""

    snapshot: Snapshot
    sites: tuple[SitePicture, ...]


def close_week(db: Db, about: int, *, due: datetime, now: datetime) -> None:
    """Freeze the week that ended last Monday 00:00, and owe it once to each member who may see pictures.

    By the clocks of the schedule's own zone: it is the one by which the week was due.
    """
    schedule = schedules.find(db, task=Task.WEEKLY_DIGEST, about=about)
    if schedule is None or schedule.recurrence is None:
        return
    week = week_before(due, ZoneInfo(schedule.recurrence.zone))
    if store.exists(db, kind=Kind.WEEK, period=week):
        return
    view = Digest(_freeze(db, Kind.WEEK, week, now=now))
    for reader in people.members(db, roles_held=MAY[Act.SEE_PICTURE]):
        acts.tell(db, reader, view, priority=Priority.DIGEST, now=now)


def request_picture(db: Db, reader: Person, *, zone: ZoneInfo, now: datetime) -> None:
    """Show the reader the last seven days up to now. Raises NotAllowed."""
    rights.require(reader, Act.SEE_PICTURE)
    acts.reply(db, reader, Digest(_freeze(db, Kind.ASKED, seven_days_until(now, zone), now=now)), now=now)


def see(db: Db, reader: Person, digest: int) -> Seen:
    """What the reader may see of a frozen picture, with the rights of this moment. Raises NotAllowed."""
    rights.require(reader, Act.SEE_PICTURE)
    snapshot = store.by_id(db, digest)
    ours = [site.key for site in vocabulary.load(db).own_sites]
    audiences = {site: audience for site in ours if (audience := audience_of(reader, site))}
    if snapshot is None or not audiences:
        raise NotAllowed
    counts = {site: snapshot.sites.get(site, SiteNumbers()) for site in audiences}
    pictures = (picture_of(site, counts[site], audience) for site, audience in audiences.items())
    return Seen(snapshot, tuple(worst_first(pictures)))


def _freeze(db: Db, kind: Kind, period: Period, *, now: datetime) -> int:
    """Count the period and the one before it, as far as they are known now."""
    known = reports.filed_between(db, starts_at=period.before.starts_at, ends_at=period.ends_at)
    expected = organisations.expected_at(db)
    sites = count(known, period, open_by_site=store.open_by_site(db), expected=expected)
    return store.add(db, kind=kind, period=period, sites=sites, now=now)
