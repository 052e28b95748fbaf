"""Reports as their readers see them: the inbox, and one that was opened. The push stands in `push`."""

from domain.refusals import NotAllowed
from domain.reports import CloseReason, Report
from domain.rights import Act, may
from domain.views import Inbox, ReportOpened, ReportPhoto, ReportPosition
from domain.vocabulary import Vocabulary
from handlers.buttons import inbox as tap
from handlers.card import Button, Card, Rows, Scene, grid, words_of
from handlers.cards import correction, facts
from handlers.words import Html, Words, join_lines
from services import triage
from services.triage import Seen
from storage import reports as store
from storage import vocabulary

NOTES = 2
"""How many notes an opened report shows, the newest: with its text they must fit one message."""


@words_of(ReportOpened)
def report_opened(view: ReportOpened, scene: Scene) -> Card:
    """The report with all that this reader may see of it."""
    seen = triage.see(scene.db, scene.person, view.report, now=scene.now)
    report, vocab, words = seen.report, vocabulary.load(scene.db), scene.words
    lines = [
        facts.headline(report, vocab, words),
        *facts.known(report, vocab, words, now=scene.now),
        words.html("opened-reporter", organisation=report.organisation),
        *(_texts(seen, words) if seen.text_allowed else [words.html("opened-no-text")]),
        facts.attachments(report, words) if seen.text_allowed else None,
        facts.reader_state(report, vocab, scene),
        facts.corrected_line(report, scene),
        words.html("ask-reason") if view.closing else None,
    ]
    return Card(text=join_lines(*lines), buttons=_opened_rows(view, seen, scene), protected=True)


def _texts(seen: Seen, words: Words) -> list[Html]:
    text = facts.quote(seen.report.text, words) if seen.report.text else words.html("opened-without-text")
    return [text, *(Html(words.html("opened-note") + facts.quote(note.text, words)) for note in seen.notes[-NOTES:])]


def _opened_rows(view: ReportOpened, seen: Seen, scene: Scene) -> Rows:
    report, say = seen.report, scene.words.plain
    if view.closing:
        reasons = [
            Button(say(f"reason-{reason.value}"), tap.CloseReport(report.id, reason, view.page))
            for reason in CloseReason
        ]
        return [*grid(reasons, 1), [Button(say("button-back"), tap.OpenReport(report.id, view.page))]]
    rows: list[list[Button]] = []
    if seen.text_allowed and (report.photos or report.position):
        rows.append([Button(say("button-attachments"), tap.ShowAttachments(report.id))])
    if may(scene.person, Act.TRIAGE, site=report.site) and report.counts:
        rows.append([Button(say("button-note"), tap.AskNote(report.id)), _close_button(view, report, scene)])
        rows.append([Button(say("button-next"), tap.OpenNext(report.id), style="primary")])
    if history := correction.history_button(seen, scene):
        rows.append([history])
    if row := correction.row(scene.person, report, scene):
        rows.append(row)
    if view.page is not None:
        rows.append([Button(say("button-inbox"), tap.TurnInbox(view.page))])
    return rows


def _close_button(view: ReportOpened, report: Report, scene: Scene) -> Button:
    return Button(scene.words.plain("button-close"), tap.AskReason(report.id, view.page))


@words_of(Inbox)
def inbox(view: Inbox, scene: Scene) -> Card:
    """A page of open reports as buttons, unread first."""
    page = triage.inbox_page(scene.db, scene.person, view.page)
    vocab, words = vocabulary.load(scene.db), scene.words
    if not page.reports:
        return Card(text=words.html("inbox-empty"))
    title = words.html("inbox-title", open=page.open, unread=page.unread)
    rows = [[Button(_line(report, vocab, scene), tap.OpenReport(report.id, page.page))] for report in page.reports]
    return Card(text=title, buttons=[*rows, *facts.pager(page.page, page.pages, tap.TurnInbox, words)])


def _line(report: Report, vocab: Vocabulary, scene: Scene) -> str:
    words = scene.words
    at = next((each for each in vocab.site(report.site).places if each.key == report.place), vocab.site(report.site))
    return words.plain(
        "inbox-line",
        unread="no" if report.read_at else "yes",
        number=str(report.number),
        severity=str(int(report.severity or 0)),
        category=facts.category(report, vocab, words),
        place=at.name(words.language),
        time=words.when(report.filed_at or report.created_at, now=scene.now),
    )


@words_of(ReportPhoto)
def report_photo(view: ReportPhoto, scene: Scene) -> Card | None:
    """One photo of a report."""
    seen = triage.see(scene.db, scene.person, view.report, now=scene.now)
    photo = store.photo(scene.db, view.photo)
    if not seen.text_allowed or photo is None or photo.report != view.report:
        raise NotAllowed
    return Card(text=_belongs_to(seen.report, scene), photo=photo.file_id, protected=True)


@words_of(ReportPosition)
def report_position(view: ReportPosition, scene: Scene) -> Card | None:
    """The position that a report came with, as a map."""
    seen = triage.see(scene.db, scene.person, view.report, now=scene.now)
    if not seen.text_allowed or seen.report.position is None:
        raise NotAllowed
    position = seen.report.position
    return Card(position=(position.latitude, position.longitude), protected=True)


def _belongs_to(report: Report, scene: Scene) -> Html:
    return facts.headline(report, vocabulary.load(scene.db), scene.words)
