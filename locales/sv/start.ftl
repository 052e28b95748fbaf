joining-language = Välkommen. Vilket språk? / Which language?
joining-name = Vad heter du? Skriv ditt namn, så som kollegor känner dig.
joining-name-duty-phone = Vad ska tjänstetelefonen heta? Skriv till exempel Jourtelefon { $organisation }.
joining-waits = Tack. Nu väntar du på att { $organisation } släpper in dig.
joining-waits-for-agreement = Tack. { $reader } ska först notera avtalet med { $organisation }. Du får besked här.
joining-denied = Du blev inte insläppt i Överblick den här gången. Prata med ditt kontaktombud om du tror att det är fel.
joining-done = Välkommen, { $name }.
joining-declined = Du tackade nej. Ditt namn sparas inte.
terms = <b>{ $name }, { $organisation }</b>

    Här förebygger näringsliv och kommun brott tillsammans. Det du rapporterar läses av { $reader }.

    Vid fara: ring 112. Överblick är inte 112 och ingen polisanmälan.

    Skriv om platser och händelser.
    Skriv aldrig namn, nummer eller regnummer. Sådant tas bort.

    Synpunkter på en kollega, väktare eller polis lämnar du till arbetsgivaren eller Polisen, inte här.

    Din rapport är förtrolig gentemot andra deltagare, men inte anonym. /integritet berättar mer.
button-telegram-name = Använd mitt namn i Telegram
button-accept = Godkänn
button-decline = Tacka nej
welcome = Hej { $name }. Du är med som:
roles-more = { $count ->
    [one] … och en till
   *[other] … och { $count } till
}
welcome-112 = Vid fara: ring 112. Knapparna nedanför är det vanligaste, resten finns i menyn.
ask-name = Vad heter du? Skriv ditt namn som ett meddelande.
name-changed = Ditt namn är ändrat.
help-title = <b>Det här kan du göra</b> utöver knapparna:
help-elsewhere =
    Vid fara: ring 112.
    Anmäl brott till Polisen, 114 14.
    Synpunkter på en kollega, väktare eller polis hör hemma hos arbetsgivaren eller Polisen.
    Frågor om Överblick: { $reader }.
privacy = <b>Integritet</b>

    { $reader } ansvarar för uppgifterna. Sparat om dig: namn, språk, organisation, roll och dina rapporter.
    Personnummer, registreringsnummer, telefonnummer, e-post, användarnamn och namn tas bort ur texter innan de sparas, och meddelandet raderas ur chatten.
    Texter och foton läses av den brottsförebyggande strategen och av dem som strategen ger rätt till det, som polisens kontaktperson. Varje läsning loggas. Andra ser kategori, plats, tid, antal och allvar, och en text bara om strategen delar den.
    Rapporter är förtroliga gentemot andra deltagare, men inte anonyma. Allmänna handlingar kan begäras ut och prövas då enligt lag.
settings-title = <b>Inställningar</b>
settings-name = Namn: { $name }
settings-organisation = Organisation: { $organisation }
button-name = Ändra namn
settings-quiet = Tysta timmar: { $hours }
settings-held = { $count ->
    [one] Håller ett meddelande till { $time }
   *[other] Håller { $count } meddelanden till { $time }
}
quiet-off = av
button-quiet = Tyst { $hours }
button-quiet-off = Tyst aldrig
