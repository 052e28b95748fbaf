"""What a card asks for in words: the person's next text answers it."""

from datetime import datetime, timedelta

from domain.expectations import ANSWERED_WITHIN, Expectation, Question
from domain.people import Person
from storage import Db, people


def ask(
    db: Db,
    person: Person,
    question: Question,
    about: int,
    *,
    now: datetime,
    within: timedelta = ANSWERED_WITHIN,
) -> None:
    """Take the person's next text as the answer, if it comes in time."""
    expects = Expectation(question, about).encode()
    people.change(db, person.id, expects=expects, expects_until=now + within)


def drop(db: Db, person: Person, question: Question, about: int) -> None:
    """The card asks something else now; another card's question stands."""
    if person.expects == Expectation(question, about).encode():
        people.change(db, person.id, expects=None)
