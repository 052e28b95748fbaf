"""What is added at the sending, and what is said without a card: refusals, notices, answers to taps."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any, cast

from bot.wording import put_into_words
from domain.people import Language
from domain.refusals import Stranger
from domain.sending import Owed, State
from domain.views import Notice
from handlers.talk import House
from handlers.words import Words
from locales import LANGUAGES
from services import drafts
from services import people as members
from storage import delivery
from storage.delivery import Settled
from tests.cards import limits, spoken
from tests.cards.case import case
from tests.cards.stage import BOT, ZONE, Stage, heard

HOUSE = House(store=cast("Any", None), clock=cast("Any", None), zone=ZONE, language=Language.SV)
"""Wording asks it for no more than the zone and the language."""

SAMPLES: Mapping[str, Iterable[str | int]] = {
    "count": (0, 1, 2, 300),
    "limit": (10, 64, 2_000),
    "main": ("1", "99999"),
    "number": ("1", "99999"),
    "people": (0, 1, 2, 300),
    "site": ("overby", "x" * 24),
    "role": ("guard", "property_owner"),
}
"""What the details of a sentence may be; a name comes from what people wrote."""


@case
def what_may_have_come_twice_says_so(stage: Stage) -> None:
    stage.act(drafts.begin, stage.anna)
    for owed in _owed(stage):
        _deliver(stage, replace(owed, repeat=True))


@case
def what_one_may_not_have_any_longer_is_erased(stage: Stage) -> None:
    stage.act(drafts.begin, stage.anna)
    arrived = [Settled(row=owed.id, wanted=1, state=State.SENT, shown=True, message_id=7) for owed in _owed(stage)]
    delivery.settle(stage.db, arrived, now=stage.now)
    stage.act(members.revoke, stage.maria, person=stage.anna.id, page=0, card=None)
    stage.later(seconds=1)
    for owed in _owed(stage):
        _deliver(stage, owed)


@case
def every_refusal_is_said(stage: Stage) -> None:
    for text_id, details in spoken.refusals().items():
        for given in _given(stage, details):
            stage.look(Notice(text_id, given))
            _answer(stage, text_id, given)


@case
def a_stranger_hears_one_sentence(stage: Stage) -> None:
    assert stage.look_as(Notice(Stranger().text_id), None)


@case
def every_notice_is_said(stage: Stage) -> None:
    for text_id, details in spoken.notices().items():
        for given in _given(stage, details):
            stage.look(Notice(text_id, given))


@case
def every_tap_is_answered(stage: Stage) -> None:
    for text_id, details in spoken.answers().items():
        for given in _given(stage, details):
            _answer(stage, text_id, given)


def _given(stage: Stage, details: Iterable[str]) -> Iterable[dict[str, str | int]]:
    """The details with each of the samples in turn."""
    samples = {"name": (stage.anna.name or "",), **SAMPLES}
    chosen = {name: list(samples[name]) for name in details}
    most = max((len(values) for values in chosen.values()), default=1)
    return [{name: values[turn % len(values)] for name, values in chosen.items()} for turn in range(most)]


def _answer(stage: Stage, text_id: str, given: Mapping[str, str | int]) -> None:
    for language in LANGUAGES:
        with heard(stage.said):
            limits.hold_answer(Words(language, ZONE).plain(text_id, **given))


def _owed(stage: Stage) -> list[Owed]:
    return delivery.due(stage.db, now=stage.now, limit=100, not_rows=(), not_chats=())


def _deliver(stage: Stage, owed: Owed) -> None:
    for language in LANGUAGES:
        spoken_to = replace(owed, language=language)
        with heard(stage.said):
            worded = put_into_words(stage.db, spoken_to, house=HOUSE, bot_username=BOT, now=stage.now)
        if worded.card:
            limits.hold(worded.card)
