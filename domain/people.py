"""Who people are: roles, organisations and the sites they answer for."""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

EVERY_SITE = "*"
"""Stands for every site of the municipality in a person's roles: the strategist and the auditor answer for all."""

NAME_LENGTH = 64
ORGANISATION_LENGTH = 80


class Role(StrEnum):
    GUARD = "guard"
    CENTRE_MANAGER = "centre_manager"
    PROPERTY_OWNER = "property_owner"
    BUSINESS = "business"
    PARTNER = "partner"
    STRATEGIST = "strategist"
    AUDITOR = "auditor"


class Language(StrEnum):
    SV = "sv"
    EN = "en"

    @classmethod
    def of(cls, code: str | None, *, default: "Language") -> "Language":
        """The language of a Telegram `language_code` such as "sv" or "en-GB", or `default` when we do not speak it."""
        spoken = (code or "").partition("-")[0].lower()
        return cls(spoken) if spoken in set(cls) else default


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A person with a Telegram account; `accepted_at` is empty until the invite was accepted, `roles` is by site."""

    id: int
    chat_id: int
    name: str | None
    language: Language | None
    organisation: str
    roles: Mapping[str, Role]
    accepted_at: datetime | None = None
    revoked_at: datetime | None = None
    unreachable_since: datetime | None = None
    expects: str | None = None

    @property
    def is_member(self) -> bool:
        return self.accepted_at is not None and self.revoked_at is None

    def role_at(self, site: str | None) -> Role | None:
        """The role that counts at a site: the one given there, else the one given for every site."""
        return self.roles.get(site or EVERY_SITE) or self.roles.get(EVERY_SITE)

    def has(self, *roles: Role) -> bool:
        """Whether the person holds one of the roles anywhere."""
        return any(role in roles for role in self.roles.values())


def tidy_name(raw: str) -> str:
    """A person's name, tidied and at most `NAME_LENGTH` characters; empty if nothing is left."""
    return tidy(raw)[:NAME_LENGTH].strip()


def tidy(raw: str) -> str:
    """A name on one line without control or direction marks.

    Telegram names can hold any character; direction marks would turn the rest of a card around.
    """
    visible = "".join(c if unicodedata.category(c)[0] != "C" else " " for c in raw)
    return " ".join(visible.split())
