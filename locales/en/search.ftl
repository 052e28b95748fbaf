search-title = <b>Search</b>
search-filters = Selection: { $filters }
search-all = all reports
search-found = { $count ->
    [0] No report.
    [one] One report, the most serious first.
   *[other] { $count } reports, the most serious first.
}
search-hint = Or write the number of a report, such as 241.
search-site = Site
search-place = Place
search-category = Category
search-period = Time
ask-search-site = Which site?
ask-search-place = Which place?
ask-search-category = Which category?
ask-search-period = How far back?
search-any-site = All sites
search-any-place = All places
search-any-category = All categories
search-any-period = All time
period-night = Tonight
period-week = 7 days
period-month = 30 days
period-quarter = 90 days
button-clear = Clear
button-open-found = Open #{ $number }
refusal-no-number = Write only the number of a report, such as 241. /cancel if you meant something else.
refusal-no-such-report = There is no report #{ $number }.
