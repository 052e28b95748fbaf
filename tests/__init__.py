"""The stories, told from the phones, and the checks beneath them."""
