"""The goal of an alert: whose answers it waits for, for how long, and what is done while they do not come."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import Final

GOAL_MINUTES: Final = (15, 30, 60)


class Whose(StrEnum):
    """Whose answers a goal waits for."""

    EACH_ORGANISATION = "each_organisation"
    EVERYBODY = "everybody"
    SOME = "some"


SOME: Final = 3
"""How many answers are enough where any will do."""


@dataclass(frozen=True, slots=True)
class Goal:
    """Who is to have answered within so many minutes of the sending."""

    whose: Whose
    minutes: int

    @property
    def wait(self) -> timedelta:
        return timedelta(minutes=self.minutes)


class Step(StrEnum):
    """What is done, one after the other, while a goal is not met."""

    REMIND = "remind"
    DEPUTIES = "deputies"
    REPORT = "report"

    @property
    def following(self) -> "Step | None":
        return {Step.REMIND: Step.DEPUTIES, Step.DEPUTIES: Step.REPORT}.get(self)


def missing(goal: Goal, *, answered: Mapping[int, int], intended: Mapping[int, int]) -> int:
    """How many answers are still waited for, or of how many organisations where one of each is enough."""
    match goal.whose:
        case Whose.EACH_ORGANISATION:
            return sum(not answered.get(organisation, 0) for organisation in intended)
        case Whose.EVERYBODY:
            return sum(intended.values()) - sum(answered.values())
        case Whose.SOME:
            return max(0, min(SOME, sum(intended.values())) - sum(answered.values()))
