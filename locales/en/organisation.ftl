button-organisations = Organisations
organisations-title = <b>Organisations</b>
organisations-line = <b>{ $name }</b> – { $count ->
    [0] no members
    [one] one member
   *[other] { $count } members
}
organisations-no-agreement = no agreement
organisations-no-contact = no contact

# An organisation's card
organisation-title = <b>{ $name }</b>
organisation-no-agreement = There is no agreement. Without one nobody from here can take part.
organisation-agreed = Agreement signed { $day }
organisation-purpose = Purpose: { $purpose }
organisation-area = Area: { $area }
organisation-noted = Noted by { $name } { $day }
organisation-contacts = Contacts: { $names }
organisation-no-contact = There is no contact.
organisation-members = { $count ->
    [0] No members
    [one] One member
   *[other] { $count } members
}
organisation-waiting = { $count ->
    [one] One is waiting to be let in
   *[other] { $count } are waiting to be let in
}
organisation-without-telegram = Without Telegram: { $names }
organisation-shifts = Expected shifts a week: { $shifts }
organisation-structured = Reports without texts and photos.
organisation-more = { $count ->
    [one] one more
   *[other] { $count } more
}
button-note-agreement = Note agreement
button-change-agreement = Change agreement
button-agreement-over = Agreement is over
button-contacts = Contacts
button-expected-shifts = Expected shifts
button-without-telegram = Without Telegram
button-without-texts = Without texts
button-with-texts = With texts

# The agreement, one question at a time
agreement-usual-purpose = Prevent crime and make people safer
ask-organisation-purpose = What is the purpose of the agreement? Tap, or write it yourself.
ask-organisation-area = Which area is the agreement about? Tap, or write it yourself.
ask-organisation-day = On which day was the agreement signed? Tap, or write the day, like 2026-11-02.
ask-organisation-ended = Is the agreement over? Then nobody from here takes part until a new one is noted.
button-today = Today
button-yesterday = Yesterday
button-agreement-over-sure = Yes, it is over
answer-agreed = The agreement is noted.
answer-agreement-ended = The agreement is over.
refusal-agreed-purpose = Write the purpose in at most { $limit } characters.
refusal-agreed-area = Write the area in at most { $limit } characters.
refusal-agreed-day = That is no day. Write it like 2026-11-02.
refusal-agreed-day-to-come = That day has not been yet. Write the day on which the agreement was signed.

# Texts
ask-organisation-structured = Should they report without texts and photos? Nobody else can read what is there already.
ask-organisation-with-texts = Should they report with texts and photos?
button-without-texts-sure = Yes, without texts
button-with-texts-sure = Yes, with texts
structured-hint = The card has no texts and no photos. There is room for a position.
refusal-structured-only = Your reports have no texts and no photos. Choose on the card instead.

# Contacts
contacts-ask = Who is a contact?
contacts-nobody = Nobody from here takes part yet.
button-contact-appoint = Appoint { $name }
button-contact-end = End { $name }
contact-appointed = <b>You are now a contact of { $organisation }.</b> Under /people you invite colleagues and say which shifts you are expected to work.
contact-ended = You are no longer a contact of { $organisation }.

# Expected shifts
shifts-ask-site = For which site?
shifts-title = Expected shifts at { $site }: { $count ->
    [0] none
    [one] one a week
   *[other] { $count } a week
}
shifts-hint = Each tap is one more shift that day. After six comes none.
button-same-all-days = Same every day

# People without Telegram
named-title = These take part without Telegram. Tap a name to remove it.
named-nobody = Nobody from here takes part without Telegram.
named-ask-remove = Shall { $name } be removed?
button-name-person = Add
button-remove-named-sure = Yes, remove
answer-write-name = Write the name as a message.
refusal-named-person = Write only the name, at most { $limit } characters.

# Texts and photos
button-text-rights = Texts and photos
reading-police = Police contact: reads texts and gets reports of drugs
reading-nothing = Reads no texts or photos.
reading-everything = Reads texts and photos of all organisations.
reading-some = Reads texts and photos of: { $names }
button-police-name = Make police contact
button-police-end = End as police contact
button-read-everything = Give all organisations
button-read-everything-end = Take back all organisations
button-read = Give { $organisation }
button-read-end = Take back { $organisation }
reading-you-are-police = <b>You are a police contact</b> and also get reports of drugs at your sites.
reading-you-nothing = You no longer read texts and photos that others have sent.
reading-you-everything = You may read texts and photos of all organisations. Every look is logged.
reading-you-some = You may read texts and photos of { $names }. Every look is logged.
refusal-last-reader = Somebody must read everything. Give another strategist that right first.
