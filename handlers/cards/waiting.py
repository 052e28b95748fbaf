"""Who waits to be let in by an invite for many: shown first, then let in one by one or all who were shown."""

from domain.views import WaitingPeople
from handlers.buttons import invite as tap
from handlers.card import Button, Card, Rows, Scene, words_of
from handlers.cards.invite import for_whom
from handlers.words import Words, join_lines
from services import approval, invites
from services.approval import Waiting, WaitingPage


@words_of(WaitingPeople)
def waiting_people(view: WaitingPeople, scene: Scene) -> Card:
    """A page of names, each with its two buttons."""
    page = approval.page(scene.db, scene.person, invite=view.invite, after=view.after)
    words = scene.words
    back = [Button(words.plain("button-invite-card"), tap.OpenInvite(view.invite))]
    title = words.html("waiting-title", count=page.total)
    invite = for_whom(invites.own(scene.db, scene.person, view.invite), scene)
    names = [words.html("waiting-name", name=each.person.name or "?") for each in page.people]
    rows = [_choices(view, each, words) for each in page.people]
    return Card(text=join_lines(*invite, title, *names), buttons=[*rows, *_rest(view, page, words), back])


def _choices(view: WaitingPeople, each: Waiting, words: Words) -> list[Button]:
    person = each.person
    approve = tap.ApproveListed(view.invite, view.after, person.id)
    deny = tap.DenyListed(view.invite, view.after, person.id)
    return [
        Button(words.plain("button-approve-name", name=person.name or "?"), approve),
        Button(words.plain("button-deny"), deny, style="danger"),
    ]


def _rest(view: WaitingPeople, page: WaitingPage, words: Words) -> Rows:
    """All who were shown at once, and the pages before and after."""
    rows = []
    if view.after > 0:
        rows.append([Button(words.plain("button-from-the-start"), tap.ShowWaiting(view.invite, 0))])
    if page.shown < page.total and page.people:
        rows.append([Button(words.plain("button-later-page"), tap.ShowWaiting(view.invite, page.last))])
    if page.shown > 1:
        text_id = "button-approve-all" if page.shown == page.total else "button-approve-shown"
        all_shown = tap.ApproveAll(view.invite, 0, page.last)
        rows.append([Button(words.plain(text_id, count=page.shown), all_shown, style="primary")])
    return rows
