"""The rules: frozen data and pure functions. Nothing here reads a clock, a database or the network."""
