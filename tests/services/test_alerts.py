"""Alerts are for those whom they are for when they leave, once, and the ledger accounts for everybody."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as some
from sqlalchemy import create_engine, select

from domain.alerts import UNDO_TIME, Alert, Level, News, Screen
from domain.audience import Audience
from domain.deputies import Start
from domain.goals import SOME, Goal, Whose, missing
from domain.ledger import COUNTED_EVERY, Answer, Entry, Standing, count, recounted_at
from domain.people import EVERY_SITE, Person, Role
from domain.reach import Unreachable
from domain.refusals import NotAllowed, Refusal, Stale
from domain.sending import Priority, State
from domain.views import AlertCard, AlertHalted, AlertHelp, AlertMessage, AlertMissed, AlertNews, subject
from handlers.card import Scene
from handlers.cards import word
from handlers.words import Words
from services import alert_drafts, alerts, answers, deputies, goals, ledgers, places, schedules
from storage import Db, chats, delivery, organisations, outbox, people, recipients
from storage import alerts as stored
from storage import schedules as due_times
from storage.delivery import Settled
from storage.tables import messages, metadata
from tests.town import ANNA, KARIN, LARS, MARIA, VOCABULARY, YUSUF, Member, join, vocabulary

NOW = datetime(2026, 11, 27, 14, 0, tzinfo=UTC)
NIGHT = datetime(2026, 11, 27, 23, 0, tzinfo=UTC)
SEVEN = datetime(2026, 11, 28, 6, 0, tzinfo=UTC)
ZONE = ZoneInfo("Europe/Stockholm")
PETRA = Member(id=106, name="Petra Nyman", role=Role.STRATEGIST, sites=(EVERY_SITE,), organisation="Trollhättans Stad")
SARA = Member(id=107, name="Sara Ek", role=Role.STRATEGIST, sites=("kungsgatan",), organisation="Trollhättans Stad")
ELIN = Member(id=108, name="Elin Ek", role=Role.BUSINESS, sites=("kungsgatan",), organisation=LARS.organisation)


@pytest.fixture
def db() -> Iterator[Db]:
    engine = create_engine("sqlite://")
    metadata.create_all(engine)
    with engine.begin() as connection:
        places.take_over(connection, vocabulary(), file=VOCABULARY.name)
        schedules.prepare(connection, zone=ZONE, now=NOW)
        for member in (ANNA, YUSUF, KARIN, LARS, MARIA, PETRA, SARA, ELIN):
            join(connection, member, now=NOW)
        yield connection
    engine.dispose()


def of(db: Db, member: Member) -> Person:
    found = people.by_chat(db, member.id)
    assert found
    return found


def read(db: Db, number: int) -> Alert:
    found = stored.by_id(db, number)
    assert found
    return found


def composed(db: Db, *roles: Role, level: Level = Level.WARNING, now: datetime = NOW) -> int:
    """Maria's alert for roles at Överby, as far as the preview."""
    maria = of(db, MARIA)
    number = alert_drafts.compose(db, maria, now=now)
    alert_drafts.write_text(db, maria, alert=number, text="Bilträff väntas.", now=now)
    alert_drafts.choose_level(db, maria, alert=number, level=level, now=now)
    alert_drafts.pick_site(db, maria, alert=number, site="overby", wanted=True, now=now)
    for role in roles:
        alert_drafts.pick_role(db, maria, alert=number, role=role, wanted=True, now=now)
    alert_drafts.ask(db, maria, alert=number, screen=None, now=now)
    return number


def ordered(db: Db, number: int, *, now: datetime = NOW) -> datetime:
    return alert_drafts.order(db, of(db, MARIA), alert=number, version=read(db, number).version, now=now)


def time_passes(db: Db, until: datetime) -> None:
    """What falls due is done, the oldest first, each at its time."""
    while (due := due_times.next_due(db)) and due <= until:
        for schedule in schedules.due(db, now=due):
            schedules.run(db, schedule, now=due)


def sent(db: Db, *roles: Role, level: Level = Level.WARNING, now: datetime = NOW, goal: Goal | None = None) -> int:
    number = composed(db, *roles, level=level, now=now)
    stored.set_goal(db, number, goal)
    ordered(db, number, now=now)
    time_passes(db, now + UNDO_TIME)
    return number


