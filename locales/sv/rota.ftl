button-rota = Jourlista
rotas-title = <b>Jourlista</b>
rotas-tonight = Den som står först rings direkt om något allvarligt, dygnet runt. Nu gäller:
rota-title = <b>Jourlista · { $site }</b>
rota-line = { $when }: { $who }
rota-then = , sedan{" "}
rota-nobody = ingen
rota-more-nights = { $nights ->
    [one] Och en kväll till, under Annan kväll.
   *[other] Och { $nights } kvällar till, under Annan kväll.
}
button-rota-tonight = I kväll
button-rota-night = Annan kväll
ask-rota-night = Vilken kväll?
ask-rota-first = Vem rings först?
ask-rota-second = Vem rings om den inte öppnar?
ask-rota-third = Vem rings sedan?
button-rota-clear = Töm
button-rota-done = Klar
rota-news-week = Du står på jourlistan för { $site } varje { $day }: du rings om allvarliga rapporter, också på natten.
rota-news-week-over = Du står inte längre på jourlistan för { $site } varje { $day }.
rota-news-night-over = Du står inte längre på jourlistan för { $site } { $day }.
rota-news-night = Du står på jourlistan för { $site } { $day }: du rings om allvarliga rapporter, också på natten.
