"""A Friday at 17:00: a guard company brings its own people, and sees who comes, waits and leaves."""

from domain.people import Role
from storage import Db, organisations, people
from tests.phones import Phone
from tests.screens import Shown
from tests.stories.test_people import POLITE, token_of
from tests.town import Member, Town

TOVE = Member(id=110, name="Tove Berg", role=Role.GUARD)
"""The contact of Trygg Bevakning."""
NAMES = ["Ali Nilsson", "Bea Holm", "Cilla Ek", "Dan Borg", "Erik Lund"]
MISSING = "Avtalet med Nattvakt är inte noterat"


def appoint(db: Db, contact: Member) -> None:
    found = people.by_chat(db, contact.id)
    assert found is not None
    people.change(db, found.id, is_contact=True)


def lose_agreement(db: Db, name: str) -> None:
    organisations.change(db, organisations.id_of(db, name), agreed_on=None)


async def contact(town: Town, member: Member = TOVE) -> Phone:
    """Somebody whom the strategist has appointed."""
    phone = await town.welcomes(member)
    await town.store.write(appoint, member)
    return phone


def behind(card: Shown, label: str) -> str:
    """The data of a button, to be tapped when the button is gone."""
    return next(button.data for button in card.buttons if button.label == label)


async def invites_many(inviter: Phone, seats: int) -> Shown:
    """The card of an invite for that many guards at Överby."""
    await inviter.says("/personer")
    await inviter.taps("Bjud in")
    await inviter.taps("Flera personer")
    await inviter.taps(str(seats))
    await inviter.taps("Ordningsvakt")
    await inviter.taps("Överby köpcentrum")
    return await inviter.sees("Visa QR")


async def scans(phone: Phone, token: str, *, name: str) -> None:
    """Takes all steps up to having said yes."""
    await phone.starts(token)
    await phone.taps("Svenska")
    await phone.sees("Vad heter du?")
    await phone.says(name)
    await phone.taps("Godkänn")


async def comes(town: Town, number: int, name: str, token: str) -> Phone:
    """A new guard scans the picture and waits."""
    phone = await town.stranger(number, name.split(maxsplit=1)[0])
    await scans(phone, token, name=name)
    await phone.sees("Nu väntar du på att Trygg Bevakning släpper in dig")
    return phone


async def lists_waiting(contact: Phone, count: int) -> Shown:
    """The list with so many on it."""
    return await contact.sees(lambda card: f"{count} väntar" in card.text and "Till inbjudan" in card.labels)


async def test_a_friday_at_17_a_company_brings_its_people(town: Town) -> None:
    tove = await contact(town)
    card = await invites_many(tove, 40)
    assert "Inbjudan för 40 personer" in card.text
    assert "Gäller för 40 personer, till lör 28 nov. 15:00" in card.text
    picture = await tove.sees(lambda message: "photo" in message.body)
    assert "Trygg Bevakning" in picture
    phones = [await comes(town, 301 + number, name, token_of(card)) for number, name in enumerate(NAMES)]
    counted = await tove.sees("5 av 40 har tackat ja, 5 väntar")
    assert counted.id == card.id
    await phones[0].says("/rapport")
    await phones[0].receives(POLITE)

    await tove.taps("Visa väntande")
    assert [name for name in NAMES if name in (await lists_waiting(tove, 5)).text] == NAMES
    await tove.taps("Släpp in alla 5")
    for phone, name in zip(phones, NAMES, strict=True):
        await phone.sees(f"Hej {name}")
    await tove.sees("Ingen väntar")
    await tove.taps("Till inbjudan")
    await tove.sees(lambda message: message.id == card.id and message.text.endswith("5 av 40 har tackat ja"))
    await phones[4].taps("Ny rapport")
    await phones[4].sees("Vad ser du?")


async def test_nobody_comes_in_who_came_after_the_list_was_shown(town: Town) -> None:
    tove = await contact(town)
    token = token_of(await invites_many(tove, 10))
    ali, bea, cilla = [await comes(town, 301 + number, name, token) for number, name in enumerate(NAMES[:3])]
    await tove.sees("3 väntar")
    await tove.taps("Visa väntande")
    shown = await lists_waiting(tove, 3)
    tap = behind(shown, "Släpp in alla 3")
    dan = await comes(town, 304, NAMES[3], token)
    await lists_waiting(tove, 4)
    await tove.forges(shown, tap)
    for phone, name in zip((ali, bea, cilla), NAMES, strict=False):
        await phone.sees(f"Hej {name}")
    assert NAMES[3] in await tove.sees("En väntar")
    await dan.says("/rapport")
    await dan.receives(POLITE)


