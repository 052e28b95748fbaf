"""Runs: where the parts meet, and what keeps going while nobody taps."""
