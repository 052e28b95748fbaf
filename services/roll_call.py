"""The roll call: at night, whether everybody could be reached if they were needed; in the morning, the word of it."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from domain import quiet, rights
from domain.people import Person
from domain.refusals import NotAllowed
from domain.rights import MAY, Act
from domain.sending import Priority
from domain.views import Probe, ReachNews
from services import acts, timetable
from storage import Db, outbox, people
from storage import roll_call as store

NIGHT_LEFT = timedelta(hours=2)
"""How long after it is due a probe may still leave: by the time people look at their phones there are none."""


@dataclass(frozen=True, slots=True)
class Reach:
    """Who of those that the news is about cannot be reached now, and who can, by name."""

    lost: tuple[Person, ...]
    back: tuple[Person, ...]


def hold(db: Db, _about: int, *, due: datetime, now: datetime) -> None:
    """Owe every member a probe, which nobody hears; none once the night is over.

    Those who could not be reached get one too: whoever let the bot in again while it was down is passed over on the
    rota for nothing.
    """
    ends_at = due + NIGHT_LEFT
    if now < ends_at:
        members = [(member, now) for member in people.members(db)]
        outbox.owe_all(db, Probe(), readers=members, priority=Priority.PROBE, now=now, expires_at=ends_at)


def tell(db: Db, _about: int, *, due: datetime, now: datetime) -> None:
    """Owe each strategist one message about who was lost and who is back since they were last told, if anybody is.

    A strategist who cannot be reached either is told when they can be.
    """
    outbox.forget(db, Probe)
    members = people.members(db)
    lost = {member.id for member in members if member.unreachable_since}
    present = {member.id for member in members} - lost
    for reader in people.members(db, roles_held=MAY[Act.MANAGE_PEOPLE]):
        told = store.told(db, reader.id)
        news = ReachNews(lost=tuple(sorted(lost - told)), back=tuple(sorted(told & present)))
        if reader.id in present and (news.lost or news.back):
            store.remember(db, reader.id, lost)
            awake = quiet.hours_of(reader).end_of(now, timetable.zone(db))
            acts.tell(db, reader, news, priority=Priority.DIGEST, now=now, not_before=awake)


def see(db: Db, reader: Person, news: ReachNews) -> Reach:
    """What the reader may know of it, as it is at this moment. Raises NotAllowed when that is nothing."""
    named = people.by_ids(db, [*news.lost, *news.back]).values()
    theirs = [each for each in named if each.is_member and _answers_for(reader, each)]
    if not theirs:
        raise NotAllowed
    return Reach(
        lost=tuple(each for each in theirs if each.unreachable_since),
        back=tuple(each for each in theirs if not each.unreachable_since),
    )


def _answers_for(reader: Person, person: Person) -> bool:
    return rights.may(reader, Act.MANAGE_PEOPLE, organisation=person.organisation_id)
