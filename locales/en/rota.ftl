button-rota = Rota
rotas-title = <b>Rota</b>
rotas-tonight = Whoever stands first is rung at once about anything serious, day and night. Now:
rota-title = <b>Rota · { $site }</b>
rota-line = { $when }: { $who }
rota-then = , then{" "}
rota-nobody = nobody
button-rota-tonight = Tonight
button-rota-night = Another night
ask-rota-night = Which night?
ask-rota-next = { $rank ->
    [one] Who is rung first?
    [2] Who is rung if they do not open it?
   *[other] Who is rung then?
}
button-rota-clear = Empty
button-rota-done = Done
rota-news-week = You are on the rota for { $site } every { $day }: you are rung about serious reports, at night too.
rota-news-night = You are on the rota for { $site } on { $day }: you are rung about serious reports, at night too.
