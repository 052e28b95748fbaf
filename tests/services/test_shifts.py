"""Rules of shifts, of what a duty phone shows of them, and of the briefing, asked of the services directly."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import select

from domain.expectations import Expectation, Question
from domain.focuses import TEXT_LENGTH, morning_after
from domain.people import Person, Role
from domain.refusals import NotAllowed, Refusal, Stale
from domain.reports import CloseReason
from domain.severity import Severity
from domain.shifts import LONGEST, NO_SHIFT, SIGNATURE_LENGTH, tidy_signature
from services import additions, briefings, drafts, focuses, reports, schedules, shifts
from storage import Db, people
from storage import reports as report_store
from storage import shifts as store
from storage.tables import audit, messages
from tests.town import ANNA, KARIN, MARIA, YUSUF, Member, town_of

NOW = datetime(2026, 11, 27, 21, 0, tzinfo=UTC)
STOCKHOLM = ZoneInfo("Europe/Stockholm")
PHONE = Member(id=120, name="Tjänstetelefon Överby", role=Role.GUARD)
NADIA = Member(id=121, name="Nadia Berg", role=Role.BUSINESS, organisation="Bergs Sportaffär")


@pytest.fixture
def db() -> Iterator[Db]:
    with town_of((ANNA, YUSUF, KARIN, MARIA, PHONE, NADIA), now=NOW) as connection:
        people.change(connection, of(connection, PHONE).id, is_duty_phone=True)
        yield connection


def of(db: Db, member: Member) -> Person:
    found = people.by_chat(db, member.id)
    assert found is not None
    return found


def shift_of(db: Db, member: Member) -> int:
    shift = of(db, member).shift
    assert shift is not None
    return shift


def starts(db: Db, member: Member, *, signature: str | None = None, now: datetime = NOW) -> int:
    former = of(db, member).shift or NO_SHIFT
    shifts.start(db, of(db, member), former=former, signature=signature, now=now)
    return shift_of(db, member)


def drafted(db: Db, member: Member, *, category: str = "car_meet", now: datetime = NOW) -> int:
    draft = drafts.begin(db, of(db, member), now=now)
    drafts.choose_category(db, of(db, member), report=draft, category=category, now=now)
    drafts.choose_place(db, of(db, member), report=draft, place="norra_p", now=now)
    return draft


def filed(db: Db, member: Member, *, category: str = "car_meet", now: datetime = NOW) -> int:
    draft = drafted(db, member, category=category, now=now)
    reports.file(db, of(db, member), report=draft, now=now)
    return draft


def photographed(db: Db, number: str, *, album: str | None = None, caption: str | None = None) -> int:
    """A photo comes to the duty phone; returns the report that took it in."""
    phone = of(db, PHONE)
    return additions.add_photo(db, phone, file_id=number, file_unique_id=number, album=album, caption=caption, now=NOW)


# The shift


def test_a_shift_begins_and_ends_once(db: Db) -> None:
    first = starts(db, ANNA)
    shifts.start(db, of(db, ANNA), former=NO_SHIFT, now=NOW)
    assert shift_of(db, ANNA) == first
    for _ in range(2):
        shifts.end(db, of(db, ANNA), shift=first, card=None, now=NOW)
    assert of(db, ANNA).shift is None


def test_a_shift_can_begin_after_one_that_ran_out_meanwhile(db: Db) -> None:
    former = starts(db, PHONE)
    shifts.run_out(db, former, due=NOW, now=NOW)
    shifts.start(db, of(db, PHONE), former=former, now=NOW)
    assert shift_of(db, PHONE) > former


def test_only_who_works_in_shifts_begins_one(db: Db) -> None:
    for member in (KARIN, MARIA, NADIA):
        with pytest.raises(NotAllowed):
            shifts.start(db, of(db, member), former=NO_SHIFT, now=NOW)
    people.change(db, of(db, NADIA).id, is_duty_phone=True)
    assert starts(db, NADIA)


def test_nobody_ends_anothers_shift(db: Db) -> None:
    with pytest.raises(NotAllowed):
        shifts.end(db, of(db, YUSUF), shift=starts(db, ANNA), card=None, now=NOW)
    with pytest.raises(NotAllowed):
        shifts.end(db, of(db, YUSUF), shift=999, card=None, now=NOW)


@pytest.mark.parametrize("begin", [drafts.begin, drafts.begin_calm])
def test_a_report_begins_a_shift_in_silence(db: Db, begin: Callable[..., int]) -> None:
    report = report_store.by_id(db, begin(db, of(db, ANNA), now=NOW))
    assert report is not None
    assert report.shift == shift_of(db, ANNA)


def test_the_reports_of_one_shift_belong_to_it(db: Db) -> None:
    held = [report_store.by_id(db, filed(db, ANNA)) for _ in range(2)]
    assert [report and report.shift for report in held] == [shift_of(db, ANNA)] * 2


def test_a_quiet_shift_that_nobody_began_is_over_when_it_is_told_of(db: Db) -> None:
    reports.file(db, of(db, ANNA), report=drafts.begin_calm(db, of(db, ANNA), now=NOW), now=NOW)
    assert of(db, ANNA).shift is None
    begun = starts(db, ANNA)
    calm = drafts.begin_calm(db, of(db, ANNA), now=NOW + timedelta(hours=6))
    reports.file(db, of(db, ANNA), report=calm, now=NOW + timedelta(hours=6))
    assert of(db, ANNA).shift == begun


def test_who_works_in_no_shifts_reports_in_none(db: Db) -> None:
    filed(db, KARIN)
    assert store.all_open(db) == []


def test_a_forgotten_shift_ends_by_itself(db: Db) -> None:
    shift = starts(db, ANNA)
    for number in schedules.due(db, now=NOW + LONGEST):
        schedules.run(db, number, now=NOW + LONGEST)
    found = store.by_id(db, shift)
    assert found is not None
    assert found.ended_at == NOW + LONGEST


@pytest.mark.parametrize("written", ["", "  ", "\u202e", "x" * (SIGNATURE_LENGTH + 1), "Anna ⟦phone⟧"])
def test_what_is_no_signature_is_refused(written: str) -> None:
    with pytest.raises(Refusal, match="refusal-signature"):
        tidy_signature(written)


def test_a_signature_is_tidied(db: Db) -> None:
    shifts.sign(db, of(db, PHONE), former=NO_SHIFT, signature=" Erik \n K ", now=NOW)
    found = store.open_of(db, of(db, PHONE).id)
    assert found is not None
    assert found.signature == "Erik K"


# The duty phone


def test_a_new_shift_sees_nothing_of_the_former(db: Db) -> None:
    starts(db, PHONE)
    sent, draft = filed(db, PHONE), drafted(db, PHONE)
    starts(db, PHONE)

    phone = of(db, PHONE)
    assert reports.mine(db, phone, 0).reports == ()
    with pytest.raises(Refusal, match="refusal-nothing-to-repeat"):
        drafts.begin_again(db, phone, now=NOW)
    for act in (reports.undo, reports.file, additions.take_next, additions.clear_text, drafts.discard):
        for report in (sent, draft):
            with pytest.raises(Stale, match="refusal-shift-over"):
                act(db, phone, report=report, now=NOW)
    assert additions.add_text(db, phone, text="sen kväll", now=NOW) not in (sent, draft)


def test_the_former_shifts_drafts_and_questions_end_with_it(db: Db) -> None:
    starts(db, PHONE)
    draft = drafted(db, PHONE)
    additions.clear_text(db, of(db, PHONE), report=draft, now=NOW)
    starts(db, PHONE)
    found = report_store.by_id(db, draft)
    assert found is not None
    assert found.discarded_at == NOW
    assert of(db, PHONE).expects is None
    assert shifts.ended_with(db, found.shift, found.discarded_at)


def test_what_was_thrown_away_before_did_not_end_with_the_shift(db: Db) -> None:
    shift = starts(db, PHONE)
    draft = drafted(db, PHONE)
    drafts.discard(db, of(db, PHONE), report=draft, now=NOW)
    shifts.end(db, of(db, PHONE), shift=shift, card=None, now=NOW + timedelta(hours=1))
    found = report_store.by_id(db, draft)
    assert found is not None
    assert not shifts.ended_with(db, found.shift, found.discarded_at)


def test_a_phone_of_ones_own_keeps_what_is_ones_own(db: Db) -> None:
    shift, draft = starts(db, ANNA), drafted(db, ANNA)
    sent = filed(db, ANNA)
    shifts.end(db, of(db, ANNA), shift=shift, card=None, now=NOW)
    reports.undo(db, of(db, ANNA), report=sent, now=NOW)
    reports.file(db, of(db, ANNA), report=draft, now=NOW)
    assert len(reports.mine(db, of(db, ANNA), 0).reports) == 2


def test_the_next_photo_of_an_album_does_not_go_to_the_former_shift(db: Db) -> None:
    starts(db, PHONE)
    first = photographed(db, "1", album="a")
    starts(db, PHONE)
    assert photographed(db, "2", album="a") != first


def test_a_photo_with_words_opens_shift_and_card_at_once(db: Db) -> None:
    found = report_store.by_id(db, photographed(db, "1", caption="två bilar"))
    assert found is not None
    assert (found.text, found.shift) == ("två bilar", shift_of(db, PHONE))


def test_who_takes_over_is_asked_until_a_shift_begins(db: Db) -> None:
    shifts.open_up(db, of(db, PHONE), now=NOW)
    assert of(db, PHONE).expects == Expectation(Question.SIGNATURE, NO_SHIFT).encode()
    shifts.start(db, of(db, PHONE), former=NO_SHIFT, now=NOW)
    assert of(db, PHONE).expects is None
    shifts.open_up(db, of(db, PHONE), now=NOW)
    shifts.show(db, of(db, PHONE), card=None, now=NOW)
    assert of(db, PHONE).expects is None


# The focus


@pytest.mark.parametrize(
    ("local", "until"),
    [
        (datetime(2026, 11, 27, 17, 0), datetime(2026, 11, 28, 6, 0)),
        (datetime(2026, 11, 28, 5, 59), datetime(2026, 11, 28, 6, 0)),
        (datetime(2026, 11, 28, 6, 0), datetime(2026, 11, 29, 6, 0)),
        (datetime(2026, 10, 24, 22, 0), datetime(2026, 10, 25, 6, 0)),
    ],
)
def test_a_focus_stands_until_six(local: datetime, until: datetime) -> None:
    moment = local.replace(tzinfo=STOCKHOLM).astimezone(UTC)
    assert morning_after(moment, STOCKHOLM) == until.replace(tzinfo=STOCKHOLM)


def focus_at(db: Db, site: str, text: str) -> int:
    focuses.open_site(db, of(db, MARIA), site=site, card=None, now=NOW)
    asked = Expectation.decode(of(db, MARIA).expects)
    assert asked is not None
    focuses.write(db, of(db, MARIA), focus=asked.about, text=text, now=NOW)
    return asked.about


def focus_of(db: Db, member: Member, *, now: datetime = NOW) -> list[str]:
    return [focus.text for focus in briefings.of(db, of(db, member), now=now).focuses]


def test_a_focus_is_seen_at_its_site_until_the_morning(db: Db) -> None:
    focus_at(db, "overby", "Grinden vid norra")
    focus_at(db, "kungsgatan", "Trappan")
    assert focus_of(db, ANNA) == ["Grinden vid norra"]
    assert sorted(focus_of(db, MARIA)) == ["Grinden vid norra", "Trappan"]
    assert focus_of(db, NADIA) == []
    assert focus_of(db, ANNA, now=NOW + timedelta(hours=8)) == []


def test_a_focus_is_changed_and_taken_away(db: Db) -> None:
    focus = focus_at(db, "overby", "Grinden")
    focuses.rewrite(db, of(db, MARIA), focus=focus, now=NOW)
    focuses.write(db, of(db, MARIA), focus=focus, text="Staketet", now=NOW)
    assert focus_of(db, ANNA) == ["Staketet"]
    for _ in range(2):
        focuses.remove(db, of(db, MARIA), focus=focus, now=NOW)
    assert focus_of(db, ANNA) == []
    with pytest.raises(Stale):
        focuses.rewrite(db, of(db, MARIA), focus=focus, now=NOW)
    acts = db.scalars(select(audit.c.act).where(audit.c.subject == f"focus:{focus}")).all()
    assert acts == ["focus_set", "focus_set", "focus_removed"]


def test_a_focus_rings_nobody(db: Db) -> None:
    starts(db, ANNA)
    before = set(db.scalars(select(messages.c.id)))
    focus_at(db, "overby", "Grinden")
    new = set(db.scalars(select(messages.c.person_id).where(messages.c.id.not_in(before))))
    assert new <= {of(db, MARIA).id}


def test_a_focus_that_is_too_long_is_refused(db: Db) -> None:
    with pytest.raises(Refusal, match="refusal-focus-too-long"):
        focus_at(db, "overby", "x" * (TEXT_LENGTH + 1))


def test_begun_twice_it_is_one_focus(db: Db) -> None:
    for _ in range(2):
        focuses.open_site(db, of(db, MARIA), site="overby", card=None, now=NOW)
    first = of(db, MARIA).expects
    assert first == Expectation(Question.FOCUS, 1).encode()


# The briefing


def test_the_last_day_comes_worst_first_and_only_as_much_as_one_reads(db: Db) -> None:
    filed(db, YUSUF, now=NOW - timedelta(hours=25))
    for _ in range(briefings.MOST_RECENT + 1):
        filed(db, YUSUF)
    filed(db, YUSUF, category="violence")
    told = briefings.of(db, of(db, ANNA), now=NOW)
    assert told.recent[0].category == "violence"
    assert told.recent[-1].severity == Severity.YELLOW
    assert (len(told.recent), told.more) == (briefings.MOST_RECENT, 2)


def test_one_is_told_what_one_may_know(db: Db) -> None:
    for category in ("drugs", "forewarning"):
        filed(db, YUSUF, category=category)
    assert briefings.of(db, of(db, KARIN), now=NOW).is_empty
    assert briefings.of(db, of(db, NADIA), now=NOW).is_empty
    to_maria = briefings.of(db, of(db, MARIA), now=NOW)
    assert [report.category for report in to_maria.recent] == ["drugs"]
    assert [report.category for report in to_maria.heads_ups] == ["forewarning"]


def test_a_heads_up_that_was_approved_is_told_to_the_site(db: Db) -> None:
    report = filed(db, YUSUF, category="forewarning")
    report_store.change(db, report, approved_at=NOW)
    assert [each.id for each in briefings.of(db, of(db, ANNA), now=NOW).heads_ups] == [report]


def test_what_ones_reports_led_to(db: Db) -> None:
    first, second, _unread = (filed(db, ANNA) for _ in range(3))
    later = NOW + timedelta(hours=1)
    report_store.change(db, first, read_at=NOW)
    report_store.add_note(db, first, author=of(db, MARIA).id, text="Tack", now=NOW)
    report_store.change(db, second, read_at=NOW, closed_at=later, close_reason=CloseReason.HANDLED)
    outcomes = briefings.of(db, of(db, ANNA), now=later).outcomes
    assert [(each.report.id, each.answered) for each in outcomes] == [(second, False), (first, True)]
    assert briefings.of(db, of(db, ANNA), now=later + timedelta(days=8)).outcomes == ()


def test_on_a_duty_phone_it_is_what_the_shifts_reports_led_to(db: Db) -> None:
    starts(db, PHONE)
    report_store.change(db, filed(db, PHONE), read_at=NOW)
    assert briefings.of(db, of(db, PHONE), now=NOW).outcomes
    starts(db, PHONE)
    assert briefings.of(db, of(db, PHONE), now=NOW).outcomes == ()
