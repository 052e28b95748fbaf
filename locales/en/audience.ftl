audience = To: { $whom }
audience-more = { $count ->
    [one] one more
   *[other] { $count } more
}
audience-every-site = All sites
audience-every-role = all roles
audience-picked = Chosen: { $name }
audience-guard = Guards
audience-centre_manager = Centre managers
audience-property_owner = Property owners
audience-business = Businesses
audience-partner = Partners
audience-strategist = Strategists
button-go-on = Continue
