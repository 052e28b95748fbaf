"""Who may do what, and who may know what: every rule of it stands here, and is asked for where the act happens.

docs/privacy.md prints the tables. Source: the Act on guards (2023:421) § 17, secrecy on personal circumstances and on
facts that matter for fighting crime.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from domain.people import EVERY_SITE, Person, Role
from domain.refusals import NotAllowed, Refusal, Stranger
from domain.releases import Release
from domain.reports import CALM, DRUGS, FOREWARNING, Report
from domain.severity import Severity

MEMBERS = frozenset(Role)
REPORTERS = MEMBERS - {Role.AUDITOR}
PLANNERS = frozenset({Role.STRATEGIST, Role.CENTRE_MANAGER, Role.PROPERTY_OWNER})
STRATEGIST = frozenset({Role.STRATEGIST})


class Act(StrEnum):
    """What a person can do; each has its roles in `MAY`."""

    REPORT = "report"
    REPORT_FOR_OTHERS = "report_for_others"
    SEE_PICTURE = "see_picture"
    SEE_BRIEFING = "see_briefing"
    TRIAGE = "triage"
    SET_FOCUS = "set_focus"
    SET_ROTA = "set_rota"
    ALERT = "alert"
    REMIND = "remind"
    MANAGE_PEOPLE = "manage_people"
    MANAGE_ORGANISATIONS = "manage_organisations"
    NAME_DEPUTY = "name_deputy"
    SEE_STATUS = "see_status"
    OWN_SETTINGS = "own_settings"


MAY: Mapping[Act, frozenset[Role]] = {
    Act.REPORT: REPORTERS,
    Act.REPORT_FOR_OTHERS: STRATEGIST,
    Act.SEE_PICTURE: REPORTERS,
    Act.SEE_BRIEFING: REPORTERS - {Role.BUSINESS},
    Act.TRIAGE: STRATEGIST,
    Act.SET_FOCUS: STRATEGIST,
    Act.SET_ROTA: STRATEGIST,
    Act.ALERT: STRATEGIST,
    Act.REMIND: PLANNERS,
    Act.MANAGE_PEOPLE: STRATEGIST,
    Act.MANAGE_ORGANISATIONS: STRATEGIST,
    Act.NAME_DEPUTY: MEMBERS,
    Act.SEE_STATUS: STRATEGIST,
    Act.OWN_SETTINGS: MEMBERS,
}

CONTACTS_MAY = frozenset({Act.MANAGE_PEOPLE, Act.REPORT_FOR_OTHERS})
"""What an organisation's contact may as well, for the people of that organisation."""


class Standing(StrEnum):
    """What somebody is to a report; one can be several things."""

    AUTHOR = "author"
    STRATEGIST = "strategist"
    POLICE = "police"
    ROTA = "rota"
    AT_SITE = "at_site"
    RELEASED = "released"


AT_SITE = frozenset({Role.GUARD, Role.CENTRE_MANAGER, Role.PROPERTY_OWNER, Role.PARTNER})
"""The roles that stand `AT_SITE`; businesses get aggregates and alerts."""


class Secrecy(StrEnum):
    """How closely a report is kept. What is guarded becomes open when the strategist approves it for the site."""

    OPEN = "open"
    DRUGS = "drugs"
    HEADS_UP = "heads_up"

    @classmethod
    def of(cls, report: Report) -> "Secrecy":
        return cls.OPEN if report.approved_at else GUARDED.get(report.category or "", cls.OPEN)


GUARDED: Mapping[str, Secrecy] = {DRUGS: Secrecy.DRUGS, FOREWARNING: Secrecy.HEADS_UP}
"""The categories that are kept from the site until the strategist opens a report."""
_ALWAYS = frozenset({Standing.AUTHOR, Standing.STRATEGIST})

KNOW: Mapping[Secrecy, frozenset[Standing]] = {
    Secrecy.OPEN: frozenset(Standing),
    Secrecy.DRUGS: _ALWAYS | {Standing.POLICE, Standing.RELEASED},
    Secrecy.HEADS_UP: _ALWAYS | {Standing.ROTA, Standing.RELEASED},
}
"""Who may know category, place, time, count and severity."""

RING: Mapping[Secrecy, frozenset[Standing]] = {
    Secrecy.OPEN: frozenset({Standing.STRATEGIST, Standing.POLICE, Standing.ROTA, Standing.AT_SITE}),
    Secrecy.DRUGS: frozenset({Standing.STRATEGIST, Standing.POLICE}),
    Secrecy.HEADS_UP: frozenset({Standing.STRATEGIST, Standing.ROTA}),
}
"""Whose phones ring for orange and red, and for every heads-up: at once for those on duty, else after quiet hours."""


@dataclass(frozen=True, slots=True)
class Case:
    """A report with all that decides who may see it: `rota` holds those on duty for its site tonight."""

    report: Report
    releases: tuple[Release, ...] = ()
    rota: frozenset[int] = frozenset()


