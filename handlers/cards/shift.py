"""The briefing, who takes a duty phone over, and tonight's focus."""

from domain.focuses import TEXT_LENGTH
from domain.reports import Report
from domain.rights import Act, may, works_shifts
from domain.severity import Severity
from domain.shifts import NO_SHIFT, Shift
from domain.views import Briefing, FocusCard, FocusSites, NewShift
from domain.vocabulary import Vocabulary
from handlers.buttons import shift as tap
from handlers.card import Button, Card, Rows, Scene, columns_for, grid, words_of
from handlers.cards import facts
from handlers.words import BLANK, Html, join_lines
from services import briefings, focuses, shifts
from services.briefings import Outcome, Told
from storage import shifts as store
from storage import vocabulary


@words_of(Briefing)
def briefing(view: Briefing, scene: Scene) -> Card:
    """What is worth knowing, by the rights of this moment; of a shift that is over, only that it is."""
    person, words = scene.person, scene.words
    shifts.require_briefing(person)
    shift = shifts.own(scene.db, person, view.shift) if view.shift else store.open_of(scene.db, person.id)
    if shift and shift.ended_at:
        return Card(text=words.html("shift-ended", time=words.when(shift.ended_at, now=scene.now)))
    told = briefings.of(scene.db, person, now=scene.now)
    lines = [words.html("briefing-title"), _since(shift, scene) if shift else None, *_sections(told, scene)]
    return Card(text=join_lines(*lines), buttons=_briefing_rows(shift, scene))


@words_of(NewShift)
def new_shift(view: NewShift, scene: Scene) -> Card | None:
    """Who takes the phone over; nothing any more once somebody has."""
    person, words = scene.person, scene.words
    if (person.shift or NO_SHIFT) != view.former:
        return None
    shift = store.open_of(scene.db, person.id)
    keep = [[Button(words.plain("button-keep-shift"), tap.ShowBriefing())]] if shift else []
    nameless = Button(words.plain("button-no-name"), tap.StartShift(view.former), style="primary")
    under_way = _since(shift, scene, "shift-under-way") if shift else None
    lines = [words.html("new-shift-title"), under_way, words.html("ask-signature")]
    return Card(text=join_lines(*lines), buttons=[[nameless], *keep])


@words_of(FocusSites)
def focus_sites(_view: FocusSites, scene: Scene) -> Card:
    words = scene.words
    sites = focuses.sites(scene.db, scene.person)
    buttons = [Button(site.name(words.language), tap.OpenFocus(site.key)) for site in sites]
    return Card(
        text=words.html("ask-focus-site"),
        buttons=[*grid(buttons, columns_for(each.label for each in buttons)), [_back(scene)]],
    )


@words_of(FocusCard)
def focus_card(view: FocusCard, scene: Scene) -> Card:
    """To be written, standing, or over."""
    words, focus = scene.words, focuses.one(scene.db, scene.person, view.focus)
    site = vocabulary.load(scene.db).site(focus.site).name(words.language)
    if not focus.text:
        return Card(text=words.html("ask-focus", site=site), buttons=[[_back(scene)]])
    if not focus.stands(scene.now):
        again = Button(words.plain("button-focus"), tap.OpenFocus(focus.site))
        return Card(text=words.html("focus-over", site=site), buttons=[[again], [_back(scene)]])
    title = words.html("focus-until", site=site, time=words.when(focus.until, now=scene.now))
    change = [
        Button(words.plain("button-rewrite-focus"), tap.RewriteFocus(focus.id)),
        Button(words.plain("button-remove-focus"), tap.RemoveFocus(focus.id), style="danger"),
    ]
    text = join_lines(title, facts.quote(focus.text, words))
    return Card(text=text, buttons=[change, [_back(scene)]], fresh_until=focus.until)


def _since(shift: Shift, scene: Scene, text_id: str = "shift-since") -> Html:
    """Since when, and in whose name if one was given."""
    words, time = scene.words, scene.words.when(shift.started_at, now=scene.now)
    if shift.signature:
        return words.html(f"{text_id}-by", time=time, signature=shift.signature)
    return words.html(text_id, time=time)


