"""What changes while a message is on its way is owed after it, whatever moment of its way that is."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from domain.sending import Owed, Priority, State
from domain.views import MyReports, OwnReport, subject
from storage import Db, delivery, outbox, people
from storage.delivery import Settled
from storage.store import Store
from tests.town import ANNA, join

NOW = datetime(2026, 11, 27, 14, 0, tzinfo=UTC)
LATER = NOW + timedelta(seconds=1)
A_WHILE = timedelta(seconds=3)


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[Store]:
    opened = Store(f"sqlite:///{tmp_path / 'outbox.db'}")
    await opened.open()
    await opened.write(join, ANNA, now=NOW)
    yield opened
    await opened.close()


def owe(db: Db) -> int:
    anna = people.by_chat(db, ANNA.id)
    assert anna
    return outbox.owe(db, OwnReport(7), chat_id=ANNA.id, person=anna.id, priority=Priority.REPLY, now=NOW)


def due(db: Db) -> list[Owed]:
    return delivery.due(db, now=LATER, limit=9, not_rows=[], not_chats=[])


def sent(db: Db, owed: Owed) -> None:
    done = Settled(row=owed.id, wanted=owed.wanted, state=State.SENT, shown=True, message_id=11, digest="worded early")
    delivery.settle(db, [done], now=LATER)


async def test_what_changes_after_the_wording_and_before_the_claim_is_owed_still(store: Store) -> None:
    await store.write(owe)
    [worded] = await store.read(due)
    await store.write(outbox.touch, subject("report", 7), now=NOW)
    await store.write(delivery.claim, [worded.id])
    await store.write(sent, worded)
    [edit] = await store.read(due)
    assert (edit.id, edit.message_id) == (worded.id, 11)


async def test_who_is_revoked_after_the_wording_and_before_the_claim_loses_the_message(store: Store) -> None:
    await store.write(owe)
    [worded] = await store.read(due)
    await store.write(outbox.touch_all_of, worded.person or 0, but=[MyReports], now=LATER)
    await store.write(delivery.claim, [worded.id])
    await store.write(sent, worded)
    assert [edit.id for edit in await store.read(due)] == [worded.id]


async def test_what_did_not_change_is_not_owed_again(store: Store) -> None:
    await store.write(owe)
    [worded] = await store.read(due)
    await store.write(delivery.claim, [worded.id])
    await store.write(sent, worded)
    assert not await store.read(due)


async def test_a_repeat_that_a_crash_interrupts_too_stays_marked_as_one(store: Store) -> None:
    row = await store.write(owe)
    for state in (State.PENDING, State.UNKNOWN):
        await store.write(delivery.claim, [row])
        await store.write(delivery.resolve_interrupted, row, state, now=NOW)
    await store.write(outbox.touch, subject("report", 7), now=NOW)
    [again] = await store.read(due)
    assert again.repeat


def counted(db: Db, owed: Owed) -> None:
    done = Settled(row=owed.id, wanted=owed.wanted, state=State.SENT, shown=True, message_id=11, rest=A_WHILE)
    delivery.settle(db, [done], now=LATER)


def due_at(db: Db, now: datetime) -> list[int]:
    return [each.id for each in delivery.due(db, now=now, limit=9, not_rows=[], not_chats=[])]


async def test_what_counts_many_rests_after_each_drawing_whenever_it_changed(store: Store) -> None:
    """Before, during and after, and by whatever clock: who answered may have waited in line with their time in hand."""
    row = await store.write(owe)
    for changed_meanwhile in (False, True):
        [worded] = await store.read(due)
        if changed_meanwhile:
            await store.write(outbox.touch, subject("report", 7), now=NOW)
        await store.write(counted, worded)
        await store.write(outbox.touch_kind, subject("report", 7), kind=OwnReport, now=NOW - A_WHILE)
        assert not await store.read(due_at, LATER + A_WHILE - timedelta(milliseconds=1))
        assert await store.read(due_at, LATER + A_WHILE) == [row]
        await store.write(outbox.redraw, row, now=NOW)


@pytest.mark.parametrize("then_changed", [False, True])
async def test_whoever_taps_does_not_wait_for_it_to_have_rested(store: Store, *, then_changed: bool) -> None:
    row = await store.write(owe)
    [worded] = await store.read(due)
    await store.write(counted, worded)
    assert not await store.read(due)
    await store.write(outbox.redraw, row, now=LATER)
    [worded] = await store.read(due)
    await store.write(outbox.show, row, OwnReport(7), now=LATER)
    if then_changed:
        await store.write(outbox.touch, subject("report", 7), now=LATER)
    await store.write(counted, worded)
    [worded] = await store.read(due)
    await store.write(outbox.touch, subject("report", 7), now=LATER)
    await store.write(counted, worded)
    assert not await store.read(due)


def unknown(db: Db, owed: Owed) -> None:
    lost = Settled(row=owed.id, wanted=owed.wanted, state=State.UNKNOWN, shown=False, repeat=True)
    delivery.settle(db, [lost], now=LATER)


async def test_a_reply_of_unknown_fate_is_sent_again_when_there_was_news_meanwhile(store: Store) -> None:
    await store.write(owe)
    [worded] = await store.read(due)
    await store.write(delivery.claim, [worded.id])
    await store.write(outbox.touch, subject("report", 7), now=NOW)
    await store.write(unknown, worded)
    [again] = await store.read(due)
    assert again.repeat


async def test_a_parked_reply_is_revived_when_it_is_asked_for(store: Store) -> None:
    await store.write(owe)
    [worded] = await store.read(due)
    await store.write(delivery.claim, [worded.id])
    await store.write(unknown, worded)
    assert not await store.read(due)
    await store.write(outbox.revive, subject("report", 7), now=NOW)
    assert [again.id for again in await store.read(due)] == [worded.id]


def owe_to_many(db: Db, number: int) -> int:
    return outbox.owe(db, OwnReport(number), chat_id=900 + number, priority=Priority.ALERT, now=NOW)


async def test_what_somebody_has_just_tapped_goes_ahead_of_what_was_owed_to_many_before(store: Store) -> None:
    standing = await store.write(owe_to_many, 1)
    [worded] = await store.read(due)
    await store.write(delivery.claim, [standing])
    await store.write(sent, worded)
    waiting = await store.write(owe_to_many, 2)
    await store.write(outbox.redraw, standing, now=LATER)
    assert [each.id for each in await store.read(due)] == [standing, waiting]
    [first, _] = await store.read(due)
    await store.write(sent, first)
    await store.write(outbox.touch, subject("report", 1), now=LATER)
    assert [each.id for each in await store.read(due)] == [waiting, standing]


async def test_a_person_is_read_anew_in_every_transaction(store: Store) -> None:
    """Answers are kept for one state of the database and no longer."""
    anna = await store.read(people.by_chat, ANNA.id)
    assert anna
    assert (await store.read(people.by_id, anna.id)).name == ANNA.name
    await store.write(rename, anna.id)
    assert (await store.read(people.by_id, anna.id)).name == "Anna Berg"


async def test_whoever_writes_sees_what_they_wrote(store: Store) -> None:
    def look(db: Db) -> list[str | None]:
        anna = people.by_chat(db, ANNA.id)
        assert anna
        before = people.by_id(db, anna.id).name
        rename(db, anna.id)
        return [before, people.by_id(db, anna.id).name]

    assert await store.write(look) == [ANNA.name, "Anna Berg"]


def rename(db: Db, person: int) -> None:
    people.change(db, person, name="Anna Berg")
