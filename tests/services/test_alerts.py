"""Alerts are for those whom they are for when they are sent, once, and the ledger accounts for everybody."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as some

from domain.alerts import COUNTED_EVERY, Alert, Fate, Level, Recipient, Screen, count
from domain.audience import Audience
from domain.people import EVERY_SITE, Person, Role
from domain.refusals import NotAllowed, Refusal, Stale
from domain.sending import Priority, State
from domain.views import AlertCard, AlertMessage, subject
from handlers.card import Scene
from handlers.cards import word
from handlers.words import Words
from services import alerts, places
from storage import Db, delivery, outbox, people
from storage import alerts as stored
from storage.delivery import Settled
from storage.store import Store
from tests.town import ANNA, KARIN, MARIA, VOCABULARY, YUSUF, Member, join, vocabulary

NOW = datetime(2026, 11, 27, 14, 0, tzinfo=UTC)
ZONE = ZoneInfo("Europe/Stockholm")
PETRA = Member(id=106, name="Petra Nyman", role=Role.STRATEGIST, sites=(EVERY_SITE,), organisation="Trollhättans Stad")


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[Store]:
    opened = Store(f"sqlite:///{tmp_path / 'alerts.db'}")
    await opened.open()
    await opened.write(places.take_over, vocabulary(), file=VOCABULARY.name)
    for member in (ANNA, YUSUF, KARIN, MARIA, PETRA):
        await opened.write(join, member, now=NOW)
    yield opened
    await opened.close()


async def person(store: Store, member: Member) -> Person:
    found = await store.read(people.by_chat, member.id)
    assert found
    return found


async def alert(store: Store, number: int) -> Alert:
    found = await store.read(stored.by_id, number)
    assert found
    return found


async def composed(store: Store, *roles: Role, level: Level = Level.WARNING) -> Alert:
    """Maria's alert for roles at Överby, as far as the preview."""
    maria = await person(store, MARIA)
    number = await store.write(alerts.compose, maria, now=NOW)
    await store.write(alerts.write_text, maria, alert=number, text="Bilträff väntas.", now=NOW)
    await store.write(alerts.choose_level, maria, alert=number, level=level, now=NOW)
    await store.write(alerts.pick_site, maria, alert=number, site="overby", wanted=True, now=NOW)
    for role in roles:
        await store.write(alerts.pick_role, maria, alert=number, role=role, wanted=True, now=NOW)
    await store.write(alerts.ask, maria, alert=number, screen=None, now=NOW)
    return await alert(store, number)


async def sent(store: Store, *roles: Role, level: Level = Level.WARNING) -> int:
    draft = await composed(store, *roles, level=level)
    maria = await person(store, MARIA)
    await store.write(alerts.send, maria, alert=draft.id, version=draft.version, now=NOW)
    return draft.id


def leaves(db: Db, number: int) -> None:
    people.change(db, number, revoked_at=NOW)


def owed(db: Db) -> list[tuple[int, Priority]]:
    due = delivery.due(db, now=NOW, limit=99, not_rows=(), not_chats=())
    return sorted((each.chat_id, each.priority) for each in due if each.kind == AlertMessage.__name__)


def scene(db: Db, reader: Person, now: datetime = NOW) -> Scene:
    return Scene(db=db, reader=reader, words=Words("sv", ZONE), now=now, zone=ZONE)


async def test_it_is_owed_to_the_audience_and_not_to_its_author(store: Store) -> None:
    await sent(store, Role.GUARD, Role.STRATEGIST)
    assert await store.read(owed) == [(each.id, Priority.REPORT) for each in (ANNA, YUSUF, PETRA)]


async def test_acute_goes_before_everything_else(store: Store) -> None:
    await sent(store, Role.GUARD, level=Level.ACUTE)
    assert {priority for _, priority in await store.read(owed)} == {Priority.URGENT}


async def test_sent_again_it_is_the_same_alert(store: Store) -> None:
    draft = await composed(store, Role.GUARD)
    maria = await person(store, MARIA)
    first = await store.write(alerts.send, maria, alert=draft.id, version=draft.version, now=NOW)
    again = await store.write(alerts.send, maria, alert=draft.id, version=draft.version, now=NOW)
    assert first == again == 2
    assert len(await store.read(owed)) == 2


async def test_what_was_changed_since_the_preview_is_not_sent(store: Store) -> None:
    draft = await composed(store, Role.GUARD)
    maria = await person(store, MARIA)
    await store.write(alerts.write_text, maria, alert=draft.id, text="Något annat.", now=NOW)
    with pytest.raises(Stale):
        await store.write(alerts.send, maria, alert=draft.id, version=draft.version, now=NOW)


async def test_an_alert_for_nobody_is_refused(store: Store) -> None:
    draft = await composed(store, Role.BUSINESS)
    with pytest.raises(Refusal, match="refusal-alert-for-nobody"):
        await store.write(alerts.send, await person(store, MARIA), alert=draft.id, version=draft.version, now=NOW)


async def test_only_the_author_may_touch_a_draft(store: Store) -> None:
    draft = await composed(store, Role.GUARD)
    for other in (PETRA, ANNA):
        with pytest.raises(NotAllowed):
            await store.write(alerts.discard, await person(store, other), alert=draft.id, now=NOW)


