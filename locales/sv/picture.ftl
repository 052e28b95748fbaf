# Överst: det viktigaste i en mening
picture-silent = <b>Ingen har rapporterat. Det betyder inte att inget har hänt.</b>
picture-calm = <b>Inga händelser har rapporterats.</b>
picture-incidents = <b>{ $now ->
    [one] En händelse
   *[other] { $now } händelser
}, { picture-change }.</b>
picture-worst = <b>{ $now ->
    [one] En händelse
   *[other] { $now } händelser
}, { picture-change }. Mest: { $place }.</b>
picture-change = { $direction ->
    [more] { $difference ->
        [one] en
       *[other] { $difference }
    } fler än veckan före
    [fewer] { $difference ->
        [one] en
       *[other] { $difference }
    } färre än veckan före
   *[same] lika många som veckan före
}
picture-week = Lägesbild vecka { $week } · { $first } – { $last }
picture-asked = Lägesbild senaste sju dagarna · { $first } – { $last }
picture-late = { $count ->
    [one] En rapport om veckan före kom in efteråt.
   *[other] { $count } rapporter om veckan före kom in efteråt.
}

# Område för område
picture-site = <b>{ $site }</b>: { $now ->
    [0] inga händelser
    [one] en händelse
   *[other] { $now } händelser
}, { picture-change }
picture-site-alone = <b>{ $site }</b>
picture-site-silent = <b>{ $site }</b>: ingen har rapporterat
picture-site-silent-shifts = <b>{ $site }</b>: ingen har rapporterat, 0 av { $expected } pass
picture-category = { $category }: { $now } ({ $before ->
    [hidden] förut färre än { $limit }
   *[other] förut { $before }
})
picture-other = Övrigt: { $now }
picture-rest = Dessutom: { $rest }
picture-rest-other = övrigt { $now }
picture-places = Mest drabbat: { $places }
picture-severities = Allvar: { $severities }
picture-severity = { $level ->
    [4] { $count } röd (4)
    [3] { $count } orange (3)
    [2] { $count } gul (2)
    [1] { $count } grön (1)
   *[0] { $count } utan allvar (0)
}
picture-rate = Rapporterat { $reported } av { $days } dagar
picture-rate-shifts = Rapporterat { $reported } av { $expected } pass
picture-open = { $count ->
    [one] en rapport är öppen
   *[other] { $count } rapporter är öppna
}
picture-more-sites = { $count ->
    [one] Ett område till får inte plats här.
   *[other] { $count } områden till får inte plats här.
}
picture-source = Bygger på inlämnade rapporter, inte anmälda brott.
