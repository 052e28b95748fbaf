# Passet
new-shift-title = <b>Nytt pass</b>
ask-signature = Vem tar över telefonen? Skriv ditt förnamn eller din signatur. Det som förra passet skrev försvinner härifrån.
button-no-name = Utan namn
button-keep-shift = Fortsätt passet
button-start-shift = Börja passet
button-end-shift = Avsluta passet
shift-since = Passet började { $time }.
shift-since-by = Passet började { $time } · { $signature }
shift-under-way = Ett pass pågår sedan { $time }.
shift-under-way-by = Ett pass pågår sedan { $time } · { $signature }
shift-ended = Passet slutade { $time }.
refusal-signature = Skriv bara ett förnamn eller en signatur, högst { $limit } tecken. Du kan också trycka på Utan namn.
refusal-shift-over = Det hör till ett pass som är slut. Tryck på Nytt pass.

# Det förra passets kort på en tjänstetelefon
former-draft = Utkastet skickades inte, för passet är slut. Tryck på Ny rapport om det ska rapporteras.
former-report = Passet är slut. Texten visas inte längre här.
former-guarded = <b>#{ $number }</b>

# Lugnt pass
button-calm = Lugnt pass
button-notes = Skriv passets anteckningar
calm-hint = Hände något värt att minnas, skriv det som anteckning. Annars räcker Skicka.

# Inför passet
briefing-title = <b>Inför passet</b>
briefing-focus = <b>Fokus i kväll: { $site }</b>
briefing-heads-ups = <b>Väntas</b>
briefing-approved = { $place } · förvarning { $time }
briefing-unconfirmed = Obekräftat · { $place } · förvarning { $time }
briefing-recent = <b>Senaste dygnet</b>
briefing-report = { $time } · <b>{ $category }</b> · { $severity } · { $place }
briefing-more = { $count ->
    [one] och en till
   *[other] och { $count } till
}
briefing-outcomes = <b>Vad dina rapporter ledde till</b>
briefing-outcome = #{ $number } { $category } · { $state }
outcome-read = läst
outcome-answered = läst, och du har fått svar
briefing-empty = Lugnt det senaste dygnet. Inget särskilt att tänka på.

# Fokus
button-focus = Sätt fokus
button-rewrite-focus = Ändra fokus
button-remove-focus = Ta bort fokus
ask-focus-site = För vilket område?
ask-focus = Skriv kvällens fokus för { $site }. Det står till klockan sex i morgon bitti och syns under Inför passet.
focus-until = <b>Fokus för { $site }</b> · till { $time }
focus-over = Inget fokus för { $site } längre.
answer-write-focus = Skriv det nya här i chatten. Tills dess står det gamla.
refusal-focus-too-long = Ett fokus är högst { $limit } tecken. Skriv det kortare.
