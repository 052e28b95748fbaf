"""At 23:40 three guards see the same car meet: one incident, and the strategist can say otherwise."""

from datetime import UTC, datetime

import pytest

from domain import quiet
from domain.people import Role
from storage import Db, people
from tests.phones import Phone
from tests.town import KARIN, MARIA, Member, Town

TWENTY_TO_MIDNIGHT = datetime(2026, 11, 27, 22, 40, tzinfo=UTC)
BO = Member(id=111, name="Bo Ask", role=Role.GUARD, organisation="Nordvakt")
CIA = Member(id=112, name="Cia Falk", role=Role.GUARD)


@pytest.fixture
async def night(town: Town) -> Town:
    """Överby at 23:40, with two more guards, one of another company; Maria and Karin are awake."""
    for member in (BO, CIA):
        await town.welcomes(member)
    await town.wind(to=TWENTY_TO_MIDNIGHT)
    for phone in (town.anna, town.bo, town.cia):
        await phone.says("/start")
        await phone.sees("Hej")
    await town.store.write(wake, MARIA, KARIN)
    return town


def wake(db: Db, *members: Member) -> None:
    """They have no quiet hours."""
    for member in members:
        person = people.by_chat(db, member.id)
        assert person is not None
        people.change(db, person.id, quiet_from=quiet.OFF.starts, quiet_to=quiet.OFF.ends)


async def reports_car_meet(phone: Phone) -> None:
    """A guard sees it first, and that it is serious."""
    for step in ("Ny rapport", "Bilträff", "Norra parkeringen", "Allvar", "3 Orange", "Skicka"):
        await phone.taps(step)
    await phone.sees("Mottagen")


async def confirms(phone: Phone, *, by: int) -> None:
    """A guard sees what others have reported; `by` is how many."""
    for step in ("Ny rapport", "Bilträff"):
        await phone.taps(step)
    others = "En annan" if by == 1 else f"{by} andra"
    asked = await phone.taps_and_sees("Norra parkeringen", f"{others} såg detta 23:40: +1 eller ny?")
    assert asked.labels == ["Samma händelse: +1", "Ny händelse"]
    await phone.taps("Samma händelse")
    await phone.sees("+1 på #1")


async def incidents(phone: Phone, number: str) -> None:
    await phone.says("/lagesbild")
    await phone.receives(number)


async def test_three_guards_see_the_same_car_meet(night: Town) -> None:
    """One incident, two corroborations, four taps each; the strategist splits one off, and the picture counts two."""
    anna, bo, cia, karin, maria = night.anna, night.bo, night.cia, night.karin, night.maria
    await reports_car_meet(anna)
    await maria.sees("#1 · Bilträff")

    bo.taps_made = cia.taps_made = 0
    await confirms(bo, by=1)
    await confirms(cia, by=2)
    assert bo.taps_made == cia.taps_made == 4
    assert cia.answer == {"text": "Skickad som #3: +1 på #1.", "show_alert": False, "url": ""}
    receipt = await cia.sees("Mottagen 23:40")
    assert "varken 112 eller en polisanmälan" in receipt

    assert "#1 · Bilträff" in await anna.sees("2 andra har bekräftat")
    for phone in (karin, maria):
        assert "#1 · Bilträff" in await phone.sees("3 har sett detta")
    assert not [message for message in await maria.chat() if "#2" in message]
    await incidents(maria, "En händelse")

    await maria.taps("Öppna")
    opened = await maria.sees("#3 · ")
    assert [label for label in opened.labels if label.startswith("#")] == [
        "#2 · 23:40 · 2 Gul · Nordvakt",
        "#3 · 23:40 · 2 Gul · Trygg Bevakning",
    ]
    await maria.taps_and_sees("#3 · ", "Öppna #1")
    await maria.taps_and_sees("Mer…", "Slå ihop")
    await maria.taps("Egen händelse")
    await cia.no_longer_sees("+1 på #1")
    assert "#1 · Bilträff" in await anna.sees("En annan har bekräftat")
    assert "#1 · Bilträff" in await karin.sees("2 har sett detta")
    await incidents(maria, "2 händelser")


async def test_a_new_incident_is_one_tap_more(night: Town) -> None:
    await reports_car_meet(night.anna)
    for step in ("Ny rapport", "Bilträff", "Norra parkeringen", "Ny händelse", "Skicka"):
        await night.bo.taps(step)
    assert "+1" not in await night.bo.sees("#2 · Bilträff")


