"""Reports that turn out to be wrong: the questions from both sides, what was said before, and what was taken back."""

from domain.changes import ASKED, Field
from domain.people import Person
from domain.reports import PHOTOS, TEXT_LENGTH, Screen, When
from domain.severity import Severity
from domain.views import Correction, MyReports, OwnReport, ReportHistory, ReportOpened, ReportPush, Withdrawal
from domain.vocabulary import CHOICE_LIMIT
from services import additions, corrections, drafts, reports
from storage import reports as store
from tests.cards.case import case
from tests.cards.stage import Stage


@case
def a_report_is_corrected_from_both_sides(stage: Stage) -> None:
    report = _sent(stage)
    for asked in (None, *ASKED):
        for person in (stage.per, stage.maria):
            stage.act(corrections.ask, person, report=report, question=asked, card=None)
        stage.look(Correction(report, question=asked))
        stage.look(Correction(report, page=0, question=asked))
    for ongoing in ("yes", "no"):
        _correct(stage, stage.per, report, Field.ONGOING, ongoing)
        stage.look(Correction(report))


@case
def there_is_as_much_to_correct_it_to_as_can_be_imported(stage: Stage) -> None:
    report = _sent(stage)
    stage.crowd(CHOICE_LIMIT)
    for asked in ASKED:
        stage.look(Correction(report, question=asked))


@case
def history_shows_every_field_before_and_after(stage: Stage) -> None:
    report = _sent(stage)
    stage.look(ReportHistory(report))
    for field, value in (
        (Field.CATEGORY, "vandalism"),
        (Field.SEVERITY, str(int(Severity.RED))),
        (Field.COUNT, "6-10"),
        (Field.WHEN, When.EARLIER.value),
        (Field.ONGOING, "yes"),
        (Field.ONGOING, "no"),
        (Field.SITE, "kungsgatan"),
        (Field.PLACE, None),
        (Field.PHOTOS, None),
        (Field.POSITION, None),
    ):
        stage.later(minutes=1)
        _correct(stage, stage.per, report, field, value)
        stage.look(OwnReport(report))
        stage.look(ReportPush(report))
        stage.look(ReportOpened(report, page=0))
    for _ in range(4):
        stage.act(corrections.ask_text, stage.maria, report=report)
        stage.act(corrections.write_text, stage.maria, report=report, text=stage.written.text[: TEXT_LENGTH - 1] + ".")
        _correct(stage, stage.maria, report, Field.TEXT, None)
        stage.look(Correction(report))
    for part in range(6):
        stage.act(corrections.show_history, stage.maria, report=report, part=part, card=None)
        stage.look(ReportHistory(report, page=0, part=part))


@case
def history_names_a_category_that_is_no_more(stage: Stage) -> None:
    report = _sent(stage)
    store.change(stage.db, report, category="tramway")
    _correct(stage, stage.maria, report, Field.CATEGORY, "vandalism")
    store.change(stage.db, report, place="stop")
    _correct(stage, stage.maria, report, Field.PLACE, None)
    stage.look(ReportHistory(report))


@case
def a_quiet_shift_is_corrected(stage: Stage) -> None:
    draft = stage.act(drafts.begin_calm, stage.per)
    stage.act(reports.file, stage.per, report=draft)
    stage.look(Correction(draft))
    stage.look(Correction(draft, question=Screen.SITE))


@case
def a_report_is_taken_back(stage: Stage) -> None:
    for person in (stage.per, stage.maria):
        report = _sent(stage)
        stage.later(hours=1)
        _correct(stage, person, report, Field.PLACE, None)
        stage.act(corrections.ask_withdrawal, person, report=report, card=None)
        stage.look(Withdrawal(report))
        stage.act(corrections.withdraw, person, report=report, card=None)
        for view in (Correction(report), Withdrawal(report, page=0), OwnReport(report), ReportPush(report)):
            stage.look(view)
        stage.look(ReportOpened(report))
        stage.look(MyReports())


@case
def one_report_corroborates_another(stage: Stage) -> None:
    lead, other = _sent(stage), _sent(stage)
    store.change(stage.db, other, merged_into=lead)
    stage.look(MyReports())
    stage.look(OwnReport(other))


@case
def a_correction_comes_too_late(stage: Stage) -> None:
    report = _sent(stage)
    stage.later(days=8)
    stage.look(OwnReport(report))


def _correct(stage: Stage, person: Person, report: int, field: Field, value: str | None) -> None:
    stage.act(corrections.correct, person, report=report, field=field, value=value, card=None)


def _sent(stage: Stage) -> int:
    """What Per sends, with everything that a report can hold."""
    draft: int = stage.act(drafts.begin, stage.per)
    stage.act(drafts.choose_site, stage.per, report=draft, site="overby")
    stage.act(drafts.choose_category, stage.per, report=draft, category="violence")
    stage.act(drafts.choose_place, stage.per, report=draft, place="norra_p")
    stage.act(additions.add_text, stage.per, report=draft, text=stage.written.text[:TEXT_LENGTH])
    for number in range(PHOTOS):
        unique = f"{draft}-{number}"
        taken = {"file_id": f"file{unique}", "file_unique_id": unique, "album": None, "caption": None}
        stage.act(additions.add_photo, stage.per, **taken)
    store.change(stage.db, draft, latitude=58.31, longitude=12.29)
    stage.act(reports.file, stage.per, report=draft)
    return draft
