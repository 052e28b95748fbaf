"""From an invite to a membership, and from a membership out."""

from urllib.parse import parse_qs, urlsplit

from domain.people import EVERY_SITE, Role
from tests.phones import Phone
from tests.pictures import png
from tests.screens import Shown
from tests.town import Member, Town

ELIN = Member(id=106, name="Elin Nord", role=Role.STRATEGIST, sites=(EVERY_SITE,), organisation="Trollhättans Stad")
POLITE = "Överblick är till för inbjudna"


def link_of(card: Shown) -> str:
    return next(line for line in card.text.splitlines() if line.startswith("https://t.me/"))


def token_of(card: Shown) -> str:
    return parse_qs(urlsplit(link_of(card)).query)["start"][0]


def copied_by(card: Shown) -> str:
    rows = card.body["reply_markup"]["inline_keyboard"]
    return str(next(button["copy_text"]["text"] for row in rows for button in row if "copy_text" in button))


async def invites_a_guard(maria: Phone, *, organisation: str = "Trygg Bevakning") -> Shown:
    """The card with the link."""
    await maria.says("/personer")
    await maria.taps("Bjud in")
    await maria.taps("En person")
    await maria.taps("Ordningsvakt")
    await maria.taps("Överby köpcentrum")
    await maria.taps(organisation)
    return await maria.sees("https://t.me/")


async def joins(phone: Phone, token: str, *, name: str) -> None:
    await phone.starts(token)
    await phone.taps("Svenska")
    await phone.sees("Vad heter du?")
    await phone.says(name)
    await phone.taps("Godkänn")
    await phone.sees(f"Hej {name}")


async def test_an_invited_guard_joins_and_reports(town: Town) -> None:
    maria, sven = town.maria, await town.stranger(201, "Sven")
    card = await invites_a_guard(maria)
    assert "ordningsvakt · Överby köpcentrum" in card.text
    assert "Organisation: Trygg Bevakning" in card.text
    assert "Gäller för en person, till fre 4 dec. 15:00" in card.text
    assert copied_by(card) == link_of(card)

    await joins(sven, token_of(card), name="Sven Åkesson")
    joined = await maria.sees("Sven Åkesson har gått med")
    assert joined.id == card.id
    assert "https://t.me/" not in joined.text

    await sven.taps("Ny rapport")
    await sven.taps("Bilträff")
    await sven.taps("Norra parkeringen")
    await sven.taps("Skicka")
    assert "#1 · Bilträff" in await sven.sees("Mottagen")


async def test_the_link_comes_as_a_picture_too_and_goes_when_it_is_used(town: Town) -> None:
    maria, sven = town.maria, await town.stranger(201, "Sven")
    card = await invites_a_guard(maria)
    await maria.taps("Visa QR")
    picture = await maria.sees(lambda message: "photo" in message.body)
    assert link_of(picture) == link_of(card)
    assert "Trygg Bevakning" in picture
    assert (await maria.photo(picture)).startswith(b"\x89PNG\r\n")

    await joins(sven, token_of(card), name="Sven Åkesson")
    await maria.no_longer_sees(lambda message: "photo" in message.body)


async def test_a_new_organisation_is_written_as_a_message(town: Town) -> None:
    maria = town.maria
    await maria.says("/personer")
    await maria.taps("Bjud in")
    await maria.taps("En person")
    await maria.taps("Näringsidkare")
    await maria.taps("Kungsgatan")
    await maria.taps("Ny organisation")
    assert maria.answer
    assert "Skriv organisationens namn" in maria.answer["text"]
    await maria.says("x" * 81)
    await maria.sees("högst 80 tecken")
    await maria.says("  Odens   Konditori ")
    card = await maria.sees("https://t.me/")
    assert "näringsidkare · Kungsgatan" in card.text
    assert "Organisation: Odens Konditori" in card.text


