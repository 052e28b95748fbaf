"""What a report said before it was corrected: who changed what, and when."""

from collections.abc import Callable, Mapping
from datetime import datetime

from domain.changes import YES, Change, Field, place_of
from domain.severity import Severity
from domain.views import ReportHistory
from domain.vocabulary import Vocabulary
from handlers.buttons import correction as tap
from handlers.card import Button, Card, Scene, words_of
from handlers.cards import facts
from handlers.words import Html, join_lines
from services import corrections
from services.corrections import History
from storage import vocabulary

EXCERPT = 350
"""Characters of a text before and after: as many changes as one card shows must fit one message."""


@words_of(ReportHistory)
def report_history(view: ReportHistory, scene: Scene) -> Card:
    """A few changes, the newest first, for those who may read the report's text."""
    shown = corrections.history(scene.db, scene.person, view.report, view.part, now=scene.now)
    words, vocab = scene.words, vocabulary.load(scene.db)
    title = words.html("history-title", number=str(shown.report.number))
    lines = [_change(each, shown, vocab, scene) for each in shown.changes] or [words.html("history-empty")]
    pages = facts.pager(shown.part, shown.parts, lambda part: tap.ShowHistory(view.report, part), words)
    back = Button(words.plain("button-back"), tap.BackToReport(view.report))
    return Card(text=join_lines(title, *lines), buttons=[*pages, [back]], protected=True)


def _change(change: Change, shown: History, vocab: Vocabulary, scene: Scene) -> Html:
    words = scene.words
    is_author = change.person == shown.report.author
    who = words.plain("history-author") if is_author else facts.municipality(vocab)
    head = words.html("history-who", time=words.when(change.at, now=scene.now), who=who)
    field = words.plain(f"field-{change.field.value}")
    if change.field is Field.TEXT:
        return join_lines(head, *_texts(change, field, scene))
    before, after = _said(change.field, change.before, vocab, scene), _said(change.field, change.after, vocab, scene)
    return join_lines(head, words.html("history-change", field=field, before=before, after=after))


def _texts(change: Change, field: str, scene: Scene) -> list[Html]:
    words = scene.words
    said = (("history-before", change.before), ("history-after", change.after))
    return [
        Html(words.html(text_id, field=field) + facts.quote(text, words, limit=EXCERPT))
        for text_id, text in said
        if text
    ]


def _said(field: Field, kept: str | None, vocab: Vocabulary, scene: Scene) -> str:
    """What history kept, in words."""
    return scene.words.plain("history-nothing") if kept is None else _WORDS[field](kept, vocab, scene)


def _site(kept: str, vocab: Vocabulary, scene: Scene) -> str:
    return vocab.site(kept).name(scene.words.language)


def _place(kept: str, vocab: Vocabulary, scene: Scene) -> str:
    site, place = place_of(kept)
    known = next((each for each in vocab.site(site).places if each.key == place), None)
    return known.name(scene.words.language) if known else _site(site, vocab, scene)


def _category(kept: str, vocab: Vocabulary, scene: Scene) -> str:
    known = vocab.categories.get(kept)
    return known.name(scene.words.language) if known else scene.words.plain("category-missing")


def _severity(kept: str, vocab: Vocabulary, scene: Scene) -> str:
    return facts.severity(Severity(int(kept)), vocab, scene.words)


def _when(kept: str, _vocab: Vocabulary, scene: Scene) -> str:
    return scene.words.when(datetime.fromisoformat(kept), now=scene.now)


def _count(kept: str, _vocab: Vocabulary, _scene: Scene) -> str:
    return kept


def _photos(kept: str, _vocab: Vocabulary, scene: Scene) -> str:
    return scene.words.plain("history-photos", count=int(kept))


def _yes_or_no(kept: str, _vocab: Vocabulary, scene: Scene) -> str:
    return scene.words.plain("history-yes" if kept == YES else "history-no")


_WORDS: Mapping[Field, Callable[[str, Vocabulary, Scene], str]] = {
    Field.SITE: _site,
    Field.PLACE: _place,
    Field.CATEGORY: _category,
    Field.SEVERITY: _severity,
    Field.WHEN: _when,
    Field.COUNT: _count,
    Field.ONGOING: _yes_or_no,
    Field.PHOTOS: _photos,
    Field.POSITION: _yes_or_no,
}
