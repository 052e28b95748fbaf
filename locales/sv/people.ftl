people-title = <b>Personer</b> · { $count ->
    [one] en medlem
   *[other] { $count } medlemmar
}
people-role = { $role } ({ $site })
people-more-roles = { $count ->
    [one] en roll till
   *[other] { $count } roller till
}
people-line = <b>{ $name }</b> – { $roles } · { $organisation }
people-unreachable = · <i>kan inte nås</i>
button-invite = Bjud in
button-people = Till personer

# En persons kort
person-title = <b>{ $name }</b>
person-since = Med sedan { $day }
person-reachable = Kan nås
person-unreachable = Kan inte nås sedan { $time }: har blockerat boten eller avslutat sitt konto
person-revoked = Behörigheten drogs in { $time }
ask-revoke = <b>Dra in behörigheten för { $name }?</b> Den upphör genast, och korten i chatten gallras.
button-revoke = Dra in behörigheten
button-revoke-sure = Ja, dra in den nu
answer-revoked = Behörigheten är indragen.
refusal-last-strategist = Den sista strategen kan inte ta bort sig själv. Bjud in en efterträdare först.
farewell = Din behörighet i Överblick har upphört. Tack för att du har varit med. Frågor besvaras av { $reader }.

# Inbjudan
invite-title = <b>Inbjudan</b>
invite-role = Roll: { $role }
invite-ask-role = Vilken roll?
invite-ask-site = Vilket område?
invite-ask-organisation = Vilken organisation?
invite-valid = Gäller för en person, till { $time }
invite-hint = Skicka länken bara till den som den är till för.
invite-joined = <b>{ $name } har gått med</b>
invite-cancelled = Inbjudan är indragen.
invite-expired = Inbjudan har gått ut.
button-new-organisation = Ny organisation
button-copy-link = Kopiera länken
button-qr = Visa QR
button-cancel-invite = Dra in inbjudan
button-cancel = Avbryt
answer-write-organisation = Skriv organisationens namn som ett meddelande.
refusal-organisation = Skriv organisationens namn, högst { $limit } tecken och utan personuppgifter.
refusal-own-invite = Länken är till för den du bjuder in. Den är oanvänd.
refusal-invite-site = Området { $site } finns inte. Ange nyckeln till ett av kommunens områden.
refusal-invite-every-site = Rollen { $role } gäller alla områden. Utelämna området.
