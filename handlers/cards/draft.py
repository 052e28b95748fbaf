"""A draft's card: one question at a time, then all that is known, and Send alone on its row."""

from datetime import datetime

from domain.reports import CALM, STALE, Report, Screen, When
from domain.severity import Severity
from domain.vocabulary import Site, Vocabulary
from handlers.buttons import report as tap
from handlers.card import Button, Card, Rows, Scene, grid
from handlers.cards import behalf, duplicate, facts
from handlers.words import BLANK, Html, join_lines
from services import drafts, duplicates

COLUMNS = 2


def card(report: Report, vocab: Vocabulary, scene: Scene) -> Card:
    """The draft: what it asks next, or all that is known and Send."""
    question = _question(report, now=scene.now)
    if question is not None:
        rows = _QUESTIONS[question](report, vocab, scene)
        text = join_lines(_head(report, vocab, scene), BLANK, scene.words.html(f"ask-{question}"))
        return Card(text=text, buttons=[*_site_row(report, vocab, scene), *rows])
    incident = duplicates.asked_about(scene.db, scene.person, report, now=scene.now)
    if incident:
        text = join_lines(_head(report, vocab, scene), BLANK, duplicate.question(report, incident, scene))
        return Card(text=text, buttons=duplicate.answers(report, incident, scene), fresh_until=_fresh_until(report))
    return _overview(report, vocab, scene)


def _question(report: Report, *, now: datetime) -> Screen | None:
    """What the card asks: what the author tapped, else the next thing that is missing or has to be asked again."""
    if report.screen:
        return report.screen
    if report.category is None:
        return Screen.CATEGORY
    if report.needs_place:
        return Screen.PLACE
    return Screen.LATE if report.asks_when(now) else None


def _fresh_until(report: Report) -> datetime | None:
    """When Send no longer means that it happens now."""
    return report.touched_at + STALE if report.happened_at is None and report.category != CALM else None


def _head(report: Report, vocab: Vocabulary, scene: Scene) -> Html:
    """The 112 line if it is one, then the site, then what is known so far."""
    words = scene.words
    cue = facts.cue_lines(report, vocab, scene)
    site = words.html("draft-site", site=vocab.site(report.site).name(words.language))
    known = [*facts.known(report, vocab, words, now=scene.now), behalf.author_line(report, scene)]
    return join_lines(*cue, site, *known, facts.text_line(report, scene))


def _site_row(report: Report, vocab: Vocabulary, scene: Scene) -> Rows:
    """One tap to change the site, for those who have several."""
    sites = drafts.reporting_sites(scene.person, vocab)
    if len(sites) == 1 or report.screen in (Screen.SITE, Screen.LATE):
        return []
    label = scene.words.plain("button-site", site=vocab.site(report.site).name(scene.words.language))
    return [[Button(label, tap.Ask(report.id, Screen.SITE))]]


def _overview(report: Report, vocab: Vocabulary, scene: Scene) -> Card:
    """All that is known, the optional questions, and Send alone on its row."""
    say = scene.words.plain
    optional = [
        Button(say("button-severity"), tap.Ask(report.id, Screen.SEVERITY)),
        Button(say("button-when"), tap.Ask(report.id, Screen.WHEN)),
        Button(say("button-count"), tap.Ask(report.id, Screen.COUNT)),
        Button(
            say("button-over" if report.ongoing else "button-ongoing"), tap.ChooseOngoing(report.id, not report.ongoing)
        ),
        Button(say("button-category"), tap.Ask(report.id, Screen.CATEGORY)),
        Button(say("button-place"), tap.Ask(report.id, Screen.PLACE)),
    ]
    written = _text_buttons(report, scene)
    discard = Button(say("button-discard"), tap.DiscardReport(report.id), style="danger")
    optional = [*([] if report.category == CALM else optional), *written, discard]
    send = Button(say("button-send"), tap.SendReport(report.id), style="primary")
    text = join_lines(_head(report, vocab, scene), BLANK, scene.words.html(_hint(report)))
    rows = [*_site_row(report, vocab, scene), *grid(optional), *behalf.row(report, scene), [send]]
    return Card(text=text, buttons=rows, fresh_until=_fresh_until(report))


def _hint(report: Report) -> str:
    if report.structured_only:
        return "structured-hint"
    return "calm-hint" if report.category == CALM else "draft-hint"


