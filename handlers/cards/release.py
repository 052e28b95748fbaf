"""Releasing a report's text: what others would read, whom it is for, and the confirmation."""

from domain.releases import Among, mark_of
from domain.views import ReleaseCard
from handlers.buttons import release as tap
from handlers.buttons.inbox import ShowMore
from handlers.card import Button, Card, Rows, Scene, grid, words_of
from handlers.cards import facts
from handlers.words import Html, join_lines
from services import releases
from services.releases import Offer, Prepared
from storage import vocabulary


@words_of(ReleaseCard)
def release_card(view: ReleaseCard, scene: Scene) -> Card:
    """The text as it would be read, and one question: whom it is for, or whether it is to be released."""
    prepared = releases.prepared(scene.db, scene.person, view, now=scene.now)
    report, words = prepared.case.report, scene.words
    among = Among(view.among) if view.among else None
    text = join_lines(
        facts.headline(report, vocabulary.load(scene.db), words),
        words.html("release-reworded" if prepared.is_reworded else "release-as-written"),
        facts.quote(prepared.text, words),
        _question(view, prepared, among, scene),
    )
    if among is None:
        return Card(text=text, buttons=_kinds(view, scene), protected=True)
    if prepared.readers is None:
        return Card(text=text, buttons=_choices(view, prepared, among, scene), protected=True)
    yes = tap.ReleaseText(report.id, among, view.key, mark_of(prepared.text))
    back = tap.ChooseReaders(report.id, among, None, view.part) if view.key else tap.AskRelease(report.id)
    rows = [[Button(words.plain("button-share"), yes, style="primary")], [Button(words.plain("button-back"), back)]]
    return Card(text=text, buttons=rows, protected=True)


def _question(view: ReleaseCard, prepared: Prepared, among: Among | None, scene: Scene) -> Html:
    if among is None or prepared.readers is None:
        return scene.words.html("ask-readers")
    offer = releases.offer(scene.db, prepared.case, among, view.part) if view.key else None
    name = _name(among, view.key, offer, scene)
    return scene.words.html("ask-release", whom=name, count=prepared.readers)


def _kinds(view: ReleaseCard, scene: Scene) -> Rows:
    say, report = scene.words.plain, view.report
    kinds = [
        Button(scene.words.label(f"release-{among.value}"), tap.ChooseReaders(report, among, None, 0))
        for among in Among
    ]
    reword = Button(say("button-reword"), tap.AskRewording(report))
    return [*grid(kinds, 1), [reword], [Button(say("button-back"), ShowMore(report, more=True))]]


def _choices(view: ReleaseCard, prepared: Prepared, among: Among, scene: Scene) -> Rows:
    offer = releases.offer(scene.db, prepared.case, among, view.part)
    choices = [
        [Button(_name(among, key, offer, scene), tap.ChooseReaders(view.report, among, key, offer.part))]
        for key in offer.names
    ]

    def turn(part: int) -> tap.ChooseReaders:
        return tap.ChooseReaders(view.report, among, None, part)

    back = [Button(scene.words.plain("button-back"), tap.AskRelease(view.report))]
    return [*choices, *facts.pager(offer.part, offer.parts, turn, scene.words), back]


def _name(among: Among, key: str | None, offer: Offer | None, scene: Scene) -> str:
    if offer is None or key is None:
        return scene.words.plain("release-everybody")
    return scene.words.plain(f"audience-{key}") if among is Among.ROLE else offer.names.get(key, "?")
