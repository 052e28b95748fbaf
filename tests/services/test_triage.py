"""Rules of the inbox, of releases and of searches, asked of the services directly."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import event, func, select

from domain import rights
from domain.inbox import Waiting, grouped, hour_of
from domain.people import EVERY_SITE, Person, Role
from domain.refusals import NotAllowed, Refusal, Stale
from domain.releases import Among, Whom
from domain.reports import DRUGS, CloseReason, Report
from domain.searches import Filter, Period, Search
from domain.severity import Severity
from domain.views import Inbox, ReportGroup, ReportPush
from handlers.card import Scene
from handlers.cards import word
from handlers.words import Words
from services import cases, groups, inbox, releases, searches, triage
from storage import Db, organisations, people
from storage import releases as release_store
from storage import reports as store
from storage.tables import messages
from storage.tables import releases as release_rows
from tests.town import ANNA, KARIN, LARS, MARIA, YUSUF, Member, town_of

STOCKHOLM = ZoneInfo("Europe/Stockholm")
NIGHT = datetime(2026, 11, 28, 1, 30, tzinfo=STOCKHOLM).astimezone(UTC)
FRIDAY = NIGHT - timedelta(hours=12)
NADIA = Member(id=111, name="Nadia Berg", role=Role.BUSINESS, organisation="Bergs Sportaffär")
PER = Member(id=112, name="Per Ahlgren", role=Role.PARTNER, organisation="Polisen")
SARA = Member(id=113, name="Sara Vik", role=Role.STRATEGIST, sites=("kungsgatan",), organisation="Trollhättans Stad")
EMIL = Member(id=114, name="Emil Dahl", role=Role.PARTNER, organisation="Fältenheten")
CAST = (ANNA, YUSUF, KARIN, LARS, NADIA, PER, SARA, EMIL, MARIA)


@pytest.fixture
def db() -> Iterator[Db]:
    with town_of(CAST, now=FRIDAY) as connection:
        yield connection


def of(db: Db, member: Member) -> Person:
    found = people.by_chat(db, member.id)
    assert found is not None
    return found


def sent(db: Db, by: Member = ANNA, *, at: datetime = NIGHT, **columns: Any) -> int:
    """A report of a car meet at Norra parkeringen, unless it is said otherwise."""
    author = of(db, by)
    told: dict[str, Any] = {"site": "overby", "category": "car_meet", "place": "norra_p", "severity": Severity.YELLOW}
    told |= {"number": store.next_number(db), "filed_at": at, "happened_at": at} | columns
    return store.add(db, author=author.id, organisation=author.organisation_id, now=at, **told)


def read(db: Db, report: int) -> Report:
    found = store.by_id(db, report)
    assert found is not None
    return found


def opens(db: Db, by: Member, report: int) -> None:
    triage.open_report(db, of(db, by), report=report, now=NIGHT, card=None)


# The inbox


def statements_to_show_the_inbox(db: Db) -> int:
    counted: list[str] = []

    def count(_connection: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        counted.append(statement)

    event.listen(db.engine, "before_cursor_execute", count)
    maria = of(db, MARIA)
    word(Inbox(), Scene(db=db, reader=maria, words=Words("sv", STOCKHOLM), now=NIGHT, zone=STOCKHOLM))
    event.remove(db.engine, "before_cursor_execute", count)
    return len(counted)


def test_an_inbox_of_sixty_asks_no_more_of_the_database_than_one_of_six(db: Db) -> None:
    for hour in range(6):
        sent(db, at=NIGHT - timedelta(hours=hour))
    statements_to_show_the_inbox(db)  # reads the vocabulary, which is kept
    few = statements_to_show_the_inbox(db)
    for number in range(54):
        sent(db, at=NIGHT - timedelta(minutes=20 * number), place=("sodra_p", "entre_a", None)[number % 3])
    assert statements_to_show_the_inbox(db) == few <= 6


def test_what_is_unread_and_worst_stands_first_and_reading_moves_no_other(db: Db) -> None:
    yellow, orange = sent(db), sent(db, place="max", severity=Severity.ORANGE)
    green = sent(db, place="entre_a", severity=Severity.GREEN)
    maria = of(db, MARIA)
    assert [group.first.id for group in inbox.page_of(db, maria, 0).groups] == [orange, yellow, green]
    opens(db, MARIA, orange)
    assert [group.first.id for group in inbox.page_of(db, maria, 0).groups] == [yellow, green, orange]


def test_a_strategist_of_one_site_has_that_site_alone(db: Db) -> None:
    sent(db)
    theirs = sent(db, site="kungsgatan", place=None)
    page = inbox.page_of(db, of(db, SARA), 0)
    assert [group.first.id for group in page.groups] == [theirs]
    assert page.open == 1


def test_next_comes_to_an_end_also_where_there_is_no_text_to_read(db: Db) -> None:
    """The field unit's reports and one's own are read by being opened."""
    organisations.change(db, of(db, EMIL).organisation_id, structured_only=True)
    first, second = sent(db, EMIL), sent(db, MARIA)
    maria = of(db, MARIA)
    opens(db, MARIA, first)
    assert inbox.next_unread(db, maria, read(db, first)) == second
    opens(db, MARIA, second)
    assert inbox.next_unread(db, maria, read(db, second)) is None


def test_a_police_contact_who_reads_a_text_does_not_make_it_read_by_the_city(db: Db) -> None:
    people.change(db, of(db, PER).id, is_police=True)
    people.add_text_right(db, of(db, PER).id, organisation=None, given_by=None, now=NIGHT)
    report = sent(db, text="Två bilar")
    opens(db, PER, report)
    assert rights.may_read(of(db, PER), cases.of(db, read(db, report), now=NIGHT))
    assert read(db, report).read_at is None


def test_a_report_is_closed_once_and_opened_again(db: Db) -> None:
    report, maria = sent(db), of(db, MARIA)
    triage.close(db, maria, report=report, reason=CloseReason.PASSED_ON, now=NIGHT, card=None)
    triage.close(db, maria, report=report, reason=CloseReason.NOTED, now=NIGHT, card=None)
    assert read(db, report).close_reason is CloseReason.PASSED_ON
    for _ in range(2):
        triage.reopen(db, maria, report=report, now=NIGHT, card=None)
    assert read(db, report).closed_at is None


def test_the_hour_that_comes_twice_in_autumn_is_two(db: Db) -> None:
    first = datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    second = first + timedelta(hours=1)
    assert first.astimezone(STOCKHOLM).hour == second.astimezone(STOCKHOLM).hour == 2
    assert hour_of(second, STOCKHOLM) - hour_of(first, STOCKHOLM) == timedelta(hours=1)
    both = [waiting(number, at) for number, at in enumerate((first, second))]
    assert len(grouped(both, STOCKHOLM)) == 2


def waiting(number: int, at: datetime) -> Waiting:
    facts = {"site": "overby", "place": "norra_p", "category": "car_meet"}
    return Waiting(id=number, severity=Severity.YELLOW, at=at, is_read=False, **facts)


def test_a_group_that_was_read_at_once_was_opened_by_the_strategist(db: Db) -> None:
    """Nobody else is called, and its card is drawn again when any of its reports changes, and for no other."""
    night, other = [sent(db, severity=Severity.RED) for _ in range(2)], sent(db, place="max")
    maria = of(db, MARIA)
    groups.read(db, maria, report=night[0], now=NIGHT, card=None)
    assert all(read(db, report).taken_at and read(db, report).read_at for report in night)
    card = select(messages.c.wanted).where(messages.c.kind == ReportGroup.__name__)
    before = db.scalar(card)
    triage.close(db, maria, report=night[1], reason=CloseReason.NOTED, now=NIGHT, card=None)
    assert before is not None
    closed = db.scalar(card) or 0
    assert closed > before
    opens(db, MARIA, other)
    assert db.scalar(card) == closed


def test_what_was_moved_to_another_site_is_closed_by_nobody_who_does_not_answer_for_it(db: Db) -> None:
    first, moved = (sent(db, site="kungsgatan", place=None) for _ in range(2))
    groups.read(db, of(db, SARA), report=first, now=NIGHT, card=None)
    db.execute(messages.update().where(messages.c.kind == ReportGroup.__name__).values(message_id=500))
    store.change(db, moved, site="overby")
    assert groups.close(db, of(db, SARA), report=first, now=NIGHT, card=500) == 1
    assert not read(db, moved).closed_at


def test_how_many_there_are_from_a_place_is_for_those_who_triage(db: Db) -> None:
    """Among them is what others may not know of, and anybody can forge the tap that asks."""
    report = sent(db)
    sent(db, category=DRUGS)
    found = inbox.whereabouts(db, of(db, MARIA), read(db, report))
    assert found is not None
    assert found.total == 2
    assert inbox.whereabouts(db, of(db, KARIN), read(db, report)) is None


# Releases


def release(db: Db, report: int, among: Among = Among.EVERYBODY, key: str | None = None, *, by: Member = MARIA) -> int:
    return releases.release(db, of(db, by), report=report, among=among, key=key, now=NIGHT, card=None)


def gets(db: Db, member: Member, report: int) -> str | None:
    found = rights.released_to(of(db, member), cases.of(db, read(db, report), now=NIGHT))
    return found.text if found else None


def test_a_release_reaches_those_at_the_site_but_no_business(db: Db) -> None:
    report = sent(db, text="Två bilar")
    assert release(db, report) == 5
    others = {member.first_name for member in CAST if member is not ANNA and gets(db, member, report)}
    assert others == {"Yusuf", "Karin", "Lars", "Per", "Emil"}


def test_who_may_read_anyway_is_no_reader_of_a_release(db: Db) -> None:
    people.add_text_right(db, of(db, PER).id, organisation=None, given_by=None, now=NIGHT)
    report = sent(db, MARIA, text="Två bilar")
    assert release(db, report) == 5


def test_the_newest_release_that_reaches_somebody_counts(db: Db) -> None:
    report = sent(db, text="Två bilar, en röd")
    release(db, report)
    release_store.add(
        db,
        report,
        text="Två bilar",
        whom=Whom(role=Role.GUARD),
        released_by=of(db, MARIA).id,
        now=NIGHT,
    )
    assert gets(db, YUSUF, report) == "Två bilar"
    assert gets(db, KARIN, report) == "Två bilar, en röd"
    releases.stop(db, of(db, MARIA), report=report, now=NIGHT, card=None)
    assert gets(db, YUSUF, report) is gets(db, KARIN, report) is None


def test_released_twice_it_is_one_release(db: Db) -> None:
    report = sent(db, text="Två bilar")
    release(db, report)
    release(db, report)
    assert db.scalar(select(func.count()).select_from(release_rows)) == 1


def test_a_rewording_reaches_nobody_before_it_is_released(db: Db) -> None:
    report = sent(db, text="Två bilar, en röd")
    releases.reword(db, of(db, MARIA), report=report, text="Två bilar", now=NIGHT)
    assert gets(db, YUSUF, report) is None
    assert not releases.is_shared(db, report)


def test_there_is_nothing_to_release_without_a_text_that_may_be_read(db: Db) -> None:
    with pytest.raises(Refusal, match="refusal-nothing-to-release"):
        release(db, sent(db, MARIA))
    organisations.change(db, of(db, MARIA).organisation_id, structured_only=True)
    with pytest.raises(Refusal, match="refusal-nothing-to-release"):
        release(db, sent(db, MARIA, text="Två bilar"))


def test_only_who_is_at_the_site_can_be_chosen(db: Db) -> None:
    report = sent(db, text="Två bilar")
    for among, key in ((Among.PERSON, of(db, NADIA).id), (Among.ROLE, Role.BUSINESS), (Among.ORGANISATION, 999)):
        with pytest.raises(Stale):
            release(db, report, among, str(key))


def test_nobody_but_a_strategist_of_the_site_releases_or_approves(db: Db) -> None:
    report = sent(db, text="Två bilar", category=DRUGS)
    for member in (ANNA, KARIN, PER, SARA, NADIA):
        with pytest.raises(NotAllowed):
            release(db, report, by=member)
        with pytest.raises(NotAllowed):
            releases.approve(db, of(db, member), report=report, now=NIGHT, card=None)


def test_who_is_named_hears_of_it_after_their_quiet_hours(db: Db) -> None:
    report = sent(db, text="Två säljer", category=DRUGS)
    assert not rights.may_know(of(db, KARIN), cases.of(db, read(db, report), now=NIGHT))
    release(db, report, Among.PERSON, str(of(db, KARIN).id))
    assert rights.may_know(of(db, KARIN), cases.of(db, read(db, report), now=NIGHT))
    told = db.execute(select(messages.c.person_id, messages.c.next_at).where(messages.c.kind == ReportPush.__name__))
    [(person, at)] = told.all()
    assert person == of(db, KARIN).id
    assert at.astimezone(STOCKHOLM).hour >= 6


def test_a_release_to_all_at_the_site_wakes_nobody(db: Db) -> None:
    release(db, sent(db, text="Två bilar"))
    assert not db.scalar(select(func.count()).select_from(messages).where(messages.c.kind == ReportPush.__name__))


# Searches


def test_the_night_begins_at_the_last_eighteen_oclock() -> None:
    tonight = Search(period=Period.NIGHT)
    six = datetime(2026, 11, 27, 18, 0, tzinfo=STOCKHOLM)
    assert tonight.since(NIGHT, STOCKHOLM) == six
    assert tonight.since(six.astimezone(UTC), STOCKHOLM) == six
    assert tonight.since(six.astimezone(UTC) - timedelta(minutes=1), STOCKHOLM) == six - timedelta(days=1)
    assert Search().since(NIGHT, STOCKHOLM) is None


def test_a_search_stays_at_ones_own_sites(db: Db) -> None:
    sent(db)
    theirs = sent(db, site="kungsgatan", place=None)
    sara = of(db, SARA)
    assert [report.id for report in searches.results(db, sara, 0, now=NIGHT).reports] == [theirs]
    with pytest.raises(Stale):
        searches.narrow(db, sara, by=Filter.SITE, key="overby", now=NIGHT, card=None)
    with pytest.raises(Refusal, match="refusal-no-such-report"):
        searches.find_number(db, sara, text="1", now=NIGHT)


def test_another_site_lets_the_place_go(db: Db) -> None:
    maria = of(db, MARIA)
    for by, key in ((Filter.SITE, "overby"), (Filter.PLACE, "norra_p"), (Filter.SITE, "kungsgatan")):
        searches.narrow(db, maria, by=by, key=key, now=NIGHT, card=None)
    assert searches.wanted(db, maria) == Search(site="kungsgatan")


def test_nobody_but_a_strategist_searches(db: Db) -> None:
    assert EVERY_SITE in of(db, MARIA).roles
    for member in (ANNA, KARIN, PER, NADIA):
        with pytest.raises(NotAllowed):
            searches.results(db, of(db, member), 0, now=NIGHT)