def owed(db: Db, kind: type = AlertMessage) -> list[tuple[int, datetime]]:
    """To whom a kind of message is owed, and from when."""
    waiting = (messages.c.kind == kind.__name__, messages.c.state == State.PENDING)
    rows = db.execute(select(messages.c.chat_id, messages.c.next_at).where(*waiting).order_by(messages.c.chat_id))
    return [(row.chat_id, row.next_at) for row in rows]


def arrives(db: Db, number: int, *members: Member, state: State = State.SENT) -> None:
    """Telegram has answered for these recipients, all of them if none are named."""
    for recipient in recipients.of(db, number):
        if not members or people.by_id(db, recipient.person).chat_id in {member.id for member in members}:
            [row] = outbox.rows_about(db, subject("alert", number), kind=AlertMessage, person=recipient.person)
            settled = Settled(
                row=row, wanted=99, state=state, shown=True, message_id=row if state is State.SENT else None
            )
            delivery.settle(db, [settled], now=NOW + UNDO_TIME)


def says(
    db: Db, member: Member, number: int, answer: Answer, *, now: datetime = NOW + UNDO_TIME, edition: int | None = None
) -> bool:
    """What the person answers, to the text that holds if no other is named. Returns whether it came too late."""
    seen = read(db, number).edition if edition is None else edition
    return answers.give(db, of(db, member), alert=number, edition=seen, answer=answer, card=None, now=now).is_late


def corrects(db: Db, number: int, text: str, *, by: Member = MARIA, now: datetime = NOW + 2 * UNDO_TIME) -> None:
    alerts.write_correction(db, of(db, by), alert=number, text=text, now=now)
    version = read(db, number).version
    for _ in range(2):
        alerts.correct(db, of(db, by), alert=number, version=version, now=now)


def test_it_is_owed_to_the_audience_a_minute_later_and_not_to_its_author(db: Db) -> None:
    number = composed(db, Role.GUARD, Role.STRATEGIST)
    assert ordered(db, number) == NOW + UNDO_TIME
    assert not owed(db)
    time_passes(db, NOW + UNDO_TIME)
    assert owed(db) == [(each.id, NOW + UNDO_TIME) for each in (ANNA, YUSUF, PETRA)]


def test_acute_goes_before_everything_else_and_need_not_wait(db: Db) -> None:
    number = composed(db, Role.GUARD, level=Level.ACUTE)
    ordered(db, number)
    for _ in range(2):
        alerts.hurry(db, of(db, MARIA), alert=number, now=NOW)
    assert owed(db) == [(each.id, NOW) for each in (ANNA, YUSUF)]
    time_passes(db, NOW + UNDO_TIME)
    assert len(owed(db)) == 2
    due = delivery.due(db, now=NOW, limit=99, not_rows=(), not_chats=())
    assert {each.priority for each in due if each.kind == AlertMessage.__name__} == {Priority.ALERT}


def test_what_is_no_emergency_is_not_hurried(db: Db) -> None:
    number = composed(db, Role.GUARD)
    ordered(db, number)
    with pytest.raises(Stale):
        alerts.hurry(db, of(db, MARIA), alert=number, now=NOW)


def test_ordered_again_it_is_the_same_alert(db: Db) -> None:
    number = composed(db, Role.GUARD)
    assert ordered(db, number) == ordered(db, number, now=NOW + timedelta(seconds=5))
    time_passes(db, NOW + 2 * UNDO_TIME)
    assert len(owed(db)) == 2
    assert ordered(db, number, now=NOW + 2 * UNDO_TIME) == NOW + UNDO_TIME


def test_called_back_it_is_a_draft_and_never_leaves_until_it_is_ordered_anew(db: Db) -> None:
    number, maria = composed(db, Role.GUARD), of(db, MARIA)
    ordered(db, number)
    for _ in range(2):
        alerts.call_back(db, maria, alert=number, now=NOW)
    time_passes(db, NOW + 2 * UNDO_TIME)
    assert not owed(db)
    ordered(db, number, now=NOW + 2 * UNDO_TIME)
    time_passes(db, NOW + 3 * UNDO_TIME)
    with pytest.raises(Stale):
        alerts.call_back(db, maria, alert=number, now=NOW + 4 * UNDO_TIME)


