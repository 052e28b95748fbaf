audience = Till: { $whom }
audience-more = { $count ->
    [one] en till
   *[other] { $count } till
}
audience-every-site = Alla områden
audience-every-role = alla roller
audience-picked = Valt: { $name }
audience-guard = Ordningsvakter
audience-centre_manager = Centrumledare
audience-property_owner = Fastighetsägare
audience-business = Näringsidkare
audience-partner = Samverkansparter
audience-strategist = Strateger
button-go-on = Vidare
