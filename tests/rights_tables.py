"""The rights of domain/rights.py as docs/privacy.md prints them; `python -m tests.rights_tables` prints them anew.

What people may do and know is read off the tables, and what they may read is asked of the rule, for one person of each
standing.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime

from domain.people import EVERY_SITE, Person, Role
from domain.releases import Release
from domain.reports import Report
from domain.rights import (
    AT_SITE,
    CONTACTS_MAY,
    KNOW,
    MAY,
    RING,
    Act,
    Case,
    Secrecy,
    Standing,
    may_read,
    released_to,
)
from handlers.commands import COMMANDS
from locales import say
from tests.phones import HOME

PAGE = HOME / "docs" / "privacy.md"
BEGINS = "<!-- The rights: written by `python -m tests.rights_tables`. -->"
ENDS = "<!-- The end of the rights. -->"

NO = "–"
ACTS: Mapping[Act, str] = {
    Act.REPORT: "report (rapport) from one's own sites",
    Act.REPORT_FOR_OTHERS: "report for somebody who rings (via telefon)",
    Act.SEE_PICTURE: "see the picture (lägesbild) of one's own sites",
    Act.SEE_BRIEFING: "see what is new before a shift (inför passet)",
    Act.TRIAGE: "read, answer, release (dela texten), merge (slå ihop) and close reports",
    Act.SET_FOCUS: "set a site's focus for the night (fokus)",
    Act.SET_ROTA: "set a site's rota (jourlista)",
    Act.ALERT: "send alerts (utskick)",
    Act.REMIND: "set reminders (påminnelse) for one's own sites",
    Act.MANAGE_PEOPLE: "invite, approve, move and revoke people",
    Act.MANAGE_ORGANISATIONS: "note agreements (avtal), appoint contacts, give rights to texts",
    Act.NAME_DEPUTY: "name a deputy (ersättare)",
    Act.SEE_STATUS: "see how the bot is doing",
    Act.OWN_SETTINGS: "one's own settings, help, and what is said here",
}
STANDINGS: Mapping[Standing, str] = {
    Standing.AUTHOR: "who wrote it; on a duty phone (tjänstetelefon), only in the shift (pass) that wrote it",
    Standing.STRATEGIST: "the strategist",
    Standing.POLICE: "a police contact at its site",
    Standing.ROTA: "who is on its site's rota (jourlista) tonight",
    Standing.AT_SITE: "at its site: {roles}",
    Standing.RELEASED: "at its site, when its text was released (dela texten) to them",
}
SECRECIES: Mapping[Secrecy, str] = {
    Secrecy.OPEN: "an ordinary report, or one that was approved for the site",
    Secrecy.DRUGS: "drugs",
    Secrecy.HEADS_UP: "a heads-up (förvarning)",
}


def tables() -> str:
    """All tables, each under its heading."""
    parts = [
        ("What one may do", acts()),
        ("Of which reports one may know category, place, time, count and severity, and be rung", knowing()),
        ("Whose text, photos, position and notes one may read, of the reports one may know of", reading()),
    ]
    return "\n\n".join(f"**{heading}**\n\n{table}" for heading, table in parts)


def acts() -> str:
    roles = [_role(role) for role in Role]
    rows = [
        [ACTS[act] + _commands(act), *(_yes(role in MAY[act]) for role in Role), _yes(act in CONTACTS_MAY, "their own")]
        for act in Act
    ]
    return _table(["", *roles, "contact (kontaktombud), for people of"], rows)


def knowing() -> str:
    rows = [[_standing(each), *(_of_a_report(each, secrecy) for secrecy in Secrecy)] for each in Standing]
    others = _listed(_role(role) for role in Role if role not in {*AT_SITE, Role.STRATEGIST})
    rows.append([f"{others}, and whoever has no role at its site", *(NO for _ in Secrecy)])
    return _table(["who", *(SECRECIES[secrecy] for secrecy in Secrecy)], rows)


def reading() -> str:
    """Of each standing, somebody without and somebody with the right to the texts of the organisation that reported."""
    rows = [
        [
            _standing(each),
            _reads(each),
            _reads(each, has_right=True),
            _reads(each, has_right=True, structured_only=True),
        ]
        for each in Standing
    ]
    heads = [
        "who",
        "without a right to its organisation's texts",
        "with it",
        "with it, when the organisation reports without texts (fältenheten)",
    ]
    return _table(heads, rows)


def printed() -> str:
    """What stands on the page between the two marks."""
    return PAGE.read_text(encoding="utf-8").partition(BEGINS)[2].partition(ENDS)[0].strip()


def _of_a_report(standing: Standing, secrecy: Secrecy) -> str:
    knows, is_rung = standing in KNOW[secrecy], standing in RING[secrecy]
    return NO if not knows else "knows, is rung" if is_rung else "knows"


def _reads(standing: Standing, *, has_right: bool = False, structured_only: bool = False) -> str:
    person = Person(
        id=ME,
        chat_id=ME,
        name=None,
        language=None,
        organisation="",
        roles=_ROLES.get(standing, {}),
        reads=frozenset({SOURCE} if has_right else ()),
        is_police=standing is Standing.POLICE,
        joined_at=LONG_AGO,
    )
    case = _case(standing, structured_only=structured_only)
    return "all of it" if may_read(person, case) else "the text as it was released" if released_to(person, case) else NO


def _case(standing: Standing, *, structured_only: bool) -> Case:
    """An ordinary report to which ME stands like that."""
    report = Report(
        id=1,
        author=ME if standing is Standing.AUTHOR else SOMEBODY,
        organisation="",
        organisation_id=SOURCE,
        structured_only=structured_only,
        site=SITE,
        version=1,
        created_at=LONG_AGO,
        touched_at=LONG_AGO,
    )
    releases = (Release(id=1, report=1, text="", released_at=LONG_AGO),) if standing is Standing.RELEASED else ()
    return Case(report, releases, frozenset({ME} if standing is Standing.ROTA else ()))


ME, SOMEBODY, SOURCE, SITE = 1, 2, 3, "overby"
LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)
_ROLES: Mapping[Standing, Mapping[str, Role]] = {
    Standing.STRATEGIST: {EVERY_SITE: Role.STRATEGIST},
    Standing.POLICE: {SITE: Role.PARTNER},
    Standing.ROTA: {SITE: Role.GUARD},
    Standing.AT_SITE: {SITE: Role.GUARD},
    Standing.RELEASED: {SITE: Role.GUARD},
}


def _standing(standing: Standing) -> str:
    return STANDINGS[standing].format(roles=_listed(_role(role) for role in Role if role in AT_SITE))


def _role(role: Role) -> str:
    english, swedish = (say(language, f"role-{role.value}") for language in ("en", "sv"))
    return f"{english} ({swedish})"


def _commands(act: Act) -> str:
    named = [f"`/{command.swedish}`" for command in COMMANDS if command.act is act]
    return f": {', '.join(named)}" if named else ""


def _yes(holds: bool, yes: str = "yes") -> str:  # noqa: FBT001  # the cell's own value
    return yes if holds else NO


def _listed(words: Iterable[str]) -> str:
    return ", ".join(words)


def _table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [heads, ["---"] * len(heads), *rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def _write() -> None:
    page = PAGE.read_text(encoding="utf-8")
    before, _, rest = page.partition(BEGINS)
    after = rest.partition(ENDS)[2]
    PAGE.write_text(f"{before}{BEGINS}\n\n{tables()}\n\n{ENDS}{after}", encoding="utf-8")


if __name__ == "__main__":
    _write()