async def test_a_strategist_answers_for_every_site_and_is_asked_for_none(town: Town) -> None:
    maria = town.maria
    await maria.says("/personer")
    await maria.taps("Bjud in")
    await maria.taps("En person")
    await maria.taps("Brottsförebyggande strateg")
    card = await maria.sees("Vilken organisation?")
    assert "alla områden" in card.text
    await maria.taps("Tillbaka")
    await maria.sees("Vilken roll?")


async def test_only_sites_with_places_can_be_invited_to(town: Town) -> None:
    maria = town.maria
    await maria.says("/personer")
    await maria.taps("Bjud in")
    await maria.taps("En person")
    await maria.taps("Ordningsvakt")
    card = await maria.sees("Vilket område?")
    assert card.labels == ["Överby köpcentrum", "Kungsgatan", "Resecentrum", "Tillbaka", "Avbryt"]


async def test_a_link_works_for_one_person_once(town: Town) -> None:
    sven, tove = await town.stranger(201, "Sven"), await town.stranger(202, "Tove")
    token = token_of(await invites_a_guard(town.maria))
    await sven.starts(token)
    await sven.sees("Vilket språk?")
    await tove.starts(token)
    await tove.sees("Inbjudan gäller inte längre")
    await sven.taps("Svenska")
    await sven.says("Sven Åkesson")
    await sven.taps("Godkänn")
    await sven.sees("Hej Sven Åkesson")
    await tove.starts(token)
    await tove.receives("Inbjudan gäller inte längre")
    assert tove.keyboard is None


async def test_a_declined_invite_can_be_used_by_somebody_else(town: Town) -> None:
    sven, tove = await town.stranger(201, "Sven"), await town.stranger(202, "Tove")
    token = token_of(await invites_a_guard(town.maria))
    await sven.starts(token)
    await sven.taps("Svenska")
    await sven.says("Sven Åkesson")
    await sven.taps("Tacka nej")
    await sven.sees("Du tackade nej")
    await sven.says("/rapport")
    await sven.sees(POLITE)
    await joins(tove, token, name="Tove Berg")


async def test_a_cancelled_or_old_link_lets_nobody_in(town: Town) -> None:
    maria, sven = town.maria, await town.stranger(201, "Sven")
    cancelled = token_of(await invites_a_guard(maria))
    await maria.taps("Dra in inbjudan")
    await maria.sees("Inbjudan är indragen")
    await sven.starts(cancelled)
    await sven.sees("Inbjudan gäller inte längre")

    old = await invites_a_guard(maria)
    await town.wind(minutes=7 * 24 * 60 + 1)
    await maria.sees("Inbjudan har gått ut")
    await sven.starts(token_of(old))
    await sven.receives("Inbjudan gäller inte längre")


async def test_the_inviter_does_not_use_up_her_own_link(town: Town) -> None:
    maria, sven = town.maria, await town.stranger(201, "Sven")
    token = token_of(await invites_a_guard(maria))
    await maria.starts(token)
    await maria.sees("Länken är till för den du bjuder in")
    await joins(sven, token, name="Sven Åkesson")


async def test_a_stranger_gets_one_polite_sentence_and_nothing_else(town: Town) -> None:
    stranger = await town.stranger(203, "Okänd")
    await stranger.starts()
    await stranger.sees(POLITE)
    for words in ("hej", "/rapport", "/personer", "Ny rapport"):
        await stranger.says(words)
        assert (await stranger.receives(POLITE)).labels == []
    assert stranger.keyboard is None
    assert stranger.commands == []


async def test_the_list_says_who_they_are_and_who_cannot_be_reached(town: Town) -> None:
    await town.lars.blocks()
    await town.settles()
    await town.maria.says("/personer")
    card = await town.maria.sees("Personer · 5 medlemmar")
    assert "Anna Lindqvist – ordningsvakt · Trygg Bevakning" in card.text.splitlines()
    assert "Lars Ek – fastighetsägare · Ek Fastigheter · nås inte (har blockerat boten)" in card.text.splitlines()
    await town.maria.taps("Lars Ek")
    assert "Kan inte nås sedan" in await town.maria.sees("Med sedan")


