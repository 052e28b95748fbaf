"""An organisation's contacts, its expected shifts and its people without Telegram."""

from domain.coverage import MOST_SHIFTS, WEEKDAYS
from domain.views import ContactChoice, ContactNews, ExpectedShifts, NamedPeople
from handlers.buttons import organisation as tap
from handlers.card import Button, Card, Rows, Scene, columns_for, grid, words_of
from handlers.cards import facts
from handlers.words import join_lines
from services import contacts, organisations
from storage import vocabulary
from storage.organisations import Organisation


@words_of(ContactChoice)
def contact_choice(view: ContactChoice, scene: Scene) -> Card:
    """The members; a tap appoints one, another tap ends it."""
    organisation = organisations.managed(scene.db, scene.person, view.organisation)
    page = contacts.members(scene.db, scene.person, organisation.id, view.page)
    words = scene.words
    asked = words.html("contacts-ask" if page.people else "contacts-nobody")
    choices = [
        Button(
            words.plain("button-contact-end" if each.is_contact else "button-contact-appoint", name=each.name or "?"),
            tap.AppointContact(each.id, not each.is_contact),
        )
        for each in page.people
    ]
    pager = facts.pager(page.page, page.pages, lambda to: tap.ShowContacts(organisation.id, to), words)
    text = join_lines(words.html("organisation-title", name=organisation.name), asked)
    return Card(text=text, buttons=[*grid(choices, 1), *pager, _back(organisation, scene)])


@words_of(ContactNews)
def contact_news(view: ContactNews, scene: Scene) -> Card:
    """That one is the contact, or no longer."""
    is_one = scene.person.is_contact and scene.person.organisation_id == view.organisation
    text_id = "contact-appointed" if is_one else "contact-ended"
    return Card(text=scene.words.html(text_id, organisation=scene.person.organisation))


@words_of(ExpectedShifts)
def expected_shifts(view: ExpectedShifts, scene: Scene) -> Card:
    """The sites, then the weekdays of one: each tap is one shift more, and after the most it is none again."""
    organisation = organisations.one(scene.db, scene.person, view.organisation)
    words = scene.words
    title = words.html("organisation-title", name=organisation.name)
    if view.site is None:
        text = join_lines(title, words.html("shifts-ask-site"))
        return Card(text=text, buttons=[*_sites(organisation, scene), _back(organisation, scene)])
    site = vocabulary.load(scene.db).site(view.site)
    expected = organisations.expected(scene.db, scene.person, organisation.id, site=site.key)
    asked = words.html("shifts-title", site=site.name(words.language), count=sum(expected.values()))
    back = [Button(words.plain("button-back"), tap.ShowShifts(organisation.id, None))]
    text = join_lines(title, asked, words.html("shifts-hint"))
    return Card(text=text, buttons=[*_weekdays(organisation, site.key, expected, scene), back])


def _sites(organisation: Organisation, scene: Scene) -> Rows:
    names = [(site.name(scene.words.language), site.key) for site in organisations.our_sites(scene.db)]
    return grid([Button(name, tap.ShowShifts(organisation.id, key)) for name, key in names], 1)


def _weekdays(organisation: Organisation, site: str, expected: dict[int, int], scene: Scene) -> Rows:
    days = [
        Button(
            f"{scene.words.weekday(day).capitalize()} {expected.get(day, 0)}",
            tap.ExpectShifts(organisation.id, site, day, (expected.get(day, 0) + 1) % (MOST_SHIFTS + 1)),
        )
        for day in range(WEEKDAYS)
    ]
    same = Button(scene.words.plain("button-same-all-days"), tap.ExpectAsOnMonday(organisation.id, site))
    return [*grid(days, columns_for(each.label for each in days)), [same]]


@words_of(NamedPeople)
def named_people(view: NamedPeople, scene: Scene) -> Card:
    """People without Telegram; a tap on one asks whether to take them off the list."""
    organisation = organisations.one(scene.db, scene.person, view.organisation)
    page = contacts.named(scene.db, scene.person, organisation.id, view.page)
    words = scene.words
    title = words.html("organisation-title", name=organisation.name)
    leaving = next((each for each in page.people if each.id == view.removing), None)
    if leaving:
        sure = Button(words.plain("button-remove-named-sure"), tap.RemoveNamed(leaving.id), style="danger")
        back = Button(words.plain("button-back"), tap.ShowNamed(organisation.id, page.page))
        text = join_lines(title, words.html("named-ask-remove", name=leaving.name or "?"))
        return Card(text=text, buttons=[[sure], [back]])
    listed = [Button(each.name or "?", tap.AskRemoveNamed(organisation.id, each.id, page.page)) for each in page.people]
    pager = facts.pager(page.page, page.pages, lambda to: tap.ShowNamed(organisation.id, to), words)
    adding = Button(words.plain("button-name-person"), tap.NamePerson(organisation.id), style="primary")
    text = join_lines(title, words.html("named-title" if listed else "named-nobody"))
    return Card(text=text, buttons=[*grid(listed, 1), *pager, [adding], _back(organisation, scene)])


def _back(organisation: Organisation, scene: Scene) -> list[Button]:
    return [Button(scene.words.plain("button-back"), tap.OpenOrganisation(organisation.id))]
