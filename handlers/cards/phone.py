"""A new phone: who claims to have it, for who can tell; and the last word to the old one."""

from domain.invites import Invite
from domain.people import Person
from domain.views import PhoneClaim, PhoneLeft
from handlers.buttons import phone as tap
from handlers.card import Button, Card, Scene, words_of
from handlers.words import join_lines
from services import phones


@words_of(PhoneClaim)
def phone_claim(view: PhoneClaim, scene: Scene) -> Card:
    """Who claims it, under which name, until somebody has decided."""
    invite, owner = phones.claimed(scene.db, scene.person, view.invite)
    words = scene.words
    if invite.claimed_chat is None or not invite.usable(scene.now):
        return Card(text=words.html(_outcome(invite), name=owner.name or "?"))
    return _undecided(invite, owner, scene)


def _undecided(invite: Invite, owner: Person, scene: Scene) -> Card:
    words = scene.words
    text = join_lines(
        words.html("phone-claim", name=owner.name or "?"),
        words.html("phone-claimant", claimant=invite.claimed_name or "?"),
        words.html("phone-claim-hint"),
    )
    confirm = Button(words.plain("button-confirm-phone"), tap.ConfirmPhone(invite.id), style="primary")
    deny = Button(words.plain("button-deny-phone"), tap.DenyPhone(invite.id), style="danger")
    return Card(text=text, buttons=[[confirm], [deny]], fresh_until=invite.expires_at)


def _outcome(invite: Invite) -> str:
    return "phone-confirmed" if invite.is_used_up else "phone-dropped"


@words_of(PhoneLeft)
def phone_left(_view: PhoneLeft, scene: Scene) -> Card:
    """To whoever has the phone now: no name, no reason; the keyboard goes."""
    return Card(text=scene.words.html("phone-left"), keyboard=[])
