"""Every card is plain: one question at a time, no wall of text, buttons that begin with a word."""

import pytest

from domain.views import Notice
from handlers.card import Card
from tests.cards import limits
from tests.cards.case import Case, all_cases
from tests.cards.play import usual


@pytest.mark.parametrize("case", all_cases(), ids=lambda case: case.__name__)
def test_every_card_is_plain(case: Case) -> None:
    looks = usual(case).looks
    assert not {(type(look.view).__name__, why) for look in looks for why in limits.unplain(type(look.view), look.card)}


def unplain(text: str, *labels: str) -> list[str]:
    return list(limits.unplain(Notice, Card(text=text, keyboard=[labels])))


def test_one_question_is_enough() -> None:
    assert not unplain("<b>Var?</b>\nVälj en plats.")
    assert unplain("Var?\n<i>När?</i>") == ["more than one question: Var? När?"]
    assert not unplain("Var?\n<blockquote>Vem vet?\nVad nu?</blockquote>")


def test_a_wall_of_text_has_many_lines_or_long_ones() -> None:
    assert not unplain("\n\n".join("rad" for _ in range(18)))
    assert unplain("\n".join("rad" for _ in range(19))) == ["a wall of text: 19 lines, 57 characters"]
    assert unplain("x" * 901) == ["a wall of text: 1 lines, 901 characters"]
    assert not unplain(f"Anna skrev:\n<blockquote>{'x' * 901}</blockquote>")


@pytest.mark.parametrize("label", ["Skicka", "Öppna #12", "23 timmar", "#12 · Våld"])
def test_a_word_comes_first(label: str) -> None:
    assert not unplain("Text", label)


@pytest.mark.parametrize("label", ["→ Vidare", "✓", "# hash", "Skicka 🚀", "· Våld", "#"])
def test_a_sign_that_one_has_to_know_is_none(label: str) -> None:
    assert unplain("Text", label)
