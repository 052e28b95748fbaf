"""The rota of a site: who is called for what is serious, week by week and for single nights."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TypeVar

from domain import quiet, rights
from domain.pages import nearest
from domain.people import Person
from domain.refusals import NotAllowed, Stale
from domain.rights import Act, Case
from domain.rota import RANKS, WEEK, is_open, night_in, night_of, slot_of
from domain.sending import Priority
from domain.views import Rota, RotaNews, RotaNights, Rotas, RotaSlot, subject
from services import acts, timetable
from storage import Db, audit, outbox, people, vocabulary
from storage import rota as store

T = TypeVar("T")

PAGE = 8
"""People, or sites, on one page to choose from."""


@dataclass(frozen=True, slots=True)
class SitesPage:
    """Sites, each with whoever is called first tonight, then next."""

    tonight: Mapping[str, Sequence[Person]]
    page: int
    pages: int


@dataclass(frozen=True, slots=True)
class Week:
    """The pattern by weekday, and the nights to come that differ from it."""

    pattern: Sequence[Sequence[Person]]
    exceptions: Mapping[date, Sequence[Person]]


@dataclass(frozen=True, slots=True)
class Slot:
    """A weekday or a night: who is called in turn, and a page of those who could be next."""

    chosen: Sequence[Person]
    candidates: Sequence[Person]
    page: int
    pages: int


def called(db: Db, case: Case, *, now: datetime) -> list[Person]:
    """Those on tonight's rota whose phones ring for the report, in the order they are called."""
    ranked = _callable(db, case.report.site, store.on_duty(db, case.report.site, tonight(db, now=now)))
    return [person for person in ranked if rights.rings(person, case)]


def tonight(db: Db, *, now: datetime) -> date:
    return night_of(now, timetable.zone(db))


def sites(db: Db, reader: Person, page: int, *, now: datetime) -> SitesPage:
    """A page of the sites with tonight's rota. Raises NotAllowed."""
    rights.require(reader, Act.SET_ROTA)
    keys = [site.key for site in vocabulary.load(db).own_sites]
    part, page, pages = _page(keys, page)
    night = tonight(db, now=now)
    return SitesPage({key: _callable(db, key, store.on_duty(db, key, night)) for key in part}, page, pages)


def week(db: Db, reader: Person, site: str, *, now: datetime) -> Week:
    """The rota of a site. Raises NotAllowed."""
    _require(db, reader, site)
    pattern = [_callable(db, site, store.pattern(db, site, weekday)) for weekday in range(WEEK)]
    exceptions = store.exceptions(db, site, since=tonight(db, now=now))
    return Week(pattern, {night: _callable(db, site, ids) for night, ids in exceptions.items()})


def slot(db: Db, reader: Person, site: str, slot: int, *, page: int) -> Slot:
    """One weekday or night of a site's rota. Raises NotAllowed."""
    _require(db, reader, site)
    chosen = _callable(db, site, _chosen(db, site, slot))
    others = [each for each in people.members(db) if each not in chosen and rights.may_be_called(each, site)]
    part, page, pages = _page(others, page)
    return Slot(chosen, part if len(chosen) < RANKS else (), page, pages)


def stands_on(db: Db, person: Person, site: str, slot: int) -> bool:
    """Whether the person is on the rota then."""
    return person.id in _chosen(db, site, slot)


def show_sites(db: Db, reader: Person, *, page: int, now: datetime, card: int | None) -> None:
    rights.require(reader, Act.SET_ROTA)
    acts.turn(db, reader, Rotas(page), card=card, now=now)


def show(db: Db, reader: Person, *, site: str, now: datetime, card: int | None) -> None:
    """Turn the card to the week of a site."""
    _require(db, reader, site)
    acts.turn(db, reader, Rota(site), card=card, now=now)


