"""What follows on a report: those who may know are told, the strategist reads, and the guard sees that she did."""

from tests.pictures import png
from tests.screens import Shown
from tests.stories.test_report import files
from tests.town import Town


async def test_orange_and_red_ring_at_once_without_the_text(town: Town) -> None:
    anna = town.anna
    await anna.says("/rapport")
    await anna.taps("Våld")
    await anna.taps("Vid Max")
    await anna.says("Fem personer, en har kniv")
    await anna.taps("Skicka")
    for phone in (town.maria, town.karin, town.yusuf, town.lars):
        push = await phone.sees("#1 ·")
        assert push.protected
        assert "Fem personer" not in push.text


async def test_yellow_waits_for_the_digest(town: Town) -> None:
    await files(town, "Bilträff", "Norra parkeringen")
    await town.settles()
    await town.maria.hears_nothing()


async def test_a_heads_up_goes_to_the_strategist_alone(town: Town) -> None:
    anna = town.anna
    await anna.says("/rapport")
    await anna.taps("Fler")
    await anna.taps("Förvarning")
    await anna.taps("Annan plats")
    await anna.taps("Skicka")
    assert "Obekräftat" in await town.maria.sees("Förvarning")
    await town.karin.hears_nothing()


async def test_opening_shows_the_text_and_turns_the_guards_card(town: Town) -> None:
    anna, maria = town.anna, town.maria
    await anna.says("/rapport")
    await anna.taps("Våld")
    await anna.taps("Vid Max")
    await anna.says("Fem personer, en har kniv")
    await anna.sends_photo(png(320, 240))
    await anna.taps("Skicka")

    await town.wind(minutes=44)
    await maria.taps("Öppna")

    opened = await maria.sees("Fem personer, en har kniv")
    assert opened.protected
    assert "Läst av Trollhättans Stad 15:44" in await anna.sees("Läst av")
    await maria.taps("Foton och position")
    photo = await maria.sees(lambda message: "photo" in message.body)
    assert photo.protected


async def test_a_manager_opens_the_structured_part_only(town: Town) -> None:
    anna = town.anna
    await anna.says("/rapport")
    await anna.taps("Våld")
    await anna.taps("Vid Max")
    await anna.says("Fem personer, en har kniv")
    await anna.taps("Skicka")
    await town.karin.taps("Öppna")
    opened = await town.karin.sees("Texten visas inte för dig")
    assert "kniv" not in opened.text
    assert "Läst av" not in await anna.sees("Mottagen")


async def test_the_inbox_shows_unread_first_and_the_note_reaches_the_guard(town: Town) -> None:
    anna, maria = town.anna, town.maria
    await files(town, "Bilträff", "Norra parkeringen")
    await files(town, "Nedskräpning", "Vid Maxi")
    await maria.says("/inkorg")
    inbox = await maria.sees("2 öppna, 2 olästa")
    assert inbox.labels[:2] == [
        "En oläst · värst 2 Gul · Norra parkeringen · fre 15–16",
        "En oläst · värst 1 Grön · Vid Maxi · fre 15–16",
    ]

    await maria.taps("En oläst · värst 2 Gul · Norra parkeringen")
    assert "1 av 1 · Norra parkeringen fre 15–16" in await maria.sees("Svara")
    await maria.taps("Svara")
    await maria.says("Bra att du skrev. Vi ställer ut bommar.")
    assert "Svar från Trollhättans Stad" in await anna.sees("Vi ställer ut bommar")

    await maria.sees(lambda message: "Vi ställer ut bommar" in message and "Svara" in message)
    await maria.taps("Till inkorgen")
    assert (await maria.sees("2 öppna, en oläst")).labels[:2] == [
        "En oläst · värst 1 Grön · Vid Maxi · fre 15–16",
        "En läst · värst 2 Gul · Norra parkeringen · fre 15–16",
    ]


async def test_closing_takes_a_reason_that_the_guard_sees(town: Town) -> None:
    await files(town, "Bilträff", "Norra parkeringen")
    maria = town.maria
    await maria.says("/inkorg")
    await maria.taps("En oläst")
    await maria.taps("Avsluta…")
    await maria.taps("Lämnad vidare")
    assert "#1 avslutad" in await maria.sees("Inget mer oläst.")
    assert "Avslutad av Trollhättans Stad 15:00: Lämnad vidare" in await town.anna.sees("Avslutad")


async def test_a_night_of_twelve_takes_two_taps_a_report_at_most(town: Town) -> None:
    for place, category in (("Vid Maxi", "Nedskräpning"), ("Norra parkeringen", "Bilträff"), ("Vid Max", "Stöld")):
        for _ in range(3):
            await files(town, category, place)
    await town.wind(minutes=70)
    for _ in range(3):
        await files(town, "Bilträff", "Norra parkeringen")
    maria = town.maria
    await maria.says("/inkorg")
    inbox = await maria.sees("12 öppna, 12 olästa")
    assert len([label for label in inbox.labels if "3 olästa" in label]) == 4

    maria.taps_made = 0
    await maria.taps("3 olästa")
    for _ in range(12):
        report = headline(await maria.sees("Klar"))
        await maria.taps("Klar")
        await maria.no_longer_sees(report)
    await maria.sees("Inget mer oläst.")
    assert maria.taps_made <= 13
    assert "Noterad" in await town.anna.sees("Avslutad")