def test_what_was_changed_since_the_preview_is_not_sent(db: Db) -> None:
    number = composed(db, Role.GUARD)
    version = read(db, number).version
    alert_drafts.write_text(db, of(db, MARIA), alert=number, text="Något annat.", now=NOW)
    with pytest.raises(Stale):
        alert_drafts.order(db, of(db, MARIA), alert=number, version=version, now=NOW)


def test_an_alert_for_nobody_is_refused(db: Db) -> None:
    number = composed(db, Role.BUSINESS)
    with pytest.raises(Refusal, match="refusal-alert-for-nobody"):
        ordered(db, number)


def test_only_the_author_may_touch_a_draft(db: Db) -> None:
    number = composed(db, Role.GUARD)
    for other in (PETRA, ANNA):
        with pytest.raises(NotAllowed):
            alert_drafts.discard(db, of(db, other), alert=number, now=NOW)
        with pytest.raises(NotAllowed):
            alerts.overseen(db, of(db, other), number)


def test_what_was_sent_is_every_strategists_who_may_alert_there(db: Db) -> None:
    number = sent(db, Role.GUARD)
    alerts.call_off(db, of(db, PETRA), alert=number, card=None, now=NOW + 2 * UNDO_TIME)
    assert read(db, number).called_off_at
    for other in (SARA, ANNA):
        with pytest.raises(NotAllowed):
            alerts.withdraw(db, of(db, other), alert=number, card=None, now=NOW + 2 * UNDO_TIME)
    assert ledgers.recent(db, of(db, PETRA), 0).entries
    assert not ledgers.recent(db, of(db, SARA), 0).entries


def test_who_lost_the_right_to_alert_cannot_send_nor_does_what_they_ordered_leave(db: Db) -> None:
    number, later = composed(db, Role.GUARD), composed(db, Role.GUARD)
    ordered(db, later)
    people.give_role(db, of(db, MARIA).id, site=EVERY_SITE, role=Role.PARTNER)
    with pytest.raises(NotAllowed):
        ordered(db, number)
    time_passes(db, NOW + UNDO_TIME)
    assert not owed(db)
    assert read(db, later).discarded_at
    assert PETRA.id in {chat for chat, _ in owed(db, AlertHalted)}


def test_what_could_not_leave_in_time_is_a_draft_again_and_that_is_told(db: Db) -> None:
    number = composed(db, Role.GUARD)
    due = ordered(db, number)
    for late, leaves in ((timedelta(hours=7), False), (timedelta(hours=5), True)):
        alerts.leave(db, number, due=due, now=due + late)
        assert bool(owed(db)) == leaves
        assert read(db, number).is_draft != leaves
        if not leaves:
            assert MARIA.id in {chat for chat, _ in owed(db, AlertHalted)}
            ordered(db, number)


def test_another_strategist_can_stop_what_a_colleague_has_ordered(db: Db) -> None:
    number = composed(db, Role.GUARD)
    ordered(db, number)
    with pytest.raises(NotAllowed):
        alerts.call_back(db, of(db, SARA), alert=number, now=NOW)
    alerts.call_back(db, of(db, PETRA), alert=number, now=NOW)
    time_passes(db, NOW + 2 * UNDO_TIME)
    assert not owed(db)


def test_there_is_a_minute_to_undo_also_what_was_for_a_later_hour(db: Db) -> None:
    number = composed(db, Role.GUARD)
    stored.change(db, number, later=NOW + timedelta(seconds=2))
    assert ordered(db, number) == NOW + UNDO_TIME


def test_who_is_named_is_reached_through_their_deputy_too_and_only_by_who_may(db: Db) -> None:
    maria, start = of(db, MARIA), Start.NOW
    deputies.name(db, of(db, LARS), deputy=of(db, ELIN).id, start=start, days=1, now=NOW, card=None)
    number = alert_drafts.compose(db, maria, now=NOW)
    alert_drafts.pick_person(db, maria, alert=number, person=of(db, LARS).id, wanted=True, now=NOW)
    assert {each.chat_id for each in alerts.readers_of(db, read(db, number))} == {LARS.id, ELIN.id}
    sara = of(db, SARA)
    theirs = alert_drafts.compose(db, sara, now=NOW)
    with pytest.raises(NotAllowed):
        alert_drafts.pick_person(db, sara, alert=theirs, person=of(db, KARIN).id, wanted=True, now=NOW)
    alert_drafts.pick_person(db, sara, alert=theirs, person=of(db, ELIN).id, wanted=True, now=NOW)
    stored.change(db, number, sends_at=NOW, sent_at=NOW)
    with pytest.raises(NotAllowed):
        alerts.overseen(db, sara, number)


