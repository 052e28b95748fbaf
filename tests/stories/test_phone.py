"""02:00: a phone is lost. It is cut off at once, and what was its owner's goes on in a new one."""

from domain.people import Role
from storage import people
from tests.phones import Phone
from tests.screens import Shown
from tests.stories.test_contact import behind, contact
from tests.stories.test_people import POLITE, token_of
from tests.town import Member, Town

ERASED = "Gallrad."
GONE = "Den här telefonen är inte längre ansluten till Överblick"


async def reports_violence(phone: Phone) -> Shown:
    await phone.says("/rapport")
    await phone.taps("Våld")
    await phone.taps("Entré A")
    await phone.says("Två män slåss vid ingången")
    await phone.taps("Skicka")
    return await phone.sees("Mottagen")


async def loses(contact: Phone, name: str) -> Shown:
    """The contact cuts the phone off; the card with the link to a new one."""
    await contact.says("/personer")
    await contact.taps(name)
    await contact.taps("Telefonen är borta")
    await contact.sees(f"Är telefonen borta för {name}?")
    await contact.taps("Ja, koppla bort den nu")
    return await contact.sees(f"Ny telefon för {name}")


async def test_a_lost_phone_is_cut_off_at_once(town: Town) -> None:
    tove, anna = await contact(town), town.anna
    receipt = await reports_violence(anna)
    await anna.says("/rapport")
    draft = await anna.sees("Vad ser du?")
    await loses(tove, "Anna Lindqvist")
    await anna.sees(GONE)
    await town.settles()
    assert [message.text for message in await anna.chat() if message.id in (receipt.id, draft.id)] == [ERASED, ERASED]
    assert "slåss" not in "".join(message.text for message in await anna.chat() if not message.mine)
    assert not anna.keyboard
    assert not anna.commands
    for tap in (behind(receipt, "Ångra (60 s)"), behind(draft, "Våld"), "pl:sv", "pn"):
        await anna.forges(receipt, tap)
        assert anna.answer
        assert POLITE in anna.answer["text"]
    await anna.says("/mina")
    await anna.receives(POLITE)


async def test_a_new_phone_goes_on_where_the_lost_one_was(town: Town) -> None:
    tove, anna, maria = await contact(town), town.anna, town.maria
    receipt = await reports_violence(anna)
    card = await loses(tove, "Anna Lindqvist")
    fresh = await town.stranger(501, "Annas nya")
    await fresh.starts(token_of(card))
    await fresh.sees("ska bekräfta att det är du")
    assert "Heter i Telegram: Annas nya" in await tove.sees("Ny telefon för Anna Lindqvist: bekräfta?")
    await fresh.says("/mina")
    await fresh.receives(POLITE)

    await tove.taps("Bekräfta")
    await fresh.sees("Hej Anna Lindqvist")
    await tove.sees("Anna Lindqvist har bytt telefon")
    await fresh.says("/mina")
    assert "#1 Våld" in await fresh.sees("Dina rapporter")
    await maria.taps("Öppna")
    await town.settles()
    assert [message.text for message in await anna.chat() if message.id == receipt.id] == [ERASED]
    await anna.says("/mina")
    await anna.receives(POLITE)


async def test_a_claim_that_nobody_knows_is_denied(town: Town) -> None:
    tove = await contact(town)
    token = token_of(await loses(tove, "Anna Lindqvist"))
    thief, anna = await town.stranger(502, "Tjuv"), await town.stranger(503, "Annas nya")
    await thief.starts(token)
    await thief.sees("ska bekräfta att det är du")
    await anna.starts(token)
    await anna.sees("Inbjudan gäller inte längre")
    await tove.taps("Neka")
    await thief.sees("Det gick inte att bekräfta")
    await tove.sees("bekräftades inte")
    await thief.starts(token)
    await thief.receives("Inbjudan gäller inte längre")
    person = next(each for each in await town.store.read(people.present) if each.name == "Anna Lindqvist")
    assert person.chat_id is None

    await tove.says("/personer")
    assert "Anna Lindqvist – ordningsvakt · utan telefon" in await tove.sees("Personer")
    await tove.taps("Anna Lindqvist")
    await tove.taps("Byt telefon")
    await anna.starts(token_of(await tove.sees("https://t.me/")))
    await tove.taps("Bekräfta")
    await anna.sees("Hej Anna Lindqvist")


