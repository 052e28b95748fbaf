joining-language = Välkommen. Vilket språk? / Which language?
joining-name = What is your name? Write it as colleagues know you.
joining-name-duty-phone = What is the duty phone to be called? Write for example Duty phone { $organisation }.
joining-waits = Thank you. Now you are waiting for { $organisation } to let you in.
joining-waits-for-agreement = Thank you. { $reader } must first note the agreement with { $organisation }. You will be told here.
joining-denied = You were not let in to Överblick this time. Talk to your contact if you think that is wrong.
joining-done = Welcome, { $name }.
joining-declined = You declined. Your name is not kept.
terms = <b>{ $name }, { $organisation }</b>

    Here businesses and the municipality prevent crime together. What you report is read by { $reader }.

    In an emergency, call 112. Överblick is neither 112 nor a police report.

    Write about places and events.
    Never write names, numbers or plates. Such things are removed.

    Complaints about a colleague, guard or police officer go to the employer or the police, not here.

    Your report is confidential towards other members, but not anonymous. /privacy tells more.
button-telegram-name = Use my Telegram name
button-accept = Accept
button-decline = Decline
welcome = Hello { $name }. You take part as:
roles-more = { $count ->
    [one] … and one more
   *[other] … and { $count } more
}
welcome-112 = In an emergency, call 112. The buttons below are what is used most; the rest is in the menu.
ask-name = What is your name? Write it as a message.
name-changed = Your name has been changed.
help-title = <b>What you can do</b> besides the buttons:
help-elsewhere =
    In an emergency, call 112.
    Report crimes to the police, 114 14.
    Complaints about a colleague, guard or police officer go to the employer or the police.
    Questions about Överblick: { $reader }.
privacy = <b>Privacy</b>

    { $reader } is responsible for the data. Kept about you: name, language, organisation, role and your reports.
    Identity numbers, plates, phone numbers, e-mail addresses, user names and names are removed from texts before they are stored, and the message is deleted from the chat.
    Texts and photos are read by the crime prevention strategist and by those the strategist lets read them, such as a police contact. Each reading is logged. Others see category, place, time, count and severity, and a text only if the strategist shares it.
    Reports are confidential towards other members, but not anonymous. Public records can be requested; each request is assessed under the law.
settings-title = <b>Settings</b>
settings-name = Name: { $name }
settings-organisation = Organisation: { $organisation }
button-name = Change name
settings-quiet = Quiet hours: { $hours }
settings-held = { $count ->
    [one] Holds one message until { $time }
   *[other] Holds { $count } messages until { $time }
}
quiet-off = off
button-quiet = Quiet { $hours }
button-quiet-off = Quiet never