def test_who_has_no_phone_at_present_is_counted_as_not_reached(db: Db) -> None:
    people.change(db, of(db, LARS).id, chat_id=None)
    number = composed(db, Role.GUARD, Role.PROPERTY_OWNER)
    reach = alert_drafts.reach(db, read(db, number), now=NOW)
    assert (reach.people, [each.name for each in reach.unreachable]) == (3, [LARS.name])
    ordered(db, number)
    time_passes(db, NOW + UNDO_TIME)
    ledger = ledgers.of(db, read(db, number))
    assert (ledger.intended, ledger.of(Entry.UNREACHABLE)) == (3, 1)
    assert ledgers.reason(db, read(db, number)) is Unreachable.NO_CHAT


def test_picking_twice_picks_once_and_all_sites_are_one_tap(db: Db) -> None:
    maria = of(db, MARIA)
    number = alert_drafts.compose(db, maria, now=NOW)
    for _ in range(2):
        alert_drafts.pick_site(db, maria, alert=number, site="overby", wanted=True, now=NOW)
    assert read(db, number).audience.sites == ("overby",)
    alert_drafts.pick_site(db, maria, alert=number, site=None, wanted=True, now=NOW)
    assert len(read(db, number).audience.sites) > 1
    alert_drafts.pick_site(db, maria, alert=number, site=None, wanted=False, now=NOW)
    assert not read(db, number).audience.sites
    with pytest.raises(Stale):
        alert_drafts.pick_site(db, maria, alert=number, site="nowhere", wanted=True, now=NOW)


def test_organisations_narrow_it_and_single_people_are_added_whatever_they_are(db: Db) -> None:
    number, maria = composed(db, Role.GUARD, Role.CENTRE_MANAGER), of(db, MARIA)
    mall = organisations.id_of(db, KARIN.organisation)
    alert_drafts.pick_organisation(db, maria, alert=number, organisation=mall, wanted=True, now=NOW)
    alert_drafts.pick_person(db, maria, alert=number, person=of(db, ELIN).id, wanted=True, now=NOW)
    assert {each.chat_id for each in alerts.readers_of(db, read(db, number))} == {KARIN.id, ELIN.id}
    for unknown in (0, 99_999):
        with pytest.raises(NotAllowed):
            alert_drafts.pick_person(db, maria, alert=number, person=unknown, wanted=True, now=NOW)


def test_single_people_are_audience_enough(db: Db) -> None:
    maria = of(db, MARIA)
    number = alert_drafts.compose(db, maria, now=NOW)
    alert_drafts.write_text(db, maria, alert=number, text="Hej.", now=NOW)
    alert_drafts.choose_level(db, maria, alert=number, level=Level.WARNING, now=NOW)
    alert_drafts.pick_person(db, maria, alert=number, person=of(db, LARS).id, wanted=True, now=NOW)
    alert_drafts.ask(db, maria, alert=number, screen=None, now=NOW)
    ordered(db, number)
    time_passes(db, NOW + UNDO_TIME)
    assert [chat for chat, _ in owed(db)] == [LARS.id]


def test_at_night_it_waits_for_the_morning_unless_it_is_acute_or_expires_before(db: Db) -> None:
    sent(db, Role.CENTRE_MANAGER, now=NIGHT)
    assert owed(db) == [(KARIN.id, SEVEN)]
    sent(db, Role.PROPERTY_OWNER, level=Level.ACUTE, now=NIGHT)
    assert owed(db)[-1] == (LARS.id, NIGHT + UNDO_TIME)


def test_what_expires_before_the_morning_is_told_in_the_preview_and_expires(db: Db) -> None:
    number, maria = composed(db, Role.CENTRE_MANAGER, now=NIGHT), of(db, MARIA)
    alert_drafts.choose_lasts(db, maria, alert=number, hours=2, now=NIGHT)
    alert_drafts.ask(db, maria, alert=number, screen=None, now=NIGHT)
    reach = alert_drafts.reach(db, read(db, number), now=NIGHT)
    assert (reach.people, reach.held, reach.too_late, reach.held_until) == (1, 1, 1, SEVEN)
    ordered(db, number, now=NIGHT)
    time_passes(db, NIGHT + UNDO_TIME)
    expires_at = NIGHT + UNDO_TIME + timedelta(hours=2)
    assert owed(db) == [(KARIN.id, expires_at)]
    [due] = [
        each
        for each in delivery.due(db, now=expires_at, limit=99, not_rows=(), not_chats=())
        if each.kind == AlertMessage.__name__
    ]
    assert due.expired


