"""Who may do what, and who may know what: every rule of it stands here, and is asked for where the act happens.

docs/privacy.md says the same in tables. Source: the Act on guards (2023:421) § 17, secrecy on personal circumstances.
"""

from collections.abc import Mapping
from enum import StrEnum

from domain.people import Person, Role
from domain.refusals import NotAllowed, Stranger
from domain.reports import DRUGS, FOREWARNING, Report
from domain.severity import Severity

MEMBERS = frozenset(Role)
REPORTERS = MEMBERS - {Role.AUDITOR}
PLANNERS = frozenset({Role.STRATEGIST, Role.CENTRE_MANAGER, Role.PROPERTY_OWNER})
STRATEGIST = frozenset({Role.STRATEGIST})


class Act(StrEnum):
    """What a person can do; each has its roles in `MAY`."""

    REPORT = "report"
    SEE_PICTURE = "see_picture"
    TRIAGE = "triage"
    ALERT = "alert"
    REMIND = "remind"
    MANAGE_PEOPLE = "manage_people"
    SEE_STATUS = "see_status"
    OWN_SETTINGS = "own_settings"


MAY: Mapping[Act, frozenset[Role]] = {
    Act.REPORT: REPORTERS,
    Act.SEE_PICTURE: REPORTERS,
    Act.TRIAGE: STRATEGIST,
    Act.ALERT: STRATEGIST,
    Act.REMIND: PLANNERS,
    Act.MANAGE_PEOPLE: STRATEGIST,
    Act.SEE_STATUS: STRATEGIST,
    Act.OWN_SETTINGS: MEMBERS,
}

AT_ONCE = frozenset({Role.STRATEGIST, Role.PARTNER, Role.CENTRE_MANAGER, Role.GUARD})
"""Whose phones ring for orange and red at their sites."""
STRUCTURED = AT_ONCE | {Role.PROPERTY_OWNER}
"""Who may know category, place, time, count and severity of one report at their sites; businesses get aggregates."""
GUARDED = frozenset({DRUGS, FOREWARNING})
"""Categories that stay with the strategist until released."""


def may(person: Person, act: Act, *, site: str | None = None) -> bool:
    """Whether the person may do it at the site, or anywhere at all when no site is named."""
    if not person.is_member:
        return False
    return person.role_at(site) in MAY[act] if site else person.has(*MAY[act])


def require(person: Person, act: Act, *, site: str | None = None) -> None:
    """Raise NotAllowed (Stranger for somebody without membership) unless the person may."""
    if not person.is_member:
        raise Stranger
    if not may(person, act, site=site):
        raise NotAllowed


def may_know(person: Person, report: Report) -> bool:
    """Whether the person may see the structured part of a report."""
    if not person.is_member:
        return False
    if person.id == report.author:
        return True
    role = person.role_at(report.site)
    return role in (STRATEGIST if report.category in GUARDED else STRUCTURED)


def may_read(person: Person, report: Report) -> bool:
    """Whether the person may see a report's text, photos and position."""
    if not person.is_member:
        return False
    return person.id == report.author or person.role_at(report.site) in STRATEGIST


def rings_for(report: Report) -> frozenset[Role]:
    """The roles at the report's site that are told of it at once; empty for what waits for the digest."""
    if report.category == FOREWARNING:
        return STRATEGIST
    if (report.severity or Severity.CALM) < Severity.ORANGE:
        return frozenset()
    return STRATEGIST if report.category in GUARDED else AT_ONCE
