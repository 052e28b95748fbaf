# The shift
new-shift-title = <b>New shift</b>
ask-signature = Who takes the phone over? Write your first name or signature. What the former shift wrote goes away from here.
button-no-name = Without a name
button-keep-shift = Continue the shift
button-start-shift = Start the shift
button-end-shift = End the shift
shift-since = The shift started { $time }.
shift-since-by = The shift started { $time } · { $signature }
shift-under-way = A shift is under way since { $time }.
shift-under-way-by = A shift is under way since { $time } · { $signature }
shift-ended = The shift ended { $time }.
refusal-signature = Write only a first name or a signature of at most { $limit } characters. Or tap Without a name.
refusal-shift-over = That belongs to a shift that is over. Tap New shift.

# The former shift's cards on a duty phone
former-draft = The draft was not sent, because the shift is over. Tap New report if it is to be reported.
former-report = The shift is over. The text is no longer shown here.
former-guarded = <b>#{ $number }</b>

# A quiet shift
button-calm = Quiet shift
button-notes = Write the shift's notes
calm-hint = If something is worth remembering, write it as a note. Otherwise Send is enough.

# The briefing
briefing-title = <b>Before the shift</b>
briefing-focus = <b>Focus tonight: { $site }</b>
briefing-heads-ups = <b>Expected</b>
briefing-approved = { $place } · heads-up { $time }
briefing-unconfirmed = Unconfirmed · { $place } · heads-up { $time }
briefing-recent = <b>The last 24 hours</b>
briefing-report = { $time } · <b>{ $category }</b> · { $severity } · { $place }
briefing-more = { $count ->
    [one] and one more
   *[other] and { $count } more
}
briefing-outcomes = <b>What your reports led to</b>
briefing-outcome = #{ $number } { $category } · { $state }
outcome-read = read
outcome-answered = read, and you have a reply
briefing-empty = A quiet 24 hours. Nothing in particular to keep in mind.

# Focus
button-focus = Set focus
button-rewrite-focus = Change focus
button-remove-focus = Remove focus
ask-focus-site = For which site?
ask-focus = Write tonight's focus for { $site }. It stands until six tomorrow morning and is shown before the shift.
focus-until = <b>Focus for { $site }</b> · until { $time }
focus-over = No focus for { $site } any longer.
answer-write-focus = Write the new one here in the chat. Until then the old one stands.
refusal-focus-too-long = A focus has at most { $limit } characters. Write it shorter.
