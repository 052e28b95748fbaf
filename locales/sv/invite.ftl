# Inbjudan
invite-ask-for-whom = Vem vill du bjuda in?
button-one-person = En person
button-many-people = Flera personer
button-duty-phone = Tjänstetelefon
invite-ask-how-many = Hur många? Alla skannar samma bild, och du släpper in dem.
invite-title = <b>Inbjudan</b>
invite-title-many = <b>Inbjudan för { $seats } personer</b>
invite-title-duty-phone = <b>Inbjudan för en tjänstetelefon</b>
invite-role = Roll: { $role }
invite-ask-role = Vilken roll?
invite-ask-site = Vilket område?
invite-ask-organisation = Vilken organisation?
invite-valid = { $seats ->
    [one] Gäller för en person, till { $time }
   *[other] Gäller för { $seats } personer, till { $time }
}
invite-hint = Skicka länken bara till den som den är till för.
invite-hint-many = Låt dem skanna bilden. De som tackar ja väntar tills du släpper in dem.
invite-count = { $waiting ->
    [0] { $used } av { $seats } har tackat ja
   *[other] { $used } av { $seats } har tackat ja, { $waiting } väntar
}
invite-joined = <b>{ $name } har gått med</b>
invite-accepted = <b>{ $name } har tackat ja</b>
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
refusal-already-member = Du är redan med i Överblick. Be ditt kontaktombud om du ska ha en annan roll eller ett annat område.
refusal-invite-site = Området { $site } finns inte. Ange nyckeln till ett av kommunens områden.
refusal-invite-every-site = Rollen { $role } gäller alla områden. Utelämna området.

# De som väntar
waiting-title = { $count ->
    [0] Ingen väntar.
    [one] <b>En väntar</b>
   *[other] <b>{ $count } väntar</b>
}
waiting-name = { $name }
button-show-waiting = Visa väntande
button-approve-name = Släpp in { $name }
button-approve-all = Släpp in alla { $count }
button-approve-shown = Släpp in de { $count } som visats
button-from-the-start = Från början
button-invite-card = Till inbjudan