async def test_112_comes_before_the_question(night: Town) -> None:
    for phone in (night.anna, night.bo):
        for step in ("Ny rapport", "Våld", "Vid Max"):
            await phone.taps(step)
        asked = await phone.sees("Ring 112 nu")
        assert asked.text.startswith("Ring 112 nu")
        await phone.taps("Skicka" if phone is night.anna else "Samma händelse")
        await phone.sees("Mottagen")
    assert (await night.bo.sees("+1 på #1")).text.startswith("Ring 112 nu")


async def test_what_somebody_sent_meanwhile_is_asked_at_send(night: Town) -> None:
    for phone in (night.anna, night.bo):
        for step in ("Ny rapport", "Bilträff"):
            await phone.taps(step)
        await phone.taps_and_sees("Norra parkeringen", "Skicka")
    await night.anna.taps("Skicka")
    await night.anna.sees("Mottagen")
    await night.bo.taps("Skicka")
    assert night.bo.answer
    assert "Någon annan har just rapporterat detta" in night.bo.answer["text"]
    await night.bo.taps("Samma händelse")
    await night.bo.sees("+1 på #1")


async def test_a_plus_one_for_what_was_undone_is_a_new_incident(night: Town) -> None:
    await reports_car_meet(night.anna)
    for step in ("Ny rapport", "Bilträff", "Norra parkeringen"):
        await night.bo.taps(step)
    await night.bo.sees("+1 eller ny?")
    await night.anna.taps("Ångra")
    await night.anna.sees("Ångrad")
    await night.bo.taps("Samma händelse")
    assert night.bo.answer
    assert "Den andra rapporten finns inte längre" in night.bo.answer["text"]
    assert "+1" not in await night.bo.sees("#2 · Bilträff")


async def test_when_the_first_is_undone_the_next_stands_for_all(night: Town) -> None:
    await reports_car_meet(night.anna)
    await confirms(night.bo, by=1)
    await confirms(night.cia, by=2)
    await night.anna.taps("Ångra")
    assert "#2 · Bilträff" in await night.bo.sees("En annan har bekräftat")
    assert "#3 · Bilträff" in await night.cia.sees("+1 på #2")


async def test_the_strategist_merges_what_was_sent_as_two(night: Town) -> None:
    await reports_car_meet(night.anna)
    for step in ("Ny rapport", "Buskörning", "Södra parkeringen", "Allvar", "3 Orange", "Skicka"):
        await night.bo.taps(step)
    await night.bo.sees("Mottagen")
    await night.maria.sees("#2 · Buskörning")
    await night.maria.taps("Öppna")
    await night.maria.taps_and_sees("Mer…", "Slå ihop")
    await night.maria.taps("Slå ihop")
    await night.maria.taps("#1 · 23:40 · Bilträff")
    assert "#2 · Buskörning" in await night.bo.sees("+1 på #1")
    assert "#1 · Bilträff" in await night.anna.sees("En annan har bekräftat")
    await night.maria.sees("Öppna #1")
    await night.maria.taps_and_sees("Mer…", "Egen händelse")
    await night.maria.taps("Egen händelse")
    await night.bo.no_longer_sees("+1 på #1")


async def test_only_worse_than_the_first_rings(night: Town) -> None:
    for step in ("Ny rapport", "Bilträff", "Norra parkeringen", "Skicka"):
        await night.anna.taps(step)
    await night.anna.sees("Mottagen")
    await confirms(night.bo, by=1)
    await night.maria.hears_nothing()
    for step in ("Ny rapport", "Bilträff", "Norra parkeringen", "Samma händelse"):
        if step == "Norra parkeringen":
            await night.cia.says("En kör mot folk")
        await night.cia.taps(step)
    await night.cia.sees("+1 på #1")
    await night.maria.hears_nothing()


async def test_closed_for_one_it_is_closed_for_all(night: Town) -> None:
    await reports_car_meet(night.anna)
    await confirms(night.bo, by=1)
    await night.maria.taps("Öppna")
    assert "+1 på #1" in await night.bo.sees("Läst av Trollhättans Stad")
    await night.maria.taps("Avsluta")
    await night.maria.taps("Åtgärdad")
    assert "+1 på #1" in await night.bo.sees("Avslutad av Trollhättans Stad")