def headline(opened: Shown) -> str:
    """Such as "#3 · Stöld"."""
    return next(line for line in opened.text.splitlines() if " · " in line and line.startswith("#"))


async def test_next_goes_through_a_group_before_it_goes_to_another(town: Town) -> None:
    for place in ("Norra parkeringen", "Vid Maxi", "Norra parkeringen"):
        await files(town, "Bilträff", place)
    maria = town.maria
    await maria.says("/inkorg")
    await maria.taps("2 olästa · värst 2 Gul · Norra")
    await maria.sees("1 av 2 · Norra parkeringen")
    await maria.taps("Nästa olästa")
    await maria.sees("2 av 2 · Norra parkeringen")
    await maria.taps("Nästa olästa")
    await maria.sees("1 av 1 · Vid Maxi")
    await maria.taps("Nästa olästa")
    await maria.sees("Inget mer oläst. 3 lästa är öppna.")


async def test_done_tapped_twice_closes_one(town: Town) -> None:
    for _ in range(3):
        await files(town, "Bilträff", "Norra parkeringen")
    maria = town.maria
    await maria.says("/inkorg")
    await maria.taps("3 olästa")
    opened = await maria.sees("1 av 3")
    done = next(button.data for button in opened.buttons if button.label == "Klar")
    await maria.forges(opened, done)
    await maria.sees("2 av 3")
    await maria.forges(opened, done)
    await town.settles()
    assert "#1 avslutad" in await maria.sees("2 av 3")
    await maria.taps("Till inkorgen")
    await maria.sees("2 öppna, en oläst")


async def test_what_was_closed_in_haste_is_opened_again(town: Town) -> None:
    for _ in range(2):
        await files(town, "Bilträff", "Norra parkeringen")
    maria, anna = town.maria, town.anna
    await maria.says("/inkorg")
    await maria.taps("2 olästa")
    await maria.taps("Klar")
    await anna.sees("Avslutad")
    await maria.taps("Ångra #1")
    assert "1 av 2" in await maria.sees("#1 · Bilträff")
    await anna.no_longer_sees("Avslutad")
    await maria.taps("Till inkorgen")
    await maria.sees("2 öppna, alla lästa")


async def test_the_way_back_leads_to_the_page_where_one_was(town: Town) -> None:
    for _ in range(9):
        await files(town, "Bilträff", "Norra parkeringen")
        await town.wind(minutes=60)
    maria = town.maria
    await maria.says("/inkorg")
    await maria.taps("Nästa sida")
    await maria.taps("En oläst · värst 2 Gul · Norra parkeringen · fre 15–16")
    await maria.taps("Mer…")
    await maria.taps("Tillbaka")
    await maria.taps("Till inkorgen")
    page = await maria.sees("9 öppna, 8 olästa")
    assert page.labels[0].startswith("En läst · värst 2 Gul · Norra parkeringen · fre 15–16")


async def test_a_group_is_read_and_closed_at_once_but_not_what_came_meanwhile(town: Town) -> None:
    anna, maria = town.anna, town.maria
    for words in ("Två bilar driftar", "Fyra bilar driftar"):
        await anna.says("/rapport")
        await anna.taps("Bilträff")
        await anna.taps("Norra parkeringen")
        await anna.says(words)
        await anna.taps("Skicka")
        await anna.sees("Mottagen")
    await maria.says("/inkorg")
    await maria.taps("2 olästa")
    await maria.taps("Mer…")
    await maria.taps("Läs hela gruppen")
    group = await maria.sees("Avsluta alla 2")
    assert "Två bilar driftar" in group
    assert "Fyra bilar driftar" in group
    await files(town, "Bilträff", "Norra parkeringen")
    assert await maria.taps("Avsluta alla 2") == {"text": "2 avslutade.", "show_alert": False, "url": ""}
    left = await maria.sees("Avsluta den")
    assert "#3" in left
    assert "Två bilar" not in left


async def test_quiet_shifts_are_no_incidents(town: Town) -> None:
    anna, maria = town.anna, town.maria
    for _ in range(2):
        await anna.says("/lugnt")
        await anna.taps("Skicka")
        await anna.sees("Mottagen")
    await files(town, "Bilträff", "Norra parkeringen")
    await maria.says("/inkorg")
    inbox = await maria.sees("en öppen, en oläst")
    assert inbox.labels[1] == "Lugna pass (2)"
    await maria.taps("Lugna pass")
    await maria.sees("Avsluta alla 2")
    await maria.taps("Avsluta alla 2")
    assert "Lugna pass" not in (await maria.sees("en öppen, en oläst")).labels
