"""Templates: what an alert can begin with, and how a strategist changes that."""

from domain.alerts import Screen, Template
from domain.people import Language
from domain.views import Templates
from handlers.buttons import alert as tap
from handlers.card import Button, Card, Scene, grid, words_of
from handlers.cards import facts
from handlers.words import Words, join_lines
from services import templates


@words_of(Templates)
def templates_card(view: Templates, scene: Scene) -> Card:
    """The templates, or one of them with its texts and the ways to change it."""
    return _all(view, scene) if view.template is None else _one(view, Template(view.template), scene)


def template_name(template: Template, words: Words) -> str:
    return words.plain(f"template-{template.value}-name")


def _all(view: Templates, scene: Scene) -> Card:
    templates.require(scene.person)
    choices = [Button(template_name(each, scene.words), tap.ShowTemplates(view.alert, each)) for each in Template]
    back = Button(scene.words.plain("button-back"), tap.AskAlert(view.alert, Screen.TEXT, 0, None))
    return Card(text=scene.words.html("templates-title"), buttons=[*grid(choices, 1), [back]])


def _one(view: Templates, template: Template, scene: Scene) -> Card:
    templates.require(scene.person)
    words, say = scene.words, scene.words.plain
    texts, names = templates.texts(scene.db, template), {each: Words.own_name(each) for each in Language}
    lines = [words.html("template-title", name=template_name(template, words))]
    for language, name in names.items():
        lines += [words.html("template-language", spoken=name), facts.quote(texts[language], words)]
    rows = [
        [Button(say(f"button-template-text-{language.value}"), tap.AskTemplateText(template, language))]
        for language in Language
    ]
    if templates.is_changed(scene.db, template):
        rows.append([Button(say("button-restore-template"), tap.RestoreTemplate(template))])
    if view.alert:
        rows.append([Button(say("button-back"), tap.ShowTemplates(view.alert, None))])
    return Card(text=join_lines(*lines), buttons=rows)
