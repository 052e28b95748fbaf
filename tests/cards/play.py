"""Plays the cases on a database whose schema is the migrations'. Nothing that is played stays in it."""

from functools import cache

from sandbox import entities
from storage import Db
from tests import copies
from tests.cards.case import Case
from tests.cards.stage import Stage, Written


@cache
def usual(case: Case) -> Stage:
    """The stage after the case, with what people usually write: played once for all who ask."""
    return played(case, Written())


def played(case: Case, written: Written) -> Stage:
    """The stage after the case."""
    entities.silence()
    with copies.copy(_set_up(written)) as db:
        stage = Stage(db, written)
        case(stage)
    return stage


@cache
def _set_up(written: Written) -> copies.Filled:
    """Before any case."""

    def set_up(db: Db) -> None:
        Stage(db, written).set_up()

    return copies.filled(set_up)
