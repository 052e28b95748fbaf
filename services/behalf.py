"""A report that somebody told by telephone, written down by the strategist or by their organisation's contact."""

from dataclasses import dataclass
from datetime import datetime

from domain import rights
from domain.pages import nearest
from domain.people import Person
from domain.refusals import Refusal, Stale
from domain.rights import Act
from domain.views import OwnReport, ViaPhone
from services import acts, drafts
from storage import Db, organisations, people
from storage.organisations import Organisation

PAGE = 8
"""Organisations on one page: what a phone shows without scrolling."""


@dataclass(frozen=True, slots=True)
class Choices:
    """Whose report it can be: a page of organisations, or the people without Telegram of the one that was chosen."""

    organisation: Organisation | None
    organisations: tuple[Organisation, ...]
    people: tuple[Person, ...]
    page: int
    pages: int


def choices(db: Db, author: Person, *, organisation: int | None, page: int, now: datetime) -> Choices:
    """What to choose from; who may write down for one organisation only is not asked which. Raises NotAllowed."""
    rights.require(author, Act.REPORT_FOR_OTHERS, organisation=organisation)
    offered = _offered(db, author, now=now)
    chosen = next((each for each in offered if each.id == organisation), offered[0] if len(offered) == 1 else None)
    page, pages = nearest(page, len(offered), size=PAGE)
    named = _without_telegram(db, chosen.id) if chosen else ()
    return Choices(chosen, tuple(offered[page * PAGE : (page + 1) * PAGE]), named, page, pages)


def ask(
    db: Db, author: Person, *, report: int, organisation: int | None, page: int, now: datetime, card: int | None
) -> None:
    """Turn the draft's card to the question whose report it is."""
    drafts.own_draft(db, author, report)
    rights.require(author, Act.REPORT_FOR_OTHERS, organisation=organisation)
    acts.turn(db, author, ViaPhone(report, page, organisation), card=card, now=now)


def choose(
    db: Db, author: Person, *, report: int, organisation: int, person: int | None, now: datetime, card: int | None
) -> None:
    """Say that the organisation told it, and who of its people without Telegram; its texts are theirs from now on."""
    draft = drafts.own_draft(db, author, report)
    rights.require(author, Act.REPORT_FOR_OTHERS, organisation=organisation)
    chosen = next((each for each in _offered(db, author, now=now) if each.id == organisation), None)
    if chosen is None:
        raise Stale
    if chosen.structured_only and (draft.text or draft.photos):
        raise Refusal("refusal-teller-without-texts")
    if person is not None and person not in {each.id for each in _without_telegram(db, organisation)}:
        raise Stale
    drafts.change(db, draft, now=now, via_phone=True, organisation_id=organisation, on_behalf_of=person)
    acts.turn(db, author, OwnReport(report), card=card, now=now)


def take_back(db: Db, author: Person, *, report: int, now: datetime, card: int | None) -> None:
    """It is the author's own observation after all."""
    draft = drafts.own_draft(db, author, report)
    own = people.organisation_of(db, author.id)
    drafts.change(db, draft, now=now, via_phone=False, organisation_id=own, on_behalf_of=None)
    acts.turn(db, author, OwnReport(report), card=card, now=now)


def go_back(db: Db, author: Person, *, report: int, now: datetime, card: int | None) -> None:
    """Turn the card to the draft again, as it was."""
    drafts.own(db, author, report)
    acts.turn(db, author, OwnReport(report), card=card, now=now)


def _offered(db: Db, author: Person, *, now: datetime) -> list[Organisation]:
    in_use = organisations.in_use(db, now)
    return [each for each in in_use if rights.may(author, Act.REPORT_FOR_OTHERS, organisation=each.id)]


def _without_telegram(db: Db, organisation: int) -> tuple[Person, ...]:
    return tuple(each for each in people.of_organisation(db, organisation) if each.chat_id is None)
