push-title = <b>#{ $number } · { $category }</b>
push-forewarning = <b>Obekräftat · #{ $number } · { $category }</b>
push-unread = <b>Oläst sedan { $minutes } min.</b>
push-breaks-quiet = Ringer trots tysta timmar, för ingen på jourlistan har öppnat den.
push-repeat = Igen { $time } · #{ $number } · { $category } · { $severity }
push-more-repeats = { $count ->
    [one] Och en till, tidigare.
   *[other] Och { $count } till, tidigare.
}
button-open-repeat = Öppna #{ $number }
button-open = Öppna
button-attachments = Foton och position
button-note = Svara
button-close = Avsluta
button-next = Nästa olästa
button-inbox = Till inkorgen
answer-write-note = Skriv svaret som ett meddelande. Den som rapporterade får det.
refusal-note-too-long = Svaret är för långt. Högst { $limit } tecken. Tryck på Svara och skriv det kortare.
ask-reason = Varför avslutas den?
opened-reporter = Från: { $organisation }
opened-no-text = Texten visas inte för dig.
opened-without-text = <i>Ingen text.</i>
opened-note = Svar:
inbox-unread = Oläst
inbox-closed = Avslutad: { $reason }
inbox-title = <b>Inkorg</b> · { $open ->
    [one] en öppen
   *[other] { $open } öppna
}, { $unread ->
    [0] alla lästa
    [one] en oläst
   *[other] { $unread } olästa
}
inbox-empty = Inkorgen är tom.
inbox-line = { $unread ->
    [yes] Oläst · #{ $number } · { $severity } · { $category } · { $place } · { $time }
   *[no] Läst · #{ $number } · { $severity } · { $category } · { $place } · { $time }
}
