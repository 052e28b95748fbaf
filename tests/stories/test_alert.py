"""An alert from the strategist's phone to everybody else's: written, checked, sent, answered, counted, ended."""

import json
from datetime import UTC, datetime

from storage import audit
from tests.phones import Phone
from tests.pictures import png
from tests.screens import Shown
from tests.stories.test_people import revokes
from tests.town import ANNA, KARIN, LARS, Town

NIGHT = datetime(2026, 11, 27, 22, 30, tzinfo=UTC)
SEVEN = datetime(2026, 11, 28, 6, 0, 5, tzinfo=UTC)


async def composes(
    town: Town, text: str, *, level: str = "Varning", roles: tuple[str, ...] = ("Ordningsvakter",)
) -> Shown:
    """Maria writes an alert to some roles at Överby and stops before sending it."""
    maria = town.maria
    await maria.says("/utskick")
    await maria.sees("Skriv texten, eller")
    await maria.says(text)
    await maria.taps(level)
    await maria.taps("Överby köpcentrum")
    await maria.sees("Valt: Överby köpcentrum")
    await maria.taps("Vidare")
    for role in roles:
        await maria.taps(role)
        await maria.sees(f"Valt: {role}")
    await maria.taps("Vidare")
    return await maria.sees("Så här ser det ut")


async def sends(town: Town) -> None:
    """Maria sends what she has written, and the minute to undo it passes."""
    await town.maria.taps("Skicka")
    await town.maria.sees("Ångra, skicka inte")
    await town.wind(seconds=61)


async def is_counted(town: Town, line: str) -> Shown:
    await town.wind(seconds=4)
    return await town.maria.sees(line)


async def has(phone: Phone, words: str) -> int:
    return len([message for message in await phone.chat() if words in message and not message.mine])


async def test_the_preview_looks_like_the_message_and_says_how_many_get_it(town: Town) -> None:
    preview = await composes(town, "Bilträff väntas <ikväll> 21–01.", roles=("Ordningsvakter", "Centrumledare"))
    for line in ("Utskick · Varning", "Bilträff väntas <ikväll> 21–01.", "Från Maria Sandberg, Trollhättans Stad"):
        assert line in preview
    assert "Till: Ordningsvakter, Centrumledare · Överby köpcentrum" in preview
    assert "3 personer får det." in preview
    assert preview.labels[-1] == "Skicka"
    await town.anna.hears_nothing()


async def test_everybody_gets_it_a_minute_later_and_the_card_counts_what_they_answer(town: Town) -> None:
    await composes(town, "Bilträff väntas ikväll.", roles=("Ordningsvakter", "Centrumledare"))
    await town.maria.taps("Skicka")
    await town.wind(seconds=50)
    assert not await has(town.anna, "Bilträff väntas")
    await town.wind(seconds=11)
    for phone, title in ((town.anna, "Utskick · Varning"), (town.yusuf, "Alert · Warning"), (town.karin, "Utskick")):
        assert "Bilträff väntas ikväll." in await phone.sees(title)
    await town.lars.hears_nothing()
    await is_counted(town, "Skickat till 3 av 3 – 0 har svarat")

    await town.anna.taps("Vi agerar")
    await town.anna.sees("Du svarade Vi agerar 15:01")
    await town.yusuf.taps("Not about us")
    card = await is_counted(town, "Skickat till 3 av 3 – 2 har svarat")
    assert {"Vi agerar: 1", "Berör inte oss: 1", "Har inte svarat: 1"} <= set(card.labels)
    await town.maria.taps("Har inte svarat: 1")
    await town.maria.sees("Karin Holm, Överby köpcentrum")
    await town.maria.taps("Till utskicket")
    await town.maria.sees("2 har svarat")


