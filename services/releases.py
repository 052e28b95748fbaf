"""What a strategist opens to others: the text of a report, as it was written or reworded, and what is guarded."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from domain import rights
from domain.expectations import Question
from domain.pages import nearest
from domain.people import Person, Role
from domain.refusals import NotAllowed, Refusal, Stale
from domain.releases import REWORDING_LENGTH, Among, Whom, mark_of
from domain.rights import AT_SITE, Act, Case, Secrecy
from domain.ringing import rings_at
from domain.sending import Priority
from domain.views import ReleaseCard, ReportOpened, ReportPush, subject
from services import acts, cases, questions, ringing, timetable, triage
from storage import Db, audit, outbox, people
from storage import releases as store
from storage import reports as reports_store

PAGE = 8
"""Organisations or people on one page to choose from."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepared:
    """A release in the making: its text, and how many it would reach once that is chosen."""

    case: Case
    text: str
    is_reworded: bool
    readers: int | None = None


@dataclass(frozen=True, slots=True)
class Offer:
    """A page of those who can be chosen, by the key that a button names them by."""

    names: Mapping[str, str]
    part: int
    parts: int


def ask(db: Db, reader: Person, *, report: int, now: datetime, card: int | None) -> None:
    """Turn the card to whom the text is to be released to."""
    _releasable(db, reader, report, now=now)
    acts.turn(db, reader, _card(db, reader, report, card), card=card, now=now)


def choose(
    db: Db,
    reader: Person,
    *,
    report: int,
    among: Among,
    key: str | None,
    now: datetime,
    card: int | None,
    part: int = 0,
) -> None:
    """Turn the card to those whom one can choose among, or to the confirmation of one choice."""
    case = _releasable(db, reader, report, now=now)
    if key is not None or among is Among.EVERYBODY:
        _whom(db, case, among, key)
    chosen = replace(_card(db, reader, report, card), among=among, key=key, part=part)
    acts.turn(db, reader, chosen, card=card, now=now)


def prepared(db: Db, reader: Person, view: ReleaseCard, *, now: datetime) -> Prepared:
    """What a card is about to release. Raises NotAllowed and Stale."""
    case = _releasable(db, reader, view.report, now=now)
    text, reworded = _text(case, view.wording)
    if view.among is None or (view.key is None and view.among != Among.EVERYBODY):
        return Prepared(case=case, text=text, is_reworded=reworded)
    whom = _whom(db, case, Among(view.among), view.key)
    return Prepared(case=case, text=text, is_reworded=reworded, readers=len(_reached(db, case, whom)))


def offer(db: Db, case: Case, among: Among, part: int) -> Offer:
    """Whom one can choose: those who are at the site and may not read the text anyway."""
    names = _names(db, case, among)
    part, parts = nearest(part, len(names), size=PAGE)
    return Offer(dict(list(names.items())[part * PAGE : (part + 1) * PAGE]), part, parts)


def share(db: Db, reader: Person, *, report: int, seen: int | None, now: datetime, card: int | None) -> int:
    """Release the text as it was written to everybody at the site who may know of the report. Returns how many."""
    return release(db, reader, report=report, among=Among.EVERYBODY, key=None, seen=seen, now=now, card=card)


def release(
    db: Db,
    reader: Person,
    *,
    report: int,
    among: Among,
    key: str | None,
    now: datetime,
    card: int | None,
    seen: int | None = None,
) -> int:
    """Release the text that the card shows. Done twice, it is one release. Returns how many readers it has.

    Raises Stale when it is not the one that was `seen`: nobody releases what its author has added meanwhile.
    """
    case = _releasable(db, reader, report, now=now)
    shown = _card(db, reader, report, card)
    whom, (text, _) = _whom(db, case, among, key), _text(case, shown.wording)
    if seen is not None and seen != mark_of(text):
        raise Stale
    reached = _reached(db, case, whom)
    if not any((each.whom, each.text) == (whom, text) for each in case.releases if not each.revoked_at):
        store.add(db, report, text=text, whom=whom, released_by=reader.id, now=now)
        audit.note(db, person=reader.id, act="text_released", subject=subject("report", report), now=now)
        cases.redraw(db, case.report, now=now)
        _tell(db, case, reached if whom.is_narrow else [], now=now)
    questions.drop(db, reader, Question.REWORDING, report)
    acts.turn(db, reader, triage.turned(db, reader, report, card=card), card=card, now=now)
    return len(reached)


def stop(db: Db, reader: Person, *, report: int, now: datetime, card: int | None) -> None:
    """End all releases: the text goes from every card that shows it."""
    case = _triaged(db, reader, report, now=now)
    if store.revoke(db, report, now=now):
        audit.note(db, person=reader.id, act="release_ended", subject=subject("report", report), now=now)
        cases.redraw(db, case.report, now=now)
    acts.turn(db, reader, triage.turned(db, reader, report, card=card), card=card, now=now)


def ask_rewording(db: Db, reader: Person, *, report: int, now: datetime) -> None:
    """Take the reader's next text as what is to be released instead."""
    _releasable(db, reader, report, now=now)
    questions.ask(db, reader, Question.REWORDING, report, now=now)


def reword(db: Db, reader: Person, *, report: int, text: str, now: datetime) -> None:
    """Keep a rewording, and show it on a card that asks whom it is for. Raises Refusal when it is too long."""
    _releasable(db, reader, report, now=now)
    if len(text) > REWORDING_LENGTH:
        raise Refusal("refusal-rewording-too-long", limit=REWORDING_LENGTH)
    wording = store.word(db, report, text=text, written_by=reader.id, now=now)
    acts.reply(db, reader, ReleaseCard(report, page=0, wording=wording), now=now)


