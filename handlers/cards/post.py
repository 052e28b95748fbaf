"""A person's posts: which role at which site, and what to change of it."""

from domain.invites import FOR_A_SITE
from domain.people import Person
from domain.views import PostsCard
from handlers.buttons import people as tap
from handlers.callback_data import Tap
from handlers.card import Button, Card, Rows, Scene, words_of
from handlers.cards.start import site_name
from handlers.words import Html, join_lines
from services import invites, posts
from storage import vocabulary


@words_of(PostsCard)
def posts_card(view: PostsCard, scene: Scene) -> Card:
    """The sites with their roles; then the roles to choose from at one, or the sites to add."""
    person = posts.of(scene.db, scene.person, view.person)
    name = scene.words.html("person-title", name=person.name or "?")
    if person.revoked_at:
        return Card(text=name, buttons=[[Button(scene.words.plain("button-people"), tap.TurnPeople(0))]])
    question, rows, before = _asked(view, person, scene)
    back = Button(scene.words.plain("button-back"), before)
    return Card(text=join_lines(name, question), buttons=[*rows, [back]])


def _asked(view: PostsCard, person: Person, scene: Scene) -> tuple[Html, Rows, Tap]:
    """The question, its answers, and what stood there before."""
    if view.adding:
        return scene.words.html("invite-ask-site"), _other_sites(person, scene), tap.ShowPosts(person.id)
    if view.site is not None:
        return _site(view.site, scene), _roles(view.site, person, scene), tap.ShowPosts(person.id)
    return scene.words.html("posts-ask"), _sites(person, scene), tap.OpenPerson(person.id, 0)


def _sites(person: Person, scene: Scene) -> Rows:
    words, vocab = scene.words, vocabulary.load(scene.db)
    rows: list[list[Button]] = []
    for site, role in sorted(person.roles.items()):
        named = {"site": site_name(site, vocab, words), "role": words.plain(f"role-{role.value}")}
        rows.append([Button(words.plain("button-post", **named), tap.ChoosePost(person.id, site))])
    return [*rows, [Button(words.plain("button-add-site"), tap.AddPost(person.id))]]


def _other_sites(person: Person, scene: Scene) -> Rows:
    language = scene.words.language
    others = [site for site in invites.our_sites(scene.db) if site.key not in person.roles]
    return [[Button(site.name(language), tap.ChoosePost(person.id, site.key))] for site in others]


def _site(site: str, scene: Scene) -> Html:
    return scene.words.html("posts-ask-role", site=site_name(site, vocabulary.load(scene.db), scene.words))


def _roles(site: str, person: Person, scene: Scene) -> Rows:
    words = scene.words
    rows = [
        [Button(words.label(f"role-{role.value}"), tap.GivePost(person.id, site, role))]
        for role in FOR_A_SITE
        if person.roles.get(site) is not role
    ]
    if site in person.roles and len(person.roles) > 1:
        taking = tap.TakePost(person.id, site)
        rows.append([Button(words.plain("button-take-site"), taking, style="danger")])
    return rows
