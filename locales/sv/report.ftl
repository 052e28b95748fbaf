# Utkastet
draft-site = <b>{ $site }</b>
draft-hint = Skriv text, skicka foto eller position, så hamnar det på kortet.
cue-112 = <b>Ring 112 nu.</b> Säg: { $where }
ask-site = Vilket område?
ask-category = Vad ser du?
ask-more = Vad ser du?
ask-place = Var?
ask-severity = Hur allvarligt?
ask-when = När hände det?
ask-late = Det har gått en stund. När hände det?
ask-count = Hur många?
button-site = Byt område: { $site }
button-more = Fler…
button-elsewhere = Annan plats
button-severity = Allvar
button-when = Tid
button-when-written = När jag skrev, { $time }
button-count = Antal
button-no-count = Vet inte
button-ongoing = Pågår
button-over = Pågår inte
button-category = Kategori
button-place = Plats
button-add = Text, foto, position
button-text-anew = Skriv om texten
button-discard = Kasta
button-send = Skicka
button-undo = Ångra (60 s)
when-now = Nu
when-just_now = Nyss (15 min)
when-hour_ago = För en timme sedan
when-earlier = Tidigare i dag
when-night = I natt
answer-how-to-add = Skriv texten, ta ett foto eller dela din position här i chatten. Det hamnar på rapporten.
answer-write-text-anew = Texten är borta. Skriv den nya här i chatten.
answer-report-sent = Skickad som #{ $number }.
report-discarded = Kastad. Inget skickades.

# Det som är känt
report-headline = <b>#{ $number } · { $category }</b>
fact-category = Kategori: { $category }
fact-place = Plats: { $place }
fact-severity = Allvar: { $severity }
fact-count = Antal: { $count }
fact-when = Tid: { $time }
fact-late = Kom in sent
fact-ongoing = Pågår
fact-over = Pågår inte längre
fact-photos = { $count ->
    [one] Ett foto
   *[other] { $count } foton
}
fact-position = Position

# Kvittot
status-received = Mottagen { $time }
status-goes-to-rota = Går till jouren för { $site }.
status-opened-by-rota = Öppnad av jouren { $time }
status-opened = Öppnad av { $reader } { $time }
status-read-by = Läses av { $reader } { $hours }
status-read = Läst av { $reader } { $time }
status-closed = Avslutad av { $reader } { $time }: { $reason }
status-undone = Ångrad { $time }
receipt-not-112 = Detta är varken 112 eller en polisanmälan.
hours-weekdays = vardagar { $opens }–{ $closes }
hours-days = { $days } { $opens }–{ $closes }
reason-noted = Noterad
reason-handled = Åtgärdad
reason-passed_on = Lämnad vidare
reason-no_action = Ingen åtgärd

# Mina rapporter
mine-title = <b>Dina rapporter</b>
mine-empty = Du har inte skickat någon rapport ännu.
state-line = #{ $number } { $category } · { $place } · { $time } · { $state }
state-unread = oläst
state-read = läst
state-closed = avslutad: { $reason }
state-undone = ångrad
state-withdrawn = återtagen
state-merged = +1 på #{ $number }
state-corrected = { $state }, rättad
button-open-mine = Öppna #{ $number }
note-title = <b>#{ $number }</b> · Svar från { $reader }
