"""Somebody without Telegram calls, and the strategist or the contact writes it down for them."""

from datetime import timedelta

from domain.people import Role
from storage import Db, organisations, people
from tests.town import ANNA, FRIDAY, Member, Town

BO = Member(id=111, name="Bo Ask", role=Role.GUARD, organisation="Nordvakt")


def make_contact(db: Db, member: Member) -> None:
    person = people.by_chat(db, member.id)
    assert person is not None
    people.change(db, person.id, is_contact=True)


def add_without_telegram(db: Db, name: str, organisation: str) -> None:
    belongs = organisations.id_of(db, organisation)
    people.add(db, chat_id=None, organisation=belongs, now=FRIDAY - timedelta(days=1), name=name)


async def begins(town: Town, name: str) -> None:
    phone = town.phones[name]
    for step in ("Våld", "Vid Max"):
        await phone.taps(step)
    await phone.sees("Skicka")


async def test_the_strategist_writes_down_for_any_organisation(town: Town) -> None:
    await town.store.write(add_without_telegram, "Stina Berg", ANNA.organisation)
    maria = town.maria
    await maria.says("/rapport")
    await begins(town, "maria")
    asked = await maria.taps_and_sees("Via telefon", "Vems rapport är det?")
    assert "Trygg Bevakning" in asked
    await maria.taps_and_sees("Trygg Bevakning", "Vem ringde?")
    assert "Från: Stina Berg, Trygg Bevakning (via telefon)" in await maria.taps_and_sees("Stina Berg", "Skicka")
    await maria.says("Två slåss vid kassan")
    await maria.sees("Två slåss")
    await maria.taps("Skicka")
    assert "Från: Stina Berg, Trygg Bevakning (via telefon)" in await maria.sees("Mottagen")

    await town.karin.taps("Öppna")
    opened = await town.karin.sees("Från: Trygg Bevakning (via telefon)")
    assert "Stina" not in opened.text
    assert "slåss" not in opened.text


async def test_a_contact_writes_down_for_the_own_people(town: Town) -> None:
    await town.welcomes(BO)
    await town.store.write(make_contact, BO)
    bo = town.bo
    await bo.says("/rapport")
    await begins(town, "bo")
    asked = await bo.taps_and_sees("Via telefon", "Vem ringde?")
    assert "Nordvakt" in asked
    assert "Trygg Bevakning" not in asked
    await bo.taps("Ingen särskild")
    await bo.sees("Från: Nordvakt (via telefon)")
    await bo.taps("Inte via telefon")
    await bo.no_longer_sees("(via telefon)")


async def test_a_guard_is_not_offered_it(town: Town) -> None:
    await town.anna.says("/rapport")
    await begins(town, "anna")
    assert "Via telefon" not in await town.anna.sees("Skicka")
