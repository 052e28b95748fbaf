"""Reports: the author's card from the first tap to what became of it, and the readers' side of it."""

from domain.reports import CALM, FOREWARNING, PHOTOS, TEXT_LENGTH, CloseReason, Position, Screen, When
from domain.severity import Severity
from domain.views import (
    MyReports,
    OwnReport,
    ReporterNote,
    ReportOpened,
    ReportPhoto,
    ReportPosition,
    ReportPush,
)
from domain.vocabulary import CHOICE_LIMIT
from services import additions, drafts, reports, triage
from storage import reports as store
from tests.cards.case import case
from tests.cards.stage import ZONE, Stage


@case
def a_draft_asks_one_thing_after_the_other(stage: Stage) -> None:
    draft = stage.act(drafts.begin, stage.per)
    for screen in (None, *Screen):
        stage.act(drafts.ask, stage.per, report=draft, screen=screen)
        stage.look(OwnReport(draft))
    stage.act(drafts.choose_category, stage.per, report=draft, category="violence")
    stage.look(OwnReport(draft))
    stage.act(drafts.choose_place, stage.per, report=draft, place=None)
    stage.look(OwnReport(draft))


@case
def a_draft_shows_all_that_is_known(stage: Stage) -> None:
    draft = _draft(stage)
    _fill_in(stage, draft)
    stage.look(OwnReport(draft))
    for screen in Screen:
        stage.act(drafts.ask, stage.anna, report=draft, screen=screen)
        stage.look(OwnReport(draft))
    for when in When:
        stage.act(drafts.choose_when, stage.anna, report=draft, when=when, zone=ZONE)
        stage.look(OwnReport(draft))
    for ongoing in (True, False):
        stage.act(drafts.choose_ongoing, stage.anna, report=draft, ongoing=ongoing)
        stage.look(OwnReport(draft))


@case
def there_is_as_much_to_choose_from_as_can_be_imported(stage: Stage) -> None:
    stage.crowd(CHOICE_LIMIT)
    draft = stage.act(drafts.begin, stage.maria)
    for screen in Screen:
        stage.act(drafts.ask, stage.maria, report=draft, screen=screen)
        stage.look(OwnReport(draft))


@case
def a_draft_is_thrown_away(stage: Stage) -> None:
    draft = _draft(stage)
    stage.act(drafts.discard, stage.anna, report=draft)
    stage.look(OwnReport(draft))


@case
def a_quiet_shift_is_reported(stage: Stage) -> None:
    draft = stage.act(drafts.begin_calm, stage.anna)
    stage.look(OwnReport(draft))
    stage.act(reports.file, stage.anna, report=draft)
    stage.look(OwnReport(draft))


@case
def every_category_and_severity_has_its_words(stage: Stage) -> None:
    for severity in Severity:
        draft = _draft(stage)
        stage.act(drafts.choose_severity, stage.anna, report=draft, severity=severity)
        stage.act(reports.file, stage.anna, report=draft)
        stage.look(ReportPush(draft))
    for category in (FOREWARNING, CALM):
        draft = stage.act(drafts.begin, stage.anna)
        stage.act(drafts.choose_category, stage.anna, report=draft, category=category)
        stage.act(drafts.choose_place, stage.anna, report=draft, place=None)
        stage.act(reports.file, stage.anna, report=draft)
        stage.look(ReportPush(draft))


@case
def a_report_lives_on_until_it_is_closed(stage: Stage) -> None:
    report = _sent(stage)
    _look_from_all_sides(stage, report)
    stage.later(days=2)
    _look_from_all_sides(stage, report)
    stage.act(triage.open_report, stage.maria, report=report, card=None, page=0)
    _look_from_all_sides(stage, report)
    for reason in CloseReason:
        stage.look(ReportOpened(report, page=0, closing=True))
        stage.act(triage.close, stage.maria, report=report, reason=reason, card=None)
        _look_from_all_sides(stage, report)
        report = _sent(stage)


@case
def a_report_is_read_at_odd_hours(stage: Stage) -> None:
    stage.reads_at("Mon-Thu 07:30-18:00, Fri 07:30-16:00, Sat 10:00-14:00")
    stage.look(OwnReport(_sent(stage)))


