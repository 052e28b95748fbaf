"""A hundred people answer an alert at once: each tap is answered once, and the sender's card is right in the end.

A thousand within a second are in the benchmarks.
"""

import asyncio
from collections.abc import AsyncIterator, Sequence
from pathlib import Path

import pytest

from domain.people import Role
from storage import Db
from tests.phones import Phone
from tests.stories.test_alert import composes, is_counted, sends
from tests.town import CAST, FRIDAY, Member, Town, founded, join

GUARDS = [Member(id=1001 + number, name=f"Vakt {number}", role=Role.GUARD) for number in range(100)]
PATIENCE = 20.0
EVERYBODY = len(GUARDS) + len([member for member in CAST if member.role is Role.GUARD])


@pytest.fixture
async def town(tmp_path: Path) -> AsyncIterator[Town]:
    async with founded(tmp_path, rates=0) as found:
        await found.store.write(join_all, GUARDS)
        await asyncio.gather(*(gets_a_phone(found, guard) for guard in GUARDS))
        await found.opens()
        yield found


async def test_each_gets_one_answer_and_all_of_them_count(town: Town) -> None:
    await composes(town, "Bilträff väntas ikväll.")
    await sends(town)
    phones = [town.sandbox.phone(guard.id) for guard in GUARDS]
    before = len(await town.sandbox.calls("answerCallbackQuery"))
    answers = await asyncio.gather(*(answers_twice(phone) for phone in phones))
    assert {answer["text"] for pair in answers for answer in pair} == {"Tack, ditt svar är sparat."}
    assert len(await town.sandbox.calls("answerCallbackQuery")) - before == 2 * len(phones)

    card = await is_counted(town, f"Skickat till {EVERYBODY} av {EVERYBODY} – {len(GUARDS)} har svarat")
    assert f"Sett: {len(GUARDS)}" in card.labels
    for phone in phones:
        await phone.sees("Du svarade Sett")


async def answers_twice(phone: Phone) -> Sequence[dict[str, str]]:
    """Taps "Sett", and again before anything was seen to happen."""
    alert = await phone.sees("Utskick")
    button = alert.button("Sett")
    assert button
    taps = (phone.forges(alert, button.data, patience=PATIENCE) for _ in range(2))
    first, second = await asyncio.gather(*taps)
    assert first
    assert second
    return first, second


async def gets_a_phone(town: Town, guard: Member) -> None:
    await town.stranger(guard.id, guard.name)
    await town.sandbox.line.post(f"/phones/{guard.id}/start", {})


def join_all(db: Db, members: Sequence[Member]) -> None:
    for member in members:
        join(db, member, now=FRIDAY)