def test_of_what_waits_for_the_morning_only_the_first_rings(db: Db) -> None:
    for _ in range(3):
        sent(db, Role.CENTRE_MANAGER, now=NIGHT)
    silent = db.execute(
        select(messages.c.silent).where(messages.c.kind == AlertMessage.__name__).order_by(messages.c.id)
    )
    assert list(silent.scalars()) == [False, True, True]
    assert outbox.held(db, of(db, KARIN).id, now=NIGHT) == (3, SEVEN)


def test_what_makes_no_sound_itself_takes_none_from_what_does(db: Db) -> None:
    sent(db, Role.CENTRE_MANAGER, level=Level.INFORMATION, now=NIGHT)
    sent(db, Role.CENTRE_MANAGER, now=NIGHT)
    silent = select(messages.c.silent).where(messages.c.kind == AlertMessage.__name__).order_by(messages.c.id)
    assert list(db.execute(silent).scalars()) == [True, False]


def test_an_answer_counts_once_can_be_changed_and_is_for_recipients_only(db: Db) -> None:
    number = sent(db, Role.GUARD)
    arrives(db, number)
    says(db, ANNA, number, Answer.SEEN)
    says(db, ANNA, number, Answer.SEEN)
    says(db, ANNA, number, Answer.ACTING)
    ledger = ledgers.of(db, read(db, number))
    assert (ledger.answered, ledger.of(Entry.ACTING), ledger.of(Entry.DELIVERED)) == (1, 1, 1)
    with pytest.raises(NotAllowed):
        says(db, KARIN, number, Answer.SEEN)


def test_the_senders_card_is_drawn_again_once_it_has_rested(db: Db) -> None:
    number = sent(db, Role.GUARD)
    [card] = outbox.rows_about(db, subject("alert", number), kind=AlertCard)
    standing = Settled(row=card, wanted=99, state=State.SENT, shown=True, message_id=7, rest=COUNTED_EVERY)
    delivery.settle(db, [standing], now=NOW)
    says(db, ANNA, number, Answer.SEEN, now=NOW)

    def waiting(now: datetime) -> list[int]:
        return [each.id for each in delivery.due(db, now=now, limit=99, not_rows=(), not_chats=())]

    assert card not in waiting(NOW)
    assert card in waiting(NOW + COUNTED_EVERY)


def test_who_corrects_does_not_wait_for_the_card_to_have_rested(db: Db) -> None:
    number = sent(db, Role.GUARD)
    [card] = outbox.rows_about(db, subject("alert", number), kind=AlertCard)

    def is_drawn_at_once() -> bool:
        due = {each.id: each for each in delivery.due(db, now=NOW, limit=99, not_rows=(), not_chats=())}
        if card in due:
            drawn = Settled(row=card, wanted=due[card].wanted, state=State.SENT, shown=True, rest=COUNTED_EVERY)
            delivery.settle(db, [drawn], now=NOW)
        return card in due

    assert is_drawn_at_once()
    says(db, ANNA, number, Answer.SEEN, now=NOW)
    assert not is_drawn_at_once()
    alerts.write_correction(db, of(db, MARIA), alert=number, text="400 bilar", now=NOW)
    assert is_drawn_at_once()
    alerts.drop_correction(db, of(db, MARIA), alert=number, now=NOW)
    assert is_drawn_at_once()
    alerts.write_correction(db, of(db, MARIA), alert=number, text="300 bilar", now=NOW)
    assert is_drawn_at_once()
    alerts.correct(db, of(db, MARIA), alert=number, version=read(db, number).version, now=NOW)
    assert is_drawn_at_once()


