"""A report that was opened: all that its reader may know of it, and what they can do with it."""

from domain.refusals import NotAllowed
from domain.releases import Release, mark_of
from domain.reports import CloseReason, Report
from domain.rights import Secrecy
from domain.views import ReportOpened, ReportPhoto, ReportPosition
from domain.vocabulary import Vocabulary
from handlers.buttons import inbox as tap
from handlers.buttons.release import ApproveReport, AskRelease, EndRelease, ReadText, ShareText
from handlers.buttons.search import TurnSearch
from handlers.card import Button, Card, Rows, Scene, grid, words_of
from handlers.cards import behalf, correction, duplicate, facts, hours
from handlers.words import BLANK, Html, Words, join_lines
from services import inbox, triage
from services.triage import Seen
from storage import organisations, people, vocabulary
from storage import reports as store

NOTES = 2
"""How many notes an opened report shows, the newest: with its text they must fit one message."""


@words_of(ReportOpened)
def report_opened(view: ReportOpened, scene: Scene) -> Card:
    """The report with all that this reader may see of it."""
    seen = triage.see(scene.db, scene.person, view.report, now=scene.now)
    report, vocab, words = seen.report, vocabulary.load(scene.db), scene.words
    lines = [
        _closed_line(view, scene),
        _whereabouts(view, report, vocab, scene),
        facts.headline(report, vocab, words),
        _secrecy(report, words),
        *facts.known(report, vocab, words, now=scene.now),
        behalf.source(report, words),
        *_texts(view, seen, vocab, scene),
        facts.attachments(report, words) if seen.text_allowed else None,
        _released_line(seen, scene),
        duplicate.readers_line(report, vocab, scene),
        facts.reader_state(report, vocab, scene),
        facts.corrected_line(report, scene),
        *([BLANK, words.html("ask-reason")] if view.closing else []),
    ]
    return Card(text=join_lines(*lines), buttons=_rows(view, seen, scene), protected=True)


def _closed_line(view: ReportOpened, scene: Scene) -> Html | None:
    closed = store.by_id(scene.db, view.closed) if view.closed is not None else None
    return scene.words.html("opened-closed", number=str(closed.number)) if closed and closed.closed_at else None


def _whereabouts(view: ReportOpened, report: Report, vocab: Vocabulary, scene: Scene) -> Html | None:
    """Where in the night one is, for who goes through the inbox."""
    where = inbox.whereabouts(scene.db, scene.person, report) if view.page is not None else None
    if where is None:
        return None
    spot = hours.spot(where.spot, vocab, scene)
    return scene.words.html("opened-whereabouts", number=str(where.number), total=str(where.total), spot=spot)


def _secrecy(report: Report, words: Words) -> Html | None:
    secrecy = Secrecy.of(report)
    return None if secrecy is Secrecy.OPEN else words.html(f"opened-{secrecy.value}")


def _texts(view: ReportOpened, seen: Seen, vocab: Vocabulary, scene: Scene) -> list[Html]:
    words = scene.words
    if seen.text_allowed:
        text = facts.quote(seen.report.text, words) if seen.report.text else words.html("opened-without-text")
        notes = seen.notes[-NOTES:]
        return [text, *(Html(words.html("opened-note") + facts.quote(note.text, words)) for note in notes)]
    if seen.release is None:
        return [words.html("opened-no-text")]
    if view.release != seen.release.id:
        return [words.html("opened-text-to-read")]
    return _released(seen.release, seen.report, vocab, scene)


def _released(release: Release, report: Report, vocab: Vocabulary, scene: Scene) -> list[Html]:
    words = scene.words
    how = "opened-released-reworded" if release.text != report.text else "opened-released"
    time = words.when(release.released_at, now=scene.now)
    return [words.html(how, reader=facts.municipality(vocab), time=time), facts.quote(release.text, words)]


def _released_line(seen: Seen, scene: Scene) -> Html | None:
    """Whom its text was released to, for who released it."""
    names = list(dict.fromkeys(_whom(each, scene) for each in seen.releases))
    return scene.words.html("opened-shared-with", whom=", ".join(names)) if names else None


def _whom(release: Release, scene: Scene) -> str:
    if release.person is not None:
        return people.by_id(scene.db, release.person).name or "?"
    if release.organisation is not None:
        return organisations.by_id(scene.db, release.organisation).name
    return scene.words.plain(f"audience-{release.role.value}" if release.role else "release-everybody")


def _rows(view: ReportOpened, seen: Seen, scene: Scene) -> Rows:
    report, say = seen.report, scene.words.plain
    back = Button(say("button-back"), tap.ShowMore(report.id, more=False))
    if view.closing and seen.is_triaged:
        reasons = [each for each in CloseReason if each is not CloseReason.NOTED]
        choices = [Button(say(f"reason-{each.value}"), tap.CloseReport(report.id, each)) for each in reasons]
        return [*grid(choices, 1), [back]]
    if view.more and seen.is_triaged:
        return [*_rare_rows(view, seen, scene), [back]]
    if seen.is_triaged:
        return [*_triage_rows(view, seen, scene), *_around(view, seen, scene), _ways_on(view, seen, scene)]
    return [*_text_row(view, seen, scene), *_attachments(seen, scene), *_own_rows(view, seen, scene)]


