button-via-phone = By phone
button-own-observation = Not by phone
ask-organisation-by-phone = Whose report is it?
behalf-organisation = <b>{ $organisation }</b>
ask-teller = Who called?
button-nobody-special = Nobody in particular
source-by-phone = From: { $organisation } (by phone)
source-person-by-phone = From: { $person }, { $organisation } (by phone)
