people-title = <b>Personer</b> · { $count ->
    [one] en medlem
   *[other] { $count } medlemmar
}
people-line = <b>{ $name }</b> – { $roles }
people-line-organisation = <b>{ $name }</b> – { $roles } · { $organisation }
people-unreachable = · <i>nås inte ({ $why })</i>
people-waiting = { $count ->
    [one] En väntar på att bli insläppt.
   *[other] { $count } väntar på att bli insläppta.
}
people-is-waiting = · <i>väntar</i>
people-without-phone = · <i>utan telefon</i>
button-invite = Bjud in
button-people = Till personer

# En persons kort
person-title = <b>{ $name }</b>
person-since = Med sedan { $day }
person-reachable = Kan nås
person-unreachable = Kan inte nås sedan { $time }: { $why }
person-revoked = Behörigheten drogs in { $time }
person-denied = Släpptes inte in. Beslutat { $time }
person-without-phone = Har ingen telefon i Överblick just nu
person-waits = Har tackat ja och väntar på att bli insläppt
person-approved = Är godkänd och väntar på avtalet
agreement-missing = Avtalet med { $organisation } är inte noterat. Kommunen måste notera det innan någon kan släppas in.
button-approve = Släpp in
button-deny = Neka
answer-let-in = Insläppt.
answer-agreement-missing = Godkänt. Kommunen måste notera avtalet innan någon kommer in.
answer-denied = Nekad. Personen får besked.
no-contact = <b>{ $organisation } har inget kontaktombud</b> längre. Utse ett nytt.

ask-revoke = <b>Dra in behörigheten för { $name }?</b> Den upphör genast, och korten i chatten gallras.
button-revoke = Dra in behörigheten
button-revoke-sure = Ja, dra in den nu
answer-revoked = Behörigheten är indragen.
refusal-last-strategist = Den sista strategen kan inte ta bort sig själv. Bjud in en efterträdare först.
farewell = Din behörighet i Överblick har upphört. Tack för att du har varit med. Frågor besvaras av { $reader }.

# Roll och område
posts-ask = Vad vill du ändra?
posts-ask-role = Vilken roll på { $site }?
button-posts = Ändra roll eller område
button-post = { $site }: { $role }
button-add-site = Lägg till område
button-take-site = Ta bort området
answer-posts-changed = Ändrat. Det gäller från och med nu.
refusal-last-site = Det sista området kan inte tas bort. Dra in behörigheten i stället.
