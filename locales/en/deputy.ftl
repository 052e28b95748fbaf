button-deputy = Deputy
deputy-title = <b>Deputy</b>
deputy-ask-who = Who stands in for you?
deputy-ask-start = From when does { $name } stand in for you?
deputy-ask-days = For how many days does { $name } stand in for you?
deputy-nobody = Nobody else from { $organisation } has joined yet, so nobody can stand in for you.
deputy-start-now = Now
deputy-start-tomorrow = Tomorrow
deputy-start-monday = On Monday
deputy-days = { $days ->
    [one] One day
   *[other] { $days } days
}
deputy-owner-planned = <b>{ $name } stands in for you from { $starts } to { $ends }.</b>
deputy-owner-active = <b>{ $name } stands in for you until { $ends }.</b> What is meant for you comes to both of you.
deputy-owner-over = { $name } stood in for you until { $ended }. Everything is yours again.
deputy-news-planned = <b>You stand in for { $name } from { $starts } to { $ends }.</b>
deputy-news-active = <b>You stand in for { $name } until { $ends }.</b> What is meant for { $name } comes to you as well, and you may do the same.
deputy-news-over = You stood in for { $name } until { $ended }.
button-end-deputy = End now
button-decline-deputy = Decline
role-lent = { $role } · { $site } (as deputy)
