"""A person's posts: which role at which site, and what to change of it."""

from domain.invites import FOR_A_SITE
from domain.people import Person
from domain.views import PostsCard
from handlers.buttons import people as tap
from handlers.card import Button, Card, Rows, Scene, words_of
from handlers.cards.start import site_name
from handlers.words import Html, join_lines
from services import invites, posts
from storage import vocabulary


@words_of(PostsCard)
def posts_card(view: PostsCard, scene: Scene) -> Card:
    """The sites with their roles; then the roles to choose from at one, or the sites to add."""
    person = posts.of(scene.db, scene.person, view.person)
    words = scene.words
    name = words.html("person-title", name=person.name or "?")
    if person.revoked_at:
        return Card(text=name, buttons=[[Button(words.plain("button-people"), tap.TurnPeople(view.page))]])
    back = tap.OpenPerson(person.id, view.page)
    if view.adding:
        question, rows = words.html("invite-ask-site"), _other_sites(view, person, scene)
    elif view.site is not None:
        question, rows = _site(view.site, scene), _roles(view, person, scene)
    else:
        question, rows = words.html("posts-ask"), _sites(view, person, scene)
        return Card(text=join_lines(name, question), buttons=[*rows, [Button(words.plain("button-back"), back)]])
    to_posts = Button(words.plain("button-back"), tap.ShowPosts(person.id, view.page))
    return Card(text=join_lines(name, question), buttons=[*rows, [to_posts]])


def _sites(view: PostsCard, person: Person, scene: Scene) -> Rows:
    words, vocab = scene.words, vocabulary.load(scene.db)
    held = [
        [
            Button(
                words.plain("button-post", site=site_name(site, vocab, words), role=words.plain(f"role-{role.value}")),
                tap.ChoosePost(person.id, view.page, site),
            )
        ]
        for site, role in sorted(person.roles.items())
    ]
    return [*held, [Button(words.plain("button-add-site"), tap.AddPost(person.id, view.page))]]


def _other_sites(view: PostsCard, person: Person, scene: Scene) -> Rows:
    language = scene.words.language
    others = [site for site in invites.our_sites(scene.db) if site.key not in person.roles]
    return [[Button(site.name(language), tap.ChoosePost(person.id, view.page, site.key))] for site in others]


def _site(site: str, scene: Scene) -> Html:
    return scene.words.html("posts-ask-role", site=site_name(site, vocabulary.load(scene.db), scene.words))


def _roles(view: PostsCard, person: Person, scene: Scene) -> Rows:
    words, site = scene.words, view.site or ""
    rows = [
        [Button(words.label(f"role-{role.value}"), tap.GivePost(person.id, view.page, site, role))]
        for role in FOR_A_SITE
        if person.roles.get(site) is not role
    ]
    if site in person.roles and len(person.roles) > 1:
        taking = tap.TakePost(person.id, view.page, site)
        rows.append([Button(words.plain("button-take-site"), taking, style="danger")])
    return rows