def _text_buttons(report: Report, scene: Scene) -> list[Button]:
    """The way to add or rewrite a text, where there may be any."""
    if report.structured_only:
        return []
    if report.text:
        return [Button(scene.words.plain("button-text-anew"), tap.ClearText(report.id))]
    label = "button-notes" if report.category == CALM else "button-add"
    return [Button(scene.words.plain(label), tap.HowToAdd(report.id))]


def _ask_site(report: Report, vocab: Vocabulary, scene: Scene) -> Rows:
    sites = [vocab.site(key) for key in drafts.reporting_sites(scene.person, vocab)]
    return grid([Button(site.name(scene.words.language), tap.ChooseSite(report.id, site.key)) for site in sites], 1)


def _ask_category(report: Report, vocab: Vocabulary, scene: Scene) -> Rows:
    """The site's usual eight, always in the same positions: thumbs remember them."""
    usual = [_category_button(report, key, vocab, scene) for key in vocab.site(report.site).usual]
    more = Button(scene.words.plain("button-more"), tap.Ask(report.id, Screen.MORE))
    discard = Button(scene.words.plain("button-discard"), tap.DiscardReport(report.id), style="danger")
    back = [[_back(report, scene)]] if report.category else []
    return [*grid(usual, COLUMNS), [more, discard], *back]


def _ask_more(report: Report, vocab: Vocabulary, scene: Scene) -> Rows:
    usual = vocab.site(report.site).usual
    rest = [key for key in vocab.categories if key not in usual]
    back = Button(scene.words.plain("button-back"), tap.Ask(report.id, Screen.CATEGORY))
    return [*grid([_category_button(report, key, vocab, scene) for key in rest], COLUMNS), [back]]


def _category_button(report: Report, key: str, vocab: Vocabulary, scene: Scene) -> Button:
    return Button(vocab.category(key).name(scene.words.language), tap.ChooseCategory(report.id, key))


def _ask_place(report: Report, vocab: Vocabulary, scene: Scene) -> Rows:
    site: Site = vocab.site(report.site)
    places = [Button(place.name(scene.words.language), tap.ChoosePlace(report.id, place.key)) for place in site.places]
    elsewhere = Button(scene.words.plain("button-elsewhere"), tap.ChoosePlace(report.id, None))
    before = Screen.CATEGORY if report.needs_place else None
    back = Button(scene.words.plain("button-back"), tap.Ask(report.id, before))
    return [*grid(places, COLUMNS), [elsewhere], [back]]


def _ask_severity(report: Report, vocab: Vocabulary, scene: Scene) -> Rows:
    levels = [level for level in Severity if level is not Severity.CALM]
    choices = [
        Button(facts.severity(level, vocab, scene.words), tap.ChooseSeverity(report.id, int(level))) for level in levels
    ]
    return [*grid(choices, 1), [_back(report, scene)]]


def _ask_when(report: Report, _vocab: Vocabulary, scene: Scene) -> Rows:
    choices = [Button(scene.words.plain(f"when-{when.value}"), tap.ChooseWhen(report.id, when)) for when in When]
    return [*grid(choices, 1), [_back(report, scene)]]


def _ask_late(report: Report, _vocab: Vocabulary, scene: Scene) -> Rows:
    """When it happened, of a card that came late or was left lying: there is no way around the answer."""
    say = scene.words.plain
    choices = [Button(say(f"when-{when.value}"), tap.ChooseWhen(report.id, when)) for when in When]
    if report.happened_at:
        written = say("button-when-written", time=scene.words.when(report.happened_at, now=scene.now))
        choices.insert(0, Button(written, tap.Ask(report.id, None)))
    discard = Button(say("button-discard"), tap.DiscardReport(report.id), style="danger")
    return [*grid(choices, 1), [discard]]


def _ask_count(report: Report, _vocab: Vocabulary, scene: Scene) -> Rows:
    choices = [Button(count, tap.ChooseCount(report.id, count)) for count in drafts.COUNTS]
    nobody = Button(scene.words.plain("button-no-count"), tap.ChooseCount(report.id, None))
    return [*grid([*choices, nobody], 4), [_back(report, scene)]]


def _back(report: Report, scene: Scene) -> Button:
    return Button(scene.words.plain("button-back"), tap.Ask(report.id, None))


_QUESTIONS = {
    Screen.SITE: _ask_site,
    Screen.CATEGORY: _ask_category,
    Screen.MORE: _ask_more,
    Screen.PLACE: _ask_place,
    Screen.SEVERITY: _ask_severity,
    Screen.WHEN: _ask_when,
    Screen.COUNT: _ask_count,
    Screen.LATE: _ask_late,
}