def _triage_rows(view: ReportOpened, seen: Seen, scene: Scene) -> Rows:
    """What is done sixty times a night, a tap each; Next stands alone."""
    report, say = seen.report, scene.words.plain
    following = [[Button(say("button-next"), tap.OpenNext(report.id), style="primary")]] if view.found is None else []
    if not report.counts:
        return following
    if report.closed_at:
        return [[Button(say("button-reopen"), tap.ReopenReport(report.id))], *following]
    note = Button(say("button-note"), tap.AskNote(report.id))
    noted = Button(say("button-noted"), tap.CloseReport(report.id, CloseReason.NOTED))
    close = Button(say("button-close"), tap.AskReason(report.id))
    share = (
        [Button(say("button-share"), ShareText(report.id, mark_of(report.text or "")))] if _can_be_shared(seen) else []
    )
    return [*_undo(view, scene), *following, [note, noted], [*share, close], *_approval(report, scene)]


def _approval(report: Report, scene: Scene) -> Rows:
    if Secrecy.of(report) is Secrecy.OPEN:
        return []
    return [[Button(scene.words.plain("button-approve-report"), ApproveReport(report.id, approved=True))]]


def _undo(view: ReportOpened, scene: Scene) -> Rows:
    closed = store.by_id(scene.db, view.closed) if view.closed is not None else None
    if closed is None or not closed.closed_at:
        return []
    return [[Button(scene.words.plain("button-undo-close", number=str(closed.number)), tap.ReopenReport(closed.id))]]


def _can_be_shared(seen: Seen) -> bool:
    report = seen.report
    return bool(seen.text_allowed and report.text and not report.structured_only and not seen.releases)


def _ways_on(view: ReportOpened, seen: Seen, scene: Scene) -> list[Button]:
    """What is rare, and back to where one was."""
    say = scene.words.plain
    more = [Button(say("button-rare"), tap.ShowMore(seen.report.id, more=True))]
    if view.found is not None:
        return [*more, Button(say("button-search"), TurnSearch(view.found))]
    return [*more, Button(say("button-inbox"), tap.TurnInbox(view.page or 0))]


def _around(view: ReportOpened, seen: Seen, scene: Scene) -> Rows:
    return [*duplicate.related(seen.report, view.page, scene), *_attachments(seen, scene)]


def _attachments(seen: Seen, scene: Scene) -> Rows:
    report = seen.report
    if not (seen.text_allowed and (report.photos or report.position)):
        return []
    return [[Button(scene.words.plain("button-attachments"), tap.ShowAttachments(report.id))]]


def _text_row(view: ReportOpened, seen: Seen, scene: Scene) -> Rows:
    if seen.release is None or view.release == seen.release.id:
        return []
    return [[Button(scene.words.plain("button-read-text"), ReadText(seen.report.id), style="primary")]]


def _rare_rows(view: ReportOpened, seen: Seen, scene: Scene) -> Rows:
    report, say = seen.report, scene.words.plain
    rows: list[list[Button]] = []
    if seen.text_allowed and report.text and not report.structured_only:
        rows.append([Button(say("button-release"), AskRelease(report.id))])
    if seen.releases:
        rows.append([Button(say("button-end-release"), EndRelease(report.id), style="danger")])
    if report.approved_at:
        rows.append([Button(say("button-disapprove"), ApproveReport(report.id, approved=False), style="danger")])
    if report.counts and not report.closed_at:
        rows.append([Button(say("button-read-group"), tap.ReadGroup(report.id, 0, None))])
    return [*rows, *_own_rows(view, seen, scene)]


def _own_rows(view: ReportOpened, seen: Seen, scene: Scene) -> Rows:
    """Merging, history and correction, as far as they are the reader's."""
    history = correction.history_button(seen, scene)
    changes = correction.row(scene.person, seen.report, scene)
    rows = [duplicate.decisions(seen.report, view.page, scene), [history] if history else [], changes]
    return [row for row in rows if row]


@words_of(ReportPhoto)
def report_photo(view: ReportPhoto, scene: Scene) -> Card | None:
    """One photo of a report."""
    seen = triage.see(scene.db, scene.person, view.report, now=scene.now)
    photo = store.photo(scene.db, view.photo)
    if not seen.text_allowed or photo is None or photo.report != view.report:
        raise NotAllowed
    headline = facts.headline(seen.report, vocabulary.load(scene.db), scene.words)
    return Card(text=headline, photo=photo.file_id, protected=True)


@words_of(ReportPosition)
def report_position(view: ReportPosition, scene: Scene) -> Card | None:
    """The position that a report came with, as a map."""
    seen = triage.see(scene.db, scene.person, view.report, now=scene.now)
    if not seen.text_allowed or seen.report.position is None:
        raise NotAllowed
    position = seen.report.position
    return Card(position=(position.latitude, position.longitude), protected=True)
