# På kortet
button-correct = Rätta
button-withdraw = Ta tillbaka
button-history = Historik
status-corrected = Rättad { $time }
status-withdrawn = Återtagen { $time }
status-withdrawn-by = Återtagen av { $reader } { $time }

# Rätta
correct-hint = Vad är fel? Det du väljer gäller genast.
button-correct-site = Område
button-write-text = Skriv text
button-remove-text = Ta bort texten
button-remove-photos = Ta bort fotona
button-remove-position = Ta bort positionen
button-corrected = Klar
corrected-when-now = När den skickades: { $time }
corrected-when-just_now = En kvart före: { $time }
corrected-when-hour_ago = En timme före: { $time }
corrected-when-earlier = Sex timmar före: { $time }
corrected-when-night = Natten före: { $time }
answer-rewrite-text = Skriv texten som ett meddelande. Den ersätter den som står där.
refusal-too-late-to-correct = Den kan rättas i sju dagar. Be kommunen om hjälp om den fortfarande är fel.
refusal-closed-to-corrections = Rapporten är avslutad. Be kommunen om hjälp om den är fel.

# Ta tillbaka
ask-withdraw = Ta tillbaka #{ $number }? Den räknas inte längre, och alla som har fått den ser det.

# Historik
history-title = <b>Historik · #{ $number }</b>
history-empty = Inget har rättats.
history-who = { $time } · { $who }
history-author = den som rapporterade
history-change = { $field }: { $before } → { $after }
history-nothing = inget
history-before = { $field } före:
history-after = { $field } efter:
history-photos = { $count ->
    [one] ett foto
   *[other] { $count } foton
}
history-yes = ja
history-no = nej
field-site = Område
field-place = Plats
field-category = Kategori
field-severity = Allvar
field-when = Tid
field-count = Antal
field-ongoing = Pågår
field-text = Text
field-photos = Foton
field-position = Position
