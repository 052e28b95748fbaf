# On the card
button-correct = Correct
button-withdraw = Take back
button-history = History
status-corrected = Corrected { $time }
status-withdrawn = Taken back { $time }
status-withdrawn-by = Taken back by { $reader } { $time }

# To correct
correct-hint = What is wrong? What you choose takes effect at once.
button-correct-site = Site
button-write-text = Write a text
button-remove-text = Remove the text
button-remove-photos = Remove the photos
button-remove-position = Remove the position
button-corrected = Done
corrected-when-now = When it was sent: { $time }
corrected-when-just_now = A quarter before: { $time }
corrected-when-hour_ago = An hour before: { $time }
corrected-when-earlier = Six hours before: { $time }
corrected-when-night = The night before: { $time }
answer-rewrite-text = Write the text as a message. It takes the place of the one that stands there.
refusal-too-late-to-correct = It can be corrected for seven days. Ask the municipality for help if it is still wrong.
refusal-closed-to-corrections = The report is closed. Ask the municipality for help if it is wrong.

# To take back
ask-withdraw = Take back #{ $number }? It counts no longer, and everybody who has it sees that.

# History
history-title = <b>History · #{ $number }</b>
history-empty = Nothing has been corrected.
history-who = { $time } · { $who }
history-author = the one who reported
history-change = { $field }: { $before } → { $after }
history-nothing = nothing
history-before = { $field } before:
history-after = { $field } after:
history-photos = { $count ->
    [one] one photo
   *[other] { $count } photos
}
history-yes = yes
history-no = no
field-site = Site
field-place = Place
field-category = Category
field-severity = Severity
field-when = Time
field-count = Number
field-ongoing = Going on
field-text = Text
field-photos = Photos
field-position = Position
