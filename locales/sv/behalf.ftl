button-via-phone = Via telefon
button-own-observation = Inte via telefon
ask-organisation-by-phone = Vems rapport är det?
behalf-organisation = <b>{ $organisation }</b>
ask-teller = Vem ringde?
button-nobody-special = Ingen särskild
source-by-phone = Från: { $organisation } (via telefon)
source-person-by-phone = Från: { $person }, { $organisation } (via telefon)
