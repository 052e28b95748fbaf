"""Whose phone rings when: rules of quiet hours, the rota, repeats and escalation, asked of the services directly."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import select

from domain.people import Person, Role
from domain.reach import Unreachable
from domain.refusals import NotAllowed
from domain.reports import CALM, FOREWARNING, CloseReason
from domain.severity import Severity
from domain.views import ReportPush
from services import cases, reach, reports, ringing, schedules, triage
from services import rota as rotas
from storage import Db, people, rota
from storage import reports as store
from storage import schedules as due_times
from storage.tables import messages
from tests.town import ANNA, KARIN, LARS, MARIA, YUSUF, Member, town_of

STOCKHOLM = ZoneInfo("Europe/Stockholm")
NIGHT = datetime(2026, 11, 28, 2, 0, tzinfo=STOCKHOLM).astimezone(UTC)
"""Saturday 02:00: the night of Friday."""
SEVEN = datetime(2026, 11, 28, 7, 0, tzinfo=STOCKHOLM).astimezone(UTC)
FRIDAY_NIGHT = 4
QUARTER = timedelta(minutes=15)
ELIN = Member(id=110, name="Elin Nord", role=Role.GUARD)


@pytest.fixture
def db() -> Iterator[Db]:
    with town_of((ANNA, YUSUF, ELIN, KARIN, LARS, MARIA), now=NIGHT - timedelta(days=1)) as connection:
        yield connection


def of(db: Db, member: Member) -> Person:
    found = people.by_chat(db, member.id)
    assert found is not None
    return found


def on_rota(db: Db, *members: Member) -> None:
    rota.set_pattern(db, "overby", FRIDAY_NIGHT, [of(db, member).id for member in members])


def reported(
    db: Db,
    author: Member = ANNA,
    *,
    now: datetime = NIGHT,
    category: str = "threat",
    severity: Severity = Severity.ORANGE,
    place: str | None = "norra_p",
) -> int:
    person = of(db, author)
    told = {
        "category": category,
        "severity": severity,
        "place": place,
        "place_skipped": place is None,
        "is_another": True,
    }
    draft = store.add(db, author=person.id, organisation=person.organisation_id, site="overby", now=now, **told)
    reports.file(db, person, report=draft, now=now)
    return draft


def bells(db: Db, member: Member) -> list[tuple[int, datetime]]:
    """The reports that ring or will ring the person's phone, and when, in the order they were owed."""
    theirs = (messages.c.chat_id == member.id, messages.c.kind == ReportPush.__name__)
    rows = db.execute(select(messages).where(*theirs, messages.c.state == "pending").order_by(messages.c.id))
    return [(json.loads(row.body)["report"], row.next_at) for row in rows]


def time_passes(db: Db, until: datetime) -> None:
    """What falls due is done, the oldest first, each at its time."""
    while (due := due_times.next_due(db)) and due <= until:
        for schedule in schedules.due(db, now=due):
            schedules.run(db, schedule, now=due)


def unread_for(db: Db, member: Member) -> list[int]:
    rows = db.execute(select(messages.c.body).where(messages.c.chat_id == member.id, messages.c.kind == "ReportPush"))
    return [json.loads(body)["unread_for"] for body in rows.scalars()]


def test_at_night_everybody_off_duty_waits_for_the_morning(db: Db) -> None:
    report = reported(db)
    assert [bells(db, member) for member in (YUSUF, KARIN, MARIA)] == [[(report, SEVEN)]] * 3
    assert not bells(db, ANNA)


def test_by_day_phones_ring_at_once(db: Db) -> None:
    day = SEVEN + timedelta(hours=3)
    report = reported(db, now=day)
    assert bells(db, KARIN) == [(report, day)]


def test_who_chose_other_hours_or_none_is_rung_by_those(db: Db) -> None:
    people.change(db, of(db, KARIN).id, quiet_from=0, quiet_to=0)
    people.change(db, of(db, LARS).id, quiet_from=23, quiet_to=6)
    report = reported(db)
    assert bells(db, KARIN) == [(report, NIGHT)]
    assert bells(db, LARS) == [(report, SEVEN - timedelta(hours=1))]


def test_the_first_on_the_rota_is_rung_at_once_and_the_next_are_not(db: Db) -> None:
    on_rota(db, YUSUF, ELIN)
    report = reported(db)
    assert bells(db, YUSUF) == [(report, NIGHT)]
    assert bells(db, ELIN) == [(report, SEVEN)]


def test_when_the_first_reports_it_the_next_is_rung(db: Db) -> None:
    on_rota(db, ANNA, ELIN)
    report = reported(db, ANNA)
    assert bells(db, ELIN) == [(report, NIGHT)]


def test_whom_nothing_reaches_is_passed_over(db: Db) -> None:
    on_rota(db, YUSUF, ELIN)
    reach.lost(db, YUSUF.id, why=Unreachable.BLOCKED, now=NIGHT)
    report = reported(db)
    assert bells(db, ELIN) == [(report, NIGHT)]


