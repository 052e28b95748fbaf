# The draft
alert-draft = <b>New alert</b>
ask-alert-text = Write the text as a message.
ask-alert-level = Which level?
ask-alert-sites = Which sites?
ask-alert-roles = Who should get it?
choice-level-information = Information, without sound
choice-level-warning = Warning
choice-level-acute = Urgent, goes before everything else
alert-preview = <i>This is how it looks:</i>
alert-reach = { $people ->
    [0] Nobody gets it.
    [one] One person gets it.
   *[other] { $people } people get it.
}
alert-cannot-reach = { $people ->
    [one] One of them cannot be reached.
   *[other] { $people } of them cannot be reached.
}
button-alert-text = Change text
button-alert-level = Change level
button-alert-audience = Change audience
alert-discarded = Discarded. Nothing was sent.
answer-alert-sent = { $people ->
    [one] On its way to one person.
   *[other] On its way to { $people } people.
}
refusal-alert-closed = That alert has been sent or discarded. Tap Alert for a new one.
refusal-alert-too-long = The text is too long. An alert has room for { $limit } characters.
refusal-alert-for-nobody = Nobody would get it. Change the audience.

# As it arrives
alert-title = <b>Alert · { $level }</b>
level-information = Information
level-warning = Warning
level-acute = Urgent
alert-from = From { $name }, { $organisation }
button-acknowledge = Acknowledge
alert-acknowledged = Acknowledged { $time }
answer-acknowledged = Acknowledged.
answer-acknowledged-before = You have already acknowledged it.

# The count
alert-sent = Sent { $time }
ledger = Sent to { $sent } of { $intended } – { $acknowledged } acknowledged
ledger-pending = { $people } on the way
ledger-unknown = { $people } uncertain
ledger-unreachable = { $people } cannot be reached
ledger-expired = { $people } too late
ledger-withdrawn = { $people } withdrawn
