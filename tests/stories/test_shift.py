"""A shift: what is to be known before it, a phone that changes hands, and what became of the one who went home."""

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from domain.people import Role
from storage import Db, people
from storage import shifts as store
from tests.phones import Phone
from tests.stories.test_report import files
from tests.town import CAST, Member, Town, founded

TEN_IN_THE_EVENING = datetime(2026, 11, 27, 21, 0, tzinfo=UTC)
PHONE = Member(id=120, name="Telefon Överby", role=Role.GUARD)


@pytest.fixture
async def shared(tmp_path: Path) -> AsyncIterator[Town]:
    """A town with a duty phone at Överby, `telefon`."""
    async with founded(tmp_path, cast=(*CAST, PHONE)) as town:
        await town.store.write(_share, PHONE.id)
        await town.opens()
        await town.telefon.says("/start")
        await town.telefon.sees("Hej Telefon")
        yield town


async def test_at_ten_the_duty_phone_changes_hands(shared: Town) -> None:
    phone, maria = shared.telefon, shared.maria
    await phone.taps("Nytt pass")
    await phone.sees("Skriv ditt förnamn")
    await phone.says("Erik")
    assert "· Erik" in await phone.sees("Passet började 15:00")
    await _reports(phone, "Våld", "Vid Max", "han slogs vid kassan")
    await phone.taps("Skicka")
    await phone.sees("Mottagen")
    await maria.sees("#1 · Våld")
    await _reports(phone, "Stöld", "Entré A", "en svart väska")
    await shared.wind(to=TEN_IN_THE_EVENING)

    await phone.taps("Nytt pass")
    await phone.sees("Skriv ditt förnamn")
    await phone.says("Sara K")
    assert "· Sara K" in await phone.sees("Passet började 22:00")
    await shared.settles()

    theirs = await _shown(phone)
    assert "slogs" not in theirs
    assert "väska" not in theirs
    assert "Utkastet skickades inte" in theirs
    former = await phone.sees("#1 · Våld")
    assert "Texten visas inte längre här" in former
    assert "Vid Max" in former
    assert former.labels == []
    assert "Passet slutade 22:00" in theirs

    await maria.taps("Öppna")
    assert "slogs" in await maria.sees("Från: Trygg Bevakning")


async def test_mine_and_same_again_know_nothing_of_the_former_shift(shared: Town) -> None:
    phone = shared.telefon
    await _reports(phone, "Stöld", "Entré A", "en svart väska")
    await phone.taps("Skicka")
    await phone.taps("Nytt pass")
    await phone.taps("Utan namn")
    await phone.says("/mina")
    await phone.receives("Du har inte skickat någon rapport ännu")
    await phone.taps("Samma igen")
    await phone.receives("ingen rapport att upprepa")


async def test_the_former_shifts_buttons_do_nothing_more(shared: Town) -> None:
    phone = shared.telefon
    await phone.says("/pass")
    await phone.taps("Utan namn")
    await _reports(phone, "Stöld", "Entré A", "en väska")
    await phone.taps("Skicka")
    receipt = await phone.sees("Ångra (60 s)")
    undo = receipt.button("Ångra (60 s)")
    assert undo
    await phone.says("/pass")
    await phone.taps("Utan namn")
    await phone.no_longer_sees("Ångra (60 s)")

    answer = await phone.forges(receipt, undo.data)
    assert answer
    assert "pass som är slut" in answer["text"]
    await phone.says("glömde: den var röd", reply_to=receipt)
    await phone.receives("pass som är slut")
    await phone.says("och något helt annat")
    assert "Vad ser du?" in await phone.receives("och något helt annat")


async def test_what_was_asked_of_the_former_shift_is_not_answered_by_the_next(shared: Town) -> None:
    phone = shared.telefon
    await _reports(phone, "Stöld", "Entré A", "en väska")
    await phone.taps("Skriv om texten")
    await shared.wind(minutes=30)
    await phone.says("/pass")
    await phone.taps("Utan namn")
    await phone.sees("Passet började 15:30")
    await phone.says("trasig lampa")
    assert "Vad ser du?" in await phone.receives("trasig lampa")


async def test_looking_in_on_the_briefing_does_not_end_the_shift(shared: Town) -> None:
    phone = shared.telefon
    await phone.says("/pass")
    await phone.says("Erik")
    await phone.sees("Passet började")
    await phone.taps("Nytt pass")
    await phone.taps("Fortsätt passet")
    assert "· Erik" in await phone.sees("Inför passet")
    await _reports(phone, "Stöld", "Entré A", "en väska")
    await phone.taps("Skicka")
    await phone.says("/mina")
    await phone.receives("#1 Stöld")