def test_what_comes_after_the_end_is_late(db: Db) -> None:
    number = sent(db, Role.GUARD)
    expires_at = read(db, number).expires_at
    assert expires_at == NOW + UNDO_TIME + timedelta(hours=Level.WARNING.lasts)
    assert not says(db, ANNA, number, Answer.SEEN, now=expires_at - timedelta(seconds=1))
    assert says(db, YUSUF, number, Answer.SEEN, now=expires_at)
    alerts.call_off(db, of(db, MARIA), alert=number, card=None, now=NOW + timedelta(hours=1))
    assert says(db, ANNA, number, Answer.ACTING, now=NOW + timedelta(hours=2))


def test_who_needs_help_calls_the_strategists_once_and_says_what_for(db: Db) -> None:
    number = sent(db, Role.GUARD)
    for _ in range(2):
        says(db, ANNA, number, Answer.HELP)
    assert [chat for chat, _ in owed(db, AlertHelp)] == [MARIA.id, PETRA.id, SARA.id]
    answers.write_need(db, of(db, ANNA), alert=number, text="Två till", now=NOW)
    assert answers.need(db, of(db, MARIA), alert=number, person=of(db, ANNA).id).recipient.need == "Två till"
    for other in (SARA, YUSUF):
        with pytest.raises(NotAllowed):
            answers.need(db, of(db, other), alert=number, person=of(db, ANNA).id)
    with pytest.raises(NotAllowed):
        answers.write_need(db, of(db, YUSUF), alert=number, text="Jag också", now=NOW)
    with pytest.raises(Refusal):
        answers.write_need(db, of(db, ANNA), alert=number, text="x" * 301, now=NOW)


def test_a_correction_asks_those_who_have_it_again_and_the_same_text_changes_nothing(db: Db) -> None:
    number = sent(db, Role.GUARD)
    arrives(db, number, ANNA)
    says(db, ANNA, number, Answer.SEEN)
    for _ in range(2):
        corrects(db, number, "Kungsgatan.")
    assert read(db, number).edition == 2
    assert [chat for chat, _ in owed(db, AlertNews)] == [ANNA.id]
    ledger = ledgers.of(db, read(db, number))
    assert (ledger.answered, ledger.of(Entry.DELIVERED), ledger.of(Entry.PENDING)) == (0, 1, 1)
    says(db, ANNA, number, Answer.NOT_US)
    assert ledgers.of(db, read(db, number)).of(Entry.NOT_US) == 1


def test_whoever_may_not_have_the_first_text_gets_the_corrected_one_with_the_news(db: Db) -> None:
    number = sent(db, Role.GUARD)
    arrives(db, number, ANNA)
    arrives(db, number, YUSUF, state=State.UNKNOWN)
    corrects(db, number, "Kungsgatan.")
    texts = {}
    for member in (ANNA, YUSUF):
        scene = Scene(db=db, reader=of(db, member), words=Words("sv", ZONE), now=NOW + 2 * UNDO_TIME, zone=ZONE)
        card = word(AlertNews(number, News.CORRECTED, 2), scene)
        assert card
        texts[member.id] = card.text
    assert "Kungsgatan." not in texts[ANNA.id]
    assert "Kungsgatan." in texts[YUSUF.id]


def test_an_answer_to_the_old_text_counts_for_that_one(db: Db) -> None:
    number = sent(db, Role.GUARD)
    arrives(db, number)
    corrects(db, number, "Kungsgatan.")
    says(db, ANNA, number, Answer.ACTING, edition=1)
    assert ledgers.of(db, read(db, number)).answered == 0
    says(db, ANNA, number, Answer.NOT_US)
    says(db, ANNA, number, Answer.ACTING, edition=1)
    assert ledgers.of(db, read(db, number)).of(Entry.NOT_US) == 1
    for forged in (0, 3):
        with pytest.raises(Stale):
            says(db, ANNA, number, Answer.SEEN, edition=forged)


def test_a_correction_is_sent_as_its_card_showed_it_or_not_at_all(db: Db) -> None:
    number, maria = sent(db, Role.GUARD), of(db, MARIA)
    alerts.write_correction(db, maria, alert=number, text="Kungsgatan.", now=NOW + 2 * UNDO_TIME)
    assert read(db, number).text == "Bilträff väntas."
    seen = read(db, number).version
    alerts.write_correction(db, of(db, PETRA), alert=number, text="Torp.", now=NOW + 2 * UNDO_TIME)
    with pytest.raises(Stale):
        alerts.correct(db, maria, alert=number, version=seen, now=NOW + 2 * UNDO_TIME)
    alerts.drop_correction(db, maria, alert=number, now=NOW + 2 * UNDO_TIME)
    alerts.correct(db, maria, alert=number, version=read(db, number).version, now=NOW + 2 * UNDO_TIME)
    assert (read(db, number).text, read(db, number).edition) == ("Bilträff väntas.", 1)


