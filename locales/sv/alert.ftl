# Utkastet
alert-draft = <b>Nytt utskick</b>
ask-alert-text = Skriv texten, eller skicka ett foto med text. Du kan också välja en mall.
ask-alert-level = Vilken nivå?
ask-alert-sites = Vilka områden?
ask-alert-roles = Vilka ska få det?
ask-alert-audience = Vad vill du ändra om mottagarna?
ask-alert-organisations = Bara vissa organisationer? Väljs ingen får alla det.
ask-alert-people = Vilka personer ska också få det?
ask-alert-more = Annat om utskicket:
ask-alert-lasts = Hur länge gäller det?
ask-alert-goal = Vilka ska ha svarat?
ask-alert-wait = Inom hur lång tid?
ask-alert-day = När ska det skickas?
ask-alert-hour = Vilken tid?
ask-alert-unreachable = <b>Nås inte</b>
choice-level-information = Information, utan ljud
choice-level-warning = Varning
choice-level-acute = Akut, går före allt annat
alert-preview = <i>Så här ser det ut:</i>
alert-with-photo = Med foto
alert-reach = { $people ->
    [0] Ingen får det.
    [one] En person får det.
   *[other] { $people } personer får det.
}
alert-cannot-reach = { $people ->
    [one] En av dem går inte att nå.
   *[other] { $people } av dem går inte att nå.
}
alert-breaks-quiet = Akut ringer också under tysta timmar.
alert-held = { $people ->
    [one] En får det { $time }, efter tysta timmar.
   *[other] { $people } får det från { $time }, efter tysta timmar.
}
alert-too-late = { $people ->
    [one] En får det inte alls: det gäller bara i { $hours } timmar.
   *[other] { $people } får det inte alls: det gäller bara i { $hours } timmar.
}
alert-goal = Mål: { $goal }
alert-later = Skickas { $time }
unreachable-with-deputy = { $name }, { $organisation } ({ $why }) – { $deputy } är ersättare
unreachable-alone = { $name }, { $organisation } ({ $why }) – ingen ersättare
unreachable-more = { $people ->
    [one] Och en till.
   *[other] Och { $people } till.
}
button-alert-text = Ändra text
button-alert-level = Ändra nivå
button-alert-audience = Ändra mottagare
button-alert-sites = Områden
button-alert-roles = Roller
button-alert-organisations = Organisationer
button-alert-people = Personer
button-alert-lasts = Gäller i { $hours } timmar
button-alert-goal = Mål för svaren
button-alert-later = Skicka senare
button-drill = Gör till övning
button-no-drill = Ingen övning
button-remove-photo = Ta bort fotot
button-at-once = Skicka genast
button-no-goal = Inget mål
button-unreachable = Visa vilka som inte nås
button-templates = Ändra mallarna
hours = { $hours } timmar
minutes = { $minutes } min
goal = { $whose } svarar inom { $minutes } min
goal-each_organisation = En från varje organisation
goal-everybody = Alla
goal-some = Tre, vilka som helst
alert-discarded = Kastat. Inget skickades.
alert-ordered = Skickas { $time }.
button-call-back = Ångra, skicka inte
button-hurry = Skicka nu
answer-alert-ordered = Klart. Du kan ångra tills det skickas.
refusal-alert-closed = Det utskicket är redan skickat eller kastat. Tryck på Utskick för ett nytt.
refusal-alert-has-left = Det är redan skickat. Du kan rätta, avblåsa eller ta tillbaka det.
refusal-alert-over = Det utskicket gäller inte längre och kan inte rättas.
refusal-alert-too-long = Texten är för lång. Ett utskick har plats för { $limit } tecken.
refusal-alert-for-nobody = Ingen skulle få det. Ändra mottagare.

# Mallar
template-car_meet-name = Bilträff väntas
template-car_meet = Vi har fått veta att en bilträff väntas i kväll. Stäng bommar och grindar, och rapportera det ni ser. Ring 112 vid fara.
template-disturbance-name = Störning pågår
template-disturbance = En störning pågår. Håll avstånd, rapportera det ni ser och ring 112 vid fara.
template-thefts-name = Stölder i serie
template-thefts = Flera stölder har skett den senaste tiden. Var uppmärksamma på det som avviker, och rapportera det ni ser.
template-fire-name = Brand, utrymning
template-fire = Det brinner. Utrym enligt er plan, gå till återsamlingsplatsen och följ räddningstjänstens anvisningar.
template-information-name = Information
template-information = Veckans lägesbild är klar. Läs den under Lägesbild, och tack för att ni rapporterar det ni ser.
templates-title = <b>Mallar för utskick</b>
template-title = <b>Mall: { $name }</b>
template-language = { $spoken }:
button-template-text-sv = Skriv om på svenska
button-template-text-en = Skriv om på engelska
button-restore-template = Återställ mallen
answer-write-template = Skriv mallens nya text som ett meddelande.

