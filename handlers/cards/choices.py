"""What the questions about a report that was sent offer: a label, and the value that it stands for."""

from collections.abc import Callable, Mapping

from domain.reports import CALM, Report, Screen, When, moment_of
from domain.severity import Severity
from domain.vocabulary import Vocabulary
from handlers.card import Scene
from handlers.cards import facts
from services import drafts, new_values
from storage import vocabulary

Choice = tuple[str, str | None]


def of(question: Screen, report: Report, scene: Scene) -> list[Choice]:
    return _OFFERED[question](report, vocabulary.load(scene.db), scene)


def _sites(report: Report, vocab: Vocabulary, scene: Scene) -> list[Choice]:
    keys = new_values.sites(scene.person, report, vocab)
    return [(vocab.site(key).name(scene.words.language), key) for key in keys]


def _usual(report: Report, vocab: Vocabulary, scene: Scene) -> list[Choice]:
    """The site's usual eight, in the positions that thumbs remember."""
    return _categories(list(vocab.site(report.site).usual), vocab, scene)


def _unusual(report: Report, vocab: Vocabulary, scene: Scene) -> list[Choice]:
    usual = vocab.site(report.site).usual
    return _categories([key for key in vocab.categories if key not in usual], vocab, scene)


def _categories(keys: list[str], vocab: Vocabulary, scene: Scene) -> list[Choice]:
    return [(vocab.category(key).name(scene.words.language), key) for key in keys if key != CALM]


def _places(report: Report, vocab: Vocabulary, scene: Scene) -> list[Choice]:
    named: list[Choice] = [(place.name(scene.words.language), place.key) for place in vocab.site(report.site).places]
    return [*named, (scene.words.plain("button-elsewhere"), None)]


def _severities(_report: Report, vocab: Vocabulary, scene: Scene) -> list[Choice]:
    levels = [level for level in Severity if level is not Severity.CALM]
    return [(facts.severity(level, vocab, scene.words), str(int(level))) for level in levels]


def _times(report: Report, _vocab: Vocabulary, scene: Scene) -> list[Choice]:
    """Reckoned from when it was sent, with the clock time that each means."""
    sent, words = report.filed_at or report.created_at, scene.words
    moments = {when: moment_of(when, now=sent, zone=scene.zone) or sent for when in When}
    return [
        (words.plain(f"corrected-when-{when.value}", time=words.when(moment, now=sent)), when.value)
        for when, moment in moments.items()
    ]


def _counts(_report: Report, _vocab: Vocabulary, scene: Scene) -> list[Choice]:
    return [*((count, count) for count in drafts.COUNTS), (scene.words.plain("button-no-count"), None)]


_OFFERED: Mapping[Screen, Callable[[Report, Vocabulary, Scene], list[Choice]]] = {
    Screen.SITE: _sites,
    Screen.CATEGORY: _usual,
    Screen.MORE: _unusual,
    Screen.PLACE: _places,
    Screen.SEVERITY: _severities,
    Screen.WHEN: _times,
    Screen.COUNT: _counts,
}
