"""Templates: what an alert can begin with, in both languages, as they came or as a strategist has rewritten them."""

from datetime import datetime

from domain import rights
from domain.alerts import Template
from domain.expectations import Question
from domain.people import Language, Person
from domain.refusals import NotAllowed
from domain.rights import Act
from domain.views import Templates
from locales import say
from services import acts, alerts, questions
from storage import Db
from storage import templates as store


def texts(db: Db, template: Template) -> dict[Language, str]:
    """What it says, by language."""
    came = {each: say(each, f"template-{template.value}") for each in Language}
    return came | store.changed(db, template)


def require(person: Person) -> None:
    """Raise NotAllowed for whoever sends no alerts."""
    rights.require(person, Act.ALERT)


def is_changed(db: Db, template: Template) -> bool:
    return bool(store.changed(db, template))


def show(db: Db, person: Person, *, alert: int, template: Template | None, card: int | None, now: datetime) -> None:
    """Turn the card to all templates, or to one of them."""
    alerts.own(db, person, alert)
    acts.turn(db, person, Templates(alert, template), card=card, now=now)


def ask_text(db: Db, person: Person, *, template: Template, language: Language, now: datetime) -> None:
    """Take the person's next text as what the template says in that language."""
    require(person)
    questions.ask(db, person, Question.TEMPLATE_TEXT, _number(template, language), now=now)


def write_text(db: Db, person: Person, *, about: int, text: str, now: datetime) -> None:
    """`about` is as `ask_text` numbered it. Raises Refusal for a text that is too long."""
    require(person)
    template, language = _named(about)
    alerts.check_length(text)
    store.put(db, template, language, text=text, person=person.id, now=now)
    acts.reply(db, person, Templates(0, template), now=now)


def restore(db: Db, person: Person, *, template: Template, card: int | None, now: datetime) -> None:
    """Take back what was rewritten. Done twice, it is once."""
    require(person)
    store.restore(db, template)
    shown = acts.shown(db, person, card=card)
    alert = shown.alert if isinstance(shown, Templates) else 0
    acts.turn(db, person, Templates(alert, template), card=card, now=now)


def _number(template: Template, language: Language) -> int:
    return list(Template).index(template) * len(Language) + list(Language).index(language)


def _named(number: int) -> tuple[Template, Language]:
    """Raises NotAllowed for a number that no template has."""
    template, language = divmod(number, len(Language))
    if not 0 <= template < len(Template):
        raise NotAllowed
    return list(Template)[template], list(Language)[language]
