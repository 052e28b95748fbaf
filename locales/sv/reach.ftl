# Varför någon inte nås
unreachable-blocked = har blockerat boten
unreachable-deactivated = har avslutat sitt Telegramkonto
unreachable-never_started = har aldrig startat boten
unreachable-no_chat = har ingen chatt med boten

# På morgonen, till strategen
reach-lost = { $count ->
    [one] <b>En person nås inte längre</b>
   *[other] <b>{ $count } personer nås inte längre</b>
}
reach-lost-line = <b>{ $name }</b> · { $organisation }: { $why }
reach-lost-means = Utskick kommer inte fram, och på jourlistan rings nästa i tur. Hör av dig på annat sätt.
reach-back = { $count ->
    [one] <b>En person nås igen</b>
   *[other] <b>{ $count } personer nås igen</b>
}
reach-back-line = <b>{ $name }</b> · { $organisation }
reach-more = { $count ->
    [one] och en till
   *[other] och { $count } till
}
