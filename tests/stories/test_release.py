"""A text reaches others when the strategist releases it, and goes when that ends; what is guarded is approved."""

from collections.abc import Sequence

from sqlalchemy import select

from domain.people import Role
from storage import Db
from storage.tables import audit
from tests.stories.test_report import files
from tests.town import Member, Town

NADIA = Member(id=111, name="Nadia Berg", role=Role.GUARD, organisation="Bergs Bevakning")
WORDS = "Fem personer, en har kniv"


async def reports(town: Town, *choices: str, words: str = WORDS) -> None:
    await town.anna.says("/rapport")
    for choice in choices:
        await town.anna.taps(choice)
    await town.anna.says(words)
    await town.anna.taps("Skicka")
    await town.anna.sees("Mottagen")


def noted(db: Db, act: str) -> Sequence[int]:
    return db.execute(select(audit.c.person_id).where(audit.c.act == act)).scalars().all()


async def test_a_text_is_read_after_a_tap_that_is_logged_and_goes_again(town: Town) -> None:
    maria, karin = town.maria, town.karin
    await reports(town, "Våld", "Vid Max")
    await karin.taps("Öppna")
    await karin.sees("Texten visas inte för dig")

    await maria.taps("Öppna")
    answer = await maria.taps("Dela")
    assert answer is not None
    assert answer["text"] == "Delad med 3 läsare."
    await maria.sees("Delad med: alla på området")
    await town.anna.sees("Delad med andra på området")

    told = await karin.sees("Text finns att läsa")
    assert "kniv" not in told.text
    assert "kniv" not in (await town.lars.sees("Text finns att läsa")).text
    assert await town.store.read(noted, "text_opened") == []
    await karin.taps("Läs texten")
    opened = await karin.sees(WORDS)
    assert "Delad av Trollhättans Stad 15:00:" in opened
    assert opened.protected
    assert len(await town.store.read(noted, "text_opened")) == 1

    await maria.taps("Mer…")
    await maria.taps("Sluta dela")
    await karin.no_longer_sees(WORDS)
    await karin.sees("Texten visas inte för dig")


async def test_who_opens_later_gets_the_text_at_once(town: Town) -> None:
    await reports(town, "Våld", "Vid Max")
    await town.maria.taps("Öppna")
    await town.maria.taps("Dela")
    await town.karin.sees("Text finns att läsa")
    await town.karin.taps("Öppna")
    await town.karin.sees(WORDS)
    assert len(await town.store.read(noted, "text_opened")) == 1


async def test_a_text_is_reworded_for_the_guards(town: Town) -> None:
    maria = town.maria
    await reports(town, "Våld", "Vid Max")
    await maria.taps("Öppna")
    await maria.taps("Mer…")
    await maria.taps("Dela med…")
    await maria.taps("Skriv om")
    await maria.says("En grupp vid Max, en är beväpnad. Ring 070-123 45 67.")
    card = await maria.sees("omskriven")
    assert "[telefonnummer]" in card
    await maria.taps("En roll…", on=card)
    await maria.taps("Ordningsvakter")
    await maria.sees("Dela med Ordningsvakter, en läsare?")
    await maria.taps("Dela")

    await town.yusuf.sees("There is a text to read")
    await town.yusuf.taps("Open")
    opened = await town.yusuf.sees("en är beväpnad")
    assert "reworded" in opened
    assert WORDS not in opened.text
    await town.karin.taps("Öppna")
    await town.karin.sees("Texten visas inte för dig")


async def test_drugs_are_released_to_one_organisation(town: Town) -> None:
    """They hear of the report that way, and nobody else does."""
    maria, nadia = town.maria, await town.welcomes(NADIA)
    await reports(town, "Fler", "Misstänkt narkotika", "Vid Max", words="Två säljer vid bilen")
    await maria.says("/inkorg")
    await maria.taps("En oläst")
    await maria.sees("Visas bara för strateg och polis")
    await maria.taps("Mer…")
    await maria.taps("Dela med…")
    await maria.taps("En organisation…")
    await maria.taps("Bergs Bevakning")
    await maria.taps("Dela")

    push = await nadia.sees("Text finns att läsa")
    assert "Två säljer" not in push.text
    await nadia.taps("Öppna")
    await nadia.sees("Två säljer vid bilen")
    for phone in (town.karin, town.yusuf, town.lars):
        assert not [message for message in await phone.chat() if "narkotika" in message or "drugs" in message]

    await maria.taps("Mer…")
    await maria.taps("Sluta dela")
    await nadia.sees("Gallrad")


async def test_a_heads_up_reaches_the_site_when_it_is_approved(town: Town) -> None:
    maria, karin = town.maria, town.karin
    await town.anna.says("/rapport")
    for choice in ("Fler", "Förvarning", "Annan plats", "Skicka"):
        await town.anna.taps(choice)
    await maria.sees("Obekräftat")
    await maria.taps("Öppna")
    await maria.sees("Obekräftat")
    await karin.hears_nothing()

    await maria.taps("Godkänn för området")
    push = await karin.sees("#1 · Förvarning")
    assert "Obekräftat" not in push
    await maria.no_longer_sees("Obekräftat")

    await maria.taps("Mer…")
    await maria.taps("Ta tillbaka godkännandet")
    await karin.sees("Gallrad")
    await maria.sees("Obekräftat")


async def test_a_report_without_a_text_has_nothing_to_share(town: Town) -> None:
    await files(town, "Bilträff", "Norra parkeringen")
    await town.maria.says("/inkorg")
    await town.maria.taps("En oläst")
    assert "Dela" not in (await town.maria.sees("Svara")).labels


async def test_nobody_releases_what_they_have_not_seen(town: Town) -> None:
    maria = town.maria
    await reports(town, "Våld", "Vid Max")
    await maria.taps("Öppna")
    opened = await maria.sees("Dela")
    before = next(button.data for button in opened.buttons if button.label == "Dela")
    await town.anna.says("och en till på Storgatan 3")
    await maria.sees("Storgatan 3")
    answer = await maria.forges(opened, before)
    assert answer
    assert "Så här ser det ut nu" in answer["text"]
    await maria.taps("Dela")
    await maria.sees("Delad med: alla på området")
