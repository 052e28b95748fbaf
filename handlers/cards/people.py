"""People and invites as the strategist sees them, and the word to somebody whose membership has ended."""

from domain.invites import Invite
from domain.people import Person, Role
from domain.rights import Act, may
from domain.views import Farewell, InviteCard, InvitePicture, People, PersonCard
from domain.vocabulary import Vocabulary
from handlers.buttons import people as tap
from handlers.card import Button, Card, Rows, Scene, grid, words_of
from handlers.cards import facts
from handlers.cards.start import roles, site_name
from handlers.words import Html, Words, join_lines
from rendering import qr
from services import invites, people
from storage import invites as invited
from storage import people as store
from storage import vocabulary

ROLES = 3
"""How many roles a line of the list names; the person's card has them all."""


@words_of(People)
def people_page(view: People, scene: Scene) -> Card:
    """A page of the members, a line and a button each."""
    page = people.people_page(scene.db, scene.person, view.page)
    words, vocab = scene.words, vocabulary.load(scene.db)
    lines = [_line(person, vocab, words) for person in page.people]
    openings = [[Button(person.name or "?", tap.OpenPerson(person.id, page.page))] for person in page.people]
    pager = facts.pager(page.page, page.pages, tap.TurnPeople, words)
    inviting = Button(words.plain("button-invite"), tap.BeginInvite(), style="primary")
    title = words.html("people-title", count=page.total)
    return Card(text=join_lines(title, *lines), buttons=[*openings, *pager, [inviting]])


def _line(person: Person, vocab: Vocabulary, words: Words) -> Html:
    held = [
        words.plain("people-role", role=words.plain(f"role-{role.value}"), site=site_name(site, vocab, words))
        for site, role in sorted(person.roles.items())
    ]
    if len(held) > ROLES:
        held = [*held[:ROLES], words.plain("people-more-roles", count=len(held) - ROLES)]
    line = words.html("people-line", name=person.name or "?", roles=", ".join(held), organisation=person.organisation)
    return Html(f"{line} {words.html('people-unreachable')}") if person.unreachable_since else line


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
        words.html("ask-revoke", name=person.name or "?") if view.revoking and person.is_member else None,
    ]
    return Card(text=join_lines(*lines), buttons=_person_rows(view, person, words))


def _history(person: Person, scene: Scene) -> list[Html]:
    words, now = scene.words, scene.now
    since = [words.html("person-since", day=words.day(person.accepted_at))] if person.accepted_at else []
    if person.revoked_at:
        return [*since, words.html("person-revoked", time=words.when(person.revoked_at, now=now))]
    if person.unreachable_since:
        return [*since, words.html("person-unreachable", time=words.when(person.unreachable_since, now=now))]
    return [*since, words.html("person-reachable")]


def _person_rows(view: PersonCard, person: Person, words: Words) -> Rows:
    if view.revoking and person.is_member:
        sure = Button(words.plain("button-revoke-sure"), tap.Revoke(person.id, view.page), style="danger")
        return [[sure], [Button(words.plain("button-back"), tap.OpenPerson(person.id, view.page))]]
    back = [Button(words.plain("button-people"), tap.TurnPeople(view.page))]
    if not person.is_member:
        return [back]
    return [[Button(words.plain("button-revoke"), tap.AskRevoke(person.id, view.page), style="danger")], back]


@words_of(Farewell)
def farewell(_view: Farewell, scene: Scene) -> Card:
    """That it is over, without reproach; the keyboard goes."""
    vocab = vocabulary.load(scene.db)
    return Card(text=scene.words.html("farewell", reader=facts.municipality(vocab)), keyboard=[])


@words_of(InviteCard)
def invite_card(view: InviteCard, scene: Scene) -> Card:
    """The inviter's card: for whom, question by question, then the link, then who came."""
    invite = invites.own(scene.db, scene.person, view.invite)
    if invite.is_used_up:
        return _joined(invite, scene)
    if not invite.usable(scene.now):
        return Card(text=join_lines(_for_whom(invite, scene), _over(invite, scene.words)))
    if invite.token:
        return _standing(invite, scene)
    if invite.role is None:
        return _question("invite-ask-role", _role_rows(invite, scene), invite, scene)
    if invite.site is None:
        return _question("invite-ask-site", _site_rows(invite, scene), invite, scene)
    return _question("invite-ask-organisation", _organisation_rows(invite, view.page, scene), invite, scene)


