# The draft
alert-draft = <b>New alert</b>
ask-alert-text = Write the text, or send a photo with a text. You can also choose a template.
ask-alert-level = Which level?
ask-alert-sites = Which sites?
ask-alert-roles = Who is to get it?
ask-alert-audience = What about the recipients do you want to change?
ask-alert-organisations = Only some organisations? If you choose none, all get it.
ask-alert-people = Which people are to get it as well?
ask-alert-more = More about the alert:
ask-alert-lasts = How long does it hold?
ask-alert-goal = Who is to have answered?
ask-alert-wait = Within what time?
ask-alert-day = When is it to be sent?
ask-alert-hour = At what time?
ask-alert-unreachable = <b>Cannot be reached</b>
choice-level-information = Information, without a sound
choice-level-warning = Warning
choice-level-acute = Urgent, goes before everything else
alert-preview = <i>This is how it looks:</i>
alert-with-photo = With a photo
alert-reach = { $people ->
    [0] Nobody gets it.
    [one] One person gets it.
   *[other] { $people } people get it.
}
alert-cannot-reach = { $people ->
    [one] One of them cannot be reached.
   *[other] { $people } of them cannot be reached.
}
alert-breaks-quiet = Urgent alerts ring in quiet hours too.
alert-held = { $people ->
    [one] One gets it at { $time }, after quiet hours.
   *[other] { $people } get it from { $time }, after quiet hours.
}
alert-too-late = { $people ->
    [one] One does not get it at all: it holds for { $hours } hours only.
   *[other] { $people } do not get it at all: it holds for { $hours } hours only.
}
alert-goal = Goal: { $goal }
alert-later = Leaves { $time }
unreachable-with-deputy = { $name }, { $organisation } ({ $why }) – { $deputy } is deputy
unreachable-alone = { $name }, { $organisation } ({ $why }) – no deputy
unreachable-more = { $people ->
    [one] And one more.
   *[other] And { $people } more.
}
button-alert-text = Change text
button-alert-level = Change level
button-alert-audience = Change recipients
button-alert-sites = Sites
button-alert-roles = Roles
button-alert-organisations = Organisations
button-alert-people = People
button-alert-lasts = Holds for { $hours } hours
button-alert-goal = Goal for answers
button-alert-later = Send later
button-drill = Make it a drill
button-no-drill = Not a drill
button-remove-photo = Remove the photo
button-at-once = Send at once
button-no-goal = No goal
button-unreachable = Show who cannot be reached
button-templates = Change the templates
hours = { $hours } hours
minutes = { $minutes } min
goal = { $whose } within { $minutes } min
goal-each_organisation = One of each organisation
goal-everybody = Everybody
goal-some = Three, whoever they are
alert-discarded = Discarded. Nothing was sent.
alert-ordered = Leaves { $time }.
button-call-back = Undo, do not send
button-hurry = Send now
answer-alert-ordered = Done. You can undo it until it leaves.
refusal-alert-closed = That alert has been sent or discarded. Press Alert for a new one.
refusal-alert-has-left = It has been sent. You can correct it, call it off or take it back.
refusal-alert-over = That alert no longer holds and cannot be corrected.
refusal-alert-too-long = The text is too long. An alert has room for { $limit } characters.
refusal-alert-for-nobody = Nobody would get it. Change the recipients.

# Templates
template-car_meet-name = Car meet expected
template-car_meet = We have been told to expect a car meet tonight. Close barriers and gates, and report what you see. Call 112 if there is danger.
template-disturbance-name = Ongoing disturbance
template-disturbance = A disturbance is going on. Keep your distance, report what you see and call 112 if there is danger.
template-thefts-name = Series of thefts
template-thefts = There have been several thefts lately. Watch for what is out of the ordinary, and report what you see.
template-fire-name = Fire, evacuation
template-fire = There is a fire. Evacuate according to your plan, go to the assembly point and follow the fire service.
template-information-name = Information
template-information = This week's picture is ready. Read it under Picture, and thank you for reporting what you see.
templates-title = <b>Templates for alerts</b>
template-title = <b>Template: { $name }</b>
template-language = { $spoken }:
button-template-text-sv = Rewrite in Swedish
button-template-text-en = Rewrite in English
button-restore-template = Restore the template
answer-write-template = Write the template's new text as a message.

