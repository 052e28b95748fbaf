"""The outbox as delivery has it: what is due, what is under way, and what came of it."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import BindParameter, Row, and_, bindparam, case, func, literal, or_, select, update

from domain.sending import Owed, Priority, State
from storage import Db
from storage.tables import messages, people

# Built once: building a statement costs more than running it.
_DUE = (
    select(messages, people.c.language.label("spoken"))
    .outerjoin(people)
    .where(
        messages.c.next_at <= bindparam("now"),
        messages.c.id.not_in(bindparam("rows", expanding=True)),
        messages.c.chat_id.not_in(bindparam("chats", expanding=True)),
    )
    .order_by(messages.c.rank, messages.c.next_at, messages.c.id)
    .limit(bindparam("most"))
)
_NEXT_DUE = select(func.min(messages.c.next_at)).where(messages.c.next_at.is_not(None))  # in the index of what is owed
_CLAIM = update(messages).where(messages.c.id.in_(bindparam("rows", expanding=True))).values(state=State.SENDING)


def due(db: Db, *, now: datetime, limit: int, not_rows: Collection[int], not_chats: Collection[int]) -> list[Owed]:
    """What is owed by now, the most urgent and oldest first, leaving out chats and rows that must wait."""
    values = {"now": now, "rows": list(not_rows), "chats": list(not_chats), "most": limit}
    return [_owed(row, now) for row in db.execute(_DUE, values)]


def next_due(db: Db) -> datetime | None:
    due_at: datetime | None = db.scalar(_NEXT_DUE)
    return due_at


def claim(db: Db, rows: Sequence[int]) -> None:
    """Mark first sendings as under way, before they leave: after a crash nobody can know whether they arrived."""
    db.execute(_CLAIM, {"rows": list(rows)})


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """What an attempt changes in a row.

    `fresh_until` is when the wording goes out of date by itself; `rest` is how long it stands at least, unless somebody
    taps. With `retry` it is owed still: what holds it back for a while is the sender's to know, on a clock that is
    never wound.
    """

    row: int
    wanted: int
    state: State
    shown: bool
    message_id: int | None = None
    digest: str | None = None
    retry: bool = False
    fresh_until: datetime | None = None
    rest: timedelta | None = None
    attempts: int = 0
    repeat: bool = False
    error: str | None = None


_number: BindParameter[int] = bindparam("b_row")
_CHANGED_MEANWHILE = messages.c.wanted > bindparam("b_wanted")
_ASKED_MEANWHILE = messages.c.asked > bindparam("b_wanted")
_RESTS_UNTIL = bindparam("b_rests_until", type_=messages.c.rests_until.type)
_RESTS_FIRST = and_(_CHANGED_MEANWHILE, ~_ASKED_MEANWHILE, messages.c.next_at < _RESTS_UNTIL)
_HAS_NEWS = and_(_CHANGED_MEANWHILE, bindparam("b_state") == State.UNKNOWN, messages.c.priority == Priority.REPLY)
"""A reply is parked as unknown while its reader has news to get: as with `touch`, it is owed again."""
_SETTLE = (
    update(messages)
    .where(messages.c.id == _number)
    .values(
        state=case((_HAS_NEWS, State.PENDING), else_=bindparam("b_state")),
        message_id=func.coalesce(messages.c.message_id, bindparam("b_message_id")),
        shown=case((bindparam("b_shown") == 1, bindparam("b_wanted")), else_=messages.c.shown),
        rank=case((or_(_ASKED_MEANWHILE, bindparam("b_again") == 1), messages.c.rank), else_=messages.c.priority),
        shown_digest=func.coalesce(bindparam("b_digest"), messages.c.shown_digest),
        sent_at=func.coalesce(messages.c.sent_at, bindparam("b_sent_at", type_=messages.c.sent_at.type)),
        rests_until=func.coalesce(_RESTS_UNTIL, messages.c.rests_until),
        next_at=case(
            (_RESTS_FIRST, _RESTS_UNTIL),
            (and_(_CHANGED_MEANWHILE, or_(bindparam("b_final") == 0, _HAS_NEWS)), messages.c.next_at),
            else_=bindparam("b_next_at", type_=messages.c.next_at.type),
        ),
        attempts=bindparam("b_attempts"),
        repeat=or_(messages.c.repeat, bindparam("b_repeat") == 1),
        error=bindparam("b_error"),
    )
)


def settle(db: Db, outcomes: Sequence[Settled], *, now: datetime) -> None:
    """Write down what came of a batch of attempts. What was wanted meanwhile stays owed."""
    rests = [now + each.rest if each.rest else None for each in outcomes]
    dead = (State.UNKNOWN, State.UNREACHABLE, State.FAILED, State.WITHDRAWN, State.EXPIRED)
    db.execute(
        _SETTLE,
        [
            {
                "b_row": each.row,
                "b_state": each.state,
                "b_message_id": each.message_id,
                "b_shown": int(each.shown),
                "b_wanted": each.wanted,
                "b_digest": each.digest,
                "b_sent_at": now if each.state is State.SENT else None,
                "b_final": int(each.state in dead),
                "b_next_at": now if each.retry else _rested(each.fresh_until, rests_until),
                "b_rests_until": rests_until,
                "b_again": int(each.retry),
                "b_attempts": each.attempts,
                "b_repeat": int(each.repeat),
                "b_error": each.error,
            }
            for each, rests_until in zip(outcomes, rests, strict=True)
        ],
    )


def _rested(moment: datetime | None, rests_until: datetime | None) -> datetime | None:
    return max(moment, rests_until) if moment and rests_until else moment


def interrupted(db: Db) -> list[tuple[int, Priority, bool]]:
    """After a start: sendings that a crash left without an outcome, as row, priority and whether it was the repeat."""
    query = select(messages.c.id, messages.c.priority, messages.c.repeat).where(messages.c.state == State.SENDING)
    return [(row.id, Priority(row.priority), row.repeat) for row in db.execute(query)]


def resolve_interrupted(db: Db, row: int, state: State, *, now: datetime) -> None:
    again = state is State.PENDING
    repeat = or_(messages.c.repeat, literal(again))
    values = {"state": state, "next_at": now if again else None, "repeat": repeat, "error": "interrupted"}
    db.execute(update(messages).where(messages.c.id == row).values(values))


def states(db: Db) -> dict[State, int]:
    """How many messages are in each state."""
    rows = db.execute(select(messages.c.state, func.count()).group_by(messages.c.state))
    return {State(state): count for state, count in rows}


def _owed(row: Row[Any], now: datetime) -> Owed:
    return Owed(
        id=row.id,
        chat_id=row.chat_id,
        person=row.person_id,
        kind=row.kind,
        body=row.body,
        priority=Priority(row.priority),
        wanted=row.wanted,
        message_id=row.message_id,
        shown_digest=row.shown_digest,
        attempts=row.attempts,
        repeat=row.repeat,
        silent=row.silent,
        expired=row.expires_at is not None and row.expires_at <= now and row.message_id is None,
        language=row.spoken or row.language,
    )
