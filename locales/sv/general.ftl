language-name = Svenska
every-site = alla områden
category-missing = okänd
cancelled = Avbrutet.
stranger = Hej! Överblick är till för inbjudna inom samverkan mot brott. Be din organisations kontaktombud om en inbjudan.

# Roller
role-guard = ordningsvakt
role-centre_manager = centrumledare
role-property_owner = fastighetsägare
role-business = näringsidkare
role-partner = samverkanspart
role-strategist = brottsförebyggande strateg
role-auditor = dataskyddsombud
role-at = { $role } · { $site }

# Vägrat
refusal-not-allowed = Det har du inte behörighet till.
refusal-stale = Den knappen är gammal. Så här ser det ut nu.
refusal-incomplete = Välj kategori och plats först.
refusal-nothing-to-repeat = Det finns ingen rapport att upprepa ännu. Tryck på Ny rapport.
refusal-undo-too-late = De 60 sekunderna har gått. Rapporten står kvar.
refusal-report-closed-for-additions = Den rapporten tar inte emot mer. Tryck på Ny rapport.
refusal-text-too-long = Texten blir för lång. Högst { $limit } tecken får plats på en rapport.
refusal-too-many-photos = En rapport har plats för { $limit } foton.
refusal-name = Skriv bara ditt namn, så som kollegor känner dig.
refusal-invite = Inbjudan gäller inte längre. Be om en ny.
refusal-unknown-command = Det kommandot finns inte. /hjalp visar vad du kan göra.
refusal-edited = Ändringar i ett skickat meddelande läses inte. Skriv det nya som ett eget meddelande.
refusal-voice = Röstmeddelanden sparas inte. Skriv, eller diktera med tangentbordet.
refusal-file = Filer tas inte emot. Skicka bilden som foto, så försvinner dolda uppgifter ur den.
refusal-kind = Det kan jag inte ta emot. Skriv text, skicka ett foto eller en position.

# Borttagna personuppgifter
removed = Jag tog bort { $what } och raderade ditt meddelande. Resten är sparat.
removed-all = Jag tog bort { $what } och raderade ditt meddelande. Inget av det är sparat.
removed-identity_number = { $count ->
    [one] ett personnummer
   *[other] { $count } personnummer
}
removed-plate = { $count ->
    [one] ett registreringsnummer
   *[other] { $count } registreringsnummer
}
removed-phone = { $count ->
    [one] ett telefonnummer
   *[other] { $count } telefonnummer
}
removed-email = { $count ->
    [one] en e-postadress
   *[other] { $count } e-postadresser
}
removed-handle = { $count ->
    [one] ett användarnamn
   *[other] { $count } användarnamn
}
removed-name = { $count ->
    [one] ett namn
   *[other] { $count } namn
}
removed-text = hela texten, som inte kunde granskas
mark-identity_number = [personnummer]
mark-plate = [regnr]
mark-phone = [telefonnummer]
mark-email = [e-post]
mark-handle = [användarnamn]
mark-name = [namn]
mark-text = [borttagen text]

# Knappar som flera kort har
button-back = Tillbaka
button-earlier-page = Förra sidan
button-later-page = Nästa sida
possible-repeat = Kan ha kommit två gånger.
erased = Gallrad.

# Kommandon
command-report = Ny rapport
command-again = Samma igen
command-calm = Lugnt pass
command-shift = Inför passet
command-mine = Mina rapporter
command-picture = Lägesbild
command-inbox = Inkorg
command-alert = Utskick
command-remind = Påminnelse
command-people = Personer och inbjudningar
command-status = Hur systemet mår
command-settings = Inställningar
command-privacy = Integritet
command-help = Hjälp
command-cancel = Avbryt

# Tangentbordet
keyboard-report = Ny rapport
keyboard-again = Samma igen
keyboard-shift = Nytt pass
keyboard-picture = Lägesbild
keyboard-inbox = Inkorg
keyboard-alert = Utskick
keyboard-remind = Påminnelse
keyboard-privacy = Integritet
