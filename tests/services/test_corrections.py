"""Rules of correcting and taking back what was sent, asked of the services directly."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import select

from domain.changes import Field
from domain.people import EVERY_SITE, Person, Role
from domain.refusals import NotAllowed, Refusal, Stale
from domain.releases import Whom
from domain.reports import CORRECTING_TIME, TEXT_LENGTH, CloseReason, Position, Report, Screen, When
from domain.severity import Severity
from domain.views import ReportPush, subject
from services import additions, cases, corrections, drafts, reports, triage
from storage import Db, outbox, people, releases
from storage import reports as store
from storage.tables import audit
from tests.town import ANNA, KARIN, MARIA, YUSUF, Member, join, town_of

NOW = datetime(2026, 11, 27, 22, 40, tzinfo=UTC)
MONDAY = datetime(2026, 11, 30, 8, 12, tzinfo=UTC)
TWO_SITES = replace(ANNA, sites=("overby", "kungsgatan"))
KAJSA = Member(id=110, name="Kajsa Lund", role=Role.CENTRE_MANAGER, sites=("kungsgatan",), organisation="Kungsgatan")
CAST = (TWO_SITES, YUSUF, KARIN, KAJSA, MARIA)


@pytest.fixture
def db() -> Iterator[Db]:
    with town_of(CAST, now=NOW) as connection:
        yield connection


def of(db: Db, member: Member) -> Person:
    found = people.by_chat(db, member.id)
    assert found is not None
    return found


def sent(db: Db, *, category: str = "violence", text: str | None = None, at: datetime = NOW) -> int:
    """Anna sends a report from Norra parkeringen."""
    draft = drafts.begin(db, of(db, ANNA), now=at)
    drafts.choose_site(db, of(db, ANNA), report=draft, site="overby", now=at)
    drafts.choose_category(db, of(db, ANNA), report=draft, category=category, now=at)
    drafts.choose_place(db, of(db, ANNA), report=draft, place="norra_p", now=at)
    if text:
        additions.add_text(db, of(db, ANNA), text=text, report=draft, now=at)
    reports.file(db, of(db, ANNA), report=draft, now=at)
    return draft


def read(db: Db, report: int) -> Report:
    found = store.by_id(db, report)
    assert found is not None
    return found


def correct(db: Db, by: Member, report: int, field: Field, value: str | None, *, at: datetime = MONDAY) -> None:
    corrections.correct(db, of(db, by), report=report, field=field, value=value, now=at, card=None)


def withdraw(db: Db, by: Member, report: int, *, at: datetime = MONDAY) -> None:
    corrections.withdraw(db, of(db, by), report=report, now=at, card=None)


def close(db: Db, report: int) -> None:
    triage.close(db, of(db, MARIA), report=report, reason=CloseReason.HANDLED, now=NOW, card=None)


def history(db: Db, report: int) -> list[tuple[Field, str | None, str | None]]:
    """Field, before and after, the oldest first."""
    shown = corrections.history(db, of(db, MARIA), report, 0, now=MONDAY)
    return [(each.field, each.before, each.after) for each in reversed(shown.changes)]


def pushed_to(db: Db, report: int) -> set[int]:
    return outbox.readers(db, subject("report", report), kinds=(ReportPush,))


def logged(db: Db) -> list[str]:
    return list(db.execute(select(audit.c.act).order_by(audit.c.id)).scalars())


# Every field


@pytest.mark.parametrize(
    ("field", "value", "kept"),
    [
        (Field.CATEGORY, "vandalism", ("violence", "vandalism")),
        (Field.PLACE, "sodra_p", ("overby:norra_p", "overby:sodra_p")),
        (Field.PLACE, None, ("overby:norra_p", None)),
        (Field.SEVERITY, "2", ("4", "2")),
        (Field.COUNT, "6-10", (None, "6-10")),
        (Field.ONGOING, "yes", (None, "yes")),
        (Field.TEXT, None, ("Fem personer", None)),
    ],
)
def test_a_field_says_something_else_and_history_keeps_both(
    db: Db, field: Field, value: str | None, kept: tuple[str | None, str | None]
) -> None:
    report = sent(db, text="Fem personer")
    before = read(db, report)
    correct(db, ANNA, report, field, value)
    after = read(db, report)
    assert (field, *kept) in history(db, report)
    assert after.corrected_at == MONDAY
    assert after.version > before.version
    assert (after.number, after.filed_at, after.author) == (before.number, before.filed_at, before.author)
    assert "report_corrected" in logged(db)


def test_when_is_reckoned_from_when_it_was_sent(db: Db) -> None:
    report = sent(db)
    drafts.change(db, read(db, report), now=NOW, ongoing=True)
    correct(db, ANNA, report, Field.WHEN, When.HOUR_AGO)
    assert read(db, report).happened_at == NOW - timedelta(hours=1)
    assert read(db, report).ongoing is False
    correct(db, ANNA, report, Field.WHEN, When.NOW)
    assert read(db, report).happened_at == NOW


def test_a_text_is_written_anew_and_takes_the_place_of_the_old_one(db: Db) -> None:
    report = sent(db, text="Fem personer")
    corrections.ask_text(db, of(db, ANNA), report=report, now=MONDAY)
    assert of(db, ANNA).expects == f"corrected_text:{report}"
    corrections.write_text(db, of(db, ANNA), report=report, text="Två personer", now=MONDAY)
    assert read(db, report).text == "Två personer"
    assert history(db, report) == [(Field.TEXT, "Fem personer", "Två personer")]
    with pytest.raises(Refusal):
        corrections.write_text(db, of(db, ANNA), report=report, text="x" * (TEXT_LENGTH + 1), now=MONDAY)


def test_no_text_is_put_there_by_a_tap(db: Db) -> None:
    report = sent(db, text="Fem personer")
    with pytest.raises(Stale):
        correct(db, ANNA, report, Field.TEXT, "abc123")


def test_photos_and_position_are_removed(db: Db) -> None:
    report = sent(db)
    photo: dict[str, Any] = {"file_id": "f", "file_unique_id": "u", "album": None, "caption": None}
    additions.add_photo(db, of(db, ANNA), **photo, now=NOW)
    additions.add_position(db, of(db, ANNA), position=Position(58.3, 12.3), now=NOW)
    correct(db, ANNA, report, Field.PHOTOS, None)
    correct(db, ANNA, report, Field.POSITION, None)
    assert (read(db, report).photos, read(db, report).position) == ((), None)
    assert history(db, report) == [(Field.PHOTOS, "1", None), (Field.POSITION, "yes", None)]


def test_the_severity_goes_along_with_the_category_unless_it_was_chosen(db: Db) -> None:
    report = sent(db, category="vandalism")
    correct(db, ANNA, report, Field.CATEGORY, "violence")
    assert [field for field, *_ in history(db, report)] == [Field.CATEGORY, Field.SEVERITY]


def test_pressed_twice_it_is_one_change(db: Db) -> None:
    report = sent(db)
    correct(db, ANNA, report, Field.PLACE, "sodra_p")
    correct(db, ANNA, report, Field.PLACE, "sodra_p", at=MONDAY + timedelta(seconds=1))
    assert len(history(db, report)) == 1
    assert read(db, report).corrected_at == MONDAY


@pytest.mark.parametrize(
    ("field", "value"),
    [
        (Field.SITE, None),
        (Field.SITE, "nowhere"),
        (Field.PLACE, "nowhere"),
        (Field.CATEGORY, None),
        (Field.CATEGORY, "calm"),
        (Field.SEVERITY, "0"),
        (Field.SEVERITY, None),
        (Field.COUNT, "7"),
        (Field.WHEN, "never"),
        (Field.ONGOING, None),
    ],
)
def test_what_no_button_offers_is_refused(db: Db, field: Field, value: str | None) -> None:
    report = sent(db)
    with pytest.raises(Stale):
        correct(db, ANNA, report, field, value)
    assert history(db, report) == []


# The wrong site


def test_another_site_clears_the_place_and_asks_for_it(db: Db) -> None:
    report = sent(db)
    correct(db, ANNA, report, Field.SITE, "kungsgatan")
    assert (read(db, report).site, read(db, report).place) == ("kungsgatan", None)
    assert read(db, report).needs_place
    assert history(db, report) == [(Field.SITE, "overby", "kungsgatan"), (Field.PLACE, "overby:norra_p", None)]


@pytest.mark.parametrize("site", ["resecentrum", "torp"])
def test_nobody_moves_a_report_out_of_their_hands(db: Db, site: str) -> None:
    report = sent(db)
    with pytest.raises(NotAllowed):
        correct(db, ANNA, report, Field.SITE, site)


def test_those_at_the_new_site_are_rung_within_a_day(db: Db) -> None:
    report = sent(db)
    assert of(db, KARIN).id in pushed_to(db, report)
    correct(db, ANNA, report, Field.SITE, "kungsgatan", at=NOW + timedelta(hours=1))
    assert of(db, KAJSA).id in pushed_to(db, report)


def test_nobody_is_rung_for_old_news(db: Db) -> None:
    report = sent(db)
    correct(db, ANNA, report, Field.SITE, "kungsgatan")
    assert of(db, KAJSA).id not in pushed_to(db, report)


def test_a_release_was_for_the_site_and_the_text_that_it_was_made_for(db: Db) -> None:
    for field, value in ((Field.SITE, "kungsgatan"), (Field.TEXT, None)):
        report = sent(db, text="Fem personer")
        releases.add(db, report, text="Fem personer", whom=Whom(), released_by=of(db, MARIA).id, now=NOW)
        correct(db, MARIA, report, field, value)
        assert all(release.revoked_at for release in cases.of(db, read(db, report), now=MONDAY).releases)


def test_a_release_was_of_nothing_that_was_guarded(db: Db) -> None:
    report = sent(db, text="Fem personer")
    releases.add(db, report, text="Fem personer", whom=Whom(), released_by=of(db, MARIA).id, now=NOW)
    correct(db, ANNA, report, Field.CATEGORY, "noise")
    assert triage.see(db, of(db, KARIN), report, now=NOW).release
    correct(db, ANNA, report, Field.CATEGORY, "drugs")
    with pytest.raises(NotAllowed):
        cases.known(db, of(db, KARIN), report, now=NOW)


def test_what_is_taken_back_is_released_to_nobody(db: Db) -> None:
    undone, withdrawn = sent(db, text="Fem personer"), sent(db, text="Fem personer")
    for report in (undone, withdrawn):
        releases.add(db, report, text="Fem personer", whom=Whom(), released_by=of(db, MARIA).id, now=NOW)
        assert triage.see(db, of(db, KARIN), report, now=NOW).release
    reports.undo(db, of(db, ANNA), report=undone, now=NOW)
    corrections.withdraw(db, of(db, ANNA), report=withdrawn, now=MONDAY, card=None)
    assert not any(triage.see(db, of(db, KARIN), report, now=MONDAY).release for report in (undone, withdrawn))


# Worse than it was


def test_a_worse_severity_rings_those_who_were_not_told(db: Db) -> None:
    report = sent(db, category="vandalism")
    assert pushed_to(db, report) == set()
    correct(db, ANNA, report, Field.SEVERITY, str(int(Severity.RED)), at=NOW + timedelta(minutes=5))
    told = pushed_to(db, report)
    assert told == {of(db, member).id for member in (YUSUF, KARIN, MARIA)}


def test_what_is_worse_than_was_told_rings_again(db: Db) -> None:
    report = sent(db, category="threat")
    told = outbox.rows_about(db, subject("report", report), kind=ReportPush)
    correct(db, ANNA, report, Field.SEVERITY, "4", at=NOW + timedelta(minutes=5))
    anew = outbox.rows_about(db, subject("report", report), kind=ReportPush)
    assert len(anew) == len(told)
    assert set(anew).isdisjoint(told)


def test_what_becomes_guarded_was_approved_as_something_else(db: Db) -> None:
    report = sent(db, category="forewarning")
    store.change(db, report, approved_at=NOW)
    correct(db, MARIA, report, Field.CATEGORY, "drugs")
    with pytest.raises(NotAllowed):
        cases.known(db, of(db, KARIN), report, now=MONDAY)


# Who and until when


@pytest.mark.parametrize("somebody", [YUSUF, KARIN, KAJSA])
def test_others_neither_correct_nor_withdraw(db: Db, somebody: Member) -> None:
    report = sent(db, category="vandalism", text="Fem personer")
    for deed in (
        lambda: correct(db, somebody, report, Field.PLACE, None),
        lambda: withdraw(db, somebody, report),
        lambda: corrections.ask(db, of(db, somebody), report=report, question=None, now=NOW, card=None),
        lambda: corrections.history(db, of(db, somebody), report, 0, now=NOW),
    ):
        with pytest.raises(NotAllowed):
            deed()


def test_an_author_whose_role_has_ended_corrects_no_more(db: Db) -> None:
    report = sent(db)
    people.take_role(db, of(db, ANNA).id, site="overby")
    with pytest.raises(NotAllowed):
        correct(db, ANNA, report, Field.PLACE, None)


def test_a_strategist_who_may_not_read_the_text_does_not_rewrite_it(db: Db) -> None:
    elin = Member(id=111, name="Elin Nord", role=Role.STRATEGIST, sites=(EVERY_SITE,), organisation="Trollhättans Stad")
    join(db, elin, now=NOW)
    people.take_text_rights(db, of(db, elin).id)
    report = sent(db, text="Fem personer")
    with pytest.raises(NotAllowed):
        correct(db, elin, report, Field.TEXT, None)
    correct(db, elin, report, Field.PLACE, None)
    assert read(db, report).place is None


def test_the_author_has_a_week_and_until_it_is_closed(db: Db) -> None:
    report, closed = sent(db), sent(db)
    correct(db, ANNA, report, Field.PLACE, "sodra_p", at=NOW + CORRECTING_TIME)
    with pytest.raises(Stale, match="refusal-too-late-to-correct"):
        correct(db, ANNA, report, Field.PLACE, None, at=NOW + CORRECTING_TIME + timedelta(seconds=1))
    close(db, closed)
    with pytest.raises(Stale, match="refusal-closed-to-corrections"):
        correct(db, ANNA, closed, Field.PLACE, None)
    with pytest.raises(Stale, match="refusal-closed-to-corrections"):
        withdraw(db, ANNA, closed)


def test_a_strategist_corrects_and_withdraws_also_what_was_closed(db: Db) -> None:
    report = sent(db)
    close(db, report)
    correct(db, MARIA, report, Field.PLACE, None, at=NOW + timedelta(days=30))
    assert read(db, report).author == of(db, ANNA).id
    withdraw(db, MARIA, report)
    assert read(db, report).withdrawn_by == of(db, MARIA).id


def test_what_was_withdrawn_stays_as_it_was(db: Db) -> None:
    report = sent(db)
    withdraw(db, ANNA, report)
    withdraw(db, MARIA, report, at=MONDAY + timedelta(hours=1))
    assert (read(db, report).withdrawn_at, read(db, report).withdrawn_by) == (MONDAY, of(db, ANNA).id)
    assert not read(db, report).was_undone
    with pytest.raises(Stale):
        correct(db, MARIA, report, Field.PLACE, None)


def test_what_was_withdrawn_counts_no_longer(db: Db) -> None:
    report = sent(db)
    around = {"starts_at": NOW - timedelta(days=1), "ends_at": NOW + timedelta(days=1)}
    assert len(store.filed_between(db, **around)) == 1
    withdraw(db, ANNA, report)
    assert store.filed_between(db, **around) == []


# Every look is logged


def test_a_strategist_who_looks_is_logged_and_the_author_is_not(db: Db) -> None:
    report = sent(db, text="Fem personer")
    corrections.ask(db, of(db, ANNA), report=report, question=Screen.PLACE, now=NOW, card=None)
    assert logged(db) == []
    corrections.ask(db, of(db, MARIA), report=report, question=None, now=NOW, card=None)
    corrections.show_history(db, of(db, MARIA), report=report, part=0, now=NOW, card=None)
    assert logged(db) == ["report_opened", "history_opened"]
