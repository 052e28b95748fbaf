"""What the outcome of an attempt changes in the outbox (docs/decisions/0012 says why)."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from bot.courier import Outcome
from bot.wording import Worded
from domain.sending import REDELIVERY_LIMIT, Result, State, after_unknown
from handlers.card import Card
from services import reach
from storage import Db, delivery, outbox
from storage.delivery import Settled


def write_down(db: Db, batch: Sequence[tuple[Worded, Outcome]], *, now: datetime) -> None:
    """Settle a batch of attempts, and what they told about chats and people."""
    delivery.settle(db, [settled(worded, outcome) for worded, outcome in batch], now=now)
    for worded, outcome in batch:
        if outcome.moved_to is not None:
            outbox.move_chat(db, old=worded.owed.chat_id, new=outcome.moved_to)
        if outcome.unreachable:
            reach.lost(db, worded.owed.chat_id, why=outcome.unreachable, now=now)
        elif worded.is_probe and outcome.result is Result.DONE:
            reach.answered(db, worded.owed.chat_id, now=now)


def recover(db: Db, *, now: datetime) -> None:
    """At start: sendings that a crash left without an outcome are owed once more, or parked as unknown."""
    for row, priority, repeated in delivery.interrupted(db):
        delivery.resolve_interrupted(db, row, after_unknown(priority, repeated=repeated), now=now)


def settled(worded: Worded, outcome: Outcome) -> Settled:
    """The row after the attempt. A message that stands in the chat stays sent, whatever becomes of its edits."""
    owed = worded.owed
    row = Settled(
        row=owed.id,
        wanted=owed.wanted,
        state=State.SENT if not owed.is_first else State.PENDING,
        shown=False,
        message_id=outcome.message_id,
        error=outcome.error,
    )
    if outcome.result is Result.DONE or _found_out(worded, outcome):
        card = worded.card or Card()
        rest = card.rest if worded.needs_call else None
        return replace(row, state=State.SENT, shown=True, digest=worded.digest, fresh_until=card.fresh_until, rest=rest)
    if _tried_again(worded, outcome):
        attempts = owed.attempts if outcome.pause is not None else owed.attempts + 1
        return replace(row, retry=True, attempts=attempts)
    return _given_up(worded, outcome, row)


def _found_out(worded: Worded, outcome: Outcome) -> bool:
    """A probe that is refused has found out what it was sent for: nobody missed a message."""
    return worded.is_probe and outcome.unreachable is not None


def _tried_again(worded: Worded, outcome: Outcome) -> bool:
    """What surely did not leave; and whatever came of it, what is no new message: done twice it is done once.

    What needed no call is settled, also a repeat that is withdrawn: of its first copy nobody will ever know.
    """
    if not worded.needs_call:
        return False
    if outcome.pause is not None:
        return True
    repeatable = outcome.result is Result.NOT_SENT or (outcome.result is Result.UNKNOWN and not worded.is_new_message)
    return repeatable and worded.owed.attempts + 1 < REDELIVERY_LIMIT


def _given_up(worded: Worded, outcome: Outcome, row: Settled) -> Settled:
    if not worded.owed.is_first:
        return replace(row, shown=True)
    if outcome.result is Result.UNKNOWN:
        state = after_unknown(worded.owed.priority, repeated=worded.owed.repeat)
        again = state is State.PENDING
        return replace(row, state=state, retry=again, repeat=again)
    return replace(row, state=_FINAL.get(outcome.result, State.FAILED))


_FINAL = {
    Result.UNREACHABLE: State.UNREACHABLE,
    Result.WITHDRAWN: State.WITHDRAWN,
    Result.EXPIRED: State.EXPIRED,
}