async def test_within_the_minute_it_is_taken_back_and_nobody_ever_gets_it(town: Town) -> None:
    await composes(town, "Fel text.")
    await town.maria.taps("Skicka")
    await town.maria.taps("Ångra, skicka inte")
    await town.maria.sees("Så här ser det ut")
    await town.wind(minutes=5)
    assert not await has(town.anna, "Fel text")


async def test_what_is_acute_need_not_wait(town: Town) -> None:
    await composes(town, "Det brinner.", level="Akut, går före allt annat")
    await town.maria.taps("Skicka")
    await town.maria.taps("Skicka nu")
    await town.anna.sees("Det brinner.")


async def test_an_answer_can_be_changed_and_counts_once(town: Town) -> None:
    await composes(town, "Bilträff väntas ikväll.")
    await sends(town)
    alert = await town.anna.sees("Utskick")
    button = alert.button("Sett")
    assert button
    await town.anna.taps("Sett")
    await town.anna.forges(alert, button.data)
    await is_counted(town, "Skickat till 2 av 2 – 1 har svarat")
    await town.anna.taps("Vi agerar")
    assert "Valt: Vi agerar" in (await town.anna.sees("Du svarade Vi agerar")).labels
    card = await is_counted(town, "Skickat till 2 av 2 – 1 har svarat")
    assert "Vi agerar: 1" in card.labels


async def test_who_needs_help_reaches_the_strategist_at_once_with_a_line(town: Town) -> None:
    await composes(town, "Bilträff väntas ikväll.")
    await sends(town)
    answer = await town.anna.taps("Behöver hjälp")
    assert answer
    assert "Skriv en rad" in answer["text"]
    await town.maria.sees("Behöver hjälp: Anna Lindqvist, Trygg Bevakning")
    await town.anna.says("Vi behöver två till vid grinden")
    await town.anna.sees("strategen kan läsa din rad")
    assert not await has(town.maria, "två till vid grinden")
    await town.maria.taps("Läs vad som behövs")
    await town.maria.sees("två till vid grinden")

    await town.anna.taps("Vi agerar")
    await town.maria.sees("Behöver inte längre hjälp: Anna Lindqvist")


async def test_a_late_answer_is_kept_as_late(town: Town) -> None:
    await composes(town, "Bilträff väntas ikväll.")
    await town.maria.taps("Mer…")
    await town.maria.taps("Gäller i 12 timmar")
    await town.maria.taps_and_sees("2 timmar", "Gäller i 2 timmar")
    await town.maria.taps_and_sees("Tillbaka", "Så här ser det ut")
    await sends(town)
    await town.anna.sees("Bilträff väntas")
    await town.wind(minutes=125)
    answer = await town.anna.taps("Sett")
    assert answer
    assert answer["text"] == "Sparat, men utskicket gäller inte längre."
    await is_counted(town, "1 har svarat")
    await town.maria.taps("Sett: 1")
    assert "(för sent)" in await town.maria.sees("Anna Lindqvist")


async def test_a_correction_after_half_have_answered_asks_them_again(town: Town) -> None:
    await composes(town, "500 bilar vid Överby klockan 21.")
    await sends(town)
    await town.anna.taps("Sett")
    await is_counted(town, "1 har svarat")
    await town.maria.taps("Rätta")
    await town.maria.says("50 bilar vid Kungsgatan klockan 21.")
    await town.maria.sees("Skicka rättelsen till de 2 som har fått utskicket?")
    assert not await has(town.anna, "Kungsgatan")
    await town.maria.taps("Skicka rättelsen")
    corrected = await town.anna.sees("50 bilar vid Kungsgatan")
    assert "innan texten rättades. Svara igen." in corrected
    assert not await has(town.anna, "500 bilar")
    told = await town.anna.sees("Utskicket är rättat.")
    assert told.body["reply_to_message"]["message_id"] == corrected.id
    assert "50 bilar" in await town.yusuf.sees("Corrected 15:01")
    await is_counted(town, "Skickat till 2 av 2 – 0 har svarat")
    await town.anna.taps("Vi agerar", on=corrected)
    await is_counted(town, "Skickat till 2 av 2 – 1 har svarat")


