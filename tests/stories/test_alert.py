"""An alert from the strategist's phone to everybody else's: written, checked, sent, acknowledged, counted."""

from tests.stories.test_people import revokes
from tests.town import ANNA, Town


async def composes(
    town: Town, text: str, *, level: str = "Varning", roles: tuple[str, ...] = ("Ordningsvakter",)
) -> None:
    """Maria writes an alert to some roles at Överby and stops before sending it."""
    maria = town.maria
    await maria.says("/utskick")
    await maria.sees("Skriv texten som ett meddelande")
    await maria.says(text)
    await maria.taps(level)
    await maria.taps("Överby köpcentrum")
    await maria.sees("Valt: Överby köpcentrum")
    await maria.taps("Vidare")
    for role in roles:
        await maria.taps(role)
        await maria.sees(f"Valt: {role}")
    await maria.taps("Vidare")
    await maria.sees("Så här ser det ut")


async def test_the_preview_looks_like_the_message_and_says_how_many_get_it(town: Town) -> None:
    await composes(town, "Bilträff väntas <ikväll> 21–01.", roles=("Ordningsvakter", "Centrumledare"))
    preview = await town.maria.sees("Så här ser det ut")
    for line in ("Utskick · Varning", "Bilträff väntas <ikväll> 21–01.", "Från Maria Sandberg, Trollhättans Stad"):
        assert line in preview
    assert "Till: Ordningsvakter, Centrumledare · Överby köpcentrum" in preview
    assert "3 personer får det." in preview
    assert preview.labels[-1] == "Skicka"
    await town.anna.hears_nothing()


async def test_everybody_gets_it_each_in_their_language_and_the_card_counts(town: Town) -> None:
    await composes(town, "Bilträff väntas ikväll.", roles=("Ordningsvakter", "Centrumledare"))
    answer = await town.maria.taps("Skicka")
    assert answer
    assert answer["text"] == "Skickas till 3 personer."
    for phone, title in ((town.anna, "Utskick · Varning"), (town.yusuf, "Alert · Warning"), (town.karin, "Utskick")):
        assert "Bilträff väntas ikväll." in await phone.sees(title)
    await town.lars.hears_nothing()
    await town.wind(seconds=4)
    await town.maria.sees("Skickat till 3 av 3 – 0 har kvitterat")

    await town.anna.taps("Kvittera")
    await town.anna.sees("Kvitterat 15:00")
    await town.wind(seconds=4)
    await town.maria.sees("Skickat till 3 av 3 – 1 har kvitterat")


async def test_acknowledging_twice_counts_once(town: Town) -> None:
    await composes(town, "Bilträff väntas ikväll.")
    await town.maria.taps("Skicka")
    alert = await town.anna.sees("Utskick")
    button = alert.button("Kvittera")
    assert button
    await town.anna.taps("Kvittera")
    again = await town.anna.forges(alert, button.data)
    assert again
    assert again["text"] == "Du har redan kvitterat."
    await town.wind(seconds=4)
    await town.maria.sees("Skickat till 2 av 2 – 1 har kvitterat")


async def test_sent_twice_is_still_one_alert(town: Town) -> None:
    await composes(town, "Bilträff väntas ikväll.")
    preview = await town.maria.sees("Så här ser det ut")
    button = preview.button("Skicka")
    assert button
    await town.maria.taps("Skicka")
    await town.maria.forges(preview, button.data)
    await town.settles()
    assert len([message for message in await town.anna.chat() if "Bilträff väntas" in message]) == 1


async def test_who_blocked_the_bot_is_counted_as_not_reached(town: Town) -> None:
    await town.yusuf.blocks()
    await composes(town, "Bilträff väntas ikväll.")
    assert "En av dem går inte att nå." in await town.maria.sees("Så här ser det ut")
    await town.maria.taps("Skicka")
    await town.wind(seconds=4)
    await town.maria.sees("Skickat till 1 av 2 – 0 har kvitterat – 1 nås inte")


async def test_the_text_can_be_changed_and_the_draft_thrown_away(town: Town) -> None:
    maria = town.maria
    await composes(town, "Bilträff väntas ikväll.")
    await maria.taps("Ändra text")
    await maria.sees("Skriv texten")
    await maria.says("Bilträffen är inställd.")
    preview = await maria.sees("Så här ser det ut")
    assert "Bilträffen är inställd." in preview
    await maria.taps("Kasta")
    await maria.sees("Kastat. Inget skickades.")
    await town.settles()
    await town.anna.hears_nothing()


async def test_a_guard_sends_no_alerts(town: Town) -> None:
    await town.anna.says("/utskick")
    await town.anna.sees("Det har du inte behörighet till.")


async def test_a_forged_acknowledgement_by_somebody_else_is_refused(town: Town) -> None:
    await composes(town, "Bilträff väntas ikväll.")
    await town.maria.taps("Skicka")
    alert = await town.anna.sees("Utskick")
    await town.lars.says("/hjalp")
    card = await town.lars.sees("Det här kan du göra")
    refused = await town.lars.forges(card, alert.buttons[0].data)
    assert refused
    assert refused["text"] == "Det har du inte behörighet till."


async def test_what_still_waits_does_not_reach_who_was_revoked(town: Town) -> None:
    maria = town.maria
    await composes(town, "Bilträff väntas ikväll.")
    await town.sandbox.fault("429", chat=town.anna.id, seconds=3)
    await maria.taps("Skicka")
    await town.yusuf.sees("Bilträff väntas ikväll.")
    await revokes(maria, ANNA.name)
    await town.settles()
    await town.wind(seconds=30)
    await maria.sees("Skickat till 1 av 2 – 0 har kvitterat – 1 tillbakadraget")
    assert not [message for message in await town.anna.chat() if "Bilträff väntas" in message]
