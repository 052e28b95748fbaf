"""Posts: which role a person has at which site, changed by who answers for the organisation."""

from datetime import datetime

from domain import rights
from domain.invites import FOR_A_SITE
from domain.people import EVERY_SITE, Person, Role
from domain.refusals import NotAllowed, Refusal, Stale
from domain.views import PostsCard, subject
from services import acts, invites, membership, reading
from storage import Db, audit, outbox, people


def of(db: Db, reader: Person, person: int) -> Person:
    """Somebody whose posts the reader may change.

    Raises NotAllowed, also for who answers for every site, and for who never said yes or has no Telegram.
    """
    found = people.by_ids(db, [person]).get(person)
    if found is None or EVERY_SITE in found.roles or found.accepted_at is None:
        raise NotAllowed
    rights.require_over(reader, found)
    return found


def show(db: Db, reader: Person, *, view: PostsCard, now: datetime, card: int | None = None) -> None:
    """Turn the card to the person's posts, or to one of the questions about them."""
    of(db, reader, view.person)
    acts.turn(db, reader, view, card=card, now=now)


def give(db: Db, reader: Person, *, post: PostsCard, role: Role, now: datetime, card: int | None = None) -> None:
    """Give the person a role at the site, in place of the one they have there."""
    found, site = _present(db, reader, post), post.site
    if role not in FOR_A_SITE or site is None or site not in {each.key for each in invites.our_sites(db)}:
        raise Stale
    if found.roles.get(site) is not role:
        people.give_role(db, found.id, site=site, role=role)
        _changed(db, reader, found, now=now)
    acts.turn(db, reader, PostsCard(found.id), card=card, now=now)


def take(db: Db, reader: Person, *, post: PostsCard, now: datetime, card: int | None = None) -> None:
    """Take the site away. Raises Refusal for the last one: who has none is no member and must be revoked."""
    found, site = _present(db, reader, post), post.site
    if site is not None and site in found.roles:
        if len(found.roles) == 1:
            raise Refusal("refusal-last-site")
        people.take_role(db, found.id, site=site)
        _changed(db, reader, found, now=now)
    acts.turn(db, reader, PostsCard(found.id), card=card, now=now)


def _present(db: Db, reader: Person, post: PostsCard) -> Person:
    found = of(db, reader, post.person)
    if found.revoked_at:
        raise Stale
    return found


def _changed(db: Db, reader: Person, person: Person, *, now: datetime) -> None:
    """What the person may see is another now: their cards are drawn again, and those of who stands in for them."""
    audit.note(db, person=reader.id, act="posts_changed", subject=subject("person", person.id), now=now)
    reading.end_without_post(db, person.id, by=reader.id, now=now)
    reading.redraw(db, person.id, now=now)
    outbox.touch(db, subject("person", person.id), now=now)
    fresh = people.by_id(db, person.id)
    if fresh.is_member:
        membership.greet(db, fresh, now=now)