async def test_one_is_let_in_by_a_tap_and_another_is_turned_away(town: Town) -> None:
    tove = await contact(town)
    token = token_of(await invites_many(tove, 10))
    ali, bea = [await comes(town, 301 + number, name, token) for number, name in enumerate(NAMES[:2])]
    await tove.sees("2 väntar")
    await tove.taps("Visa väntande")
    await lists_waiting(tove, 2)
    await tove.taps("Släpp in Ali Nilsson")
    await ali.sees("Hej Ali Nilsson")
    assert "Bea Holm" in await tove.sees("En väntar")
    await tove.taps("Neka")
    await bea.sees("Du blev inte insläppt")
    await tove.sees("Ingen väntar")
    await bea.starts(token)
    await bea.receives("Inbjudan gäller inte längre")
    await bea.says("/rapport")
    await bea.receives(POLITE)


async def test_the_picture_goes_after_a_day_and_who_waits_can_still_be_let_in(town: Town) -> None:
    tove = await contact(town)
    token = token_of(await invites_many(tove, 5))
    ali = await comes(town, 301, "Ali Nilsson", token)
    await town.wind(minutes=24 * 60 + 1)
    await tove.no_longer_sees(lambda message: "photo" in message.body)
    assert "1 av 5 har tackat ja, 1 väntar" in await tove.sees("Inbjudan har gått ut")
    late = await town.stranger(302, "Sen")
    await late.starts(token)
    await late.sees("Inbjudan gäller inte längre")
    await tove.taps("Visa väntande")
    await tove.taps("Släpp in Ali Nilsson")
    await ali.sees("Hej Ali Nilsson")


async def test_the_last_seat_uses_the_picture_up(town: Town) -> None:
    tove = await contact(town)
    token = token_of(await invites_many(tove, 5))
    for number in range(5):
        await comes(town, 301 + number, f"Vakt {number}", token)
    await tove.no_longer_sees(lambda message: "photo" in message.body)
    assert "https://t.me/" not in (await tove.sees("5 av 5 har tackat ja, 5 väntar")).text
    sixth = await town.stranger(306, "Sexan")
    await sixth.starts(token)
    await sixth.sees("Inbjudan gäller inte längre")


async def test_a_contact_is_asked_for_no_organisation_and_offered_no_strategist(town: Town) -> None:
    tove = await contact(town)
    await tove.says("/personer")
    await tove.taps("Bjud in")
    await tove.taps("En person")
    card = await tove.sees("Vilken roll?")
    assert card.labels == [
        "Ordningsvakt",
        "Centrumledare",
        "Fastighetsägare",
        "Näringsidkare",
        "Samverkanspart",
        "Avbryt",
    ]
    await tove.forges(card, behind(card, "Ordningsvakt").replace("guard", "strategist"))
    assert tove.answer
    assert "inte behörighet" in tove.answer["text"]
    await tove.taps("Ordningsvakt")
    await tove.taps("Kungsgatan")
    card = await tove.sees("https://t.me/")
    assert "ordningsvakt · Kungsgatan" in card.text
    assert "Organisation: Trygg Bevakning" in card.text

    sven = await town.stranger(201, "Sven")
    await scans(sven, token_of(card), name="Sven Åkesson")
    await sven.sees("Hej Sven Åkesson")


async def test_a_contact_sees_and_touches_only_the_own_people(town: Town) -> None:
    tove = await contact(town)
    await tove.says("/personer")
    card = await tove.sees("3 medlemmar")
    assert card.labels[:4] == ["Anna Lindqvist", "Tove Berg", "Yusuf Demir", "Bjud in"]
    for name, number in (("Karin", town.karin.id), ("Maria", town.maria.id)):
        person = await town.store.read(people.by_chat, number)
        assert person is not None
        for tap in ("uo:{}:0", "ua:{}:0", "ur:{}:0", "us:{}", "ug:{}:overby:guard", "hl:{}:0", "hc:{}"):
            await tove.forges(card, tap.format(person.id))
            assert tove.answer, name
            assert "inte behörighet" in tove.answer["text"], (name, tap)


async def test_the_municipalitys_contact_cannot_touch_the_strategist(town: Town) -> None:
    staden = Member(id=111, name="Ulf Ros", role=Role.PARTNER, organisation="Trollhättans Stad")
    ulf = await contact(town, staden)
    await ulf.says("/personer")
    await ulf.taps("Maria Sandberg")
    card = await ulf.sees("Kan nås")
    assert card.labels == ["Till personer"]
    maria = await town.store.read(people.by_chat, town.maria.id)
    assert maria is not None
    for tap in (f"ur:{maria.id}:0", f"hl:{maria.id}:0", f"hc:{maria.id}"):
        await ulf.forges(card, tap)
        assert ulf.answer
        assert "inte behörighet" in ulf.answer["text"]