async def test_called_off_in_answer_to_the_alert_itself(town: Town) -> None:
    await composes(town, "Bilträff väntas ikväll.")
    await sends(town)
    alert = await town.anna.sees("Bilträff väntas")
    await is_counted(town, "Skickat till 2 av 2")
    await town.maria.taps("Avblås")
    await town.maria.sees("Avblåsa för de 2 som har fått det?")
    await town.maria.taps("Ja, avblås")
    told = await town.anna.sees("Ingen behöver göra mer.")
    assert told.body["reply_to_message"]["message_id"] == alert.id
    assert not (await town.anna.sees("Avblåst 15:01")).labels
    await town.yusuf.sees("Called off.")
    await town.maria.sees("Avblåst 15:01")


async def test_taken_back_it_is_gone_from_every_phone_and_the_card_says_so(town: Town) -> None:
    await composes(town, "Fel mottagare.")
    await sends(town)
    await town.anna.sees("Fel mottagare.")
    await is_counted(town, "Skickat till 2 av 2")
    await town.maria.taps("Ta tillbaka")
    await town.maria.taps("Ja, ta tillbaka")
    await town.anna.no_longer_sees("Fel mottagare.")
    await town.yusuf.no_longer_sees("Fel mottagare.")
    await is_counted(town, "2 tillbakadraget")


async def test_where_telegram_deletes_no_more_the_message_says_that_it_was_taken_back(town: Town) -> None:
    await composes(town, "Fel mottagare.")
    await sends(town)
    await town.anna.sees("Fel mottagare.")
    await town.wind(minutes=60 * 60)
    await town.maria.taps("Ta tillbaka")
    await town.maria.taps("Ja, ta tillbaka")
    await town.anna.sees("Utskicket togs tillbaka")
    assert not await has(town.anna, "Fel mottagare.")


async def test_sent_twice_is_still_one_alert(town: Town) -> None:
    preview = await composes(town, "Bilträff väntas ikväll.")
    button = preview.button("Skicka")
    assert button
    await town.maria.taps("Skicka")
    await town.maria.forges(preview, button.data)
    await town.wind(seconds=61)
    assert await has(town.anna, "Bilträff väntas") == 1


async def test_a_manager_who_blocked_the_bot_is_named_before_and_after(town: Town) -> None:
    await town.karin.blocks()
    preview = await composes(town, "Bilträff väntas ikväll.", roles=("Ordningsvakter", "Centrumledare"))
    assert "En av dem går inte att nå." in preview
    await town.maria.taps("Visa vilka som inte nås")
    assert "Karin Holm, Överby köpcentrum (har blockerat boten) – ingen ersättare" in await town.maria.sees("Nås inte")
    await town.maria.taps_and_sees("Tillbaka", "Så här ser det ut")
    await sends(town)
    await is_counted(town, "Skickat till 2 av 3 – 0 har svarat – 1 nås inte (har blockerat boten)")
    await town.maria.taps("Nås inte: 1")
    assert "har blockerat boten" in await town.maria.sees(f"{KARIN.name}, Överby köpcentrum")


async def test_who_had_blocked_the_bot_meanwhile_gets_the_correction_when_they_let_it_in_again(town: Town) -> None:
    await composes(town, "500 bilar vid Överby klockan 21.")
    await sends(town)
    await town.anna.sees("500 bilar")
    await is_counted(town, "Skickat till 2 av 2")
    await town.anna.blocks()
    await town.maria.taps("Ta tillbaka")
    await town.maria.taps("Ja, ta tillbaka")
    await town.yusuf.no_longer_sees("500 bilar")
    await town.settles()
    assert await has(town.anna, "500 bilar")
    await town.anna.unblocks()
    await town.anna.no_longer_sees("500 bilar")


