"""How an audience lies in the row of what it belongs to."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Row

from domain.audience import Audience
from domain.people import Role


def of(row: Row[Any]) -> Audience:
    return Audience(
        sites=tuple(row.sites),
        roles=tuple(Role(role) for role in row.roles),
        organisations=tuple(row.organisations),
        people=tuple(row.people),
    )


def columns(audience: Audience) -> Mapping[str, list[str] | list[int]]:
    return {
        "sites": list(audience.sites),
        "roles": [role.value for role in audience.roles],
        "organisations": list(audience.organisations),
        "people": list(audience.people),
    }
