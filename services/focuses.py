"""Tonight's focus at a site: set, changed and taken away by the strategist, seen in the briefing."""

from datetime import datetime

from domain import rights
from domain.expectations import Question
from domain.focuses import TEXT_LENGTH, Focus, morning_after
from domain.people import Person
from domain.refusals import NotAllowed, Refusal, Stale
from domain.rights import Act
from domain.terms import Site
from domain.views import FocusCard, FocusSites, subject
from services import acts, questions, timetable
from storage import Db, audit, outbox, people, vocabulary
from storage import focuses as store


def ask_site(db: Db, person: Person, *, card: int | None, now: datetime) -> None:
    """Turn the card to the sites that a focus can be set for."""
    rights.require(person, Act.SET_FOCUS)
    acts.turn(db, person, FocusSites(), card=card, now=now)


def sites(db: Db, person: Person) -> list[Site]:
    rights.require(person, Act.SET_FOCUS)
    return [site for site in vocabulary.load(db).own_sites if rights.may(person, Act.SET_FOCUS, site=site.key)]


def open_site(db: Db, person: Person, *, site: str, card: int | None, now: datetime) -> None:
    """Show the focus that stands at the site; without one, take the person's next text as it."""
    rights.require(person, Act.SET_FOCUS, site=site)
    if site not in {each.key for each in vocabulary.load(db).own_sites}:
        raise Stale
    standing = store.standing(db, now=now).get(site)
    focus = standing.id if standing else _begin(db, person, site, now=now)
    acts.turn(db, person, FocusCard(focus), card=card, now=now)


def rewrite(db: Db, person: Person, *, focus: int, now: datetime) -> None:
    """Take the person's next text in place of the one that stands."""
    if not one(db, person, focus).stands(now):
        raise Stale
    questions.ask(db, person, Question.FOCUS, focus, now=now)


def write(db: Db, person: Person, *, focus: int, text: str, now: datetime) -> None:
    """Set the text, which stands until the morning, in place of any other at the site.

    Raises Refusal when it is too long.
    """
    found = one(db, person, focus)
    if len(text) > TEXT_LENGTH:
        raise Refusal("refusal-focus-too-long", limit=TEXT_LENGTH)
    former = store.standing(db, now=now).get(found.site)
    if former and former.id != focus:
        remove(db, person, focus=former.id, now=now)
    until = morning_after(now, timetable.zone(db))
    store.change(db, focus, text=text, set_by=person.id, set_at=now, until=until)
    _changed(db, person, found, act="focus_set", now=now)


def remove(db: Db, person: Person, *, focus: int, now: datetime) -> None:
    """Take it away. Taken away twice, it is once."""
    found = one(db, person, focus)
    questions.drop(db, person, Question.FOCUS, focus)
    if found.stands(now):
        store.change(db, focus, until=now)
        _changed(db, person, found, act="focus_removed", now=now)


def one(db: Db, person: Person, focus: int) -> Focus:
    """For those who may set one there. Raises NotAllowed."""
    rights.require(person, Act.SET_FOCUS)
    found = store.by_id(db, focus)
    if found is None or not rights.may(person, Act.SET_FOCUS, site=found.site):
        raise NotAllowed
    return found


def _begin(db: Db, person: Person, site: str, *, now: datetime) -> int:
    begun = store.unwritten(db, site=site, set_by=person.id)
    focus = store.add(db, site=site, set_by=person.id, now=now) if begun is None else begun
    questions.ask(db, person, Question.FOCUS, focus, now=now)
    return focus


def _changed(db: Db, person: Person, focus: Focus, *, act: str, now: datetime) -> None:
    """Nobody's phone rings for it; the briefings that lie open are drawn again."""
    audit.note(db, person=person.id, act=act, subject=subject("focus", focus.id), now=now)
    outbox.touch(db, subject("focus", focus.id), now=now)
    for member in people.members(db):
        if member.shift and member.roles_at(focus.site):
            outbox.touch(db, subject("shift", member.shift), now=now)
