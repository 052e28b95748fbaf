"""Rules of reports of one incident: asked about, confirmed, merged and split."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import select

from domain.duplicates import Incident
from domain.people import Person, Role
from domain.refusals import NotAllowed, Stale
from domain.reports import CALM, DRUGS, CloseReason, Report
from domain.severity import Severity
from domain.views import ReportOpened, ReportPush, subject
from services import additions, corrections, drafts, duplicates, inbox, reports, triage
from storage import Db, outbox, people
from storage import reports as store
from storage.tables import audit, messages
from tests.town import ANNA, KARIN, MARIA, YUSUF, Member, town_of

NOW = datetime(2026, 11, 27, 22, 40, tzinfo=UTC)
ZONE = ZoneInfo("Europe/Stockholm")
BO = Member(id=111, name="Bo Ask", role=Role.GUARD, organisation="Nordvakt")
SARA = Member(id=112, name="Sara Ek", role=Role.BUSINESS, organisation="Bergs Sportaffär")
CAST = (ANNA, YUSUF, BO, SARA, KARIN, MARIA)


@pytest.fixture
def db() -> Iterator[Db]:
    with town_of(CAST, now=NOW) as connection:
        yield connection


def of(db: Db, member: Member) -> Person:
    found = people.by_chat(db, member.id)
    assert found is not None
    return found


def read(db: Db, report: int) -> Report:
    found = store.by_id(db, report)
    assert found is not None
    return found


def drafted(
    db: Db, by: Member, *, at: datetime = NOW, category: str = "car_meet", place: str | None = "norra_p"
) -> int:
    draft = drafts.begin(db, of(db, by), now=at)
    drafts.choose_category(db, of(db, by), report=draft, category=category, now=at)
    drafts.choose_place(db, of(db, by), report=draft, place=place, now=at)
    return draft


def sent(db: Db, by: Member, *, at: datetime = NOW, category: str = "car_meet", another: bool = False) -> int:
    draft = drafted(db, by, at=at, category=category)
    if another:
        drafts.call_another(db, of(db, by), report=draft, now=at)
    reports.file(db, of(db, by), report=draft, now=at)
    return draft


def asked(db: Db, by: Member, draft: int, *, at: datetime = NOW) -> Incident | None:
    return duplicates.asked_about(db, of(db, by), read(db, draft), now=at)


def plus_one(db: Db, by: Member, main: int, *, at: datetime = NOW, severity: Severity | None = None) -> int:
    draft = drafted(db, by, at=at, category=read(db, main).category or "")
    if severity:
        drafts.choose_severity(db, of(db, by), report=draft, severity=severity, now=at)
    reports.corroborate(db, of(db, by), report=draft, main=main, now=at)
    return draft


def merge(db: Db, report: int, into: int, *, by: Member = MARIA) -> None:
    duplicates.merge(db, of(db, by), report=report, into=into, page=None, now=NOW, card=None)


def rung(db: Db, report: int) -> int:
    return len(outbox.rows_about(db, subject("report", report), kind=ReportPush))


def split(db: Db, report: int) -> None:
    duplicates.split(db, of(db, MARIA), report=report, now=NOW)


def owed(db: Db, lead: int) -> int:
    """How many times a push of the lead was owed, over all its readers."""
    about = (messages.c.subject == subject("report", lead), messages.c.kind == ReportPush.__name__)
    return sum(db.execute(select(messages.c.wanted).where(*about)).scalars())


def decided(db: Db) -> list[str]:
    return list(db.execute(select(audit.c.act).where(audit.c.act.in_(["report_merged", "report_split"]))).scalars())


# The question before sending


def test_the_same_place_category_and_time_is_asked_about(db: Db) -> None:
    first = sent(db, ANNA)
    incident = asked(db, YUSUF, drafted(db, YUSUF, at=NOW + timedelta(minutes=30)))
    assert incident is not None
    assert incident.main.id == first


@pytest.mark.parametrize(
    ("minutes", "category", "place"),
    [(31, "car_meet", "norra_p"), (5, "theft", "norra_p"), (5, "car_meet", "sodra_p"), (5, "car_meet", None)],
)
def test_anything_else_is_not(db: Db, minutes: int, category: str, place: str | None) -> None:
    sent(db, ANNA)
    draft = drafted(db, YUSUF, at=NOW + timedelta(minutes=minutes), category=category, place=place)
    assert asked(db, YUSUF, draft) is None


@pytest.mark.parametrize("category", [DRUGS, CALM])
def test_what_is_guarded_does_not_give_itself_away(db: Db, category: str) -> None:
    sent(db, ANNA, category=category)
    assert asked(db, YUSUF, drafted(db, YUSUF, category=category)) is None


def test_who_may_not_know_of_the_others_is_not_asked(db: Db) -> None:
    sent(db, ANNA)
    assert asked(db, SARA, drafted(db, SARA)) is None


def test_ones_own_report_is_nobody_elses(db: Db) -> None:
    sent(db, ANNA)
    assert asked(db, ANNA, drafted(db, ANNA)) is None


def test_same_again_is_asked_too(db: Db) -> None:
    sent(db, YUSUF, at=NOW - timedelta(hours=2))
    sent(db, ANNA)
    again = drafts.begin_again(db, of(db, YUSUF), now=NOW)
    assert asked(db, YUSUF, again) is not None


def test_another_place_is_another_question(db: Db) -> None:
    sent(db, ANNA)
    draft = drafted(db, YUSUF)
    drafts.call_another(db, of(db, YUSUF), report=draft, now=NOW)
    assert asked(db, YUSUF, draft) is None
    drafts.choose_place(db, of(db, YUSUF), report=draft, place="sodra_p", now=NOW)
    drafts.choose_place(db, of(db, YUSUF), report=draft, place="norra_p", now=NOW)
    assert asked(db, YUSUF, draft) is not None


def test_what_came_in_while_the_card_was_open_is_asked_at_send(db: Db) -> None:
    draft = drafted(db, YUSUF)
    sent(db, ANNA)
    with pytest.raises(Stale):
        reports.file(db, of(db, YUSUF), report=draft, now=NOW)
    assert read(db, draft).is_draft


# Those that corroborate


def test_a_plus_one_is_no_incident_and_sent_twice_it_is_one(db: Db) -> None:
    main = sent(db, ANNA)
    one = plus_one(db, YUSUF, main)
    again = reports.corroborate(db, of(db, YUSUF), report=one, main=main, now=NOW)
    assert (again.number, again.main) == (2, 1)
    assert read(db, one).stands
    assert not read(db, one).counts
    assert duplicates.of(db, read(db, main)).seen_by == 2


def test_both_asked_at_once_point_at_the_same_main(db: Db) -> None:
    main = sent(db, ANNA)
    first, second = drafted(db, YUSUF), drafted(db, BO)
    reports.corroborate(db, of(db, YUSUF), report=first, main=main, now=NOW)
    reports.corroborate(db, of(db, BO), report=second, main=first, now=NOW)
    assert {read(db, each).merged_into for each in (first, second)} == {main}


def test_for_a_withdrawn_one_it_is_an_ordinary_report(db: Db) -> None:
    main = sent(db, ANNA, category="violence")
    draft = drafted(db, YUSUF, category="violence")
    reports.undo(db, of(db, ANNA), report=main, now=NOW)
    filed = reports.corroborate(db, of(db, YUSUF), report=draft, main=main, now=NOW)
    assert filed.main is None
    assert read(db, draft).counts
    assert rung(db, draft)


def test_for_one_that_was_closed_it_is_an_ordinary_report_that_waits_to_be_read(db: Db) -> None:
    main = sent(db, ANNA)
    draft = drafted(db, YUSUF)
    triage.close(db, of(db, MARIA), report=main, reason=CloseReason.HANDLED, now=NOW, card=None)
    assert not duplicates.asked_about(db, of(db, YUSUF), read(db, draft), now=NOW)
    assert reports.corroborate(db, of(db, YUSUF), report=draft, main=main, now=NOW).main is None
    assert inbox.page_of(db, of(db, MARIA), 0).unread == 1


def test_a_plus_one_that_says_more_waits_to_be_read_also_after_its_main_was(db: Db) -> None:
    main, maria = sent(db, ANNA), of(db, MARIA)
    triage.open_report(db, maria, report=main, now=NOW, card=None)
    plus_one(db, BO, main)
    assert inbox.page_of(db, maria, 0).unread == 0
    telling = plus_one(db, YUSUF, main)
    additions.add_text(db, of(db, YUSUF), text="En har en kniv", report=telling, now=NOW)
    assert inbox.page_of(db, maria, 0).groups[0].first.id == telling
    assert inbox.next_unread(db, maria, read(db, main)) == telling
    triage.close(db, maria, report=main, reason=CloseReason.NOTED, now=NOW, card=None)
    assert read(db, telling).read_at
    assert not inbox.page_of(db, maria, 0).groups


def test_for_a_merged_one_it_follows_to_its_main(db: Db) -> None:
    main, other = sent(db, ANNA), sent(db, BO, another=True)
    draft = drafted(db, YUSUF)
    merge(db, other, main)
    reports.corroborate(db, of(db, YUSUF), report=draft, main=other, now=NOW)
    assert read(db, draft).merged_into == main


def test_what_nobody_was_asked_about_is_nothing_to_corroborate(db: Db) -> None:
    elsewhere = sent(db, ANNA, category="theft")
    draft = drafted(db, YUSUF)
    assert reports.corroborate(db, of(db, YUSUF), report=draft, main=elsewhere, now=NOW).main is None


def test_only_a_worse_one_rings_again(db: Db) -> None:
    main = sent(db, ANNA)
    plus_one(db, YUSUF, main)
    assert not rung(db, main)
    worse = plus_one(db, BO, main, severity=Severity.ORANGE)
    assert rung(db, worse)
    like_it = plus_one(db, KARIN, main, severity=Severity.ORANGE)
    assert not rung(db, like_it)


def test_a_text_within_ten_minutes_joins_the_plus_one(db: Db) -> None:
    one = plus_one(db, YUSUF, sent(db, ANNA))
    additions.add_text(db, of(db, YUSUF), text="De kör mot Maxi", now=NOW + timedelta(minutes=9))
    assert read(db, one).text == "De kör mot Maxi"


# The main report is taken back


def test_the_eldest_that_stands_takes_over(db: Db) -> None:
    main = sent(db, ANNA)
    gone, eldest, youngest = (plus_one(db, by, main) for by in (KARIN, YUSUF, BO))
    reports.undo(db, of(db, KARIN), report=gone, now=NOW)
    corrections.withdraw(db, of(db, ANNA), report=main, now=NOW + timedelta(minutes=5), card=None)
    assert read(db, eldest).counts
    assert read(db, youngest).merged_into == eldest


def test_phones_ring_for_who_takes_over_unless_it_was_read(db: Db) -> None:
    main = sent(db, ANNA, category="violence")
    heir = plus_one(db, YUSUF, main)
    reports.undo(db, of(db, ANNA), report=main, now=NOW)
    assert rung(db, heir)


def test_nobody_is_rung_on_monday_for_what_was_read_on_saturday(db: Db) -> None:
    main = sent(db, ANNA, category="violence")
    heir = plus_one(db, YUSUF, main)
    triage.open_report(db, of(db, MARIA), report=main, now=NOW, card=None)
    corrections.withdraw(db, of(db, ANNA), report=main, now=NOW + timedelta(days=2), card=None)
    assert read(db, heir).counts
    assert not rung(db, heir)


# The strategist merges and splits


def test_merged_and_split_again(db: Db) -> None:
    main, other = sent(db, ANNA), sent(db, YUSUF, another=True)
    merge(db, other, main)
    merge(db, other, main)
    assert read(db, other).merged_into == main
    for _ in range(2):
        split(db, other)
    assert read(db, other).counts
    assert decided(db) == ["report_merged", "report_split"]


def test_the_push_that_told_of_a_repeat_is_drawn_again_when_that_is_merged(db: Db) -> None:
    lead, repeat = (sent(db, by, category="threat", another=True) for by in (ANNA, YUSUF))
    main = sent(db, BO, category="vandalism", another=True)
    assert read(db, repeat).lead == lead
    told = owed(db, lead)
    merge(db, repeat, main)
    merged = owed(db, lead)
    split(db, repeat)
    assert told < merged < owed(db, lead)


def test_what_corroborates_a_merged_report_follows(db: Db) -> None:
    main, other = sent(db, ANNA), sent(db, YUSUF, another=True)
    follower = plus_one(db, BO, other)
    assert read(db, follower).merged_into in (main, other)
    store.change(db, follower, merged_into=other)
    merge(db, other, main)
    assert read(db, follower).merged_into == main


def test_merged_into_its_own_follower_it_would_be_a_circle(db: Db) -> None:
    main = sent(db, ANNA)
    one = plus_one(db, YUSUF, main)
    with pytest.raises(Stale):
        merge(db, main, one)
    with pytest.raises(Stale):
        merge(db, main, main)


def test_a_merge_opens_nothing_that_is_guarded(db: Db) -> None:
    open_one, guarded = sent(db, ANNA), sent(db, YUSUF, category=DRUGS)
    with pytest.raises(Stale):
        merge(db, open_one, guarded)
    assert duplicates.candidates(db, of(db, MARIA), open_one, now=NOW) == []


def test_candidates_are_the_sites_within_two_hours_the_worst_first(db: Db) -> None:
    found = sent(db, ANNA)
    near = sent(db, BO, category="theft", at=NOW + timedelta(minutes=10))
    far = sent(db, BO, category="theft", at=NOW + timedelta(minutes=110))
    worst = sent(db, YUSUF, category="violence", at=NOW + timedelta(minutes=100))
    sent(db, YUSUF, category="violence", at=NOW + timedelta(minutes=121))
    offered = duplicates.candidates(db, of(db, MARIA), found, now=NOW)
    assert [each.id for each in offered] == [worst, near, far]


@pytest.mark.parametrize("by", [ANNA, KARIN, SARA])
def test_only_the_strategist_merges(db: Db, by: Member) -> None:
    main, other = sent(db, ANNA), sent(db, YUSUF, another=True)
    with pytest.raises(NotAllowed):
        merge(db, other, main, by=by)
    with pytest.raises(NotAllowed):
        duplicates.split(db, of(db, by), report=other, now=NOW)


def test_who_reads_the_main_has_read_those_that_say_no_more(db: Db) -> None:
    main = sent(db, ANNA)
    silent, telling = plus_one(db, YUSUF, main), plus_one(db, BO, main)
    additions.add_text(db, of(db, BO), text="Två kör ikapp", now=NOW)
    triage.open_report(db, of(db, MARIA), report=main, now=NOW, card=None)
    assert read(db, silent).read_at
    assert not read(db, telling).read_at
    assert outbox.rows_about(db, subject("report", main), kind=ReportOpened)