def test_a_quiet_shift_and_what_is_yellow_ring_nobody(db: Db) -> None:
    on_rota(db, YUSUF)
    reported(db, category=CALM, severity=Severity.RED, place=None)
    reported(db, severity=Severity.YELLOW)
    assert not any(bells(db, member) for member in (YUSUF, KARIN, MARIA))


def test_a_heads_up_rings_the_strategist_and_the_rota_alone(db: Db) -> None:
    on_rota(db, YUSUF)
    report = reported(db, category=FOREWARNING, severity=Severity.YELLOW)
    assert (bells(db, YUSUF), bells(db, MARIA)) == ([(report, NIGHT)], [(report, SEVEN)])
    assert not [*bells(db, KARIN), *bells(db, ELIN)]


def test_who_was_moved_away_is_not_on_the_rota_whatever_it_says(db: Db) -> None:
    on_rota(db, KARIN)
    people.take_role(db, of(db, KARIN).id, site="overby")
    people.give_role(db, of(db, KARIN).id, site="kungsgatan", role=Role.CENTRE_MANAGER)
    report = reported(db, category=FOREWARNING, severity=Severity.YELLOW)
    assert not bells(db, KARIN)
    with pytest.raises(NotAllowed):
        cases.known(db, of(db, KARIN), report, now=NIGHT)


def test_those_who_take_no_part_at_present_leave_room_for_others(db: Db) -> None:
    on_rota(db, KARIN, LARS, ELIN)
    maria = of(db, MARIA)
    assert not rotas.slot(db, maria, "overby", FRIDAY_NIGHT, page=0).candidates
    for member in (KARIN, LARS, ELIN):
        people.change(db, of(db, member).id, joined_at=None)
    yusuf = of(db, YUSUF).id
    assert yusuf in [each.id for each in rotas.slot(db, maria, "overby", FRIDAY_NIGHT, page=0).candidates]
    rotas.add(db, maria, site="overby", slot=FRIDAY_NIGHT, person=yusuf, now=NIGHT, card=None)
    assert [each.id for each in rotas.slot(db, maria, "overby", FRIDAY_NIGHT, page=0).chosen] == [yusuf]


def test_an_approved_heads_up_rings_those_at_the_site_who_were_not_told(db: Db) -> None:
    on_rota(db, YUSUF)
    report = reported(db, category=FOREWARNING, severity=Severity.ORANGE)
    store.change(db, report, approved_at=NIGHT, approved_by=of(db, MARIA).id)
    ringing.ring(db, report, now=NIGHT)
    assert bells(db, KARIN) == [(report, SEVEN)]
    assert len(bells(db, YUSUF)) == len(bells(db, MARIA)) == 1


def test_ringing_again_rings_nobody_twice(db: Db) -> None:
    on_rota(db, YUSUF)
    report = reported(db)
    triage.open_report(db, of(db, YUSUF), report=report, now=NIGHT, card=None)
    ringing.ring(db, report, now=NIGHT)
    assert all(len(bells(db, member)) == 1 for member in (YUSUF, KARIN, MARIA))


def test_a_repeat_rings_nobody_who_has_the_first(db: Db) -> None:
    on_rota(db, YUSUF)
    first = reported(db, ANNA)
    repeat = reported(db, ELIN, now=NIGHT + timedelta(minutes=10))
    assert [report for report, _ in bells(db, YUSUF)] == [first]
    assert [each.id for each in ringing.repeats_of(db, of(db, YUSUF), first, now=NIGHT)] == [repeat]


def test_the_author_of_the_first_is_rung_for_the_repeat(db: Db) -> None:
    on_rota(db, ANNA)
    reported(db, ANNA)
    repeat = reported(db, ELIN, now=NIGHT + timedelta(minutes=10))
    assert bells(db, ANNA) == [(repeat, NIGHT + timedelta(minutes=10))]


@pytest.mark.parametrize(
    "other",
    [
        {"severity": Severity.RED},
        {"place": "sodra_p"},
        {"place": None},
        {"now": NIGHT + timedelta(minutes=61)},
        {"category": "drugs"},
        {"category": FOREWARNING},
    ],
    ids=["worse", "elsewhere", "nowhere", "later", "drugs", "heads-up"],
)
def test_what_is_worse_or_elsewhere_or_later_or_has_other_readers_rings_anew(db: Db, other: dict[str, object]) -> None:
    reported(db, ANNA)
    second = reported(db, ELIN, **{"now": NIGHT + timedelta(minutes=10)} | other)  # type: ignore[arg-type]  # by case
    assert [report for report, _ in bells(db, MARIA)][-1] == second


def test_a_repeat_of_what_was_closed_rings_anew(db: Db) -> None:
    first = reported(db, ANNA)
    store.change(db, first, closed_at=NIGHT, closed_by=of(db, MARIA).id, close_reason=CloseReason.HANDLED)
    second = reported(db, ELIN, now=NIGHT + timedelta(minutes=10))
    assert [report for report, _ in bells(db, KARIN)] == [first, second]