def read_text(db: Db, reader: Person, *, report: int, now: datetime, card: int | None) -> None:
    """Show the reader the text that was released to them. It is logged."""
    released = rights.released_to(reader, cases.known(db, reader, report, now=now))
    if released is None:
        raise NotAllowed
    audit.note(db, person=reader.id, act="text_opened", subject=subject("report", report), now=now)
    opened = replace(triage.turned(db, reader, report, card=card), release=released.id)
    acts.turn(db, reader, opened, card=card, now=now)


def approve(db: Db, reader: Person, *, report: int, now: datetime, card: int | None) -> None:
    """Open what is guarded to the site: it is unconfirmed no longer, and those whose phones ring for it are told."""
    case = _triaged(db, reader, report, now=now)
    if Secrecy.of(case.report) is not Secrecy.OPEN:
        _decide(db, reader, case, act="report_approved", approved_at=now, approved_by=reader.id, now=now)
        ringing.ring(db, report, now=now)
    acts.turn(db, reader, triage.turned(db, reader, report, card=card), card=card, now=now)


def disapprove(db: Db, reader: Person, *, report: int, now: datetime, card: int | None) -> None:
    """Guard the report again: what the site has got of it is taken back."""
    case = _triaged(db, reader, report, now=now)
    if case.report.approved_at:
        _decide(db, reader, case, act="approval_ended", approved_at=None, approved_by=None, now=now)
    acts.turn(db, reader, triage.turned(db, reader, report, card=card), card=card, now=now)


def is_shared(db: Db, report: int) -> bool:
    """Whether others have got its text: what its author is told of it."""
    return any(not each.revoked_at for each in store.of(db, report))


def _decide(db: Db, reader: Person, case: Case, *, act: str, now: datetime, **columns: object) -> None:
    reports_store.change(db, case.report.id, **columns)
    audit.note(db, person=reader.id, act=act, subject=subject("report", case.report.id), now=now)
    cases.redraw(db, case.report, now=now)


def _card(db: Db, reader: Person, report: int, card: int | None) -> ReleaseCard:
    """The release that the tapped card prepares, or one that begins."""
    shown = acts.shown(db, reader, card=card)
    wording = shown.wording if isinstance(shown, ReleaseCard) and shown.report == report else None
    return ReleaseCard(report, triage.turned(db, reader, report, card=card).page, wording)


def _text(case: Case, wording: int | None) -> tuple[str, bool]:
    """What is to be released, and whether it was reworded."""
    reworded = next((each.text for each in case.releases if each.id == wording), None)
    return (reworded, True) if reworded is not None else (case.report.text or "", False)


def _whom(db: Db, case: Case, among: Among, key: str | None) -> Whom:
    """Raises Stale for who cannot be chosen (any longer)."""
    if among is not Among.EVERYBODY and key not in _names(db, case, among):
        raise Stale
    return Whom.of(among, key)


def _names(db: Db, case: Case, among: Among) -> dict[str, str]:
    return _OFFERED[among](_others(db, case))


def _roles(_others: Sequence[Person]) -> dict[str, str]:
    return {role.value: role.value for role in Role if role in AT_SITE}


def _organisations(others: Sequence[Person]) -> dict[str, str]:
    names = {str(each.organisation_id): each.organisation for each in others}
    return dict(sorted(names.items(), key=lambda held: held[1].casefold()))


def _persons(others: Sequence[Person]) -> dict[str, str]:
    return {str(each.id): each.name or "?" for each in others}


_OFFERED: Mapping[Among, Callable[[Sequence[Person]], dict[str, str]]] = {
    Among.ROLE: _roles,
    Among.ORGANISATION: _organisations,
    Among.PERSON: _persons,
}


def _others(db: Db, case: Case) -> list[Person]:
    """Members at the report's site whom a release can reach: not those who may read the text anyway."""
    at_site = (each for each in people.members(db) if each.roles_at(case.report.site) & AT_SITE)
    return [each for each in at_site if not rights.may_read(each, case)]


def _reached(db: Db, case: Case, whom: Whom) -> list[Person]:
    return [each for each in _others(db, case) if whom.includes(each, site=case.report.site)]


def _tell(db: Db, case: Case, readers: Sequence[Person], *, now: datetime) -> None:
    """Those who are meant by name get news of the report if they have none; nobody's quiet hours are broken for it."""
    report, zone = case.report.id, timetable.zone(db)
    held = outbox.readers(db, subject("report", report), kinds=(ReportPush, ReportOpened))
    for each in readers:
        if each.id not in held:
            at = rings_at(each, at_once=False, now=now, zone=zone)
            acts.tell(db, each, ReportPush(report), priority=Priority.REPORT, now=now, not_before=at)


def _releasable(db: Db, reader: Person, report: int, *, now: datetime) -> Case:
    """Raises NotAllowed, Stale, and Refusal when there is no text to release."""
    case = _triaged(db, reader, report, now=now)
    if not rights.may_read(reader, case):
        raise NotAllowed
    if not case.report.text or case.report.structured_only:
        raise Refusal("refusal-nothing-to-release")
    return case


def _triaged(db: Db, reader: Person, report: int, *, now: datetime) -> Case:
    case = cases.known(db, reader, report, now=now)
    rights.require(reader, Act.TRIAGE, site=case.report.site)
    if not case.report.stands:
        raise Stale
    return case