async def test_a_goal_missed_at_night_is_told_with_the_list(town: Town) -> None:
    await composes(town, "500 bilar är på väg.", level="Akut, går före allt annat")
    maria = town.maria
    await maria.taps("Ändra mottagare")
    await maria.taps("Roller")
    await maria.taps_and_sees("Fastighetsägare", "Valt: Fastighetsägare")
    await maria.taps("Vidare")
    await maria.taps("Mer…")
    await maria.taps("Mål för svaren")
    await maria.taps("En från varje organisation")
    await maria.taps_and_sees("15 min", "Annat om utskicket")
    await maria.taps("Tillbaka")
    assert "En från varje organisation svarar inom 15 min" in await maria.sees("Så här ser det ut")
    await sends(town)
    await town.anna.taps("Vi agerar")
    await town.wind(minutes=15)
    await town.lars.sees("Du har inte svarat.")
    assert not await has(town.yusuf, "You have not answered")
    await town.wind(minutes=31)
    assert "en organisation har inte svarat" in await maria.sees("Målet nåddes inte")
    await maria.taps("Visa vilka som inte svarat")
    assert "Har inte svarat" in await maria.sees(f"{LARS.name}, Ek Fastigheter")
    await town.lars.taps("Berör inte oss")
    await maria.taps("Till utskicket")
    await is_counted(town, "– nått")


async def test_who_sleeps_is_left_alone_until_the_morning_and_rung_once(town: Town) -> None:
    await town.wind(to=NIGHT)
    for text in ("Första nyheten.", "Andra nyheten."):
        preview = await composes(town, text, roles=("Centrumledare",))
        assert "En får det lör 28 nov. 07:00, efter tysta timmar." in preview
        await sends(town)
    assert not await has(town.karin, "nyheten")
    await town.karin.says("/installningar")
    await town.karin.sees("Håller 2 meddelanden till")
    await town.wind(to=SEVEN)
    first, second = await town.karin.sees("Första nyheten."), await town.karin.sees("Andra nyheten.")
    assert (first.body["silent"], second.body["silent"]) == (False, True)


async def test_acute_breaks_quiet_hours_and_says_so(town: Town) -> None:
    await town.wind(to=NIGHT)
    preview = await composes(town, "Det brinner.", level="Akut, går före allt annat", roles=("Centrumledare",))
    assert "Akut ringer också under tysta timmar." in preview
    await town.maria.taps("Skicka")
    await town.maria.taps("Skicka nu")
    assert not (await town.karin.sees("Det brinner.")).body["silent"]


async def test_a_drill_says_so_on_every_message(town: Town) -> None:
    await composes(town, "Utrym huset.")
    await town.maria.taps("Mer…")
    await town.maria.taps_and_sees("Gör till övning", "Ingen övning")
    await town.maria.taps("Tillbaka")
    await town.maria.sees("ÖVNING")
    await sends(town)
    assert "Detta är en övning." in await town.anna.sees("ÖVNING · Utskick · Varning")
    await is_counted(town, "Skickat till 2 av 2")
    await town.maria.taps("Avblås")
    await town.maria.taps("Ja, avblås")
    await town.anna.sees(lambda message: "ÖVNING" in message and "Ingen behöver göra mer" in message)


async def test_a_template_speaks_each_readers_language(town: Town) -> None:
    maria = town.maria
    await maria.says("/utskick")
    await maria.taps("Bilträff väntas")
    await maria.taps("Överby köpcentrum")
    await maria.taps("Vidare")
    await maria.taps_and_sees("Ordningsvakter", "Valt: Ordningsvakter")
    await maria.taps("Vidare")
    await maria.sees("Så här ser det ut")
    await sends(town)
    await town.anna.sees("en bilträff väntas i kväll")
    await town.yusuf.sees("expect a car meet tonight")


