"""Organisations: agreement, contacts, shifts, people without Telegram; and who reads whose texts."""

from domain.organisations import USUAL_PURPOSE
from handlers.buttons import organisation as buttons
from handlers.routes import tapped
from handlers.talk import Talk
from services import agreements, contacts, organisations, reading


@tapped(buttons.ShowOrganisations)
async def show(talk: Talk, tap: buttons.ShowOrganisations) -> None:
    await talk.act(organisations.show, page=tap.page, card=talk.origin.message_id)


@tapped(buttons.OpenOrganisation)
async def open_organisation(talk: Talk, tap: buttons.OpenOrganisation) -> None:
    await talk.act(organisations.open_card, organisation=tap.organisation, card=talk.origin.message_id)


@tapped(buttons.AskOrganisation)
async def ask(talk: Talk, tap: buttons.AskOrganisation) -> None:
    card = talk.origin.message_id
    await talk.act(organisations.open_card, organisation=tap.organisation, asking=tap.asking, card=card)


@tapped(buttons.AskAgreement)
async def ask_agreement(talk: Talk, tap: buttons.AskAgreement) -> None:
    card = talk.origin.message_id
    await talk.act(agreements.ask, organisation=tap.organisation, asking=tap.asking, card=card)


@tapped(buttons.UsualPurpose)
async def usual_purpose(talk: Talk, tap: buttons.UsualPurpose) -> None:
    card = talk.origin.message_id
    await talk.act(agreements.set_purpose, organisation=tap.organisation, purpose=USUAL_PURPOSE, card=card)


@tapped(buttons.ChooseAgreedArea)
async def choose_area(talk: Talk, tap: buttons.ChooseAgreedArea) -> None:
    card = talk.origin.message_id
    await talk.act(agreements.choose_area, organisation=tap.organisation, site=tap.site, card=card)


@tapped(buttons.AgreeOn)
async def agree(talk: Talk, tap: buttons.AgreeOn) -> None:
    await talk.act(agreements.agree, organisation=tap.organisation, day=tap.day, card=talk.origin.message_id)
    talk.answer("answer-agreed")


@tapped(buttons.EndAgreement)
async def end_agreement(talk: Talk, tap: buttons.EndAgreement) -> None:
    await talk.act(agreements.end, organisation=tap.organisation, card=talk.origin.message_id)
    talk.answer("answer-agreement-ended")


@tapped(buttons.ReportStructuredOnly)
async def report_structured_only(talk: Talk, tap: buttons.ReportStructuredOnly) -> None:
    details = {"organisation": tap.organisation, "wanted": tap.wanted}
    await talk.act(organisations.report_structured_only, card=talk.origin.message_id, **details)


@tapped(buttons.ShowContacts)
async def show_contacts(talk: Talk, tap: buttons.ShowContacts) -> None:
    card = talk.origin.message_id
    await talk.act(contacts.show_members, organisation=tap.organisation, page=tap.page, card=card)


@tapped(buttons.AppointContact)
async def appoint(talk: Talk, tap: buttons.AppointContact) -> None:
    await talk.act(contacts.appoint, person=tap.person, wanted=tap.wanted)


@tapped(buttons.ShowShifts)
async def show_shifts(talk: Talk, tap: buttons.ShowShifts) -> None:
    card = talk.origin.message_id
    await talk.act(organisations.show_shifts, organisation=tap.organisation, site=tap.site, card=card)


@tapped(buttons.ExpectShifts)
async def expect_shifts(talk: Talk, tap: buttons.ExpectShifts) -> None:
    when = {"site": tap.site, "weekday": tap.weekday}
    await talk.act(organisations.expect_shifts, organisation=tap.organisation, shifts=tap.shifts, **when)


@tapped(buttons.ExpectAsOnMonday)
async def expect_as_on_monday(talk: Talk, tap: buttons.ExpectAsOnMonday) -> None:
    await talk.act(organisations.expect_as_on_monday, organisation=tap.organisation, site=tap.site)


@tapped(buttons.ShowNamed)
async def show_named(talk: Talk, tap: buttons.ShowNamed) -> None:
    card = talk.origin.message_id
    await talk.act(contacts.show_named, organisation=tap.organisation, page=tap.page, card=card)


@tapped(buttons.NamePerson)
async def name_person(talk: Talk, tap: buttons.NamePerson) -> None:
    await talk.act(contacts.ask_name, organisation=tap.organisation)
    talk.answer("answer-write-name")


@tapped(buttons.AskRemoveNamed)
async def ask_remove_named(talk: Talk, tap: buttons.AskRemoveNamed) -> None:
    details = {"organisation": tap.organisation, "removing": tap.person, "page": tap.page}
    await talk.act(contacts.show_named, card=talk.origin.message_id, **details)


@tapped(buttons.RemoveNamed)
async def remove_named(talk: Talk, tap: buttons.RemoveNamed) -> None:
    await talk.act(contacts.remove_named, person=tap.person, card=talk.origin.message_id)


@tapped(buttons.ShowTextRights)
async def show_text_rights(talk: Talk, tap: buttons.ShowTextRights) -> None:
    await talk.act(reading.show, person=tap.person, page=tap.page, card=talk.origin.message_id)


@tapped(buttons.LetRead)
async def let_read(talk: Talk, tap: buttons.LetRead) -> None:
    await talk.act(reading.let_read, person=tap.person, organisation=tap.organisation, wanted=tap.wanted)


@tapped(buttons.NamePolice)
async def name_police(talk: Talk, tap: buttons.NamePolice) -> None:
    await talk.act(reading.name_police, person=tap.person, wanted=tap.wanted)
