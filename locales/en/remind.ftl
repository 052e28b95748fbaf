# The draft
reminder-draft = <b>New reminder</b>
ask-reminder-text = Write what needs doing, as a message.
ask-reminder-sites = Which sites?
ask-reminder-roles = Who should be reminded?
ask-reminder-day = Which day?
ask-reminder-hour = What time?
button-only-me = Only me
day-today = Today
day-tomorrow = Tomorrow
day-other = { $day }
button-reminder-text = Change text
button-reminder-audience = Change audience
button-reminder-day = Change time
button-set-reminder = Set the reminder
reminder-only-author = To: only you
reminder-day = Day: { $day }
reminder-time = Time: { $day } { $time }
answer-reminder-set = The reminder is set.
reminder-discarded = Discarded. Nobody is reminded.
refusal-past = That time has passed. Choose another.
refusal-reminder-closed = That reminder has been set or discarded. Tap Reminder for a new one.
refusal-reminder-too-long = The text is too long. A reminder has room for { $limit } characters.

# As it rings
reminder-title = <b>Reminder</b>
reminder-one-for-all = It is enough that one of you taps Done.
button-done = Done
reminder-set = Set.
reminder-rung = Reminded { $time }. Not done.
reminder-done = Done, { $name } { $time }
answer-done = Done, for everyone.
answer-done-before = Already done by { $name }.