def may(person: Person, act: Act, *, site: str | None = None, organisation: int | None = None) -> bool:
    """Whether the person may do it at the site or to the organisation, or anywhere at all when neither is named."""
    if not person.is_member:
        return False
    if act in CONTACTS_MAY and _is_contact(person, organisation):
        return True
    return bool(person.roles_at(site) & MAY[act]) if site else person.has(*MAY[act])


def require(person: Person, act: Act, *, site: str | None = None, organisation: int | None = None) -> None:
    """Raise NotAllowed (Stranger for somebody without membership) unless the person may."""
    if not person.is_member:
        raise Stranger
    if not may(person, act, site=site, organisation=organisation):
        raise NotAllowed


def require_over(person: Person, other: Person) -> None:
    """Raise unless the person may change what the other is.

    An organisation's contact may for its people, but not for those who answer for every site.
    """
    require(person, Act.MANAGE_PEOPLE, organisation=other.organisation_id)
    if EVERY_SITE in other.roles and not person.has(*MAY[Act.MANAGE_PEOPLE]):
        raise NotAllowed


def standings(person: Person, case: Case) -> frozenset[Standing]:
    """All that the person is to the report; nothing for somebody who is no member."""
    if not person.is_member:
        return frozenset()
    report, roles = case.report, person.roles_at(case.report.site)
    held = {
        Standing.AUTHOR: wrote(person, report),
        Standing.STRATEGIST: Role.STRATEGIST in roles,
        Standing.POLICE: any(
            post.is_police and post.role is Role.PARTNER and post.is_at(report.site) for post in person.posts
        ),
        Standing.ROTA: person.id in case.rota and may_be_called(person, report.site),
        Standing.AT_SITE: bool(roles & AT_SITE),
        Standing.RELEASED: released_to(person, case) is not None,
    }
    return frozenset(standing for standing, holds in held.items() if holds)


def wrote(person: Person, report: Report) -> bool:
    """Whether it is the person's own report; on a duty phone, only during the shift that wrote it."""
    return person.id == report.author and (not person.is_duty_phone or person.shift == report.shift)


def works_shifts(person: Person) -> bool:
    """Whether the person's reports belong to shifts: a guard's, and those from any duty phone."""
    return may(person, Act.REPORT) and (person.is_duty_phone or person.has(Role.GUARD))


def may_change(person: Person, report: Report) -> bool:
    """Whether a report is the person's to correct and take back: as its author, who reports there, or strategist."""
    return may(person, Act.TRIAGE, site=report.site) or (
        wrote(person, report) and may(person, Act.REPORT, site=report.site)
    )


def may_correct(person: Person, report: Report, *, now: datetime) -> bool:
    """Whether the person may correct the report now; a strategist's time for it does not end."""
    in_time = report.takes_corrections(now) or may(person, Act.TRIAGE, site=report.site)
    return report.counts and in_time and may_change(person, report)


def may_withdraw(person: Person, report: Report) -> bool:
    """Whether the person may take the report back now; what was closed is the strategist's."""
    in_time = not report.closed_at or may(person, Act.TRIAGE, site=report.site)
    return report.stands and in_time and may_change(person, report)


def may_know(person: Person, case: Case) -> bool:
    """Whether the person may see the structured part of a report."""
    return not standings(person, case).isdisjoint(KNOW[Secrecy.of(case.report)])


def may_read(person: Person, case: Case) -> bool:
    """Whether the person may see a report's text, photos and position: a right per reader and source organisation."""
    report = case.report
    if not may_know(person, case):
        return False
    if wrote(person, report):
        return True
    return not report.structured_only and person.may_read_texts_of(report.organisation_id, site=report.site)


def require_texts(report: Report) -> None:
    """Raise Refusal for a report that is to have no texts and no photos, since its organisation's have none."""
    if report.structured_only:
        raise Refusal("refusal-structured-only")


def released_to(person: Person, case: Case) -> Release | None:
    """The newest release of the report's text that reaches the person."""
    report = case.report
    if not person.is_member or not person.roles_at(report.site) & AT_SITE:
        return None
    reaching = (release for release in reversed(case.releases) if release.is_for(person, site=report.site))
    return next(reaching, None)


def rings(person: Person, case: Case) -> bool:
    """Whether the person's phone rings for the report: not the author's own."""
    report = case.report
    if person.id == report.author or not is_pressing(report):
        return False
    return not standings(person, case).isdisjoint(RING[Secrecy.of(report)])


def is_pressing(report: Report) -> bool:
    """Whether phones ring for it at all: for a heads-up also once it was approved. The rest waits for the picture."""
    serious = (report.severity or Severity.CALM) >= Severity.ORANGE
    return report.category != CALM and (serious or report.category == FOREWARNING)


def may_be_called(person: Person, site: str) -> bool:
    """Whether the person can stand on the site's rota: who was moved away since they were put there no longer can."""
    return person.is_member and not person.roles_at(site).isdisjoint(AT_SITE | STRATEGIST)


def _is_contact(person: Person, organisation: int | None) -> bool:
    return organisation in person.contact_for if organisation is not None else bool(person.contact_for)