def _sections(told: Told, scene: Scene) -> list[Html]:
    """Each with its title, set apart; one without content is left out."""
    words, vocab = scene.words, vocabulary.load(scene.db)
    more = [words.html("briefing-more", count=told.more)] if told.more else []
    sections = [
        *([_focus(focus.site, focus.text, vocab, scene)] for focus in told.focuses),
        _titled("briefing-heads-ups", [_expected(each, vocab, scene) for each in told.heads_ups], scene),
        _titled("briefing-recent", [*(_happened(each, vocab, scene) for each in told.recent), *more], scene),
        _titled("briefing-outcomes", [_led_to(each, vocab, scene) for each in told.outcomes], scene),
    ]
    if told.is_empty:
        return [BLANK, words.html("briefing-empty")] if may(scene.person, Act.SEE_BRIEFING) else []
    return [line for section in sections if section for line in (BLANK, *section)]


def _titled(title: str, lines: list[Html], scene: Scene) -> list[Html]:
    return [scene.words.html(title), *lines] if lines else []


def _focus(site: str, text: str, vocab: Vocabulary, scene: Scene) -> Html:
    title = scene.words.html("briefing-focus", site=vocab.site(site).name(scene.words.language))
    return join_lines(title, facts.quote(text, scene.words, limit=TEXT_LENGTH))


def _expected(report: Report, vocab: Vocabulary, scene: Scene) -> Html:
    """A heads-up is called unconfirmed until the strategist has approved it."""
    words = scene.words
    known = "briefing-approved" if report.approved_at else "briefing-unconfirmed"
    return words.html(known, place=_where(report, vocab, scene), time=_sent(report, scene))


def _happened(report: Report, vocab: Vocabulary, scene: Scene) -> Html:
    words = scene.words
    return words.html(
        "briefing-report",
        severity=facts.short_severity(report.severity or Severity.CALM, vocab, words),
        category=facts.category(report, vocab, words),
        place=_where(report, vocab, scene),
        time=_sent(report, scene),
    )


def _led_to(outcome: Outcome, vocab: Vocabulary, scene: Scene) -> Html:
    words, report = scene.words, outcome.report
    known = {"number": str(report.number), "category": facts.category(report, vocab, words)}
    if report.close_reason:
        state = words.plain(f"reason-{report.close_reason.value}")
    else:
        state = words.plain("outcome-answered" if outcome.answered else "outcome-read")
    return words.html("briefing-outcome", **known, state=state)


def _where(report: Report, vocab: Vocabulary, scene: Scene) -> str:
    """The place; with its site for those who stand at several, and alone where it has no name."""
    at = vocab.site(report.site)
    place = next((each for each in at.places if each.key == report.place), None)
    stands_at = [site for site in vocab.own_sites if scene.person.roles_at(site.key)]
    if place is None or len(stands_at) > 1:
        return facts.place(report, vocab, scene.words)
    return place.name(scene.words.language)


def _sent(report: Report, scene: Scene) -> str:
    moment = report.happened_at or report.filed_at or report.created_at
    return scene.words.when(moment, now=scene.now)


def _briefing_rows(shift: Shift | None, scene: Scene) -> Rows:
    person, say = scene.person, scene.words.plain
    rows: list[list[Button]] = []
    if shift:
        calm = Button(say("button-calm"), tap.ReportCalm())
        rows.append([calm, Button(say("button-end-shift"), tap.EndShift(shift.id))])
    elif works_shifts(person):
        rows.append([Button(say("button-start-shift"), tap.StartShift(NO_SHIFT), style="primary")])
    if may(person, Act.SET_FOCUS):
        rows.append([Button(say("button-focus"), tap.AskFocusSite())])
    return rows


def _back(scene: Scene) -> Button:
    return Button(scene.words.plain("button-back"), tap.ShowBriefing())
