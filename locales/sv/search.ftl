search-title = <b>Sök</b>
search-filters = Urval: { $filters }
search-all = alla rapporter
search-found = { $count ->
    [0] Ingen rapport.
    [one] En rapport, de allvarligaste först.
   *[other] { $count } rapporter, de allvarligaste först.
}
search-hint = Eller skriv rapportens nummer, till exempel 241.
search-site = Område
search-place = Plats
search-category = Kategori
search-period = Tid
ask-search-site = Vilket område?
ask-search-place = Vilken plats?
ask-search-category = Vilken kategori?
ask-search-period = Hur långt tillbaka?
search-any-site = Alla områden
search-any-place = Alla platser
search-any-category = Alla kategorier
search-any-period = All tid
period-night = I natt
period-week = 7 dagar
period-month = 30 dagar
period-quarter = 90 dagar
button-clear = Rensa
button-open-found = Öppna #{ $number }
refusal-no-number = Skriv bara rapportens nummer, till exempel 241. /avbryt om du ville något annat.
refusal-no-such-report = Det finns ingen rapport #{ $number }.