def show_nights(db: Db, reader: Person, *, site: str, now: datetime, card: int | None) -> None:
    """Turn the card to the nights to come."""
    _require(db, reader, site)
    acts.turn(db, reader, RotaNights(site), card=card, now=now)


def show_slot(db: Db, reader: Person, *, site: str, slot: int, page: int, now: datetime, card: int | None) -> None:
    """Turn the card to a weekday or a night, to choose who is called."""
    _require_open(db, reader, site, slot, now=now)
    acts.turn(db, reader, RotaSlot(site, slot, page), card=card, now=now)


def add(db: Db, reader: Person, *, site: str, slot: int, person: int, now: datetime, card: int | None) -> None:
    """Put somebody next on the rota, who is told. Put there twice, they stand there once."""
    _require_open(db, reader, site, slot, now=now)
    chosen = [each.id for each in _callable(db, site, _chosen(db, site, slot))]
    new = people.by_ids(db, [person]).get(person)
    if new is None:
        raise NotAllowed
    if not rights.may_be_called(new, site):
        raise Stale
    if person not in chosen and len(chosen) < RANKS:
        _set(db, site, slot, [*chosen, person])
        audit.note(db, person=reader.id, act="rota_added", subject=subject("person", person), now=now)
        _tell(db, reader, new, RotaNews(site, slot), now=now)
    acts.turn(db, reader, RotaSlot(site, slot), card=card, now=now)


def clear(db: Db, reader: Person, *, site: str, slot: int, now: datetime, card: int | None) -> None:
    """Take everybody off a weekday, or give a night back to the week."""
    _require_open(db, reader, site, slot, now=now)
    for person in _chosen(db, site, slot):
        audit.note(db, person=reader.id, act="rota_removed", subject=subject("person", person), now=now)
    _set(db, site, slot, [])
    outbox.touch(db, subject("slot", slot), now=now)
    acts.turn(db, reader, RotaSlot(site, slot), card=card, now=now)


def _tell(db: Db, reader: Person, new: Person, view: RotaNews, *, now: datetime) -> None:
    """Somebody who stands on the rota from tonight on hears it at once, others after their quiet hours."""
    if new.id == reader.id:
        return
    awake = quiet.hours_of(new).end_of(now, timetable.zone(db))
    soon = view.slot in _slots_of(tonight(db, now=now))
    acts.tell(db, new, view, priority=Priority.REPORT, not_before=None if soon else awake, now=now)


def _slots_of(night: date) -> tuple[int, int]:
    return night.weekday(), slot_of(night)


def _chosen(db: Db, site: str, slot: int) -> list[int]:
    night = night_in(slot)
    if night is None:
        return store.pattern(db, site, slot)
    return store.exceptions(db, site, since=night).get(night, [])


def _set(db: Db, site: str, slot: int, chosen: Sequence[int]) -> None:
    night = night_in(slot)
    if night is None:
        store.set_pattern(db, site, slot, chosen)
    else:
        store.set_exception(db, site, night, chosen)


def _require(db: Db, reader: Person, site: str) -> None:
    rights.require(reader, Act.SET_ROTA, site=site)
    if site not in {each.key for each in vocabulary.load(db).own_sites}:
        raise Stale


def _require_open(db: Db, reader: Person, site: str, slot: int, *, now: datetime) -> None:
    _require(db, reader, site)
    if not is_open(slot, tonight=tonight(db, now=now)):
        raise Stale


def _callable(db: Db, site: str, ids: Sequence[int]) -> list[Person]:
    """The people in that order, but for those who have left the site or take no part at present."""
    known = people.by_ids(db, ids)
    return [known[each] for each in ids if rights.may_be_called(known[each], site)]


def _page(entries: Sequence[T], page: int) -> tuple[Sequence[T], int, int]:
    """The entries of one page, its number and how many there are."""
    page, pages = nearest(page, len(entries), size=PAGE)
    return entries[page * PAGE : (page + 1) * PAGE], page, pages
