"""Agreements: signed on paper, noted by the strategist; without one nobody of an organisation takes part."""

from dataclasses import dataclass
from datetime import date, datetime

from domain.expectations import Question
from domain.organisations import AREA_LENGTH, PURPOSE_LENGTH, Asking, read_day
from domain.people import EVERY_SITE, Person, tidy
from domain.refusals import Refusal, Stale
from domain.views import OrganisationCard, subject
from services import acts, membership, organisations, questions, timetable
from storage import Db, audit, people
from storage import organisations as store

NOTED, CHANGED, ENDED = "agreement_noted", "agreement_changed", "agreement_ended"
_QUESTIONS = {
    Asking.PURPOSE: Question.AGREED_PURPOSE,
    Asking.AREA: Question.AGREED_AREA,
    Asking.DAY: Question.AGREED_DAY,
}


@dataclass(frozen=True, slots=True)
class Noted:
    """Who last wrote something down of an agreement, and when."""

    by: Person
    at: datetime


def ask(db: Db, person: Person, *, organisation: int, asking: Asking, card: int | None, now: datetime) -> None:
    """Turn the card to a question of the agreement, which a tap or the person's next text answers."""
    organisations.managed(db, person, organisation)
    if asking not in _QUESTIONS:
        raise Stale
    _show(db, person, OrganisationCard(organisation, asking), card=card, now=now)
    questions.ask(db, person, _QUESTIONS[asking], organisation, now=now)


def stop_asking(db: Db, person: Person, *, organisation: int, card: int | None, now: datetime) -> None:
    """Back to the card; what was answered so far is kept."""
    for question in _QUESTIONS.values():
        questions.drop(db, person, question, organisation)
    organisations.managed(db, person, organisation)
    _show(db, person, OrganisationCard(organisation), card=card, now=now)


def set_purpose(db: Db, person: Person, *, organisation: int, purpose: str, card: int | None, now: datetime) -> None:
    """Raises Refusal for a purpose that is too long."""
    organisations.managed(db, person, organisation)
    told = tidy(purpose)
    if not 0 < len(told) <= PURPOSE_LENGTH:
        raise Refusal("refusal-agreed-purpose", limit=PURPOSE_LENGTH)
    _set(db, person, organisation, now=now, agreed_purpose=told)
    ask(db, person, organisation=organisation, asking=Asking.AREA, card=card, now=now)


def set_area(db: Db, person: Person, *, organisation: int, area: str, card: int | None, now: datetime) -> None:
    """A site's key, all sites, or words. Raises Refusal for what is too long."""
    organisations.managed(db, person, organisation)
    told = tidy(area)
    if not 0 < len(told) <= AREA_LENGTH:
        raise Refusal("refusal-agreed-area", limit=AREA_LENGTH)
    _set(db, person, organisation, now=now, agreed_area=told)
    ask(db, person, organisation=organisation, asking=Asking.DAY, card=card, now=now)


def choose_area(db: Db, person: Person, *, organisation: int, site: str, card: int | None, now: datetime) -> None:
    organisations.managed(db, person, organisation)
    if site not in {EVERY_SITE, *(each.key for each in organisations.our_sites(db))}:
        raise Stale
    set_area(db, person, organisation=organisation, area=site, card=card, now=now)


def agree(db: Db, person: Person, *, organisation: int, day: date, card: int | None, now: datetime) -> None:
    """Note the day it was signed: from now on it stands, and who waited for it is let in. Raises Refusal."""
    found = organisations.managed(db, person, organisation)
    if day > now.astimezone(timetable.zone(db)).date():
        raise Refusal("refusal-agreed-day-to-come")
    if not (found.agreed_purpose and found.agreed_area):
        raise Stale
    if found.agreed_on != day:
        store.change(db, organisation, agreed_on=day)
        organisations.changed(db, person, organisation, act=CHANGED if found.agreed_on else NOTED, now=now)
        for waiting in people.of_organisation(db, organisation):
            membership.activate(db, waiting.id, now=now)
    stop_asking(db, person, organisation=organisation, card=card, now=now)


def write_day(db: Db, person: Person, *, organisation: int, written: str, now: datetime) -> None:
    """The same from a day in words. Raises Refusal for what is no day, and goes on asking."""
    day = read_day(written)
    if day is None:
        raise Refusal("refusal-agreed-day")
    agree(db, person, organisation=organisation, day=day, card=None, now=now)


def end(db: Db, person: Person, *, organisation: int, card: int | None, now: datetime) -> None:
    """It holds no longer: its people take part no longer, until there is a new one. Ended twice, it is still once."""
    found = organisations.managed(db, person, organisation)
    if found.agreed_on:
        store.change(db, organisation, agreed_on=None, agreed_purpose=None, agreed_area=None)
        organisations.changed(db, person, organisation, act=ENDED, now=now)
        for member in people.of_organisation(db, organisation):  # also who waits for a new phone
            if member.joined_at and not membership.has_agreement(db, member):
                membership.suspend(db, member, now=now)
    acts.turn(db, person, OrganisationCard(organisation), card=card, now=now)


def noted(db: Db, reader: Person, organisation: int) -> Noted | None:
    """Who noted the agreement or changed it last."""
    organisations.one(db, reader, organisation)
    last = audit.last(db, (NOTED, CHANGED), subject=subject("organisation", organisation))
    return Noted(people.by_id(db, last[0]), last[1]) if last else None


def _show(db: Db, person: Person, view: OrganisationCard, *, card: int | None, now: datetime) -> None:
    """On the card that was tapped; after an answer in words below it."""
    if card is None:
        organisations.show_below(db, person, view, now=now)
    else:
        acts.turn(db, person, view, card=card, now=now)


def _set(db: Db, person: Person, organisation: int, *, now: datetime, **columns: str) -> None:
    before = store.by_id(db, organisation)
    if all(getattr(before, name) == value for name, value in columns.items()):
        return
    store.change(db, organisation, **columns)
    if before.agreed_on:
        organisations.changed(db, person, organisation, act=CHANGED, now=now)
