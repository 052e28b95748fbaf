"""People as the strategist and the contacts see them, and the word to somebody whose membership has ended."""

from domain.people import EVERY_SITE, Person
from domain.rights import Act, may
from domain.views import Farewell, NoContact, People, PersonCard
from handlers.buttons import people as tap
from handlers.buttons import phone
from handlers.buttons.invite import AskForWhom
from handlers.buttons.organisation import ShowOrganisations
from handlers.card import Button, Card, Rows, Scene, words_of
from handlers.cards import facts
from handlers.cards.reach import why_unreachable
from handlers.cards.reading import rows_on_person
from handlers.cards.start import roles
from handlers.words import Html, Words, join_lines
from services import membership, people
from storage import organisations, vocabulary


@words_of(People)
def people_page(view: People, scene: Scene) -> Card:
    """A page of the people, a line and a button each; who waits comes first."""
    page = people.people_page(scene.db, scene.person, view.page)
    words = scene.words
    oversees = may(scene.person, Act.MANAGE_ORGANISATIONS)
    lines = [_line(person, words, of_one=not oversees) for person in page.people]
    openings = [[Button(person.name or "?", tap.OpenPerson(person.id, page.page))] for person in page.people]
    pager = facts.pager(page.page, page.pages, tap.TurnPeople, words)
    inviting = Button(words.plain("button-invite"), AskForWhom(how_many=False), style="primary")
    title = words.html("people-title", count=page.members)
    waiting = words.html("people-waiting", count=page.waiting) if page.waiting else None
    theirs = [Button(words.plain("button-organisations"), ShowOrganisations(0))]
    return Card(text=join_lines(title, waiting, *lines), buttons=[*openings, *pager, [inviting], theirs])


def _line(person: Person, words: Words, *, of_one: bool) -> Html:
    """Name and roles; where people of several organisations are listed, theirs."""
    roles_held = ", ".join(sorted({words.plain(f"role-{role.value}") for role in person.roles.values()}))
    text_id = "people-line" if of_one else "people-line-organisation"
    line = words.html(text_id, name=person.name or "?", roles=roles_held, organisation=person.organisation)
    mark = _mark(person, words)
    return Html(f"{line} {mark}") if mark else line


def _mark(person: Person, words: Words) -> Html | None:
    if person.is_waiting:
        return words.html("people-is-waiting")
    if person.chat_id is None:
        return words.html("people-without-phone")
    return words.html("people-unreachable", why=why_unreachable(person, words)) if person.unreachable_since else None


@words_of(PersonCard)
def person_card(view: PersonCard, scene: Scene) -> Card:
    """One person: roles, organisation, since when, and whether they can be reached."""
    person = people.one(scene.db, scene.person, view.person)
    words = scene.words
    lines = [
        words.html("person-title", name=person.name or "?"),
        *roles(person, vocabulary.load(scene.db), words),
        words.html("settings-organisation", organisation=person.organisation),
        *_history(person, scene),
        _question(view, person, words),
    ]
    return Card(text=join_lines(*lines), buttons=_rows(view, person, scene))


def _history(person: Person, scene: Scene) -> list[Html]:
    words, now = scene.words, scene.now
    if person.is_waiting:
        return _waiting(person, scene)
    since = [words.html("person-since", day=words.day(person.joined_at))] if person.joined_at else []
    if person.revoked_at:
        ended = "person-revoked" if person.joined_at else "person-denied"
        return [*since, words.html(ended, time=words.when(person.revoked_at, now=now))]
    if person.chat_id is None:
        return [*since, words.html("person-without-phone")]
    if person.unreachable_since:
        time = words.when(person.unreachable_since, now=now)
        return [*since, words.html("person-unreachable", time=time, why=why_unreachable(person, words))]
    return [*since, words.html("person-reachable")]


def _waiting(person: Person, scene: Scene) -> list[Html]:
    words = scene.words
    lines = [words.html("person-approved" if person.approved_at else "person-waits")]
    if not membership.has_agreement(scene.db, person):
        lines.append(words.html("agreement-missing", organisation=person.organisation))
    return lines


def _question(view: PersonCard, person: Person, words: Words) -> Html | None:
    if person.revoked_at:
        return None
    if view.revoking:
        return words.html("ask-revoke", name=person.name or "?")
    return words.html("ask-lost", name=person.name or "?") if view.losing else None


def _rows(view: PersonCard, person: Person, scene: Scene) -> Rows:
    words = scene.words
    back = [Button(words.plain("button-people"), tap.TurnPeople(view.page))]
    if person.revoked_at or not people.may_change(scene.person, person):
        return [back]
    if view.revoking or view.losing:
        return _sure(view, words)
    if person.is_waiting:
        return [*_decisions(view, person, words), back]
    return [*rows_on_person(person, scene), *_changes(view, person, words), back]


def _sure(view: PersonCard, words: Words) -> Rows:
    back = [Button(words.plain("button-back"), tap.OpenPerson(view.person, view.page))]
    if view.revoking:
        return [[Button(words.plain("button-revoke-sure"), tap.Revoke(view.person, view.page), style="danger")], back]
    return [[Button(words.plain("button-lost-sure"), phone.LosePhone(view.person, view.page), style="danger")], back]


def _decisions(view: PersonCard, person: Person, words: Words) -> Rows:
    if person.approved_at:
        return [[Button(words.plain("button-revoke"), tap.AskRevoke(person.id, view.page), style="danger")]]
    approve = Button(words.plain("button-approve"), tap.Approve(person.id, view.page), style="primary")
    return [[approve], [Button(words.plain("button-deny"), tap.Deny(person.id, view.page), style="danger")]]


def _changes(view: PersonCard, person: Person, words: Words) -> Rows:
    """What can be changed of somebody who takes part."""
    rows: list[list[Button]] = []
    if EVERY_SITE not in person.roles:
        rows.append([Button(words.plain("button-posts"), tap.ShowPosts(person.id))])
    if person.joined_at and person.chat_id is not None:
        rows.append([Button(words.plain("button-lost"), phone.AskLost(person.id, view.page))])
    if person.joined_at:
        rows.append([Button(words.plain("button-new-phone"), phone.ChangePhone(person.id))])
    revoke = Button(words.plain("button-revoke"), tap.AskRevoke(person.id, view.page), style="danger")
    return [*rows, [revoke]]


@words_of(Farewell)
def farewell(_view: Farewell, scene: Scene) -> Card:
    """That it is over, without reproach; the keyboard goes."""
    vocab = vocabulary.load(scene.db)
    return Card(text=scene.words.html("farewell", reader=facts.municipality(vocab)), keyboard=[])


@words_of(NoContact)
def no_contact(view: NoContact, scene: Scene) -> Card:
    """That an organisation needs a new contact."""
    name = organisations.by_id(scene.db, view.organisation).name
    return Card(text=scene.words.html("no-contact", organisation=name))
