"""Whose report it is that somebody told by telephone: the question, and the line that says it."""

from domain.reports import Report
from domain.rights import Act, may
from domain.views import OwnReport, ViaPhone
from handlers.buttons import behalf as tap
from handlers.card import WORDINGS, Button, Card, Rows, Scene, words_of
from handlers.cards import facts
from handlers.words import Html, Words, join_lines
from services import behalf, reports
from services.behalf import Choices
from storage import people


@words_of(ViaPhone)
def via_phone(view: ViaPhone, scene: Scene) -> Card | None:
    """Which organisation told it, then who of it; the report's own card once it was sent."""
    report = reports.own(scene.db, scene.person, view.report)
    if not report.is_draft:
        return WORDINGS[OwnReport](OwnReport(view.report), scene)
    words, chosen = scene.words, view.organisation
    choices = behalf.choices(scene.db, scene.person, organisation=chosen, page=view.page, now=scene.now)
    if choices.organisation is None:
        text, rows = words.html("ask-organisation-by-phone"), _organisations(report, choices, words)
    else:
        name = words.html("behalf-organisation", organisation=choices.organisation.name)
        text = join_lines(name, words.html("ask-teller"))
        rows = _people(report, choices.organisation.id, choices, words)
    back = Button(words.plain("button-back"), tap.BackToDraft(report.id))
    return Card(text=text, buttons=[*rows, [back]])


def _organisations(report: Report, choices: Choices, words: Words) -> Rows:
    rows = [[Button(each.name, tap.AskTeller(report.id, each.id, 0))] for each in choices.organisations]
    return [
        *rows,
        *facts.pager(choices.page, choices.pages, lambda page: tap.AskTeller(report.id, None, page), words),
    ]


def _people(report: Report, organisation: int, choices: Choices, words: Words) -> Rows:
    named = [[Button(each.name or "", tap.ChooseTeller(report.id, organisation, each.id))] for each in choices.people]
    nobody = Button(words.plain("button-nobody-special"), tap.ChooseTeller(report.id, organisation, None))
    return [*named, [nobody]]


def row(report: Report, scene: Scene) -> Rows:
    """To say on a draft that somebody told it by telephone, or that nobody did."""
    if report.via_phone:
        return [[Button(scene.words.plain("button-own-observation"), tap.OwnObservation(report.id))]]
    if not may(scene.person, Act.REPORT_FOR_OTHERS):
        return []
    return [[Button(scene.words.plain("button-via-phone"), tap.AskTeller(report.id, None, 0))]]


def author_line(report: Report, scene: Scene) -> Html | None:
    """Whom the author wrote it down for."""
    if report.on_behalf_of is None:
        return source(report, scene.words) if report.via_phone else None
    named = people.by_id(scene.db, report.on_behalf_of).name or ""
    return scene.words.html("source-person-by-phone", person=named, organisation=report.organisation)


def source(report: Report, words: Words) -> Html:
    """The organisation that a report is from, and that it was told by telephone."""
    text_id = "source-by-phone" if report.via_phone else "opened-reporter"
    return words.html(text_id, organisation=report.organisation)