async def test_a_name_that_is_none_is_asked_for_again(shared: Town) -> None:
    phone = shared.telefon
    await phone.says("/pass")
    await phone.says("bråk vid norra parkeringen, minst tio stycken")
    await phone.sees("högst 24 tecken")
    await phone.says("Erik")
    assert "· Erik" in await phone.sees("Passet började")


async def test_pressed_twice_it_is_one_shift(shared: Town) -> None:
    phone = shared.telefon
    await phone.says("/pass")
    card = await phone.sees("Utan namn")
    start = card.button("Utan namn")
    assert start
    await asyncio.gather(*(phone.forges(card, start.data) for _ in range(3)))
    await phone.sees("Passet började")
    assert len(await shared.store.read(store.all_open)) == 1


async def test_a_forgotten_shift_ends_by_itself(shared: Town) -> None:
    phone = shared.telefon
    await phone.says("/pass")
    await phone.taps("Utan namn")
    await _reports(phone, "Stöld", "Entré A", "en väska")
    await shared.wind(minutes=12 * 60 + 1)
    await phone.sees("Passet slutade")
    await phone.sees("Utkastet skickades inte")
    assert await shared.store.read(store.all_open) == []
    await phone.says("/mina")
    await phone.receives("Du har inte skickat någon rapport ännu")


async def test_anna_begins_and_ends_her_shift(town: Town) -> None:
    anna = town.anna
    await anna.says("/pass")
    await anna.taps("Börja passet")
    await anna.sees("Passet började 15:00")
    await anna.taps("Lugnt pass")
    await anna.taps("Skriv passets anteckningar")
    await anna.says("låste grinden 22:10")
    await anna.taps("Skicka")
    assert "låste grinden" in await anna.sees("Mottagen")
    await anna.taps("Avsluta passet")
    await anna.sees("Passet slutade 15:00")
    assert "låste grinden" in await anna.sees("Mottagen")
    assert await town.store.read(store.all_open) == []


async def test_a_report_begins_the_shift_in_silence(town: Town) -> None:
    await files(town, "Bilträff", "Norra parkeringen")
    await town.anna.says("/pass")
    assert "Avsluta passet" in (await town.anna.sees("Passet började 15:00")).labels


async def test_before_the_shift_one_reads_focus_news_and_what_came_of_it(town: Town) -> None:
    anna, karin, maria = town.anna, town.karin, town.maria
    await files(town, "Våld", "Norra parkeringen")
    await maria.taps("Öppna")
    await maria.says("/pass")
    await maria.taps("Sätt fokus")
    await maria.taps("Överby köpcentrum")
    await maria.says("Håll grinden vid norra parkeringen stängd")
    await maria.sees("till lör 28 nov. 06:00")
    await karin.says("/pass")
    assert "Vad dina rapporter ledde till" not in await karin.sees("Håll grinden vid norra")
    await anna.says("/pass")
    card = await anna.sees("Inför passet")
    assert "Håll grinden vid norra" in card
    assert "15:00 · Våld · 4 Röd · Norra parkeringen" in card
    assert "#1 Våld · läst" in card

    await maria.taps("Ta bort fokus")
    await maria.sees("Inget fokus")
    await anna.says("/pass")
    assert "grinden" not in await anna.receives("Inför passet")


async def test_a_focus_that_changes_changes_on_the_cards_that_lie_open(town: Town) -> None:
    anna, maria = town.anna, town.maria
    await anna.says("/pass")
    await anna.taps("Börja passet")
    await maria.says("/pass")
    await maria.taps("Sätt fokus")
    await maria.taps("Överby köpcentrum")
    await maria.says("Grinden")
    await anna.sees("Grinden")
    await maria.taps("Ändra fokus")
    await maria.says("Staketet")
    await anna.sees("Staketet")
    await anna.no_longer_sees("Grinden")


async def test_yusuf_reads_it_in_english(town: Town) -> None:
    await town.yusuf.says("/shift")
    await town.yusuf.taps("Start the shift")
    await town.yusuf.sees("The shift started 15:00")


async def _reports(phone: Phone, category: str, place: str, text: str) -> None:
    """A card filled in, not sent."""
    await phone.taps("Ny rapport")
    await phone.taps(category)
    await phone.taps(place)
    await phone.sees("Skicka")
    await phone.says(text)
    await phone.sees(text)


async def _shown(phone: Phone) -> str:
    """All that the bot has on the phone's screen."""
    return "\n".join(message.text for message in await phone.chat() if not message.mine)


def _share(db: Db, chat: int) -> None:
    found = people.by_chat(db, chat)
    assert found is not None
    people.change(db, found.id, is_duty_phone=True)
