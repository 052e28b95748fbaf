"""Every tap that a button of ours carries, by noun. Never words, never a right: every tap can be forged."""
