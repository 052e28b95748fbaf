# The question before a report is sent
ask-duplicate = { $count ->
    [one] One other saw this { $time }: +1 or new?
   *[other] { $count } others saw this { $time }: +1 or new?
}
button-same-incident = Same incident: +1
button-new-incident = New incident
answer-corroborated = Sent as #{ $number }: +1 on #{ $main }.
answer-sent-alone = The other report is no longer there. Yours was sent as a new incident, #{ $number }.
refusal-seen-meanwhile = Somebody else has just reported this. Is it the same incident?
refusal-when-first = First say when it happened.

# What the reports say of each other
seen-by = { $count ->
    [one] One has seen this
   *[other] { $count } have seen this
}
seen-at-worst = At its worst: { $severity }
confirmed-by-others = { $count ->
    [one] One other has confirmed it
   *[other] { $count } others have confirmed it
}
plus-one-of = +1 on #{ $number }

# To merge and to split
corroboration-line = #{ $number } · { $time } · { $severity } · { $organisation }
button-all-corroborations = { $count ->
    [one] Show the confirmation
   *[other] Show all { $count } confirmations
}
corroborations = { $count ->
    [one] One report confirms it:
   *[other] { $count } reports confirm it:
}
button-open-main = Open #{ $number }
button-split = Incident of its own
button-merge = Merge
ask-merge = Which report is the same incident?
merge-line = #{ $number } · { $time } · { $category } · { $place }
nothing-to-merge = There is no other report from the site within two hours.
