button-share = Dela
button-release = Dela med…
button-end-release = Sluta dela
button-reword = Skriv om
button-read-text = Läs texten
button-approve-report = Godkänn för området
button-disapprove = Ta tillbaka godkännandet
release-as-written = Så här läses texten, som den skrevs:
release-reworded = Så här läses texten, omskriven:
release-everybody = alla på området
release-role = En roll…
release-organisation = En organisation…
release-person = En person…
ask-readers = Vem ska få läsa?
ask-release = { $count ->
    [one] Dela med { $whom }, en läsare?
   *[other] Dela med { $whom }, { $count } läsare?
}
answer-released = { $count ->
    [one] Delad med en läsare.
   *[other] Delad med { $count } läsare.
}
answer-write-rewording = Skriv den nya texten som ett meddelande. Sedan väljer du vem som får läsa.
refusal-rewording-too-long = Texten är för lång. Högst { $limit } tecken. Skriv den kortare.
refusal-nothing-to-release = Rapporten har ingen text att dela.
opened-text-to-read = Text finns att läsa.
opened-released = Delad av { $reader } { $time }:
opened-released-reworded = Delad av { $reader } { $time }, omskriven:
opened-shared-with = Delad med: { $whom }
status-shared = Delad med andra på området
