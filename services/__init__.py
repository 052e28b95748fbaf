"""Decides: one function for each thing people do, in one transaction."""
