audience = To: { $roles } · { $sites }
audience-more-sites = { $count ->
    [one] one more site
   *[other] { $count } more sites
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
