"""Invites as who makes them sees them: for whom, question by question, then the link, then who came."""

from domain.invites import FOR_EVERY_SITE, GROUP_SIZES, Invite
from domain.rights import Act, may
from domain.views import InviteCard, InvitePicture, Inviting
from handlers.buttons import invite as tap
from handlers.buttons.people import OpenPerson, TurnPeople
from handlers.card import Button, Card, Rows, Scene, grid, words_of
from handlers.cards import facts
from handlers.cards.start import site_name
from handlers.words import Html, join_lines
from rendering import qr
from services import approval, invites
from storage import invites as invited
from storage import organisations, people, vocabulary


@words_of(Inviting)
def inviting(view: Inviting, scene: Scene) -> Card:
    """Whom to invite, or then how many."""
    say = scene.words.plain
    if view.how_many:
        sizes = [Button(str(seats), tap.BeginInvite(seats, duty_phone=False)) for seats in GROUP_SIZES]
        back = Button(say("button-back"), tap.AskForWhom(how_many=False))
        return Card(text=scene.words.html("invite-ask-how-many"), buttons=[*grid(sizes, 5), [back]])
    choices = [
        [Button(say("button-one-person"), tap.BeginInvite(1, duty_phone=False))],
        [Button(say("button-many-people"), tap.AskForWhom(how_many=True))],
        [Button(say("button-duty-phone"), tap.BeginInvite(1, duty_phone=True))],
        [Button(say("button-people"), TurnPeople(0))],
    ]
    return Card(text=scene.words.html("invite-ask-for-whom"), buttons=choices)


@words_of(InviteCard)
def invite_card(view: InviteCard, scene: Scene) -> Card:
    """The inviter's card, from the first question to who came."""
    invite = invites.own(scene.db, scene.person, view.invite)
    if invite.is_for_many and (invite.token or invite.used):
        return _group(invite, scene)
    if invite.is_used_up:
        return _joined(invite, scene)
    if not invite.usable(scene.now):
        return Card(text=join_lines(*for_whom(invite, scene), _over(invite, scene)))
    if invite.token:
        return Card(text=_standing(invite, scene), buttons=_sharing(invite, scene), fresh_until=invite.expires_at)
    return _next_question(invite, view.page, scene)


@words_of(InvitePicture)
def invite_picture(view: InvitePicture, scene: Scene) -> Card | None:
    """The link as a picture to be scanned, for as long as it works."""
    invite = invites.own(scene.db, scene.person, view.invite)
    if invite.token is None or not invite.usable(scene.now):
        return None
    return Card(
        text=join_lines(*for_whom(invite, scene), link_of(invite, scene), _valid(invite, scene)),
        photo=qr.picture(link_of(invite, scene)),
        fresh_until=invite.expires_at,
    )


def _group(invite: Invite, scene: Scene) -> Card:
    """How many have said yes and how many wait; whoever waits can be let in also when the picture is old."""
    words, waiting = scene.words, len(approval.waiting_of(scene.db, invite.id))
    rows: Rows = []
    if waiting:
        showing = tap.ShowWaiting(invite.id, 0)
        rows = [[Button(words.plain("button-show-waiting"), showing, style="primary")]]
    count = words.html("invite-count", used=invite.used, seats=invite.seats, waiting=waiting)
    if invite.usable(scene.now):
        text = join_lines(_standing(invite, scene), count)
        return Card(text=text, buttons=[*rows, *_sharing(invite, scene)], fresh_until=invite.expires_at)
    over = None if invite.is_used_up else _over(invite, scene)
    return Card(text=join_lines(*for_whom(invite, scene), over, count), buttons=rows)


def _joined(invite: Invite, scene: Scene) -> Card:
    """Who came, and whether they are in."""
    came = next((people.by_id(scene.db, each) for each in invited.joined_by(scene.db, invite.id)), None)
    name = (came.name if came else None) or "?"
    text_id = "invite-accepted" if came and came.is_waiting else "invite-joined"
    headline = scene.words.html("phone-confirmed" if invite.person else text_id, name=name)
    rows: Rows = []
    if came and came.revoked_at is None and may(scene.person, Act.MANAGE_PEOPLE, organisation=came.organisation_id):
        rows = [[Button(scene.words.plain("button-open"), OpenPerson(came.id, 0))]]
    invited_to = [] if invite.person else for_whom(invite, scene)
    return Card(text=join_lines(headline, *invited_to), buttons=rows)


def _over(invite: Invite, scene: Scene) -> Html:
    return scene.words.html("invite-cancelled" if invite.cancelled_at else "invite-expired")


