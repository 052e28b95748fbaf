"""A report while it is corrected or taken back, from its author's side or a strategist's, and what it said before."""

from domain import rights
from domain.changes import ASKED, NO, YES, Field
from domain.people import Person
from domain.reports import CALM, Report, Screen
from domain.views import Correction, Withdrawal
from domain.vocabulary import Vocabulary
from handlers.buttons import correction as tap
from handlers.card import WORDINGS, Button, Card, Rows, Scene, grid, words_of
from handlers.cards import choices, facts
from handlers.words import BLANK, Html, join_lines
from services import corrections, new_values, triage
from services.triage import Seen
from storage import vocabulary

COLUMNS = {Screen.CATEGORY: 2, Screen.MORE: 2, Screen.PLACE: 2, Screen.COUNT: 4}


@words_of(Correction)
def correction(view: Correction, scene: Scene) -> Card | None:
    """What can be corrected, or one question; the report itself once it takes no more."""
    seen = triage.see(scene.db, scene.person, view.report, now=scene.now)
    report, vocab = seen.report, vocabulary.load(scene.db)
    if not rights.may_correct(scene.person, report, now=scene.now):
        return _report(view, report, scene)
    if view.question is None:
        return Card(text=_text(seen, scene, "correct-hint"), buttons=_overview(seen, vocab, scene), protected=True)
    question = Screen(view.question)
    return Card(text=_text(seen, scene, f"ask-{question}"), buttons=_rows(question, report, scene), protected=True)


@words_of(Withdrawal)
def withdrawal(view: Withdrawal, scene: Scene) -> Card | None:
    """Whether it is to be taken back: one tap says yes."""
    seen = triage.see(scene.db, scene.person, view.report, now=scene.now)
    report, vocab, say = seen.report, vocabulary.load(scene.db), scene.words.plain
    if not rights.may_withdraw(scene.person, report):
        return _report(view, report, scene)
    known = facts.known(report, vocab, scene.words, now=scene.now)
    question = scene.words.html("ask-withdraw", number=str(report.number))
    text = join_lines(facts.headline(report, vocab, scene.words), *known, BLANK, question)
    yes = Button(say("button-withdraw"), tap.WithdrawReport(report.id), style="danger")
    buttons = [[yes], [Button(say("button-back"), tap.BackToReport(report.id))]]
    return Card(text=text, buttons=buttons, protected=True)


def row(person: Person, report: Report, scene: Scene) -> list[Button]:
    """To correct the report and to take it back, as far as the person may."""
    say, buttons = scene.words.plain, []
    if rights.may_correct(person, report, now=scene.now):
        buttons.append(Button(say("button-correct"), tap.AskCorrection(report.id, None)))
    if rights.may_withdraw(person, report):
        buttons.append(Button(say("button-withdraw"), tap.AskWithdrawal(report.id), style="danger"))
    return buttons


def history_button(seen: Seen, scene: Scene) -> Button | None:
    """To what a corrected report said before, for those who may read its text."""
    if seen.report.corrected_at is None or not seen.text_allowed:
        return None
    return Button(scene.words.plain("button-history"), tap.ShowHistory(seen.report.id, 0))


def _report(asked: Correction | Withdrawal, report: Report, scene: Scene) -> Card | None:
    """The report itself: there is nothing to ask any more."""
    view = corrections.card_of(scene.person, report, asked)
    return WORDINGS[type(view)](view, scene)


def _text(seen: Seen, scene: Scene, asked: str) -> Html:
    """What the report says now, and what is asked."""
    report, vocab, words = seen.report, vocabulary.load(scene.db), scene.words
    return join_lines(
        facts.headline(report, vocab, words),
        *facts.known(report, vocab, words, now=scene.now),
        facts.text_line(report, scene) if seen.text_allowed else None,
        facts.attachments(report, words) if seen.text_allowed else None,
        facts.corrected_line(report, scene),
        BLANK,
        words.html(asked),
    )


def _overview(seen: Seen, vocab: Vocabulary, scene: Scene) -> Rows:
    """A button for each thing that the report says, and Done alone on its row."""
    report, say = seen.report, scene.words.plain
    several = len(new_values.sites(scene.person, report, vocab)) > 1
    buttons = [
        *([Button(say("button-correct-site"), tap.AskCorrection(report.id, Screen.SITE))] if several else []),
        *([] if report.category == CALM else _facts(report, scene)),
        *(_attached(report, scene) if seen.text_allowed else []),
    ]
    done = Button(say("button-corrected"), tap.BackToReport(report.id), style="primary")
    return [*grid(buttons), [done]]


def _facts(report: Report, scene: Scene) -> list[Button]:
    say = scene.words.plain
    asked = (Screen.CATEGORY, Screen.PLACE, Screen.SEVERITY, Screen.WHEN, Screen.COUNT)
    ongoing = tap.Correct(report.id, Field.ONGOING, NO if report.ongoing else YES)
    return [
        *(Button(say(f"button-{screen.value}"), tap.AskCorrection(report.id, screen)) for screen in asked),
        Button(say("button-over" if report.ongoing else "button-ongoing"), ongoing),
    ]


def _attached(report: Report, scene: Scene) -> list[Button]:
    """To write the text anew, and to remove what came with the report."""
    say = scene.words.plain
    there = {Field.TEXT: report.text, Field.PHOTOS: report.photos, Field.POSITION: report.position}
    write = Button(say("button-text-anew" if report.text else "button-write-text"), tap.RewriteText(report.id))
    remove = [
        Button(say(f"button-remove-{field.value}"), tap.Correct(report.id, field, None))
        for field, held in there.items()
        if held
    ]
    return [write, *remove]


def _rows(question: Screen, report: Report, scene: Scene) -> Rows:
    offered = choices.of(question, report, scene)
    buttons = [Button(label, tap.Correct(report.id, ASKED[question], value)) for label, value in offered]
    more = Button(scene.words.plain("button-more"), tap.AskCorrection(report.id, Screen.MORE))
    back = Button(scene.words.plain("button-back"), tap.AskCorrection(report.id, None))
    return [*grid(buttons, COLUMNS.get(question, 1)), [more, back] if question is Screen.CATEGORY else [back]]
