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
button-close = Avsluta…
button-next = Nästa olästa
button-noted = Klar
button-undo-close = Ångra #{ $number }
button-reopen = Öppna igen
button-rare = Mer…
button-read-group = Läs hela gruppen
button-close-all = { $count ->
    [one] Avsluta den
   *[other] Avsluta alla { $count }
}
button-to-search = Sök
button-search = Till sökningen
button-inbox = Till inkorgen
answer-write-note = Skriv svaret som ett meddelande. Den som rapporterade får det.
refusal-note-too-long = Svaret är för långt. Högst { $limit } tecken. Tryck på Svara och skriv det kortare.
ask-reason = Varför avslutas den?
opened-reporter = Från: { $organisation }
opened-no-text = Texten visas inte för dig.
opened-without-text = <i>Ingen text.</i>
opened-note = Svar:
opened-closed = #{ $number } avslutad
opened-whereabouts = <i>{ $number } av { $total } · { $spot }</i>
opened-drugs = <b>Visas bara för strateg och polis</b>
opened-heads_up = <b>Obekräftat</b>
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
inbox-finished = { $count ->
    [0] Inget mer oläst.
    [one] Inget mer oläst. En läst är öppen.
   *[other] Inget mer oläst. { $count } lästa är öppna.
}
inbox-group = { $count ->
    [one] En oläst · värst { $severity } · { $place } · { $hour }
   *[other] { $count } olästa · värst { $severity } · { $place } · { $hour }
}
inbox-group-read = { $count ->
    [one] En läst · värst { $severity } · { $place } · { $hour }
   *[other] { $count } lästa · värst { $severity } · { $place } · { $hour }
}
inbox-calm = Lugna pass ({ $count })
spot = { $place } { $hour }
group-title = <b>{ $spot }</b>
group-calm = <b>Lugna pass</b>
group-line = <b>#{ $number } · { $severity } · { $category }</b> · { $time } · { $organisation } · { $state }
group-open = öppen
group-closed = avslutad
group-withdrawn = återtagen
answer-group-closed = { $count ->
    [0] Inget avslutades. Så här ser det ut nu.
    [one] En avslutad.
   *[other] { $count } avslutade.
}
