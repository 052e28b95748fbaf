button-organisations = Organisationer
organisations-title = <b>Organisationer</b>
organisations-line = <b>{ $name }</b> – { $count ->
    [0] inga medlemmar
    [one] en medlem
   *[other] { $count } medlemmar
}
organisations-no-agreement = avtal saknas
organisations-no-contact = kontaktombud saknas

# En organisations kort
organisation-title = <b>{ $name }</b>
organisation-no-agreement = Avtal saknas. Utan avtal kan ingen härifrån vara med.
organisation-agreed = Avtal undertecknat { $day }
organisation-purpose = Ändamål: { $purpose }
organisation-area = Område: { $area }
organisation-noted = Noterat av { $name } { $day }
organisation-contacts = Kontaktombud: { $names }
organisation-no-contact = Kontaktombud saknas.
organisation-members = { $count ->
    [0] Inga medlemmar
    [one] En medlem
   *[other] { $count } medlemmar
}
organisation-waiting = { $count ->
    [one] En väntar på att bli insläppt
   *[other] { $count } väntar på att bli insläppta
}
organisation-without-telegram = Utan Telegram: { $names }
organisation-shifts = Väntade pass i veckan: { $shifts }
organisation-structured = Rapporterar utan fritext och foton.
organisation-more = { $count ->
    [one] en till
   *[other] { $count } till
}
button-note-agreement = Notera avtal
button-change-agreement = Ändra avtalet
button-agreement-over = Avtalet har upphört
button-contacts = Kontaktombud
button-expected-shifts = Väntade pass
button-without-telegram = Utan Telegram
button-without-texts = Utan fritext
button-with-texts = Med fritext

# Avtalet, en fråga i taget
agreement-usual-purpose = Förebygga brott och öka tryggheten
ask-organisation-purpose = Vad är avtalets ändamål? Tryck, eller skriv det själv.
ask-organisation-area = Vilket område gäller avtalet? Tryck, eller skriv det själv.
ask-organisation-day = Vilken dag undertecknades avtalet? Tryck, eller skriv dagen, som 2026-11-02.
ask-organisation-ended = Har avtalet upphört? Då är ingen härifrån med längre, förrän ett nytt avtal är noterat.
button-today = I dag
button-yesterday = I går
button-agreement-over-sure = Ja, det har upphört
answer-agreed = Avtalet är noterat.
answer-agreement-ended = Avtalet har upphört.
refusal-agreed-purpose = Skriv ändamålet med högst { $limit } tecken.
refusal-agreed-area = Skriv området med högst { $limit } tecken.
refusal-agreed-day = Det är ingen dag. Skriv den som 2026-11-02.
refusal-agreed-day-to-come = Den dagen har inte varit än. Skriv dagen då avtalet undertecknades.

# Fritext
ask-organisation-structured = Ska de rapportera utan fritext och foton? Det som redan finns kan ingen annan läsa.
ask-organisation-with-texts = Ska de rapportera med fritext och foton?
button-without-texts-sure = Ja, utan fritext
button-with-texts-sure = Ja, med fritext
structured-hint = Kortet har ingen fritext och inga foton. En position får plats.
refusal-structured-only = Era rapporter har ingen fritext och inga foton. Välj på kortet i stället.

# Kontaktombud
contacts-ask = Vem är kontaktombud?
contacts-nobody = Ingen härifrån är med ännu.
button-contact-appoint = Utse { $name }
button-contact-end = Avsluta { $name }
contact-appointed = <b>Du är nu kontaktombud för { $organisation }.</b> Under /personer bjuder du in kollegor och säger vilka pass ni väntas arbeta.
contact-ended = Du är inte längre kontaktombud för { $organisation }.

# Väntade pass
shifts-ask-site = För vilket område?
shifts-title = Väntade pass vid { $site }: { $count ->
    [0] inga
    [one] ett i veckan
   *[other] { $count } i veckan
}
shifts-hint = Varje tryck är ett pass till den dagen. Efter sex blir det noll.
button-same-all-days = Samma alla dagar

# Personer utan Telegram
named-title = De här är med utan Telegram. Tryck på ett namn för att ta bort det.
named-nobody = Ingen härifrån är med utan Telegram.
named-ask-remove = Ska { $name } tas bort?
button-name-person = Lägg till
button-remove-named-sure = Ja, ta bort
answer-write-name = Skriv namnet som ett meddelande.
refusal-named-person = Skriv bara namnet, högst { $limit } tecken.

# Texter och foton
button-text-rights = Texter och foton
reading-police = Polisens kontaktperson: läser texter och får rapporter om narkotika
reading-nothing = Läser inga texter eller foton.
reading-everything = Läser texter och foton från alla organisationer.
reading-some = Läser texter och foton från: { $names }
button-police-name = Utse till polisens kontaktperson
button-police-end = Avsluta som polisens kontaktperson
button-read-everything = Ge alla organisationer
button-read-everything-end = Ta tillbaka alla organisationer
button-read = Ge { $organisation }
button-read-end = Ta tillbaka { $organisation }
reading-you-are-police = <b>Du är polisens kontaktperson</b> och får även rapporter om narkotika vid dina områden.
reading-you-nothing = Du läser inte längre texter och foton som andra har skickat.
reading-you-everything = Du får läsa texter och foton från alla organisationer. Varje läsning loggas.
reading-you-some = Du får läsa texter och foton från { $names }. Varje läsning loggas.
refusal-last-reader = Någon måste läsa allt. Ge en annan strateg den rätten först.
