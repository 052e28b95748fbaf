"""The reporter's card of what was sent and what became of it. Before that it is a draft, which stands in `draft`."""

from domain.refusals import NotAllowed
from domain.reports import Report
from domain.rights import may_know, wrote
from domain.views import MyReports, OwnReport, ReporterNote
from domain.vocabulary import Vocabulary
from handlers.buttons import report as tap
from handlers.card import Button, Card, Scene, grid, words_of
from handlers.cards import behalf, correction, draft, duplicate, facts
from handlers.words import BLANK, Html, join_lines
from services import cases, releases, reports, shifts, triage
from storage import vocabulary


@words_of(OwnReport)
def own_report(view: OwnReport, scene: Scene) -> Card | None:
    """The author's card of a report, whatever its state."""
    report = reports.own(scene.db, scene.person, view.report)
    if not wrote(scene.person, report):
        return _of_former_shift(report, scene)
    if report.discarded_at:
        return Card(text=scene.words.html("report-discarded"))
    if report.is_draft:
        return draft.card(report, vocabulary.load(scene.db), scene)
    return _sent(report, vocabulary.load(scene.db), scene)


def _of_former_shift(report: Report, scene: Scene) -> Card:
    """On a duty phone, whoever holds it now: no more than they may know, and whether the former shift's draft left."""
    words = scene.words
    if report.filed_at is None:
        unsent = shifts.ended_with(scene.db, report.shift, report.discarded_at)
        return Card(text=words.html("former-draft" if unsent else "report-discarded"))
    over = words.html("former-report")
    if not may_know(scene.person, cases.of(scene.db, report, now=scene.now)):
        return Card(text=join_lines(words.html("former-guarded", number=str(report.number)), over))
    vocab = vocabulary.load(scene.db)
    lines = [facts.headline(report, vocab, words), *facts.known(report, vocab, words, now=scene.now)]
    return Card(text=join_lines(*lines, BLANK, _status(report, vocab, scene), over))


@words_of(MyReports)
def my_reports(view: MyReports, scene: Scene) -> Card:
    """The author's reports, newest first, each with its state and a way to open it."""
    words, vocab = scene.words, vocabulary.load(scene.db)
    page = reports.mine(scene.db, scene.person, view.page)
    lines = [facts.state_line(report, vocab, scene) for report in page.reports]
    title = words.html("mine-title") if lines else words.html("mine-empty")
    openings = [
        Button(words.plain("button-open-mine", number=str(report.number)), tap.OpenMine(report.id))
        for report in page.reports
    ]
    pages = facts.pager(page.page, page.pages, tap.TurnMine, words)
    return Card(text=join_lines(title, *lines), buttons=[*grid(openings), *pages])


@words_of(ReporterNote)
def reporter_note(view: ReporterNote, scene: Scene) -> Card:
    """A note from the reader, to the reporter."""
    seen = triage.see(scene.db, scene.person, view.report, now=scene.now)
    note = next((note for note in seen.notes if note.id == view.note), None)
    if note is None:
        raise NotAllowed
    vocab = vocabulary.load(scene.db)
    number = str(seen.report.number)
    head = scene.words.html("note-title", number=number, reader=facts.municipality(vocab))
    return Card(text=join_lines(head, facts.quote(note.text, scene.words)))


def _sent(report: Report, vocab: Vocabulary, scene: Scene) -> Card:
    """The receipt, which goes on living: received, read, closed, or undone."""
    words, now = scene.words, scene.now
    lines = [
        *(facts.cue_lines(report, vocab, scene) if report.stands else []),
        facts.headline(report, vocab, words),
        *facts.known(report, vocab, words, now=now),
        behalf.author_line(report, scene),
        facts.text_line(report, scene),
        facts.attachments(report, words),
        BLANK,
        duplicate.authors_line(report, scene),
        _status(duplicate.answered(report, scene), vocab, scene),
        facts.corrected_line(report, scene),
        words.html("status-shared") if releases.is_shared(scene.db, report.id) else None,
        words.html("receipt-not-112") if report.stands else None,
    ]
    row, undo_until = correction.row(scene.person, report, scene), report.undo_until
    if undo_until is None or now >= undo_until:
        return Card(text=join_lines(*lines), buttons=[row] if row else [])
    undo = Button(words.plain("button-undo"), tap.UndoReport(report.id), style="danger")
    return Card(text=join_lines(*lines), buttons=[[*row[:1], undo]], fresh_until=undo_until)


def _status(report: Report, vocab: Vocabulary, scene: Scene) -> Html:
    words, reader = scene.words, facts.municipality(vocab)
    if report.withdrawn_at:
        return facts.withdrawn_line(report, vocab, scene)
    if report.closed_at and report.close_reason:
        reason = words.plain(f"reason-{report.close_reason.value}")
        return words.html(
            "status-closed", reader=reader, time=words.when(report.closed_at, now=scene.now), reason=reason
        )
    if report.read_at:
        return words.html("status-read", reader=reader, time=words.when(report.read_at, now=scene.now))
    if report.filed_at is None:
        raise LookupError("a draft has no receipt")
    return facts.received(report, vocab, scene)
