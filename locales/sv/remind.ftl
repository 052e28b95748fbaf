# Utkastet
reminder-draft = <b>Ny påminnelse</b>
ask-reminder-text = Skriv vad som ska göras som ett meddelande.
ask-reminder-sites = Vilka områden?
ask-reminder-roles = Vilka ska bli påminda?
ask-reminder-day = Vilken dag?
ask-reminder-hour = Vilken tid?
button-only-me = Bara jag
day-today = I dag
day-tomorrow = I morgon
day-other = { $day }
button-reminder-text = Ändra text
button-reminder-audience = Ändra mottagare
button-reminder-day = Ändra tid
button-set-reminder = Spara påminnelsen
reminder-only-author = Till: bara dig
reminder-day = Dag: { $day }
reminder-time = Tid: { $day } { $time }
answer-reminder-set = Påminnelsen är sparad.
reminder-discarded = Kastad. Ingen blir påmind.
refusal-past = Den tiden har redan varit. Välj en annan.
refusal-reminder-closed = Den påminnelsen är redan sparad eller kastad. Tryck på Påminnelse för en ny.
refusal-reminder-too-long = Texten är för lång. En påminnelse har plats för { $limit } tecken.

# Som den ringer
reminder-title = <b>Påminnelse</b>
reminder-one-for-all = Det räcker att en trycker på Klar.
button-done = Klar
reminder-set = Sparad.
reminder-rung = Påmint { $time }. Inte klart.
reminder-done = Klar, { $name } { $time }
answer-done = Klart, för alla.
answer-done-before = Redan klart, av { $name }.