async def test_without_an_agreement_nobody_comes_in(town: Town) -> None:
    nora = await contact(town, Member(id=112, name="Nora Dahl", role=Role.GUARD, organisation="Nattvakt"))
    await town.store.write(lose_agreement, "Nattvakt")
    card = await invites_many(nora, 5)
    assert MISSING in card.text
    ali = await town.stranger(301, "Ali")
    await scans(ali, token_of(card), name="Ali Nilsson")
    await ali.sees("väntar du på att Nattvakt släpper in dig")
    await nora.taps("Visa väntande")
    await nora.taps("Släpp in Ali Nilsson")
    assert nora.answer
    assert "Kommunen måste notera avtalet" in nora.answer["text"]
    await ali.sees("Trollhättans Stad ska först notera avtalet med Nattvakt")
    await ali.says("/rapport")
    await ali.receives(POLITE)


async def test_a_duty_phone_is_invited_and_named(town: Town) -> None:
    tove, phone = await contact(town), await town.stranger(401, "Telefon")
    await tove.says("/personer")
    await tove.taps("Bjud in")
    await tove.taps("Tjänstetelefon")
    await tove.taps("Överby köpcentrum")
    card = await tove.sees("https://t.me/")
    assert "Inbjudan för en tjänstetelefon" in card.text
    await phone.starts(token_of(card))
    await phone.taps("Svenska")
    asked = await phone.sees("Vad ska tjänstetelefonen heta?")
    assert asked.labels == []
    await phone.says("Jourtelefon Överby")
    await phone.taps("Godkänn")
    await phone.sees("Hej Jourtelefon Överby")
    person = await town.store.read(people.by_chat, phone.id)
    assert person is not None
    assert person.is_duty_phone


async def test_another_site_and_role_hold_at_the_next_tap(town: Town) -> None:
    tove, anna, maria = await contact(town), town.anna, town.maria
    await anna.says("/rapport")
    await anna.taps("Våld")
    await anna.taps("Entré A")
    await anna.taps("Skicka")
    await anna.sees("Mottagen")
    yusuf = await town.yusuf.sees("#1 · ")

    await tove.says("/personer")
    await tove.taps("Yusuf Demir")
    await tove.taps("Ändra roll eller område")
    await tove.taps("Överby köpcentrum: ordningsvakt")
    assert "Ta bort området" not in (await tove.sees("Vilken roll på Överby köpcentrum?")).labels
    await tove.taps("Tillbaka")
    await tove.taps("Lägg till område")
    await tove.taps("Kungsgatan")
    await tove.taps("Samverkanspart")
    await tove.taps("Överby köpcentrum: ordningsvakt")
    await tove.taps("Ta bort området")
    await town.yusuf.sees("Partner · Kungsgatan")
    await town.yusuf.sees(lambda message: message.id == yusuf.id and message.text == "Erased.")
    await town.settles()
    await tove.says("/personer")
    await tove.taps("Yusuf Demir")
    assert "Samverkanspart · Kungsgatan" in await tove.sees("Med sedan")
    assert "Anna Lindqvist" not in await maria.last()


async def test_the_last_contact_may_leave_and_the_strategist_is_told(town: Town) -> None:
    tove, anna, maria = await contact(town), town.anna, town.maria
    await tove.says("/personer")
    await tove.taps("Anna Lindqvist")
    await tove.taps("Dra in behörigheten")
    await tove.taps("Ja, dra in den nu")
    await anna.sees("Din behörighet i Överblick har upphört")

    await tove.says("/personer")
    await tove.taps("Tove Berg")
    await tove.taps("Dra in behörigheten")
    await tove.taps("Ja, dra in den nu")
    await tove.sees("Din behörighet i Överblick har upphört")
    await maria.sees("Trygg Bevakning har inget kontaktombud")


async def test_who_is_a_member_elsewhere_cannot_come_by_the_picture(town: Town) -> None:
    tove = await contact(town)
    token = token_of(await invites_many(tove, 5))
    await town.karin.starts(token)
    await town.karin.sees("Du är redan med i Överblick")


async def test_the_strategist_sees_who_waits_everywhere(town: Town) -> None:
    tove, maria = await contact(town), town.maria
    token = token_of(await invites_many(tove, 5))
    ali = await comes(town, 301, "Ali Nilsson", token)
    await maria.says("/personer")
    card = await maria.sees("En väntar på att bli insläppt")
    assert card.labels[0] == "Ali Nilsson"
    await maria.taps("Ali Nilsson")
    await maria.sees("Har tackat ja och väntar")
    await maria.taps("Släpp in")
    await ali.sees("Hej Ali Nilsson")
    await tove.sees("1 av 5 har tackat ja")
