# Frågan innan en rapport skickas
ask-duplicate = { $count ->
    [one] En annan såg detta { $time }: +1 eller ny?
   *[other] { $count } andra såg detta { $time }: +1 eller ny?
}
button-same-incident = Samma händelse: +1
button-new-incident = Ny händelse
answer-corroborated = Skickad som #{ $number }: +1 på #{ $main }.
answer-sent-alone = Den andra rapporten finns inte längre. Din skickades som en ny händelse, #{ $number }.
refusal-seen-meanwhile = Någon annan har just rapporterat detta. Är det samma händelse?
refusal-when-first = Svara först på när det hände.

# Det som rapporterna säger om varandra
seen-by = { $count ->
    [one] En har sett detta
   *[other] { $count } har sett detta
}
seen-at-worst = Som allvarligast: { $severity }
confirmed-by-others = { $count ->
    [one] En annan har bekräftat
   *[other] { $count } andra har bekräftat
}
plus-one-of = +1 på #{ $number }

# Slå ihop och dela upp
corroboration-line = #{ $number } · { $time } · { $severity } · { $organisation }
button-all-corroborations = { $count ->
    [one] Visa bekräftelsen
   *[other] Visa alla { $count } bekräftelser
}
corroborations = { $count ->
    [one] En rapport bekräftar den:
   *[other] { $count } rapporter bekräftar den:
}
button-open-main = Öppna #{ $number }
button-split = Egen händelse
button-merge = Slå ihop
ask-merge = Vilken rapport är samma händelse?
merge-line = #{ $number } · { $time } · { $category } · { $place }
nothing-to-merge = Det finns ingen annan rapport från området inom två timmar.
