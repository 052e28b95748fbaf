"""What a reading transaction has found out: on one state of the database the same question has the same answer.

A round of delivery words one alert for many readers, and each of them needs the alert, its author and themselves.
Nothing is kept beyond the transaction, and nothing at all in one that writes.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar

from storage import Db

P = ParamSpec("P")
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


def asked_once(read: Callable[Concatenate[Db, P], A]) -> Callable[Concatenate[Db, P], A]:
    """Let a question be asked of the database once where answers are kept; what it raises is not kept."""

    @wraps(read)
    def ask(db: Db, /, *args: P.args, **kwargs: P.kwargs) -> A:
        answers = db.info.get(_ANSWERS)
        if answers is None:
            return read(db, *args, **kwargs)
        question = (ask, args, *kwargs.items())
        if question not in answers:
            answers[question] = read(db, *args, **kwargs)
        answer: A = answers[question]
        return answer

    return ask


def expect(db: Db, readers: Iterable[int]) -> None:
    """What is asked about one of these people will be asked about each of them."""
    db.info[_READERS] = frozenset(readers)


def together_with(db: Db, person: int) -> frozenset[int]:
    """Whom to ask about in the same question: all that are expected with this person, or the person alone."""
    readers: frozenset[int] = db.info.get(_READERS, frozenset())
    return readers if person in readers else frozenset({person})