async def revokes(maria: Phone, name: str) -> None:
    await maria.says("/personer")
    await maria.taps(name)
    await maria.taps("Dra in behörigheten")
    await maria.sees(f"Dra in behörigheten för {name}?")
    await maria.taps("Ja, dra in den nu")


def has_menu_and_keyboard(phone: Phone) -> bool:
    """Fails when there is one without the other."""
    assert bool(phone.keyboard) == bool(phone.commands)
    return bool(phone.keyboard)


async def test_who_is_revoked_is_out_at_the_next_tap(town: Town) -> None:
    anna, maria = town.anna, town.maria
    await anna.says("/installningar")
    await anna.taps("Svenska")
    await anna.sees("Hej Anna Lindqvist")
    assert has_menu_and_keyboard(anna)
    await anna.says("/rapport")
    await anna.taps("Bilträff")
    draft = await anna.sees("Var?")

    await revokes(maria, "Anna Lindqvist")
    await maria.sees("Behörigheten drogs in")
    await anna.sees("Din behörighet i Överblick har upphört")
    await town.settles()
    await anna.chat()
    assert not has_menu_and_keyboard(anna)
    assert (await anna.sees(lambda message: message.id == draft.id)).text == "Gallrad."
    answer = await anna.forges(draft, "rp:1:norra_p")
    assert answer
    assert POLITE in answer["text"]
    await anna.says("Ny rapport")
    await anna.receives(POLITE)


async def test_what_a_revoked_reader_was_sent_is_erased_and_what_waits_never_comes(town: Town) -> None:
    anna, karin, maria = town.anna, town.karin, town.maria
    await anna.says("/rapport")
    await anna.taps("Våld")
    await anna.taps("Vid Max")
    await anna.taps("Skicka")
    push = await karin.sees("#1 · Våld")
    await town.sandbox.fault("429", chat=karin.id, seconds=2)
    await anna.taps("Samma igen")
    await anna.taps("Skicka")
    await maria.sees("#2 · Våld")

    await revokes(maria, "Karin Holm")
    await karin.sees("Din behörighet i Överblick har upphört")
    await town.settles()
    erased = await karin.sees(lambda message: message.id == push.id)
    assert erased.text == "Gallrad."
    assert not [message for message in await karin.chat() if "#2" in message]


async def test_photos_that_a_revoked_reader_was_sent_are_deleted(town: Town) -> None:
    anna, maria, elin = town.anna, town.maria, await town.welcomes(ELIN)
    await anna.says("/rapport")
    await anna.taps("Bilträff")
    await anna.taps("Norra parkeringen")
    await anna.sends_photo(png(320, 240))
    await anna.taps("Skicka")
    await anna.sees("Mottagen")
    await elin.says("/inkorg")
    await elin.taps("En oläst · värst 2 Gul · Norra parkeringen · fre 15–16")
    await elin.taps("Foton och position")
    photo = await elin.sees(lambda message: "photo" in message.body)

    await revokes(maria, "Elin Nord")
    await elin.no_longer_sees(lambda message: message.id == photo.id)


async def test_the_last_strategist_cannot_lock_everybody_out(town: Town) -> None:
    maria = town.maria
    await revokes(maria, "Maria Sandberg")
    assert maria.answer
    assert "sista strategen" in maria.answer["text"]

    await town.welcomes(ELIN)
    await maria.taps("Ja, dra in den nu")
    await maria.sees("Din behörighet i Överblick har upphört")
    await maria.says("/inkorg")
    await maria.receives(POLITE)


async def test_the_status_is_told_in_words(town: Town) -> None:
    anna, maria = town.anna, town.maria
    await town.settles()
    await maria.says("/status")
    card = await maria.sees("Hur systemet mår")
    assert card.text.splitlines()[1:] == ["Allt kommer fram som det ska."]

    await town.karin.blocks()
    await anna.says("/rapport")
    await anna.taps("Våld")
    await anna.taps("Vid Max")
    await anna.taps("Skicka")
    await town.settles()
    await maria.says("/status")
    await maria.receives("Ett meddelande nådde inte sin mottagare")
