button-rota = Rota
rotas-title = <b>Rota</b>
rotas-tonight = Whoever stands first is rung at once about anything serious, day and night. Now:
rota-title = <b>Rota · { $site }</b>
rota-line = { $when }: { $who }
rota-then = , then{" "}
rota-nobody = nobody
rota-more-nights = { $nights ->
    [one] And one more night, under Another night.
   *[other] And { $nights } more nights, under Another night.
}
button-rota-tonight = Tonight
button-rota-night = Another night
ask-rota-night = Which night?
ask-rota-first = Who is rung first?
ask-rota-second = Who is rung if they do not open it?
ask-rota-third = Who is rung then?
button-rota-clear = Empty
button-rota-done = Done
rota-news-week = You are on the rota for { $site } every { $day }: you are rung about serious reports, at night too.
rota-news-week-over = You are no longer on the rota for { $site } every { $day }.
rota-news-night-over = You are no longer on the rota for { $site } on { $day }.
rota-news-night = You are on the rota for { $site } on { $day }: you are rung about serious reports, at night too.
