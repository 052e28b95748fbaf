"""Draws: pictures and files made from what the domain counted."""