async def test_who_lost_the_right_to_alert_cannot_send(store: Store) -> None:
    draft = await composed(store, Role.GUARD)
    maria = await person(store, MARIA)
    await store.write(people.give_role, maria.id, site=EVERY_SITE, role=Role.PARTNER)
    with pytest.raises(NotAllowed):
        await store.write(alerts.send, await person(store, MARIA), alert=draft.id, version=draft.version, now=NOW)


async def test_picking_twice_picks_once_and_all_sites_are_one_tap(store: Store) -> None:
    maria = await person(store, MARIA)
    number = await store.write(alerts.compose, maria, now=NOW)
    for _ in range(2):
        await store.write(alerts.pick_site, maria, alert=number, site="overby", wanted=True, now=NOW)
    assert (await alert(store, number)).audience.sites == ("overby",)
    await store.write(alerts.pick_site, maria, alert=number, site=None, wanted=True, now=NOW)
    assert len((await alert(store, number)).audience.sites) > 1
    await store.write(alerts.pick_site, maria, alert=number, site=None, wanted=False, now=NOW)
    assert not (await alert(store, number)).audience.sites
    with pytest.raises(Stale):
        await store.write(alerts.pick_site, maria, alert=number, site="nowhere", wanted=True, now=NOW)


async def test_a_queued_alert_is_withdrawn_from_who_was_revoked_and_still_counted(store: Store) -> None:
    number = await sent(store, Role.GUARD)
    anna = await person(store, ANNA)
    await store.write(leaves, anna.id)
    revoked = await person(store, ANNA)
    with pytest.raises(NotAllowed):
        await store.read(lambda db: word(AlertMessage(number), scene(db, revoked)))
    row = (await store.read(outbox.rows_about, subject("alert", number), kind=AlertMessage))[0]
    withdrawn = Settled(row=row, wanted=1, state=State.WITHDRAWN, shown=False)
    await store.write(delivery.settle, [withdrawn], now=NOW)
    ledger = await store.read(alerts.ledger, number)
    assert (ledger.intended, ledger.withdrawn, ledger.pending) == (2, 1, 1)


async def test_acknowledging_counts_once_and_redraws_the_senders_card_a_little_later(store: Store) -> None:
    number = await sent(store, Role.GUARD)
    cards = await store.read(outbox.rows_about, subject("alert", number), kind=AlertCard)
    standing = Settled(row=cards[0], wanted=99, state=State.SENT, shown=True, message_id=7)
    await store.write(delivery.settle, [standing], now=NOW)
    anna = await person(store, ANNA)
    assert await store.write(alerts.acknowledge, anna, alert=number, card=None, now=NOW)
    assert not await store.write(alerts.acknowledge, anna, alert=number, card=None, now=NOW)
    ledger = await store.read(alerts.ledger, number)
    assert (ledger.acknowledged, ledger.pending) == (1, 1)

    def waiting(db: Db, now: datetime) -> list[int]:
        return [each.id for each in delivery.due(db, now=now, limit=99, not_rows=(), not_chats=())]

    assert cards[0] not in await store.read(waiting, NOW)
    assert cards[0] in await store.read(waiting, NOW + COUNTED_EVERY)


async def test_who_was_not_meant_cannot_acknowledge(store: Store) -> None:
    number = await sent(store, Role.GUARD)
    with pytest.raises(NotAllowed):
        await store.write(alerts.acknowledge, await person(store, KARIN), alert=number, card=None, now=NOW)


async def test_the_card_is_counted_again_only_while_something_is_under_way(store: Store) -> None:
    number = await sent(store, Role.GUARD)
    maria = await person(store, MARIA)
    card = await store.read(lambda db: word(AlertCard(number), scene(db, maria)))
    assert card
    assert card.fresh_until == NOW + COUNTED_EVERY
    rows = await store.read(outbox.rows_about, subject("alert", number), kind=AlertMessage)
    outcomes = [Settled(row=row, wanted=1, state=State.SENT, shown=True, message_id=row) for row in rows]
    await store.write(delivery.settle, outcomes, now=NOW)
    card = await store.read(lambda db: word(AlertCard(number), scene(db, maria)))
    assert card
    assert card.fresh_until is None


@given(some.lists(some.tuples(some.sampled_from(State), some.booleans())))
def test_the_ledger_always_sums(recipients: list[tuple[State, bool]]) -> None:
    ledger = count([Recipient(n, state, NOW if done else None) for n, (state, done) in enumerate(recipients)])
    assert ledger.intended == len(recipients)
    assert ledger.intended == sum(getattr(ledger, fate.value) for fate in Fate)
    assert ledger.acknowledged == sum(done for _, done in recipients)


@given(some.timedeltas(min_value=timedelta(), max_value=timedelta(hours=3)))
def test_what_takes_long_is_counted_less_often(age: timedelta) -> None:
    ledger = count([Recipient(1, State.PENDING, None)])
    again = ledger.recounted_at(sent_at=NOW, now=NOW + age)
    assert again
    assert again - (NOW + age) >= max(COUNTED_EVERY, age / 11)


@given(some.sets(some.sampled_from(Screen)))
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
    assert draft.question == next((screen for screen in Screen if screen not in known), None)
