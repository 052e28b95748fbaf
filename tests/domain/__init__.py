"""What domain/ thinks, checked by example and by property."""
