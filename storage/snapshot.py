"""What a reading transaction has found out: on one state of the database the same question has the same answer.

A round of delivery words one alert for many readers, and each of them needs the alert, its author and themselves.
Nothing is kept beyond the transaction, and nothing at all in one that writes.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import wraps
from typing import Any, TypeVar

from storage import Db

Q = TypeVar("Q")
A = TypeVar("A")
_ANSWERS = "answers"
_READERS = "readers"


@contextmanager
def kept(db: Db) -> Iterator[None]:
    """Keep answers for as long as the transaction lasts; it must only read."""
    db.info[_ANSWERS] = {}
    db.info[_READERS] = frozenset()
    try:
        yield
    finally:
        del db.info[_ANSWERS], db.info[_READERS]


def asked_once(read: Callable[[Db, Q], A]) -> Callable[[Db, Q], A]:
    """Let a question be asked of the database once where answers are kept; what it raises is not kept."""

    @wraps(read)
    def ask(db: Db, about: Q) -> A:
        answers = _answers(db)
        if answers is None:
            return read(db, about)
        if (ask, about) not in answers:
            answers[ask, about] = read(db, about)
        answer: A = answers[ask, about]
        return answer

    return ask


def expect(db: Db, readers: Iterable[int]) -> None:
    """What is asked about one of these people will be asked about each of them."""
    db.info[_READERS] = frozenset(readers)


def together_with(db: Db, person: int) -> frozenset[int]:
    """Whom to ask about in the same question: all that are expected with this person, or the person alone."""
    readers: frozenset[int] = db.info.get(_READERS, frozenset())
    return readers if person in readers else frozenset({person})


def _answers(db: Db) -> dict[Any, Any] | None:
    return db.info.get(_ANSWERS)