def test_what_is_over_is_not_corrected(db: Db) -> None:
    number = sent(db, Role.GUARD)
    alerts.call_off(db, of(db, MARIA), alert=number, card=None, now=NOW + 2 * UNDO_TIME)
    with pytest.raises(Stale):
        corrects(db, number, "Kungsgatan.", now=NOW + 3 * UNDO_TIME)


def test_called_off_twice_everybody_is_told_once(db: Db) -> None:
    number = sent(db, Role.GUARD)
    arrives(db, number)
    for _ in range(2):
        alerts.call_off(db, of(db, MARIA), alert=number, card=None, now=NOW + 2 * UNDO_TIME)
    assert [chat for chat, _ in owed(db, AlertNews)] == [ANNA.id, YUSUF.id]


def test_what_waits_for_the_morning_is_withdrawn_at_once_when_it_is_called_off(db: Db) -> None:
    number = sent(db, Role.CENTRE_MANAGER, now=NIGHT)
    later = NIGHT + timedelta(minutes=5)
    alerts.call_off(db, of(db, MARIA), alert=number, card=None, now=later)
    assert owed(db) == [(KARIN.id, later)]
    assert not owed(db, AlertNews)


def test_the_silent_are_reminded_then_their_deputies_asked_then_the_strategists_told(db: Db) -> None:
    quarter, goal = timedelta(minutes=15), Goal(Whose.EACH_ORGANISATION, 15)
    number = sent(db, Role.GUARD, Role.PROPERTY_OWNER, goal=goal)
    arrives(db, number)
    says(db, ANNA, number, Answer.SEEN)
    start = NOW + UNDO_TIME
    time_passes(db, start + quarter)
    assert owed(db, AlertNews) == [(LARS.id, start + quarter)]
    deputies.name(
        db,
        of(db, LARS),
        deputy=of(db, ELIN).id,
        start=Start.NOW,
        days=1,
        now=start + quarter,
        card=None,
    )
    time_passes(db, start + 2 * quarter)
    assert owed(db) == [(ELIN.id, start + 2 * quarter)]
    time_passes(db, start + 3 * quarter)
    assert [chat for chat, _ in owed(db, AlertMissed)] == [MARIA.id, PETRA.id, SARA.id]
    time_passes(db, start + 9 * quarter)
    assert len(owed(db, AlertNews)) == 1
    assert len(owed(db, AlertMissed)) == 3


def test_a_goal_sleeps_while_all_whom_it_waits_for_do(db: Db) -> None:
    quarter = timedelta(minutes=15)
    number = sent(db, Role.CENTRE_MANAGER, now=NIGHT, goal=Goal(Whose.EACH_ORGANISATION, 15))
    time_passes(db, SEVEN)
    assert not owed(db, AlertMissed)
    arrives(db, number)
    time_passes(db, SEVEN + quarter)
    assert owed(db, AlertNews) == [(KARIN.id, SEVEN + quarter)]


def test_a_correction_begins_the_goal_anew(db: Db) -> None:
    quarter = timedelta(minutes=15)
    number = sent(db, Role.PROPERTY_OWNER, goal=Goal(Whose.EVERYBODY, 15))
    arrives(db, number)
    says(db, LARS, number, Answer.SEEN)
    assert read(db, number).goal_met_at
    corrects(db, number, "Kungsgatan.")
    told = len(owed(db, AlertNews))
    time_passes(db, NOW + 2 * UNDO_TIME + quarter)
    assert len(owed(db, AlertNews)) == told + 1


def test_a_new_phone_is_no_second_recipient_and_stops_no_goal(db: Db) -> None:
    number = sent(db, Role.GUARD, goal=Goal(Whose.EVERYBODY, 15))
    arrives(db, number)
    chats.move(db, of(db, ANNA).id, kinds=[AlertMessage], to=4711, since=NOW, now=NOW + 2 * UNDO_TIME)
    time_passes(db, NOW + timedelta(hours=1))
    assert owed(db, AlertMissed)
    assert ledgers.of(db, read(db, number)).intended == 2


