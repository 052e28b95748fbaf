"""What cards say of reports of one incident: the question before sending, who else saw it, and what merges them."""

from domain.duplicates import Incident, happened
from domain.reports import Report
from domain.rights import Act, may
from domain.severity import Severity
from domain.views import Corroborations, MergeChoice, ReportOpened
from domain.vocabulary import Vocabulary
from handlers.buttons import duplicate as tap
from handlers.buttons import inbox as inbox_tap
from handlers.card import WORDINGS, Button, Card, Rows, Scene, words_of
from handlers.cards import facts
from handlers.words import BLANK, Html, join_lines
from services import duplicates, triage
from storage import vocabulary

LISTED = 3
"""How many of those that corroborate a report stand on its own card; the rest is a tap away."""


def question(draft: Report, incident: Incident, scene: Scene) -> Html:
    """How many others saw the same: +1 or new."""
    time = scene.words.when(happened(incident.main), now=scene.now)
    return scene.words.html("ask-duplicate", count=incident.others_than(draft), time=time)


def answers(draft: Report, incident: Incident, scene: Scene) -> Rows:
    same = Button(
        scene.words.plain("button-same-incident"), tap.Corroborate(draft.id, incident.main.id), style="primary"
    )
    return [[same], [Button(scene.words.plain("button-new-incident"), tap.CallAnother(draft.id))]]


def readers_line(report: Report, vocab: Vocabulary, scene: Scene) -> Html | None:
    """How many saw it, and how bad it was at worst; or which report it corroborates."""
    if report.merged_into:
        return _plus_one(report, scene)
    incident = duplicates.of(scene.db, report)
    if not incident.corroborations:
        return None
    seen = scene.words.html("seen-by", count=incident.seen_by)
    if report.severity is None or incident.worst <= report.severity:
        return seen
    worst = facts.severity(incident.worst, vocab, scene.words)
    return join_lines(seen, scene.words.html("seen-at-worst", severity=worst))


def authors_line(report: Report, scene: Scene) -> Html | None:
    """How many others have confirmed it; or which report it corroborates."""
    if report.merged_into:
        return _plus_one(report, scene)
    others = duplicates.of(scene.db, report).others_than(report)
    return scene.words.html("confirmed-by-others", count=others) if others else None


def answered(report: Report, scene: Scene) -> Report:
    """The report whose state its author is told: a +1 is closed with what it corroborates."""
    main = duplicates.main_of(scene.db, scene.person, report, now=scene.now)
    return main if main and main.closed_at and not report.withdrawn_at else report


def _plus_one(report: Report, scene: Scene) -> Html | None:
    main = duplicates.main_of(scene.db, scene.person, report, now=scene.now)
    return scene.words.html("plus-one-of", number=str(main.number)) if main else None


def related(report: Report, page: int | None, scene: Scene) -> list[list[Button]]:
    """To open what else is of the incident: the report that this one corroborates, or those that corroborate it."""
    say = scene.words.plain
    main = duplicates.main_of(scene.db, scene.person, report, now=scene.now)
    if main:
        return [[Button(say("button-open-main", number=str(main.number)), inbox_tap.OpenReport(main.id, page))]]
    listed = duplicates.of(scene.db, report).corroborations
    lines = [[_opening(each, page, scene)] for each in listed[:LISTED]]
    rest = [Button(say("button-all-corroborations", count=len(listed)), tap.ShowCorroborations(report.id, page, 0))]
    return [*lines, *([rest] if len(listed) > LISTED else [])]


def decisions(report: Report, page: int | None, scene: Scene) -> list[Button]:
    """To let it be an incident of its own, and to merge it with another."""
    if not (report.stands and may(scene.person, Act.TRIAGE, site=report.site)):
        return []
    merge = Button(scene.words.plain("button-merge"), tap.AskMerge(report.id, page))
    split = Button(scene.words.plain("button-split"), tap.SplitReport(report.id))
    return [split, merge] if report.merged_into else [merge]


def _opening(report: Report, page: int | None, scene: Scene) -> Button:
    """Such as "#242 · 23:41 · 2 Gul · Trygg Bevakning"."""
    words, vocab = scene.words, vocabulary.load(scene.db)
    time = words.when(happened(report), now=scene.now)
    severity = facts.short_severity(report.severity or Severity.CALM, vocab, words)
    told = {"number": str(report.number), "time": time, "severity": severity}
    label = words.plain("corroboration-line", organisation=report.organisation, **told)
    return Button(label, inbox_tap.OpenReport(report.id, page))


@words_of(Corroborations)
def corroborations(view: Corroborations, scene: Scene) -> Card:
    """All those that corroborate a report, each to be opened."""
    shown = duplicates.corroborations(scene.db, scene.person, view.report, view.part, now=scene.now)
    report, words = shown.report, scene.words
    text = join_lines(
        facts.headline(report, vocabulary.load(scene.db), words), words.html("corroborations", count=shown.total)
    )
    listed = [[_opening(each, view.page, scene)] for each in shown.reports]

    def turn(part: int) -> tap.ShowCorroborations:
        return tap.ShowCorroborations(view.report, view.page, part)

    back = Button(words.plain("button-back"), inbox_tap.OpenReport(view.report, view.page))
    return Card(
        text=text, buttons=[*listed, *facts.pager(shown.part, shown.parts, turn, words), [back]], protected=True
    )


@words_of(MergeChoice)
def merge_choice(view: MergeChoice, scene: Scene) -> Card | None:
    """What the report may be merged with; the report itself once it cannot be merged any more."""
    report = triage.see(scene.db, scene.person, view.report, now=scene.now).report
    if not report.stands:
        return WORDINGS[ReportOpened](ReportOpened(view.report, view.page), scene)
    words, vocab = scene.words, vocabulary.load(scene.db)
    found = duplicates.candidates(scene.db, scene.person, view.report, now=scene.now)
    asked = words.html("ask-merge" if found else "nothing-to-merge")
    choices = [[Button(_choice(each, vocab, scene), tap.MergeReport(report.id, each.id, view.page))] for each in found]
    back = Button(words.plain("button-back"), inbox_tap.OpenReport(report.id, view.page))
    known = facts.known(report, vocab, words, now=scene.now)
    text = join_lines(facts.headline(report, vocab, words), *known, BLANK, asked)
    return Card(text=text, buttons=[*choices, [back]], protected=True)


def _choice(report: Report, vocab: Vocabulary, scene: Scene) -> str:
    """Such as "#241 · 23:40 · Bilträff · Norra parkeringen": the place last, as it may be cut."""
    words = scene.words
    return words.plain(
        "merge-line",
        number=str(report.number),
        time=words.when(happened(report), now=scene.now),
        category=facts.category(report, vocab, words),
        place=facts.place(report, vocab, words),
    )