# As it arrives
alert-title = <b>Alert · { $level }</b>
alert-title-drill = <b>DRILL · Alert · { $level }</b>
alert-drill = <b>This is a drill.</b>
level-information = Information
level-warning = Warning
level-acute = Urgent
alert-from = From { $name }, { $organisation }
alert-corrected = Corrected { $time }
alert-called-off = Called off { $time }
alert-withdrawn = The alert was taken back { $time }.
answer-seen = Seen
answer-acting = We act
answer-help = Need help
answer-not_us = Not about us
alert-answered = You answered { $answer } { $time }
alert-answered-before = You answered { $answer } { $time }, before the text was corrected. Answer again.
answer-taken = Thank you, your answer is kept.
answer-taken-late = Kept, but the alert no longer holds.
answer-to-old-text = The alert has been corrected. Read the new text and answer again.
answer-help-asked = The strategist hears of it now. Write a line about what you need. In danger: call 112.
help-line-taken = Thank you, the strategist can read your line.
refusal-help-too-long = The line is too long. At most { $limit } characters.
alert-news-corrected = The alert has been corrected. Read it again and answer anew.
alert-news-called_off = <b>Called off.</b> Nobody needs to do more.
alert-news-reminded = You have not answered. Read the alert and press an answer.
alert-help = <b>Needs help:</b> { $name }, { $organisation }
alert-help-no-more = Needs help no longer: { $name }, { $organisation }
alert-help-about = About the alert “{ $text }”
button-open-help = Read what is needed
button-to-alert = To the alert

# The ledger
alert-sent = Sent { $time }
alert-lasts-until = Holds until { $time }
alert-expired = Held until { $time }
ledger = Sent to { $sent } of { $intended } – { $answered } have answered
ledger-pending = { $people } on the way
ledger-unknown = { $people } uncertain
ledger-unreachable = { $people } not reached
ledger-expired = { $people } expired before it left
ledger-withdrawn = { $people } taken back
entry-help = Need help
entry-acting = We act
entry-seen = Seen
entry-not_us = Not about us
entry-delivered = Have not answered
entry-pending = On the way
entry-unknown = Uncertain
entry-unreachable = Not reached
entry-expired = Expired before sending
entry-withdrawn = Taken back
entry-count = { $entry }: { $people }
goal-met = Goal: { $goal } – met { $time }
goal-open = Goal: { $goal } – { $missing }
button-correct-alert = Correct
button-call-off = Call off
button-withdraw-alert = Take back
button-alerts = Earlier alerts
ask-recall-call_off = { $people ->
    [one] Call it off for the one who has it?
   *[other] Call it off for the { $people } who have it?
}
ask-recall-withdraw = { $people ->
    [one] Take it back from the one who has it? The message is deleted.
   *[other] Take it back from the { $people } who have it? The messages are deleted.
}
button-sure-call_off = Yes, call off
button-sure-withdraw = Yes, take back
answer-write-correction = Write the corrected text as a message.
names-title = <b>{ $entry }</b>
names-line = { $name }, { $organisation }
names-late = (too late)
names-nobody = Nobody.
alert-missed = <b>The goal was missed</b> for the alert “{ $text }”
button-silent = Show who has not answered
alerts-title = <b>Alerts</b>
alerts-none = No alerts have been sent.
alerts-line = { $line }
alerts-button = { $level } · { $time } · { $text }
button-new-alert = New alert

drill-of = DRILL: { $text }
ledger-held = { $people ->
    [one] one waits until { $time }
   *[other] { $people } wait until { $time }
}
ledger-left-behind = { $people ->
    [one] One copy is not deleted.
   *[other] { $people } copies are not deleted.
}
entry-awaited = Waiting for answers from
goal-missing-each_organisation = { $count ->
    [one] one organisation has not answered
   *[other] { $count } organisations have not answered
}
goal-missing-everybody = { $count ->
    [one] one has not answered
   *[other] { $count } have not answered
}
goal-missing-some = { $count ->
    [one] one more answer is needed
   *[other] { $count } more answers are needed
}
ask-correction = { $people ->
    [one] Send the correction to the one who has the alert?
   *[other] Send the correction to the { $people } who have the alert?
}
button-send-correction = Send the correction
button-rewrite = Rewrite
button-drop-correction = Do not correct
alert-halted-late = <b>The alert could not leave in time</b> and was not sent: “{ $text }”
alert-halted-author = <b>The alert was not sent</b>, since { $name } may not send it any more: “{ $text }”

# As a file
button-export = Save as a file
ask-export-form = In what form?
export-table = Table (CSV)
export-data = Data for a document (JSON)
ask-export-purpose = What is the file for? It is written in the log.
export-for-meeting = Meeting
export-for-follow_up = Follow-up
export-for-record_request = Public-record request
export-name = alert-{ $number }
export-done = Holds personal data. Do not pass it on.
export-column-organisation = Organisation
export-column-name = Name
export-column-entry = Answer or delivery
export-column-answered = Answered
export-column-late = Too late
export-column-reached = Sent
export-column-need = Needs
yes = yes
