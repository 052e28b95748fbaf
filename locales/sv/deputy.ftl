button-deputy = Ersättare
deputy-title = <b>Ersättare</b>
deputy-ask-who = Vem ersätter dig?
deputy-ask-start = Från när ersätter { $name } dig?
deputy-ask-days = Hur många dagar ersätter { $name } dig?
deputy-nobody = Ingen annan från { $organisation } är med ännu, så ingen kan ersätta dig.
deputy-start-now = Nu
deputy-start-tomorrow = I morgon
deputy-start-monday = På måndag
deputy-days = { $days ->
    [one] En dag
   *[other] { $days } dagar
}
deputy-owner-planned = <b>{ $name } ersätter dig från { $starts } till { $ends }.</b>
deputy-owner-active = <b>{ $name } ersätter dig till { $ends }.</b> Det som är till för dig kommer till er båda.
deputy-owner-over = { $name } ersatte dig till { $ended }. Nu är allt ditt igen.
deputy-news-planned = <b>Du ersätter { $name } från { $starts } till { $ends }.</b>
deputy-news-active = <b>Du ersätter { $name } till { $ends }.</b> Det som är till för { $name } kommer också till dig, och du får göra detsamma.
deputy-news-over = Du ersatte { $name } till { $ended }.
button-end-deputy = Avsluta nu
button-decline-deputy = Avstå
role-lent = { $role } · { $site } (som ersättare)