# Som det kommer fram
alert-title = <b>Utskick · { $level }</b>
alert-title-drill = <b>ÖVNING · Utskick · { $level }</b>
alert-drill = <b>Detta är en övning.</b>
level-information = Information
level-warning = Varning
level-acute = Akut
alert-from = Från { $name }, { $organisation }
alert-corrected = Rättat { $time }
alert-called-off = Avblåst { $time }
alert-withdrawn = Utskicket togs tillbaka { $time }.
answer-seen = Sett
answer-acting = Vi agerar
answer-help = Behöver hjälp
answer-not_us = Berör inte oss
alert-answered = Du svarade { $answer } { $time }
alert-answered-before = Du svarade { $answer } { $time }, innan texten rättades. Svara igen.
answer-taken = Tack, ditt svar är sparat.
answer-taken-late = Sparat, men utskicket gäller inte längre.
answer-to-old-text = Utskicket är rättat. Läs den nya texten och svara igen.
answer-help-asked = Strategen får veta det nu. Skriv en rad om vad du behöver. Vid fara: ring 112.
help-line-taken = Tack, strategen kan läsa din rad.
refusal-help-too-long = Raden är för lång. Högst { $limit } tecken.
alert-news-corrected = Utskicket är rättat. Läs det igen och svara på nytt.
alert-news-called_off = <b>Avblåst.</b> Ingen behöver göra mer.
alert-news-reminded = Du har inte svarat. Läs utskicket och tryck på ett svar.
alert-help = <b>Behöver hjälp:</b> { $name }, { $organisation }
alert-help-no-more = Behöver inte längre hjälp: { $name }, { $organisation }
alert-help-about = Om utskicket ”{ $text }”
button-open-help = Läs vad som behövs
button-to-alert = Till utskicket

# Räkningen
alert-sent = Skickat { $time }
alert-lasts-until = Gäller till { $time }
alert-expired = Gällde till { $time }
ledger = Skickat till { $sent } av { $intended } – { $answered } har svarat
ledger-pending = { $people } på väg
ledger-unknown = { $people } ovisst
ledger-unreachable = { $people } nås inte
ledger-expired = { $people } hann gälla ut innan det kom iväg
ledger-withdrawn = { $people } tillbakadraget
entry-help = Behöver hjälp
entry-acting = Vi agerar
entry-seen = Sett
entry-not_us = Berör inte oss
entry-delivered = Har inte svarat
entry-pending = På väg
entry-unknown = Ovisst
entry-unreachable = Nås inte
entry-expired = Hann gälla ut
entry-withdrawn = Tillbakadraget
entry-count = { $entry }: { $people }
goal-met = Mål: { $goal } – nått { $time }
goal-open = Mål: { $goal } – { $missing }
button-correct-alert = Rätta
button-call-off = Avblås
button-withdraw-alert = Ta tillbaka
button-alerts = Tidigare utskick
ask-recall-call_off = { $people ->
    [one] Avblåsa för den som har fått det?
   *[other] Avblåsa för de { $people } som har fått det?
}
ask-recall-withdraw = { $people ->
    [one] Ta tillbaka det från den som har fått det? Meddelandet tas bort.
   *[other] Ta tillbaka det från de { $people } som har fått det? Meddelandena tas bort.
}
button-sure-call_off = Ja, avblås
button-sure-withdraw = Ja, ta tillbaka
answer-write-correction = Skriv den rättade texten som ett meddelande.
names-title = <b>{ $entry }</b>
names-line = { $name }, { $organisation }
names-late = (för sent)
names-nobody = Ingen.
alert-missed = <b>Målet nåddes inte</b> för utskicket ”{ $text }”
button-silent = Visa vilka som inte svarat
alerts-title = <b>Utskick</b>
alerts-none = Inga utskick har skickats.
alerts-line = { $line }
alerts-button = { $level } · { $time } · { $text }
button-new-alert = Nytt utskick

drill-of = ÖVNING: { $text }
ledger-held = { $people ->
    [one] en väntar till { $time }
   *[other] { $people } väntar till { $time }
}
ledger-left-behind = { $people ->
    [one] En kopia är inte borttagen.
   *[other] { $people } kopior är inte borttagna.
}
entry-awaited = Väntar på svar från
goal-missing-each_organisation = { $count ->
    [one] en organisation har inte svarat
   *[other] { $count } organisationer har inte svarat
}
goal-missing-everybody = { $count ->
    [one] en har inte svarat
   *[other] { $count } har inte svarat
}
goal-missing-some = { $count ->
    [one] ett svar till behövs
   *[other] { $count } svar till behövs
}
ask-correction = { $people ->
    [one] Skicka rättelsen till den som har fått utskicket?
   *[other] Skicka rättelsen till de { $people } som har fått utskicket?
}
button-send-correction = Skicka rättelsen
button-rewrite = Skriv om
button-drop-correction = Rätta inte
alert-halted-late = <b>Utskicket gick inte iväg i tid</b> och skickades inte: ”{ $text }”
alert-halted-author = <b>Utskicket skickades inte</b>, för { $name } får inte längre skicka det: ”{ $text }”

# Som fil
button-export = Spara som fil
ask-export-form = I vilken form?
export-table = Tabell (CSV)
export-data = Data för dokument (JSON)
ask-export-purpose = Vad ska filen användas till? Det skrivs i loggen.
export-for-meeting = Samverkansmöte
export-for-follow_up = Uppföljning
export-for-record_request = Begäran om allmän handling
export-name = utskick-{ $number }
export-done = Innehåller personuppgifter. Sprid den inte vidare.
export-column-organisation = Organisation
export-column-name = Namn
export-column-entry = Svar eller leverans
export-column-answered = Svarade
export-column-late = För sent
export-column-reached = Skickat
export-column-need = Behöver
yes = ja
