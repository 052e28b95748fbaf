"""Whom an alert was meant for when it was sent, with their messages and their answers."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlalchemy import Row, Select, bindparam, case, func, insert, literal, select, update

from domain.ledger import Answer, Recipient, Standing
from domain.reach import Unreachable
from domain.sending import State
from domain.views import AlertMessage, subject
from storage import Db, snapshot
from storage.tables import messages, people, recipients

GONE = "gone"
"""What a message shows that was deleted, as `bot.wording` has it."""
_REMOVED = messages.c.shown_digest.is_not_distinct_from(GONE)
_JOINED = recipients.outerjoin(messages, messages.c.id == recipients.c.message_row)
_STATE = func.coalesce(messages.c.state, State.UNREACHABLE.value)
"""Who has no phone has no message, and is not reached."""
_RECIPIENTS: Select[Any] = (
    select(
        recipients,
        _STATE.label("state"),
        messages.c.message_id,
        messages.c.sent_at.label("reached_at"),
        _REMOVED.label("is_removed"),
    )
    .select_from(_JOINED)
    .order_by(recipients.c.person_id)
)


_THESE = _RECIPIENTS.where(
    recipients.c.alert_id == bindparam("alert"), recipients.c.person_id.in_(bindparam("people", expanding=True))
)
_THEIRS = update(recipients).where(
    recipients.c.alert_id == bindparam("b_alert"), recipients.c.person_id == bindparam("b_person")
)
_ANSWER = _THEIRS.values({name: bindparam(name) for name in ("answer", "edition", "is_late", "answered_at")})


def add(db: Db, alert: int) -> None:
    """Write down all those whom the alert is owed to and who are not written down yet."""
    known = select(recipients.c.person_id).where(recipients.c.alert_id == alert)
    theirs = (messages.c.subject == subject("alert", alert), messages.c.kind == AlertMessage.__name__)
    # SQLAlchemy gives an insert from a select no defaults.
    owed = select(literal(alert), messages.c.person_id, messages.c.id, literal(False)).where(
        *theirs, messages.c.person_id.not_in(known)
    )
    db.execute(insert(recipients).from_select(["alert_id", "person_id", "message_row", "is_late"], owed))


def add_without_phone(db: Db, alert: int, people: Collection[int]) -> None:
    """Write down those whom it was for and who have no phone."""
    rows = [{"alert_id": alert, "person_id": each, "is_late": False} for each in people]
    if rows:
        db.execute(insert(recipients), rows)


def of(db: Db, alert: int) -> list[Recipient]:
    return [_recipient(row) for row in db.execute(_RECIPIENTS.where(recipients.c.alert_id == alert))]


def one(db: Db, alert: int, *, person: int) -> Recipient | None:
    return _together(db, alert, snapshot.together_with(db, person)).get(person)


@snapshot.asked_once
def _together(db: Db, alert: int, people: frozenset[int]) -> dict[int, Recipient]:
    """Those of these people whom the alert was meant for."""
    rows = db.execute(_THESE, {"alert": alert, "people": list(people)})
    return {row.person_id: _recipient(row) for row in rows}


def standings(db: Db, alert: int, *, edition: int) -> dict[Standing, int]:
    """How many recipients are in each standing."""
    answer = case((recipients.c.edition == edition, recipients.c.answer))
    query = (
        select(_STATE.label("state"), answer.label("said"), _REMOVED.label("is_removed"), func.count().label("people"))
        .select_from(_JOINED)
        .where(recipients.c.alert_id == alert)
        .group_by(_STATE, answer, _REMOVED)
    )
    return {
        Standing(State(row.state), Answer(row.said) if row.said else None, bool(row.is_removed)): row.people
        for row in db.execute(query)
    }


def next_owed(db: Db, alert: int) -> datetime | None:
    """When the first of the recipients' messages is to be sent, edited or deleted; None when they all stand."""
    query = select(func.min(messages.c.next_at)).select_from(_JOINED).where(recipients.c.alert_id == alert)
    owed_at: datetime | None = db.scalar(query)
    return owed_at


def reasons(db: Db, alert: int) -> set[Unreachable]:
    """Why those whom the alert does not reach cannot be reached."""
    why = case((recipients.c.message_row.is_(None), Unreachable.NO_CHAT.value), else_=people.c.unreachable_why)
    query = select(why).select_from(_JOINED.join(people, people.c.id == recipients.c.person_id))
    refused = (recipients.c.alert_id == alert, _STATE.in_((State.UNREACHABLE, State.FAILED)))
    return {Unreachable(each) for each in db.execute(query.where(*refused).distinct()).scalars() if each}


def held(db: Db, alert: int, *, now: datetime) -> tuple[int, datetime | None]:
    """How many recipients' messages wait for the end of quiet hours, and when the first leaves."""
    waiting = (recipients.c.alert_id == alert, messages.c.state == State.PENDING, messages.c.next_at > now)
    row = db.execute(select(func.count(), func.min(messages.c.next_at)).select_from(_JOINED).where(*waiting)).one()
    return int(row[0]), row[1]


def by_organisation(db: Db, alert: int) -> dict[int, int]:
    """How many recipients each organisation has."""
    return _by_organisation(db, alert)


def answered_by_organisation(db: Db, alert: int, *, edition: int) -> dict[int, int]:
    """How many of them have answered the edition."""
    return _by_organisation(db, alert, recipients.c.answer.is_not(None), recipients.c.edition == edition)


def write_answer(
    db: Db, alert: int, *, person: int, answer: Answer, edition: int, is_late: bool, now: datetime
) -> None:
    values: dict[str, Any] = {"answer": answer, "edition": edition, "is_late": is_late, "answered_at": now}
    db.execute(_ANSWER, {"b_alert": alert, "b_person": person, **values})


def write_need(db: Db, alert: int, *, person: int, need: str | None) -> None:
    db.execute(_THEIRS.values(need=need), {"b_alert": alert, "b_person": person})


def _by_organisation(db: Db, alert: int, *where: Any) -> dict[int, int]:
    query = (
        select(people.c.organisation_id, func.count().label("people"))
        .join_from(recipients, people, people.c.id == recipients.c.person_id)
        .where(recipients.c.alert_id == alert, *where)
        .group_by(people.c.organisation_id)
    )
    return {row.organisation_id: row.people for row in db.execute(query)}


def _recipient(row: Row[Any]) -> Recipient:
    return Recipient(
        person=row.person_id,
        state=State(row.state),
        is_removed=bool(row.is_removed),
        message=row.message_id,
        reached_at=row.reached_at,
        answer=Answer(row.answer) if row.answer else None,
        answered_at=row.answered_at,
        edition=row.edition,
        is_late=row.is_late,
        need=row.need,
    )
