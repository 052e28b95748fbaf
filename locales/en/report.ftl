# The draft
draft-site = <b>{ $site }</b>
draft-hint = Write text, or send a photo or a position, and it goes on the card.
cue-112 = <b>Call 112 now.</b> Say: { $where }
ask-site = Which site?
ask-category = What do you see?
ask-more = What do you see?
ask-place = Where?
ask-severity = How serious?
ask-when = When did it happen?
ask-late = It was a while ago. When did it happen?
ask-count = How many?
button-site = Change site: { $site }
button-more = More…
button-elsewhere = Another place
button-severity = Severity
button-when = Time
button-when-written = When I wrote, { $time }
button-count = Count
button-no-count = Not known
button-ongoing = Ongoing
button-over = Not ongoing
button-category = Category
button-place = Place
button-add = Text, photo, position
button-text-anew = Rewrite the text
button-discard = Discard
button-send = Send
button-undo = Undo (60 s)
when-now = Now
when-just_now = Just now (15 min)
when-hour_ago = An hour ago
when-earlier = Earlier today
when-night = Last night
answer-how-to-add = Write the text, take a photo or share your position here in the chat. It goes on the report.
answer-write-text-anew = The text is gone. Write the new one here in the chat.
answer-report-sent = Sent as #{ $number }.
report-discarded = Discarded. Nothing was sent.

# What is known
report-headline = <b>#{ $number } · { $category }</b>
fact-category = Category: { $category }
fact-place = Place: { $place }
fact-severity = Severity: { $severity }
fact-count = Count: { $count }
fact-when = Time: { $time }
fact-late = Came in late
fact-ongoing = Ongoing
fact-over = No longer ongoing
fact-photos = { $count ->
    [one] One photo
   *[other] { $count } photos
}
fact-position = Position

# The receipt
status-received = Received { $time }
status-goes-to-rota = Goes to those on the rota for { $site }.
status-opened-by-rota = Opened by the rota { $time }
status-opened = Opened by { $reader } { $time }
status-read-by = Read by { $reader } { $hours }
status-read = Read by { $reader } { $time }
status-closed = Closed by { $reader } { $time }: { $reason }
status-undone = Undone { $time }
receipt-not-112 = This is neither 112 nor a police report.
hours-weekdays = weekdays { $opens }–{ $closes }
hours-days = { $days } { $opens }–{ $closes }
reason-noted = Noted
reason-handled = Dealt with
reason-passed_on = Passed on
reason-no_action = No action

# My reports
mine-title = <b>Your reports</b>
mine-empty = You have not sent a report yet.
state-line = #{ $number } { $category } · { $place } · { $time } · { $state }
state-unread = unread
state-read = read
state-closed = closed: { $reason }
state-undone = undone
state-withdrawn = taken back
state-merged = +1 on #{ $number }
state-corrected = { $state }, corrected
button-open-mine = Open #{ $number }
note-title = <b>#{ $number }</b> · Reply from { $reader }