def test_what_nobody_opens_goes_along_the_rota_and_then_to_the_strategist(db: Db) -> None:
    on_rota(db, YUSUF, ELIN, LARS)
    report = reported(db)
    time_passes(db, NIGHT + QUARTER)
    assert bells(db, ELIN) == [(report, NIGHT + QUARTER)]
    assert bells(db, LARS) == bells(db, MARIA) == [(report, SEVEN)]
    time_passes(db, NIGHT + 3 * QUARTER)
    assert bells(db, LARS) == [(report, NIGHT + 2 * QUARTER)]
    assert bells(db, MARIA) == [(report, NIGHT + 3 * QUARTER)]
    time_passes(db, SEVEN - QUARTER)
    assert [unread_for(db, each) for each in (YUSUF, ELIN, LARS, MARIA)] == [[0], [15], [30], [45]]


def test_who_was_called_first_in_place_of_another_is_not_called_next_as_well(db: Db) -> None:
    on_rota(db, YUSUF, ELIN, LARS)
    reach.lost(db, YUSUF.id, why=Unreachable.BLOCKED, now=NIGHT)
    report = reported(db)
    time_passes(db, NIGHT + QUARTER)
    assert bells(db, ELIN) == [(report, NIGHT)]
    assert bells(db, LARS) == [(report, NIGHT + QUARTER)]


def test_what_a_receipt_says_of_the_rota_is_of_that_night(db: Db) -> None:
    """Who is put on the rota later was not called then, and who was taken off it later was."""
    on_rota(db, YUSUF)
    called = reported(db)
    on_rota(db, KARIN)
    other = store.by_id(db, called)
    assert other
    assert ringing.reached_rota(db, other)
    triage.open_report(db, of(db, KARIN), report=called, now=NIGHT, card=None)
    opened = store.by_id(db, called)
    assert opened
    assert opened.taken_on_rota


def test_a_rota_set_afterwards_was_not_called(db: Db) -> None:
    report = reported(db)
    on_rota(db, KARIN)
    found = store.by_id(db, report)
    assert found
    assert not ringing.reached_rota(db, found)


def test_without_a_rota_nothing_escalates(db: Db) -> None:
    report = reported(db)
    time_passes(db, NIGHT + 4 * QUARTER)
    assert bells(db, MARIA) == [(report, SEVEN)]


@pytest.mark.parametrize("opener", [YUSUF, LARS, MARIA], ids=["first", "last", "strategist"])
def test_once_one_of_them_has_opened_it_nobody_else_is_called(db: Db, opener: Member) -> None:
    on_rota(db, YUSUF, ELIN, LARS)
    report = reported(db)
    triage.open_report(db, of(db, opener), report=report, now=NIGHT + QUARTER / 2, card=None)
    time_passes(db, NIGHT + 4 * QUARTER)
    assert bells(db, ELIN) == [(report, SEVEN)]


def test_somebody_off_duty_who_opens_it_stops_nothing(db: Db) -> None:
    on_rota(db, YUSUF, ELIN)
    report = reported(db)
    triage.open_report(db, of(db, KARIN), report=report, now=NIGHT, card=None)
    time_passes(db, NIGHT + QUARTER)
    assert bells(db, ELIN) == [(report, NIGHT + QUARTER)]


def test_what_was_taken_back_is_escalated_no_further(db: Db) -> None:
    on_rota(db, YUSUF, ELIN)
    report = reported(db)
    reports.undo(db, of(db, ANNA), report=report, now=NIGHT + timedelta(seconds=30))
    time_passes(db, NIGHT + 4 * QUARTER)
    assert bells(db, ELIN) == [(report, SEVEN)]


def test_a_repeat_keeps_the_escalation_alive_when_the_first_is_taken_back(db: Db) -> None:
    on_rota(db, YUSUF, ELIN)
    first = reported(db, ANNA)
    reported(db, LARS, now=NIGHT + timedelta(seconds=20))
    reports.undo(db, of(db, ANNA), report=first, now=NIGHT + timedelta(seconds=30))
    time_passes(db, NIGHT + QUARTER)
    assert bells(db, ELIN) == [(first, NIGHT + QUARTER)]


def test_opening_a_repeat_stops_the_escalation_of_the_first(db: Db) -> None:
    on_rota(db, YUSUF, ELIN)
    first = reported(db, ANNA)
    repeat = reported(db, LARS, now=NIGHT + timedelta(minutes=5))
    triage.open_report(db, of(db, YUSUF), report=repeat, now=NIGHT + timedelta(minutes=6), card=None)
    time_passes(db, NIGHT + 4 * QUARTER)
    assert bells(db, ELIN) == [(first, SEVEN)]


def test_how_long_it_waits_is_a_setting_that_is_kept(db: Db) -> None:
    schedules.prepare(db, zone=STOCKHOLM, now=NIGHT, escalate_after=timedelta(minutes=4))
    on_rota(db, YUSUF, ELIN)
    report = reported(db)
    time_passes(db, NIGHT + timedelta(minutes=4))
    assert bells(db, ELIN) == [(report, NIGHT + timedelta(minutes=4))]
