"""The reporter's card: the questions of a draft, then what was sent and what became of it."""

from domain.cue import rings_112
from domain.refusals import NotAllowed
from domain.reports import CALM, Report, Screen, When
from domain.severity import Severity
from domain.views import MyReports, OwnReport, ReporterNote
from domain.vocabulary import Site, Vocabulary
from handlers.buttons import report as tap
from handlers.card import Button, Card, Rows, Scene, grid, words_of
from handlers.cards import facts
from handlers.words import BLANK, Html, join_lines
from services import drafts, reports, triage
from storage import vocabulary

COLUMNS = 2


@words_of(OwnReport)
def own_report(view: OwnReport, scene: Scene) -> Card | None:
    """The author's card of a report, whatever its state."""
    report = reports.own(scene.db, scene.person, view.report)
    if report.discarded_at:
        return Card(text=scene.words.html("report-discarded"))
    if report.is_draft:
        return _draft(report, vocabulary.load(scene.db), scene)
    return _sent(report, vocabulary.load(scene.db), scene)


@words_of(MyReports)
def my_reports(view: MyReports, scene: Scene) -> Card:
    """The author's reports, newest first, each with its state."""
    words, vocab = scene.words, vocabulary.load(scene.db)
    page = reports.mine(scene.db, scene.person, view.page)
    lines = [facts.state_line(report, vocab, words, now=scene.now) for report in page.reports]
    title = words.html("mine-title") if lines else words.html("mine-empty")
    return Card(text=join_lines(title, *lines), buttons=facts.pager(page.page, page.pages, tap.TurnMine, words))


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


def _draft(report: Report, vocab: Vocabulary, scene: Scene) -> Card:
    question = _question(report)
    if question is None:
        return _overview(report, vocab, scene)
    rows = _QUESTIONS[question](report, vocab, scene)
    text = join_lines(_head(report, vocab, scene), BLANK, scene.words.html(f"ask-{question}"))
    return Card(text=text, buttons=[*_site_row(report, vocab, scene), *rows])


def _question(report: Report) -> Screen | None:
    """What the card asks: what the author tapped, else the next thing that is missing."""
    if report.screen:
        return report.screen
    if report.category is None:
        return Screen.CATEGORY
    return Screen.PLACE if report.needs_place else None


def _head(report: Report, vocab: Vocabulary, scene: Scene) -> Html:
    """The 112 line if it is one, then the site, then what is known so far."""
    words = scene.words
    cue = _cue_line(report, vocab, scene)
    site = words.html("draft-site", site=vocab.site(report.site).name(words.language))
    return join_lines(cue, site, *facts.known(report, vocab, words, now=scene.now), _text_line(report, scene))


def _cue_line(report: Report, vocab: Vocabulary, scene: Scene) -> Html | None:
    if report.category is None or not rings_112(report, vocab.category(report.category).cue, now=scene.now):
        return None
    return scene.words.html("cue-112", where=facts.address(report, vocab, scene.words))


def _text_line(report: Report, scene: Scene) -> Html | None:
    return facts.quote(report.text, scene.words) if report.text else None


def _site_row(report: Report, vocab: Vocabulary, scene: Scene) -> Rows:
    """One tap to change the site, for those who have several."""
    sites = drafts.reporting_sites(scene.person, vocab)
    if len(sites) == 1 or report.screen is Screen.SITE:
        return []
    label = scene.words.plain("button-site", site=vocab.site(report.site).name(scene.words.language))
    return [[Button(label, tap.Ask(report.id, Screen.SITE))]]


def _overview(report: Report, vocab: Vocabulary, scene: Scene) -> Card:
    """All that is known, the optional questions, and Send alone on its row."""
    say = scene.words.plain
    optional = [
        Button(say("button-severity"), tap.Ask(report.id, Screen.SEVERITY)),
        Button(say("button-when"), tap.Ask(report.id, Screen.WHEN)),
        Button(say("button-count"), tap.Ask(report.id, Screen.COUNT)),
        Button(
            say("button-over" if report.ongoing else "button-ongoing"), tap.ChooseOngoing(report.id, not report.ongoing)
        ),
        Button(say("button-category"), tap.Ask(report.id, Screen.CATEGORY)),
        Button(say("button-place"), tap.Ask(report.id, Screen.PLACE)),
        _text_button(report, scene),
        Button(say("button-discard"), tap.DiscardReport(report.id), style="danger"),
    ]
    if report.category == CALM:
        optional = optional[-2:]
    send = Button(say("button-send"), tap.SendReport(report.id), style="primary")
    text = join_lines(_head(report, vocab, scene), BLANK, scene.words.html("draft-hint"))
    return Card(text=text, buttons=[*_site_row(report, vocab, scene), *grid(optional), [send]])


def _text_button(report: Report, scene: Scene) -> Button:
    if report.text:
        return Button(scene.words.plain("button-text-anew"), tap.ClearText(report.id))
    return Button(scene.words.plain("button-add"), tap.HowToAdd(report.id))


