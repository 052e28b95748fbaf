"""Who people are: roles, organisations and the sites they answer for."""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from domain.reach import Unreachable

EVERY_SITE = "*"
"""Stands for every site of the municipality in a person's roles: the strategist and the auditor answer for all."""
EVERY_ORGANISATION = 0
"""Stands for every organisation among those whose texts a person may read."""

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


@dataclass(frozen=True, slots=True)
class Post:
    """A role at a site, or at every site; what goes with it is its holder's, who may be somebody else than who has it.

    `reads` are the organisations whose texts may be read there. A deputy gets what each of the two has, and no mixture.
    """

    site: str
    role: Role
    is_police: bool = False
    reads: frozenset[int] = frozenset()

    def is_at(self, site: str | None) -> bool:
        return self.site in (EVERY_SITE, site)


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody named: a member, somebody on the way in or out, or one without Telegram, who has no `chat_id`.

    `accepted_at` is when they said yes, `approved_at` when their contact did, `joined_at` when both had and their
    organisation's agreement stood: then they are a member, unless `revoked_at`. A duty phone is an account that belongs
    to its organisation. `lent` holds the posts of those whose deputy the person is at present; `contact_for` has what
    was lent in it, `reads` and `is_police` have not. `shift` is the shift that the person is on.
    `unreachable_since` is when it was noticed that nothing gets to them, `unreachable_why` what Telegram says of it.
    """

    id: int
    chat_id: int | None
    name: str | None
    language: Language | None
    organisation: str
    organisation_id: int = 0
    roles: Mapping[str, Role]
    """Their own role at each site."""
    lent: frozenset[Post] = frozenset()
    contact_for: frozenset[int] = frozenset()
    """The organisations whose contact they are."""
    reads: frozenset[int] = frozenset()
    """The organisations whose texts and photos they may read."""
    is_contact: bool = False
    is_police: bool = False
    is_duty_phone: bool = False
    shift: int | None = None
    quiet_from: int | None = None
    quiet_to: int | None = None
    accepted_at: datetime | None = None
    approved_at: datetime | None = None
    joined_at: datetime | None = None
    revoked_at: datetime | None = None
    unreachable_since: datetime | None = None
    unreachable_why: Unreachable | None = None
    expects: str | None = None
    expects_until: datetime | None = None

    @property
    def is_member(self) -> bool:
        """Whether they take part; somebody whose phone was lost does again when a new one is confirmed."""
        return self.joined_at is not None and self.revoked_at is None and self.chat_id is not None

    @property
    def is_waiting(self) -> bool:
        """Whether they said yes and somebody else has still to."""
        return self.accepted_at is not None and self.joined_at is None and self.revoked_at is None

    @property
    def is_only_named(self) -> bool:
        """Whether they never had Telegram here: named by their organisation to be written to and counted on."""
        return self.chat_id is None and self.accepted_at is None

    @property
    def chat(self) -> int:
        """Their chat. Raises LookupError for somebody without Telegram."""
        if self.chat_id is None:
            raise LookupError(f"person {self.id} has no chat")
        return self.chat_id

    @property
    def posts(self) -> frozenset[Post]:
        """What they hold now, in their own name or as somebody's deputy."""
        return self.lent | {Post(site, role, self.is_police, self.reads) for site, role in self.roles.items()}

    def roles_at(self, site: str | None) -> frozenset[Role]:
        """The roles that count at a site; without one, those held for every site."""
        return frozenset(post.role for post in self.posts if post.is_at(site))

    def has(self, *roles: Role) -> bool:
        """Whether the person holds one of the roles anywhere."""
        return any(post.role in roles for post in self.posts)

    def may_read_texts_of(self, organisation: int, *, site: str) -> bool:
        """Whether a post of theirs at the site comes with the right to read what the organisation writes."""
        named = {EVERY_ORGANISATION, organisation}
        return any(post.is_at(site) and not post.reads.isdisjoint(named) for post in self.posts)


def tidy_name(raw: str) -> str:
    """A person's name, tidied and at most `NAME_LENGTH` characters; empty if nothing is left."""
    return tidy(raw)[:NAME_LENGTH].strip()


def tidy(raw: str) -> str:
    """A name on one line without control or direction marks.

    Telegram names can hold any character; direction marks would turn the rest of a card around.
    """
    visible = "".join(c if unicodedata.category(c)[0] != "C" else " " for c in raw)
    return " ".join(visible.split())
