"""Where in a text personal data stands. Each module finds one kind, in a text folded by `lookalikes`."""