async def test_an_old_phone_works_until_the_new_one_is_confirmed(town: Town) -> None:
    tove, anna = await contact(town), town.anna
    await tove.says("/personer")
    await tove.taps("Anna Lindqvist")
    await tove.taps("Byt telefon")
    token = token_of(await tove.sees("https://t.me/"))
    await anna.starts(token)
    await anna.sees("Öppna länken i den nya telefonen")
    fresh = await town.stranger(501, "Annas nya")
    await fresh.starts(token)
    receipt = await reports_violence(anna)
    assert "Mottagen" in receipt

    await tove.taps("Bekräfta")
    await fresh.sees("Hej Anna Lindqvist")
    await anna.sees(GONE)
    await town.settles()
    assert [message.text for message in await anna.chat() if message.id == receipt.id] == [ERASED]
    await anna.says("/mina")
    await anna.receives(POLITE)


async def test_what_rang_goes_on_to_the_new_phone(town: Town) -> None:
    tove = await contact(town)
    await reports_violence(town.anna)
    push = await town.karin.sees("#1 · Våld")
    card = await loses(town.maria, "Karin Holm")
    await town.settles()
    assert [message.text for message in await town.karin.chat() if message.id == push.id] == [ERASED]
    fresh = await town.stranger(501, "Karins nya")
    await fresh.starts(token_of(card))
    await town.maria.taps("Bekräfta")
    await fresh.sees("#1 · Våld")
    await fresh.sees("Hej Karin Holm")
    assert "Karin" not in "".join(map(str, await tove.chat()))


async def test_a_member_cannot_become_somebody_else(town: Town) -> None:
    tove = await contact(town)
    token = token_of(await loses(tove, "Anna Lindqvist"))
    await town.karin.starts(token)
    await town.karin.sees("Den här telefonen är redan någons i Överblick")
    await tove.starts(token)
    await tove.sees("Länken är till för den du bjuder in")


async def test_one_does_not_lose_the_phone_in_ones_hand(town: Town) -> None:
    tove = await contact(town)
    await tove.says("/personer")
    await tove.taps("Tove Berg")
    await tove.taps("Telefonen är borta")
    await tove.taps("Ja, koppla bort den nu")
    assert tove.answer
    assert "Du har ju din telefon i handen" in tove.answer["text"]


async def test_who_has_no_phone_can_be_revoked(town: Town) -> None:
    tove = await contact(town)
    token = token_of(await loses(tove, "Anna Lindqvist"))
    await tove.says("/personer")
    await tove.taps("Anna Lindqvist")
    await tove.taps("Dra in behörigheten")
    await tove.taps("Ja, dra in den nu")
    await tove.sees("Behörigheten drogs in")
    late = await town.stranger(501, "Annas nya")
    await late.starts(token)
    await late.sees("Inbjudan gäller inte längre")


OTHER = Member(id=120, name="Olle Strand", role=Role.GUARD, organisation="Nattvakt")


async def test_another_companys_contact_cannot_confirm(town: Town) -> None:
    tove, olle = await contact(town), await contact(town, OTHER)
    token = token_of(await loses(tove, "Anna Lindqvist"))
    thief = await town.stranger(502, "Tjuv")
    await thief.starts(token)
    claim = await tove.sees("bekräfta?")
    tap = behind(claim, "Bekräfta")
    await olle.says("/personer")
    await olle.forges(await olle.sees("Personer"), tap)
    assert olle.answer
    assert "inte behörighet" in olle.answer["text"]
    await thief.forges((await thief.chat())[-1], tap)
    assert thief.answer
    assert POLITE in thief.answer["text"]
