"""What comes late is asked when it happened: arrival is not event time."""

from tests.town import Town


async def test_what_was_written_while_the_bot_was_down_is_asked_when(town: Town) -> None:
    anna = town.anna
    await anna.says("/start")
    await anna.sees("Hej Anna Lindqvist")
    await town.closes()
    await anna.says("Ny rapport")
    await anna.says("Ca 40 bilar, burnouts")
    await town.wind(minutes=40)
    await town.opens()

    asked = await anna.sees("Det har gått en stund. När hände det?")
    assert "Ca 40 bilar" in asked
    assert asked.labels[0] == "När jag skrev, 15:00"
    assert "Skicka" not in asked
    for step in ("När jag skrev", "Bilträff", "Norra parkeringen", "Skicka"):
        await anna.taps(step)
    receipt = await anna.sees("Mottagen 15:40")
    assert "Tid: 15:00" in receipt
    assert "Kom in sent" in receipt


async def test_it_may_have_happened_at_another_time(town: Town) -> None:
    anna = town.anna
    await anna.says("/start")
    await anna.sees("Hej Anna Lindqvist")
    await town.closes()
    await anna.says("/rapport")
    await town.wind(minutes=40)
    await town.opens()
    for step in ("För en timme sedan", "Stöld", "Vid Maxi", "Skicka"):
        await anna.taps(step)
    assert "Tid: 14:40" in await anna.sees("Mottagen 15:40")


async def test_what_was_written_just_now_is_sent_in_four_taps(town: Town) -> None:
    anna = town.anna
    await anna.says("/start")
    await anna.sees("Hej Anna Lindqvist")
    await town.wind(minutes=20)
    for step in ("Ny rapport", "Bilträff", "Norra parkeringen"):
        await anna.taps(step)
    await town.wind(minutes=29)
    await anna.taps("Skicka")
    assert "Kom in sent" not in await anna.sees("Mottagen")
    assert anna.taps_made == 4


async def test_a_card_that_lay_for_hours_asks_before_it_is_sent(town: Town) -> None:
    anna = town.anna
    await anna.says("/rapport")
    await anna.taps("Bilträff")
    card = await anna.taps_and_sees("Norra parkeringen", "Skicka")
    send = card.button("Skicka")
    assert send
    await town.wind(minutes=180)
    assert "Skicka" not in await anna.sees("Det har gått en stund. När hände det?")
    await anna.forges(card, send.data)
    assert anna.answer
    assert "Svara först på när det hände" in anna.answer["text"]
    await anna.taps("Nu")
    await anna.taps("Skicka")
    assert "Tid: 18:00" in await anna.sees("Mottagen 18:00")