async def test_a_template_is_rewritten_and_restored(town: Town) -> None:
    maria = town.maria
    await maria.says("/utskick")
    await maria.receives("Skriv texten, eller")
    await maria.taps_and_sees("Ändra mallarna", "Mallar för utskick")
    await maria.taps("Stölder i serie")
    await maria.taps("Skriv om på svenska")
    await maria.says("Ficktjuvar rör sig i området.")
    await maria.sees("Ficktjuvar rör sig")
    await maria.says("/utskick")
    await maria.receives("Skriv texten, eller")
    await maria.taps("Stölder i serie")
    await maria.sees("Ficktjuvar rör sig i området.")
    await maria.says("/utskick")
    await maria.receives("Skriv texten, eller")
    await maria.taps_and_sees("Ändra mallarna", "Mallar för utskick")
    await maria.taps("Stölder i serie")
    await maria.taps("Återställ mallen")
    await maria.sees("Flera stölder har skett")


async def test_whoever_looks_at_the_templates_comes_back_to_the_draft(town: Town) -> None:
    maria = town.maria
    await maria.says("/utskick")
    await maria.taps_and_sees("Ändra mallarna", "Mallar för utskick")
    await maria.taps_and_sees("Tillbaka", "Skriv texten, eller")
    await maria.says("Bilträff väntas.")
    await maria.sees("Vilken nivå?")
    await maria.taps("Varning")
    await maria.sees("Vilka områden?")


async def test_a_report_after_a_call_for_help_is_a_report(town: Town) -> None:
    await composes(town, "Bilträff väntas ikväll.")
    await sends(town)
    await town.anna.taps("Behöver hjälp")
    await town.wind(minutes=11)
    await town.anna.says("ca 40 bilar norra p")
    await town.anna.sees("Vad ser du?")


async def test_a_photo_comes_first_and_goes_with_the_alert(town: Town) -> None:
    maria = town.maria
    await maria.says("/utskick")
    await maria.sees("Skriv texten, eller")
    await maria.sends_photo(png(), caption="Den här bilen söks.")
    await maria.taps("Varning")
    await maria.taps("Överby köpcentrum")
    await maria.taps("Vidare")
    await maria.taps_and_sees("Ordningsvakter", "Valt: Ordningsvakter")
    await maria.taps("Vidare")
    await maria.sees("Med foto")
    await sends(town)
    await town.anna.sees("Den här bilen söks.")
    assert await town.anna.photo(await town.anna.sees(lambda message: "photo" in message.body))
    await is_counted(town, "Skickat till 2 av 2")
    await maria.taps("Ta tillbaka")
    await maria.taps("Ja, ta tillbaka")
    await town.anna.no_longer_sees(lambda message: "photo" in message.body)


async def test_it_is_sent_later_to_one_person_at_the_hour_chosen(town: Town) -> None:
    maria = town.maria
    await composes(town, "Möte vid grinden 19:00.")
    await maria.taps("Ändra mottagare")
    await maria.taps("Personer")
    await maria.taps("Ek Fastigheter")
    await maria.taps("Lars Ek")
    await maria.sees(lambda message: "Valt: Lars Ek" in message.labels)
    await maria.taps("Vidare")
    assert "Lars Ek" in await maria.sees("Så här ser det ut")
    await maria.taps("Mer…")
    await maria.taps("Skicka senare")
    await maria.taps("I dag")
    await maria.taps("18:00")
    await maria.sees("Skickas 18:00")
    await maria.taps("Skicka")
    await town.wind(to=datetime(2026, 11, 27, 16, 59, tzinfo=UTC))
    assert not await has(town.lars, "Möte vid grinden")
    await town.wind(seconds=70)
    await town.lars.sees("Möte vid grinden")
    await town.anna.sees("Möte vid grinden")


