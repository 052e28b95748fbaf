"""Joining, and what a member finds about themselves and the bot."""

from domain import quiet
from domain.people import EVERY_SITE, Language, Person
from domain.quiet import QuietHours
from domain.rights import Act, may
from domain.views import Help, Joining, Menu, Notice, Privacy, Removed, Settings, Welcome
from domain.vocabulary import Vocabulary
from handlers import commands
from handlers.buttons import start as tap
from handlers.buttons.deputy import ShowDeputy
from handlers.buttons.rota import ShowRotas
from handlers.card import Button, Card, Scene, columns_for, grid, words_of
from handlers.cards import facts
from handlers.words import BLANK, Html, Words, join_lines
from services.joining import joining as joining_of
from storage import outbox, vocabulary

ROLES = 5
"""How many roles a card names before it counts the rest; somebody has one at each of twenty sites."""


@words_of(Notice)
def notice(view: Notice, scene: Scene) -> Card:
    return Card(text=scene.words.html(view.text_id, **view.details))


@words_of(Removed)
def removed(view: Removed, scene: Scene) -> Card:
    """What was taken out of a message that has been deleted."""
    kinds = sorted(set(view.kinds))
    parts = [scene.words.plain(f"removed-{kind}", count=view.kinds.count(kind)) for kind in kinds]
    return Card(text=scene.words.html("removed" if view.kept else "removed-all", what=", ".join(parts)))


@words_of(Joining)
def joining(view: Joining, scene: Scene) -> Card | None:
    """Language, name, terms: one question at a time."""
    person = joining_of(scene.db, scene.person, view.person)
    if person.revoked_at:
        return None if person.accepted_at else Card(text=scene.words.html("joining-declined"))
    if person.language is None:
        choices = [Button(language_name(each), tap.ChooseLanguage(each)) for each in Language]
        return Card(text=scene.words.html("joining-language"), buttons=[choices])
    if person.name is None:
        if person.is_duty_phone:
            return Card(text=scene.words.html("joining-name-duty-phone", organisation=person.organisation))
        use = Button(scene.words.plain("button-telegram-name"), tap.UseTelegramName())
        return Card(text=scene.words.html("joining-name"), buttons=[[use]])
    if person.is_waiting:
        return Card(text=_what_is_waited_for(person, scene))
    if person.accepted_at:
        return Card(text=scene.words.html("joining-done", name=person.name))
    return _terms(person, scene)


def _what_is_waited_for(person: Person, scene: Scene) -> Html:
    words = scene.words
    if person.approved_at is None:
        return words.html("joining-waits", organisation=person.organisation)
    reader = facts.municipality(vocabulary.load(scene.db))
    return words.html("joining-waits-for-agreement", reader=reader, organisation=person.organisation)


def _terms(person: Person, scene: Scene) -> Card:
    words, vocab = scene.words, vocabulary.load(scene.db)
    text = join_lines(
        words.html("terms", name=person.name or "", reader=facts.municipality(vocab), organisation=person.organisation)
    )
    accept = Button(words.plain("button-accept"), tap.AcceptTerms(), style="primary")
    decline = Button(words.plain("button-decline"), tap.DeclineTerms())
    return Card(text=text, buttons=[[accept], [decline]])


@words_of(Welcome)
def welcome(_view: Welcome, scene: Scene) -> Card:
    """What one can do, and the keyboard of one's role."""
    person, words = scene.person, scene.words
    vocab = vocabulary.load(scene.db)
    text = join_lines(
        words.html("welcome", name=person.name or ""), *roles(person, vocab, words), words.html("welcome-112")
    )
    return Card(text=text, keyboard=commands.keyboard_of(person, words.language))


@words_of(Menu)
def menu(_view: Menu, scene: Scene) -> Card:
    return Card(commands=commands.menu_of(scene.person, scene.words.language))


@words_of(Help)
def help_text(_view: Help, scene: Scene) -> Card:
    """The commands of one's role that the keyboard lacks, and where that goes which does not belong here."""
    lines = [f"/{name} – {text}" for name, text in commands.beside_keyboard(scene.person, scene.words.language)]
    vocab = vocabulary.load(scene.db)
    rest = scene.words.html("help-elsewhere", reader=facts.municipality(vocab))
    return Card(text=join_lines(scene.words.html("help-title"), *lines, BLANK, rest))


@words_of(Privacy)
def privacy(_view: Privacy, scene: Scene) -> Card:
    vocab = vocabulary.load(scene.db)
    return Card(text=scene.words.html("privacy", reader=facts.municipality(vocab)))


@words_of(Settings)
def settings(_view: Settings, scene: Scene) -> Card:
    """Name, language, roles; each can be changed where it is one's own to change."""
    person, words = scene.person, scene.words
    text = join_lines(
        words.html("settings-title"),
        words.html("settings-name", name=person.name or ""),
        words.html("settings-organisation", organisation=person.organisation),
        *roles(person, vocabulary.load(scene.db), words),
        words.html("settings-quiet", hours=_span(quiet.hours_of(person), words)),
        _held(scene),
    )
    languages = [Button(language_name(each), tap.ChooseLanguage(each)) for each in Language]
    hours = [Button(_quiet_button(each, words), tap.ChooseQuiet(each.starts, each.ends)) for each in quiet.OFFERED]
    own = [Button(words.plain("button-name"), tap.AskName())]
    if not person.is_duty_phone:
        own.append(Button(words.plain("button-deputy"), ShowDeputy(0)))
    if may(person, Act.SET_ROTA):
        own.append(Button(words.plain("button-rota"), ShowRotas(0)))
    return Card(text=text, buttons=[languages, hours, *grid(own, columns_for(each.label for each in own))])


def _held(scene: Scene) -> Html | None:
    """What waits for the end of quiet hours."""
    count, until = outbox.held(scene.db, scene.person.id, now=scene.now)
    return (
        scene.words.html("settings-held", count=count, time=scene.words.when(until, now=scene.now)) if until else None
    )


def _span(hours: QuietHours, words: Words) -> str:
    """Such as "22–07"."""
    return words.plain("quiet-off") if hours.are_off else f"{hours.starts:02}–{hours.ends:02}"


def _quiet_button(hours: QuietHours, words: Words) -> str:
    return words.plain("button-quiet-off") if hours.are_off else words.plain("button-quiet", hours=_span(hours, words))


def roles(person: Person, vocab: Vocabulary, words: Words) -> list[Html]:
    """A line for each of the person's roles, then those that they hold as somebody's deputy: the first, and a count."""
    own = [("role-at", site, role) for site, role in sorted(person.roles.items())]
    lent = sorted({("role-lent", post.site, post.role) for post in person.lent})
    held = [*own, *lent]
    more = [words.html("roles-more", count=len(held) - ROLES)] if len(held) > ROLES else []
    return [
        *(
            words.html(text_id, role=words.label(f"role-{role.value}"), site=site_name(site, vocab, words))
            for text_id, site, role in held[:ROLES]
        ),
        *more,
    ]


def site_name(key: str, vocab: Vocabulary, words: Words) -> str:
    known = vocab.sites.get(key)
    return words.plain("every-site") if key == EVERY_SITE or known is None else known.name(words.language)


def language_name(language: Language) -> str:
    """Each language by its own name, so that one finds it whatever the rest says."""
    return Words.own_name(language)