def _ask_site(report: Report, vocab: Vocabulary, scene: Scene) -> Rows:
    sites = [vocab.site(key) for key in drafts.reporting_sites(scene.person, vocab)]
    return grid([Button(site.name(scene.words.language), tap.ChooseSite(report.id, site.key)) for site in sites], 1)


def _ask_category(report: Report, vocab: Vocabulary, scene: Scene) -> Rows:
    """The site's usual eight, always in the same positions: thumbs remember them."""
    usual = [_category_button(report, key, vocab, scene) for key in vocab.site(report.site).usual]
    more = Button(scene.words.plain("button-more"), tap.Ask(report.id, Screen.MORE))
    discard = Button(scene.words.plain("button-discard"), tap.DiscardReport(report.id), style="danger")
    back = [[_back(report, scene)]] if report.category else []
    return [*grid(usual, COLUMNS), [more, discard], *back]


def _ask_more(report: Report, vocab: Vocabulary, scene: Scene) -> Rows:
    usual = vocab.site(report.site).usual
    rest = [key for key in vocab.categories if key not in usual]
    back = Button(scene.words.plain("button-back"), tap.Ask(report.id, Screen.CATEGORY))
    return [*grid([_category_button(report, key, vocab, scene) for key in rest], COLUMNS), [back]]


def _category_button(report: Report, key: str, vocab: Vocabulary, scene: Scene) -> Button:
    return Button(vocab.category(key).name(scene.words.language), tap.ChooseCategory(report.id, key))


def _ask_place(report: Report, vocab: Vocabulary, scene: Scene) -> Rows:
    site: Site = vocab.site(report.site)
    places = [Button(place.name(scene.words.language), tap.ChoosePlace(report.id, place.key)) for place in site.places]
    elsewhere = Button(scene.words.plain("button-elsewhere"), tap.ChoosePlace(report.id, None))
    before = Screen.CATEGORY if report.needs_place else None
    back = Button(scene.words.plain("button-back"), tap.Ask(report.id, before))
    return [*grid(places, COLUMNS), [elsewhere], [back]]


def _ask_severity(report: Report, vocab: Vocabulary, scene: Scene) -> Rows:
    levels = [level for level in Severity if level is not Severity.CALM]
    choices = [
        Button(facts.severity(level, vocab, scene.words), tap.ChooseSeverity(report.id, int(level))) for level in levels
    ]
    return [*grid(choices, 1), [_back(report, scene)]]


def _ask_when(report: Report, _vocab: Vocabulary, scene: Scene) -> Rows:
    choices = [Button(scene.words.plain(f"when-{when.value}"), tap.ChooseWhen(report.id, when)) for when in When]
    return [*grid(choices, 1), [_back(report, scene)]]


def _ask_count(report: Report, _vocab: Vocabulary, scene: Scene) -> Rows:
    choices = [Button(count, tap.ChooseCount(report.id, count)) for count in drafts.COUNTS]
    nobody = Button(scene.words.plain("button-no-count"), tap.ChooseCount(report.id, None))
    return [*grid([*choices, nobody], 4), [_back(report, scene)]]


def _back(report: Report, scene: Scene) -> Button:
    return Button(scene.words.plain("button-back"), tap.Ask(report.id, None))


_QUESTIONS = {
    Screen.SITE: _ask_site,
    Screen.CATEGORY: _ask_category,
    Screen.MORE: _ask_more,
    Screen.PLACE: _ask_place,
    Screen.SEVERITY: _ask_severity,
    Screen.WHEN: _ask_when,
    Screen.COUNT: _ask_count,
}


def _sent(report: Report, vocab: Vocabulary, scene: Scene) -> Card:
    """The receipt, which goes on living: received, read, closed, or undone."""
    words, now = scene.words, scene.now
    lines = [
        _cue_line(report, vocab, scene) if report.counts else None,
        facts.headline(report, vocab, words),
        *facts.known(report, vocab, words, now=now),
        _text_line(report, scene),
        facts.attachments(report, words),
        BLANK,
        _status(report, vocab, scene),
        words.html("receipt-not-112") if report.counts else None,
    ]
    can_undo = report.undo_until is not None and now < report.undo_until
    undo = [[Button(words.plain("button-undo"), tap.UndoReport(report.id), style="danger")]] if can_undo else []
    return Card(text=join_lines(*lines), buttons=undo, fresh_until=report.undo_until if can_undo else None)


def _status(report: Report, vocab: Vocabulary, scene: Scene) -> Html:
    words, reader = scene.words, facts.municipality(vocab)
    if report.withdrawn_at:
        return words.html("status-undone", time=words.when(report.withdrawn_at, now=scene.now))
    if report.closed_at and report.close_reason:
        reason = words.plain(f"reason-{report.close_reason.value}")
        return words.html(
            "status-closed", reader=reader, time=words.when(report.closed_at, now=scene.now), reason=reason
        )
    if report.read_at:
        return words.html("status-read", reader=reader, time=words.when(report.read_at, now=scene.now))
    if report.filed_at is None:
        raise LookupError("a draft has no receipt")
    return facts.received(report.filed_at, vocab, scene)