def test_whose_answers_a_goal_waits_for_whatever_became_of_their_message(db: Db) -> None:
    goal = Goal(Whose.EACH_ORGANISATION, 15)
    number = sent(db, Role.GUARD, Role.PROPERTY_OWNER, Role.CENTRE_MANAGER, goal=goal)
    arrives(db, number, ANNA, YUSUF)
    arrives(db, number, LARS, state=State.UNREACHABLE)
    says(db, ANNA, number, Answer.SEEN)
    awaited = ledgers.names(db, of(db, MARIA), number, None, 0).entries
    assert [each.person.name for each in awaited] == [LARS.name, KARIN.name]
    assert goals.missing_of(db, read(db, number)) == 2


def test_nobody_is_reminded_once_the_goal_is_met(db: Db) -> None:
    number = sent(db, Role.GUARD, Role.PROPERTY_OWNER, goal=Goal(Whose.EACH_ORGANISATION, 15))
    arrives(db, number)
    for member in (YUSUF, LARS):
        says(db, member, number, Answer.NOT_US)
    assert read(db, number).goal_met_at == NOW + UNDO_TIME
    time_passes(db, NOW + timedelta(hours=2))
    assert not [*owed(db, AlertNews), *owed(db, AlertMissed)]


@pytest.mark.parametrize("ending", [alerts.call_off, alerts.withdraw], ids=["called off", "taken back"])
def test_nobody_is_reminded_of_what_was_ended(db: Db, ending: Callable[..., None]) -> None:
    number = sent(db, Role.PROPERTY_OWNER, goal=Goal(Whose.EVERYBODY, 15))
    ending(db, of(db, MARIA), alert=number, card=None, now=NOW + 2 * UNDO_TIME)
    time_passes(db, NOW + timedelta(hours=2))
    assert not owed(db, AlertMissed)


organisations_of_ten = some.dictionaries(some.integers(1, 10), some.integers(1, 5), min_size=1)


@given(organisations_of_ten, some.data())
def test_a_goal_is_met_as_it_says(intended: dict[int, int], data: some.DataObject) -> None:
    answered = {each: data.draw(some.integers(0, people)) for each, people in intended.items()}
    met = {whose: not missing(Goal(whose, 15), answered=answered, intended=intended) for whose in Whose}
    assert met[Whose.EACH_ORGANISATION] == all(answered.values())
    assert met[Whose.EVERYBODY] == (answered == intended)
    assert met[Whose.SOME] == (sum(answered.values()) >= min(SOME, sum(intended.values())))


standings = some.builds(Standing, some.sampled_from(State), some.none() | some.sampled_from(Answer), some.booleans())


@given(some.dictionaries(standings, some.integers(1, 10_000)))
def test_the_ledger_always_sums(people: dict[Standing, int]) -> None:
    ledger = count(people)
    assert ledger.intended == sum(people.values()) == sum(ledger.of(entry) for entry in Entry)
    assert ledger.answered == sum(number for standing, number in people.items() if standing.answer)
    assert ledger.sent == ledger.answered + ledger.of(Entry.DELIVERED)


@given(some.timedeltas(min_value=timedelta(), max_value=timedelta(hours=3)))
def test_what_takes_long_is_counted_less_often(age: timedelta) -> None:
    again = recounted_at(NOW, sent_at=NOW, now=NOW + age)
    assert again
    assert again - (NOW + age) >= max(COUNTED_EVERY, age / 11)
    assert recounted_at(None, sent_at=NOW, now=NOW + age) is None


REQUIRED = (Screen.TEXT, Screen.LEVEL, Screen.SITES, Screen.ROLES)


@given(some.sets(some.sampled_from(REQUIRED)))
def test_a_draft_asks_for_what_is_missing_in_order(known: set[Screen]) -> None:
    draft = Alert(
        id=1,
        author=1,
        version=1,
        created_at=NOW,
        text="Text" if Screen.TEXT in known else None,
        level=Level.WARNING if Screen.LEVEL in known else None,
        audience=Audience(("overby",) if Screen.SITES in known else (), (Role.GUARD,) if Screen.ROLES in known else ()),
    )
    assert draft.question == next((screen for screen in REQUIRED if screen not in known), None)