async def test_only_one_organisation_gets_it(town: Town) -> None:
    maria = town.maria
    await composes(town, "Bara till er.", roles=("Ordningsvakter", "Centrumledare"))
    await maria.taps("Ändra mottagare")
    await maria.taps("Organisationer")
    await maria.taps("Överby köpcentrum")
    await maria.taps("Vidare")
    assert "En person får det." in await maria.sees("Så här ser det ut")
    await sends(town)
    await town.karin.sees("Bara till er.")
    assert not await has(town.anna, "Bara till er.")


async def test_the_last_alerts_are_listed_with_their_sums(town: Town) -> None:
    await composes(town, "Bilträff väntas ikväll.")
    await sends(town)
    await town.anna.taps("Sett")
    await town.settles()
    await town.maria.says("/utskick")
    await town.maria.taps("Tidigare utskick")
    listed = await town.maria.sees("Utskick\n")
    assert "Skickat till 2 av 2 – 1 har svarat" in listed
    await town.maria.taps(next(label for label in listed.labels if "Bilträff" in label))
    assert "Avblås" in (await town.maria.sees("Gäller till")).labels


async def test_an_alert_is_taken_to_the_meeting_as_a_file_and_that_is_logged(town: Town) -> None:
    await composes(town, "Bilträff väntas ikväll.")
    await sends(town)
    await town.anna.taps("Behöver hjälp")
    await town.anna.says("=Två vakter")
    await town.anna.sees("strategen kan läsa")
    await is_counted(town, "1 har svarat")
    await town.maria.taps("Spara som fil")
    await town.maria.taps("Tabell (CSV)")
    await town.maria.taps("Samverkansmöte")
    file = await town.maria.photo(await town.maria.sees("Innehåller personuppgifter"))
    header, *rows = file.decode("utf-8-sig").splitlines()
    assert header.split(";")[:3] == ["Organisation", "Namn", "Svar eller leverans"]
    assert rows[0].startswith("Trygg Bevakning;Anna Lindqvist;Behöver hjälp;2026-11-27 15:01;")
    assert rows[0].endswith(";'=Två vakter")
    await town.maria.taps("Spara som fil")
    await town.maria.taps("Data för dokument (JSON)")
    await town.maria.taps("Uppföljning")
    data = json.loads(await town.maria.photo(await town.maria.sees(lambda m: "utskick-1.json" in str(m.body))))
    assert (data["intended"], data["ledger"]["help"], data["recipients"][0]["need"]) == (2, 1, "=Två vakter")
    noted = await town.store.read(audit.people_who, "alert_exported_meeting", subject="alert:1")
    assert len(noted) == 1


async def test_the_text_can_be_changed_and_the_draft_thrown_away(town: Town) -> None:
    maria = town.maria
    await composes(town, "Bilträff väntas ikväll.")
    await maria.taps("Ändra text")
    await maria.sees("Skriv texten, eller")
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


async def test_a_forged_answer_by_somebody_else_is_refused(town: Town) -> None:
    await composes(town, "Bilträff väntas ikväll.")
    await sends(town)
    alert = await town.anna.sees("Utskick")
    await town.lars.says("/hjalp")
    card = await town.lars.sees("Det här kan du göra")
    refused = await town.lars.forges(card, alert.buttons[0].data)
    assert refused
    assert refused["text"] == "Det har du inte behörighet till."


async def test_what_still_waits_does_not_reach_who_was_revoked(town: Town) -> None:
    maria = town.maria
    await composes(town, "Bilträff väntas ikväll.", level="Akut, går före allt annat")
    await town.sandbox.fault("429", chat=town.anna.id, seconds=3)
    await maria.taps("Skicka")
    await maria.taps("Skicka nu")
    await town.yusuf.sees("Bilträff väntas ikväll.")
    await revokes(maria, ANNA.name)
    await town.settles()
    await town.wind(seconds=30)
    await maria.sees("Skickat till 1 av 2 – 0 har svarat – 1 tillbakadraget")
    assert not await has(town.anna, "Bilträff väntas")
