"""Remembers: tables, and functions that translate between rows and the domain. It judges nothing."""

from sqlalchemy import Connection

Db = Connection
"""What a unit has in its hands: the database, inside the one transaction that the unit is."""

__all__ = ["Db"]
