"""Organisations: their agreement, contacts, shifts and people without Telegram; and who reads whose texts."""

from datetime import timedelta

from domain.organisations import USUAL_PURPOSE, Asking
from domain.people import EVERY_ORGANISATION, EVERY_SITE, Person, Role
from domain.views import (
    ContactChoice,
    ContactNews,
    ExpectedShifts,
    NamedPeople,
    Notice,
    OrganisationCard,
    Organisations,
    OwnReport,
    PersonCard,
    TextRights,
    TextRightsNews,
)
from services import additions, agreements, contacts, drafts, organisations, reading
from storage import organisations as store
from storage import people
from tests.cards.case import case
from tests.cards.stage import Stage
from tests.town import Member


@case
def the_organisations_and_what_each_lacks(stage: Stage) -> None:
    stage.look(Organisations())
    for number in range(12):
        organisation = store.id_of(stage.db, f"Bolag {number}")
        people.add(stage.db, chat_id=None, organisation=organisation, now=stage.now, name="Arne")
    stage.look(Organisations())
    stage.look(Organisations(1))


@case
def an_agreement_is_noted_question_by_question(stage: Stage) -> None:
    number = _agreeing(stage)
    stage.act(agreements.set_area, stage.maria, organisation=number, area=EVERY_SITE, card=None)
    day = stage.now.date()
    late = stage.refused(agreements.agree, stage.maria, organisation=number, day=day + timedelta(days=1), card=None)
    odd = stage.refused(agreements.write_day, stage.maria, organisation=number, written="i fjol")
    for refusal in (late, odd):
        assert refusal
        stage.look(Notice(refusal.text_id, dict(refusal.details)))
    stage.act(agreements.agree, stage.maria, organisation=number, day=day, card=None)
    stage.look(OrganisationCard(number))
    stage.look(OrganisationCard(number, Asking.ENDED))


def _agreeing(stage: Stage) -> int:
    number = _of(stage.anna)
    stage.act(agreements.end, stage.maria, organisation=number, card=None)
    stage.look(OrganisationCard(number))
    for asking in (Asking.PURPOSE, Asking.AREA, Asking.DAY):
        stage.look(OrganisationCard(number, asking))
    for deed, words in ((agreements.set_purpose, {"purpose": "x" * 121}), (agreements.set_area, {"area": ""})):
        refusal = stage.refused(deed, stage.maria, organisation=number, card=None, **words)
        assert refusal
        stage.look(Notice(refusal.text_id, dict(refusal.details)))
    stage.act(agreements.set_purpose, stage.maria, organisation=number, purpose=USUAL_PURPOSE, card=None)
    return number


@case
def an_agreement_in_ones_own_words(stage: Stage) -> None:
    number = _of(stage.anna)
    stage.act(agreements.set_purpose, stage.maria, organisation=number, purpose="W" * 120, card=None)
    stage.act(agreements.set_area, stage.maria, organisation=number, area="W" * 120, card=None)
    stage.look(OrganisationCard(number))


@case
def contacts_are_appointed_and_leave(stage: Stage) -> None:
    number, anna = _of(stage.anna), stage.anna
    stage.look(ContactChoice(number))
    for wanted in (True, False):
        stage.act(contacts.appoint, stage.maria, person=anna.id, wanted=wanted)
        stage.look(ContactChoice(number))
        stage.look(ContactNews(number))
        stage.look(OrganisationCard(number))
    empty = store.id_of(stage.db, "Tomma bolaget")
    stage.look(ContactChoice(empty))
    for each in range(12):
        stage.joins(Member(id=700 + each, name=f"Vakt {each}", role=Role.GUARD))
    stage.look(ContactChoice(number))
    for person in people.members(stage.db, organisation=number)[:6]:
        stage.act(contacts.appoint, stage.maria, person=person.id, wanted=True)
    stage.look(OrganisationCard(number))


@case
def shifts_are_expected(stage: Stage) -> None:
    number = _of(stage.anna)
    stage.look(ExpectedShifts(number))
    for shifts in (0, 1, 2):
        stage.act(
            organisations.expect_shifts, stage.maria, organisation=number, site="overby", weekday=4, shifts=shifts
        )
        stage.look(ExpectedShifts(number, "overby"))
    for site in organisations.our_sites(stage.db):
        where = {"organisation": number, "site": site.key}
        stage.act(organisations.expect_shifts, stage.maria, weekday=0, shifts=6, **where)
        stage.act(organisations.expect_as_on_monday, stage.maria, **where)
    stage.look(OrganisationCard(number))


@case
def people_without_telegram_are_named(stage: Stage) -> None:
    number = _of(stage.anna)
    stage.look(NamedPeople(number))
    refusal = stage.refused(contacts.add_named, stage.maria, organisation=number, name="x" * 65)
    assert refusal
    stage.look(Notice(refusal.text_id, dict(refusal.details)))
    for each in range(10):
        stage.act(contacts.add_named, stage.maria, organisation=number, name=f"Arne {each}")
    stage.look(NamedPeople(number))
    stage.look(NamedPeople(number, 1))
    stage.look(OrganisationCard(number))
    arne = contacts.named(stage.db, stage.maria, number, 0).people[0]
    stage.look(NamedPeople(number, removing=arne.id))


@case
def somebody_waits_for_the_agreement(stage: Stage) -> None:
    number = _of(stage.anna)
    stage.act(agreements.end, stage.maria, organisation=number, card=None)
    stage.look(OrganisationCard(number))
    stage.look(Organisations())


@case
def reports_have_no_texts(stage: Stage) -> None:
    number = _of(stage.anna)
    stage.look(OrganisationCard(number, Asking.STRUCTURED))
    draft = stage.act(drafts.begin, stage.anna)
    stage.act(drafts.choose_category, stage.anna, report=draft, category="theft")
    stage.act(drafts.choose_place, stage.anna, report=draft, place="entre_a")
    stage.act(organisations.report_structured_only, stage.maria, organisation=number, wanted=True, card=None)
    stage.look(OrganisationCard(number))
    stage.look(OrganisationCard(number, Asking.STRUCTURED))
    stage.look(OwnReport(draft))
    refusal = stage.refused(additions.add_text, stage.anna, text=stage.written.text[:100])
    assert refusal
    stage.look(Notice(refusal.text_id, dict(refusal.details)))
    stage.act(organisations.report_structured_only, stage.maria, organisation=number, wanted=False, card=None)


@case
def texts_are_read_by_whom_it_was_given(stage: Stage) -> None:
    per, numbers = stage.per, [each.id for each in store.everyone(stage.db)]
    stage.look(PersonCard(per.id))
    _look(stage, per)
    stage.act(reading.name_police, stage.maria, person=per.id, wanted=True)
    _look(stage, per)
    stage.act(reading.name_police, stage.maria, person=per.id, wanted=False)
    for number in numbers:
        stage.act(reading.let_read, stage.maria, person=per.id, organisation=number, wanted=True)
        _look(stage, per)
    taking = {"person": stage.maria.id, "organisation": EVERY_ORGANISATION, "wanted": False}
    refusal = stage.refused(reading.let_read, stage.maria, **taking)
    assert refusal
    stage.look(Notice(refusal.text_id, dict(refusal.details)))
    _look(stage, stage.maria)


def _look(stage: Stage, reader: Person) -> None:
    stage.look(TextRights(reader.id))
    stage.look(TextRightsNews())


def _of(person: Person) -> int:
    return person.organisation_id