@words_of(InvitePicture)
def invite_picture(view: InvitePicture, scene: Scene) -> Card | None:
    """The link as a picture to be scanned, for as long as it works."""
    invite = invites.own(scene.db, scene.person, view.invite)
    if invite.token is None or not invite.usable(scene.now):
        return None
    link = _link(invite, scene)
    return Card(text=join_lines(_for_whom(invite, scene), link, _valid(invite, scene)), photo=qr.picture(link))


def _joined(invite: Invite, scene: Scene) -> Card:
    came = next((store.by_id(scene.db, each) for each in invited.people_of(scene.db, invite.id)), None)
    headline = scene.words.html("invite-joined", name=(came.name if came else None) or "?")
    rows: Rows = []
    if came and came.is_member and may(scene.person, Act.MANAGE_PEOPLE):
        rows = [[Button(scene.words.plain("button-open"), tap.OpenPerson(came.id, 0))]]
    return Card(text=join_lines(headline, _for_whom(invite, scene)), buttons=rows)


def _over(invite: Invite, words: Words) -> Html:
    return words.html("invite-cancelled" if invite.cancelled_at else "invite-expired")


def _standing(invite: Invite, scene: Scene) -> Card:
    say, link = scene.words.plain, _link(invite, scene)
    hint = scene.words.html("invite-hint")
    rows = [
        [Button(say("button-copy-link"), copies=link, style="primary")],
        [Button(say("button-qr"), tap.ShowInvitePicture(invite.id))],
        [Button(say("button-cancel-invite"), tap.CancelInvite(invite.id), style="danger")],
    ]
    text = join_lines(_for_whom(invite, scene), link, _valid(invite, scene), hint)
    return Card(text=text, buttons=rows, fresh_until=invite.expires_at)


def _question(text_id: str, rows: Rows, invite: Invite, scene: Scene) -> Card:
    say = scene.words.plain
    back = [Button(say("button-back"), tap.StepBackInInvite(invite.id))] if invite.role else []
    leaving = [*back, Button(say("button-cancel"), tap.CancelInvite(invite.id))]
    return Card(text=join_lines(_for_whom(invite, scene), scene.words.html(text_id)), buttons=[*rows, leaving])


def _role_rows(invite: Invite, scene: Scene) -> Rows:
    words = scene.words
    return [[Button(words.label(f"role-{role.value}"), tap.ChooseInviteRole(invite.id, role))] for role in Role]


def _site_rows(invite: Invite, scene: Scene) -> Rows:
    sites = invites.our_sites(scene.db)
    language = scene.words.language
    return grid([Button(site.name(language), tap.ChooseInviteSite(invite.id, site.key)) for site in sites], 1)


def _organisation_rows(invite: Invite, page: int, scene: Scene) -> Rows:
    """The known ones in pages, and a way to name another."""
    known = invites.organisation_page(scene.db, page, now=scene.now)
    choices = [[Button(name, tap.ChooseInviteOrganisation(invite.id, number))] for number, name in known.names.items()]
    pager = facts.pager(known.page, known.pages, lambda to: tap.TurnOrganisations(invite.id, to), scene.words)
    new = Button(scene.words.plain("button-new-organisation"), tap.NameOrganisation(invite.id))
    return [*choices, *pager, [new]]


def _for_whom(invite: Invite, scene: Scene) -> Html:
    """What has been chosen so far, a line each."""
    words, vocab = scene.words, vocabulary.load(scene.db)
    lines = [words.html("invite-title")]
    if invite.role and invite.site:
        role = words.plain(f"role-{invite.role.value}")
        lines.append(words.html("role-at", role=role, site=site_name(invite.site, vocab, words)))
    elif invite.role:
        lines.append(words.html("invite-role", role=words.plain(f"role-{invite.role.value}")))
    if invite.organisation:
        lines.append(words.html("settings-organisation", organisation=invite.organisation))
    return join_lines(*lines)


def _valid(invite: Invite, scene: Scene) -> Html:
    return scene.words.html("invite-valid", time=scene.words.when(invite.expires_at, now=scene.now))


def _link(invite: Invite, scene: Scene) -> str:
    return f"https://t.me/{scene.bot_username}?start={invite.token}"
