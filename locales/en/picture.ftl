# On top: the main thing in one sentence
picture-silent = <b>Nobody has reported. That does not mean that nothing happened.</b>
picture-calm = <b>No incidents have been reported.</b>
picture-incidents = <b>{ $now ->
    [one] One incident
   *[other] { $now } incidents
}, { picture-change }.</b>
picture-worst = <b>{ $now ->
    [one] One incident
   *[other] { $now } incidents
}, { picture-change }. Most: { $place }.</b>
picture-change = { $direction ->
    [more] { $difference ->
        [one] one
       *[other] { $difference }
    } more than the week before
    [fewer] { $difference ->
        [one] one
       *[other] { $difference }
    } fewer than the week before
   *[same] as many as the week before
}
picture-week = Picture of week { $week } · { $first } – { $last }
picture-asked = Picture of the last seven days · { $first } – { $last }
picture-late = { $count ->
    [one] One report on the week before came in afterwards.
   *[other] { $count } reports on the week before came in afterwards.
}

# Site by site
picture-site = <b>{ $site }</b>: { $now ->
    [0] no incidents
    [one] one incident
   *[other] { $now } incidents
}, { picture-change }
picture-site-alone = <b>{ $site }</b>
picture-site-silent = <b>{ $site }</b>: nobody has reported
picture-site-silent-shifts = <b>{ $site }</b>: nobody has reported, 0 of { $expected } shifts
picture-category = { $category }: { $now } ({ $before ->
    [hidden] before: fewer than { $limit }
   *[other] before: { $before }
})
picture-other = Other: { $now }
picture-rest = Also: { $rest }
picture-rest-other = other { $now }
picture-places = Most affected: { $places }
picture-severities = Severity: { $severities }
picture-severity = { $level ->
    [4] { $count } red (4)
    [3] { $count } orange (3)
    [2] { $count } yellow (2)
    [1] { $count } green (1)
   *[0] { $count } without severity (0)
}
picture-rate = Reported on { $reported } of { $days } days
picture-rate-shifts = Reported by { $reported } of { $expected } shifts
picture-open = { $count ->
    [one] one report is open
   *[other] { $count } reports are open
}
picture-more-sites = { $count ->
    [one] One more site does not fit here.
   *[other] { $count } more sites do not fit here.
}
picture-source = Based on submitted reports, not on crimes reported to the police.