def _standing(invite: Invite, scene: Scene) -> Html:
    hint = "invite-claimed" if invite.claimed_chat else "invite-hint-many" if invite.is_for_many else "invite-hint"
    return join_lines(*for_whom(invite, scene), link_of(invite, scene), _valid(invite, scene), scene.words.html(hint))


def _sharing(invite: Invite, scene: Scene) -> Rows:
    say = scene.words.plain
    return [
        [Button(say("button-copy-link"), copies=link_of(invite, scene), style="primary")],
        [Button(say("button-qr"), tap.ShowInvitePicture(invite.id))],
        [Button(say("button-cancel-invite"), tap.CancelInvite(invite.id), style="danger")],
    ]


def _next_question(invite: Invite, page: int, scene: Scene) -> Card:
    if invite.role is None:
        return _question("invite-ask-role", _role_rows(invite, scene), invite, scene)
    if invite.site is None:
        return _question("invite-ask-site", _site_rows(invite, scene), invite, scene)
    return _question("invite-ask-organisation", _organisation_rows(invite, page, scene), invite, scene)


def _question(text_id: str, rows: Rows, invite: Invite, scene: Scene) -> Card:
    say = scene.words.plain
    answered = invite.site if invite.duty_phone else invite.role
    back = [Button(say("button-back"), tap.StepBackInInvite(invite.id))] if answered else []
    leaving = [*back, Button(say("button-cancel"), tap.CancelInvite(invite.id))]
    return Card(text=join_lines(*for_whom(invite, scene), scene.words.html(text_id)), buttons=[*rows, leaving])


def _role_rows(invite: Invite, scene: Scene) -> Rows:
    words = scene.words
    offered = invites.roles_for(scene.person, invite)
    return [[Button(words.label(f"role-{role.value}"), tap.ChooseInviteRole(invite.id, role))] for role in offered]


def _site_rows(invite: Invite, scene: Scene) -> Rows:
    sites = invites.our_sites(scene.db)
    language = scene.words.language
    return grid([Button(site.name(language), tap.ChooseInviteSite(invite.id, site.key)) for site in sites], 1)


def _organisation_rows(invite: Invite, page: int, scene: Scene) -> Rows:
    """The known ones in pages, and a way for the strategist to name another."""
    known = invites.organisation_page(scene.db, scene.person, page, now=scene.now)
    choices = [[Button(name, tap.ChooseInviteOrganisation(invite.id, number))] for number, name in known.names.items()]
    pager = facts.pager(known.page, known.pages, lambda to: tap.TurnOrganisations(invite.id, to), scene.words)
    if not may(scene.person, Act.MANAGE_ORGANISATIONS):
        return [*choices, *pager]
    new = Button(scene.words.plain("button-new-organisation"), tap.NameOrganisation(invite.id))
    return [*choices, *pager, [new]]


def for_whom(invite: Invite, scene: Scene) -> list[Html]:
    """What has been chosen so far, a line each."""
    words = scene.words
    if invite.person is not None:
        owner = people.by_id(scene.db, invite.person)
        return [words.html("invite-title-phone", name=owner.name or "?")]
    lines = [words.html(_title(invite), seats=invite.seats)]
    if invite.role:
        lines.append(_role(invite, scene))
    if invite.organisation_id is not None and invite.organisation:
        lines.append(words.html("settings-organisation", organisation=invite.organisation))
        lines += _missing_agreement(invite, scene)
    return lines


def _title(invite: Invite) -> str:
    if invite.duty_phone:
        return "invite-title-duty-phone"
    return "invite-title-many" if invite.is_for_many else "invite-title"


def _role(invite: Invite, scene: Scene) -> Html:
    words = scene.words
    role = words.plain(f"role-{invite.role.value}") if invite.role else "?"
    if invite.site is None:
        return words.html("invite-role", role=role)
    return words.html("role-at", role=role, site=site_name(invite.site, vocabulary.load(scene.db), words))


def _missing_agreement(invite: Invite, scene: Scene) -> list[Html]:
    """Who comes will have to wait: better said now than when forty stand there."""
    if invite.role in FOR_EVERY_SITE or invite.organisation_id is None:
        return []
    if organisations.by_id(scene.db, invite.organisation_id).agreed_on is not None:
        return []
    return [scene.words.html("agreement-missing", organisation=invite.organisation or "?")]


def _valid(invite: Invite, scene: Scene) -> Html:
    time = scene.words.when(invite.expires_at, now=scene.now)
    return scene.words.html("invite-valid", seats=invite.seats, time=time)


def link_of(invite: Invite, scene: Scene) -> Html:
    """Such as "https://t.me/bot?start=token"; nothing in it needs escaping."""
    return Html(f"https://t.me/{scene.bot_username}?start={invite.token}")