@case
def a_report_has_a_category_that_is_no_more(stage: Stage) -> None:
    report = _sent(stage)
    store.change(stage.db, report, category="tramway")
    stage.look(ReportPush(report))


@case
def a_report_is_undone(stage: Stage) -> None:
    report = _sent(stage)
    stage.act(reports.undo, stage.anna, report=report)
    _look_from_all_sides(stage, report)


@case
def a_report_without_words_is_opened(stage: Stage) -> None:
    draft = stage.act(drafts.begin, stage.anna)
    stage.act(drafts.choose_category, stage.anna, report=draft, category="noise")
    stage.act(drafts.choose_place, stage.anna, report=draft, place="entre_a")
    stage.act(reports.file, stage.anna, report=draft)
    stage.look(ReportOpened(draft))


@case
def photos_and_position_are_shown(stage: Stage) -> None:
    one = _draft(stage)
    _add_photos(stage, one, 1)
    stage.act(reports.file, stage.anna, report=one)
    stage.look(OwnReport(one))
    report = _sent(stage)
    found = store.by_id(stage.db, report)
    assert found is not None
    for photo in found.photos:
        stage.look(ReportPhoto(report, photo))
    stage.look(ReportPosition(report))


@case
def the_reader_answers_again_and_again(stage: Stage) -> None:
    report = _sent(stage)
    stage.act(triage.open_report, stage.maria, report=report, card=None)
    for _ in range(5):
        stage.refused(triage.write_note, stage.maria, report=report, text=stage.written.text)
        stage.refused(triage.write_note, stage.maria, report=report, text=stage.written.text[:300])
    for note in store.notes_of(stage.db, report):
        stage.look(ReporterNote(report, note.id))
    _look_from_all_sides(stage, report)


@case
def ones_own_reports_have_pages(stage: Stage) -> None:
    stage.look(MyReports())
    sent = [_sent(stage, photos=0) for _ in range(2 * reports.PAGE + 1)]
    stage.act(triage.open_report, stage.maria, report=sent[0], card=None)
    stage.act(triage.close, stage.maria, report=sent[1], reason=CloseReason.HANDLED, card=None)
    stage.act(reports.undo, stage.anna, report=sent[-1])
    for page in range(3):
        stage.look(MyReports(page))


def _look_from_all_sides(stage: Stage, report: int) -> None:
    stage.look(OwnReport(report))
    stage.look(ReportPush(report))
    stage.look(ReportOpened(report))
    stage.look(ReportOpened(report, page=0))
    stage.look(MyReports())


def _draft(stage: Stage) -> int:
    draft: int = stage.act(drafts.begin, stage.anna)
    stage.act(drafts.choose_category, stage.anna, report=draft, category="violence")
    stage.act(drafts.choose_place, stage.anna, report=draft, place="norra_p")
    return draft


def _fill_in(stage: Stage, draft: int, *, photos: int = PHOTOS) -> None:
    """Everything that a report can hold, and as much of it."""
    stage.act(drafts.choose_severity, stage.anna, report=draft, severity=Severity.RED)
    stage.act(drafts.choose_count, stage.anna, report=draft, count="100+")
    stage.act(drafts.choose_ongoing, stage.anna, report=draft, ongoing=True)
    stage.act(additions.add_text, stage.anna, report=draft, text=stage.written.text[:TEXT_LENGTH])
    _add_photos(stage, draft, photos)
    stage.act(additions.add_position, stage.anna, position=Position(58.31, 12.29))


def _add_photos(stage: Stage, draft: int, photos: int) -> None:
    for number in range(photos):
        unique = f"{draft}-{number}"
        taken = {"file_id": f"file{unique}", "file_unique_id": unique, "album": None, "caption": None}
        stage.act(additions.add_photo, stage.anna, **taken)


def _sent(stage: Stage, *, photos: int = PHOTOS) -> int:
    draft = _draft(stage)
    _fill_in(stage, draft, photos=photos)
    stage.act(reports.file, stage.anna, report=draft)
    return draft
