button-rota = Jourlista
rotas-title = <b>Jourlista</b>
rotas-tonight = Den som står först rings direkt om något allvarligt, dygnet runt. Nu gäller:
rota-title = <b>Jourlista · { $site }</b>
rota-line = { $when }: { $who }
rota-then = , sedan{" "}
rota-nobody = ingen
button-rota-tonight = I kväll
button-rota-night = Annan kväll
ask-rota-night = Vilken kväll?
ask-rota-next = { $rank ->
    [one] Vem rings först?
    [2] Vem rings om den inte öppnar?
   *[other] Vem rings sedan?
}
button-rota-clear = Töm
button-rota-done = Klar
rota-news-week = Du står på jourlistan för { $site } varje { $day }: du rings om allvarliga rapporter, också på natten.
rota-news-night = Du står på jourlistan för { $site } { $day }: du rings om allvarliga rapporter, också på natten.
