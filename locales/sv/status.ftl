status-title = <b>Hur systemet mår</b>
status-well = Allt kommer fram som det ska.
status-late = <b>Meddelanden går inte ut.</b> Det äldsta har väntat i { $minutes } minuter.
status-waiting = { $count ->
    [one] Ett inkommet meddelande väntar på att tas om hand
   *[other] { $count } inkomna meddelanden väntar på att tas om hand
}
status-aside = { $count ->
    [one] Ett inkommet meddelande kunde inte tas om hand och har lagts åt sidan
   *[other] { $count } inkomna meddelanden kunde inte tas om hand och har lagts åt sidan
}
status-pending = { $count ->
    [one] Ett meddelande är på väg ut
   *[other] { $count } meddelanden är på väg ut
}
status-unknown = { $count ->
    [one] Ett meddelande är osäkert: ingen vet om det kom fram
   *[other] { $count } meddelanden är osäkra: ingen vet om de kom fram
}
status-unreachable = { $count ->
    [one] Ett meddelande nådde inte sin mottagare, som inte kan nås
   *[other] { $count } meddelanden nådde inte sina mottagare, som inte kan nås
}
status-failed = { $count ->
    [one] Ett meddelande gick inte att skicka
   *[other] { $count } meddelanden gick inte att skicka
}
