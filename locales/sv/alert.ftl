# Utkastet
alert-draft = <b>Nytt utskick</b>
ask-alert-text = Skriv texten som ett meddelande.
ask-alert-level = Vilken nivå?
ask-alert-sites = Vilka områden?
ask-alert-roles = Vilka ska få det?
choice-level-information = Information, utan ljud
choice-level-warning = Varning
choice-level-acute = Akut, går före allt annat
alert-preview = <i>Så här ser det ut:</i>
alert-reach = { $people ->
    [0] Ingen får det.
    [one] En person får det.
   *[other] { $people } personer får det.
}
alert-cannot-reach = { $people ->
    [one] En av dem går inte att nå.
   *[other] { $people } av dem går inte att nå.
}
button-alert-text = Ändra text
button-alert-level = Ändra nivå
button-alert-audience = Ändra mottagare
alert-discarded = Kastat. Inget skickades.
answer-alert-sent = { $people ->
    [one] Skickas till en person.
   *[other] Skickas till { $people } personer.
}
refusal-alert-closed = Det utskicket är redan skickat eller kastat. Tryck på Utskick för ett nytt.
refusal-alert-too-long = Texten är för lång. Ett utskick har plats för { $limit } tecken.
refusal-alert-for-nobody = Ingen skulle få det. Ändra mottagare.

# Som det kommer fram
alert-title = <b>Utskick · { $level }</b>
level-information = Information
level-warning = Varning
level-acute = Akut
alert-from = Från { $name }, { $organisation }
button-acknowledge = Kvittera
alert-acknowledged = Kvitterat { $time }
answer-acknowledged = Kvitterat.
answer-acknowledged-before = Du har redan kvitterat.

# Räkningen
alert-sent = Skickat { $time }
ledger = Skickat till { $sent } av { $intended } – { $acknowledged } har kvitterat
ledger-pending = { $people } på väg
ledger-unknown = { $people } ovisst
ledger-unreachable = { $people } nås inte
ledger-expired = { $people } för sent
ledger-withdrawn = { $people } tillbakadraget
