audience = Till: { $roles } · { $sites }
audience-more-sites = { $count ->
    [one] ett område till
   *[other] { $count } områden till
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
