"""What a card asks for in words: the person's next text answers it."""

from domain.expectations import Expectation, Question
from domain.people import Person
from storage import Db, people


def ask(db: Db, person: Person, question: Question, about: int) -> None:
    people.change(db, person.id, expects=Expectation(question, about).encode())


def drop(db: Db, person: Person, question: Question, about: int) -> None:
    """The card asks something else now; another card's question stands."""
    if person.expects == Expectation(question, about).encode():
        people.change(db, person.id, expects=None)
