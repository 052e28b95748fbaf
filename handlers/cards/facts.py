"""The parts that cards about reports share: what is known of one, in words."""

from collections.abc import Callable
from datetime import datetime
from html import escape

from domain.cue import rings_112
from domain.reading_hours import ReadingHours, Span
from domain.redaction import MARKS
from domain.reports import TEXT_LENGTH, Report
from domain.severity import Severity
from domain.vocabulary import Vocabulary
from handlers.callback_data import Tap
from handlers.card import Button, Rows, Scene
from handlers.words import BLANK, Html, Words, join_lines
from services import ringing
from storage import reports


def municipality(vocab: Vocabulary) -> str:
    return vocab.municipality.name if vocab.municipality else "?"


def category(report: Report, vocab: Vocabulary, words: Words) -> str:
    known = vocab.categories.get(report.category or "")
    return known.name(words.language) if known else words.plain("category-missing")


def site(report: Report, vocab: Vocabulary, words: Words) -> str:
    return vocab.site(report.site).name(words.language)


def place(report: Report, vocab: Vocabulary, words: Words) -> str:
    """The place with its site: "Norra parkeringen, Överby köpcentrum"."""
    known = next((each for each in vocab.site(report.site).places if each.key == report.place), None)
    name = site(report, vocab, words)
    return f"{known.name(words.language)}, {name}" if known else name


def address(report: Report, vocab: Vocabulary, words: Words) -> str:
    """What to say to 112: place, site and street address."""
    at = vocab.site(report.site)
    known = next((each for each in at.places if each.key == report.place), None)
    street = (known.address if known else None) or at.address
    return ", ".join(part for part in (place(report, vocab, words), street) if part)


def severity(level: Severity, vocab: Vocabulary, words: Words) -> str:
    """Word and number, never colour alone: "3 Orange – allvarligt"."""
    named = vocab.severities.get(level)
    return f"{int(level)} {named.name(words.language)}" if named else str(int(level))


def short_severity(level: Severity, vocab: Vocabulary, words: Words) -> str:
    """For lists, without what it means: "3 Orange"."""
    return severity(level, vocab, words).partition(" – ")[0]


def headline(report: Report, vocab: Vocabulary, words: Words) -> Html:
    """Such as "#241 · Bilträff"."""
    return words.html("report-headline", number=str(report.number), category=category(report, vocab, words))


def known(report: Report, vocab: Vocabulary, words: Words, *, now: datetime) -> list[Html]:
    """The structured part, a line each, of what has been said so far."""
    lines: list[Html] = []
    if report.category and report.number is None:
        lines.append(words.html("fact-category", category=category(report, vocab, words)))
    if report.place or report.place_skipped or report.number:
        lines.append(words.html("fact-place", place=place(report, vocab, words)))
    if report.severity is not None:
        lines.append(words.html("fact-severity", severity=severity(report.severity, vocab, words)))
    if report.count:
        lines.append(words.html("fact-count", count=report.count))
    late = [words.html("fact-late")] if report.arrived_late and report.number else []
    return [*lines, *_time_lines(report, words, now=now), *late]


def _time_lines(report: Report, words: Words, *, now: datetime) -> list[Html]:
    ongoing = [words.html("fact-ongoing" if report.ongoing else "fact-over")] if report.ongoing is not None else []
    if report.happened_at is None:
        return ongoing
    return [words.html("fact-when", time=words.when(report.happened_at, now=now)), *ongoing]


def attachments(report: Report, words: Words) -> Html | None:
    """How many photos there are, and whether there is a position."""
    parts = []
    if report.photos:
        parts.append(words.html("fact-photos", count=len(report.photos)))
    if report.position:
        parts.append(words.html("fact-position"))
    return Html(" · ".join(parts)) if parts else None


def quote(text: str, words: Words, *, limit: int = TEXT_LENGTH) -> Html:
    """A text that a person wrote, made harmless; what was taken out of it is named in the reader's language.

    Those names may be longer than the marks that stood for them, so what no card has room for is cut.
    """
    for kind, mark in MARKS.items():
        text = text.replace(mark, words.plain(f"mark-{kind.value}"))
    return Html(f"<blockquote>{escape(text[:limit], quote=False)}</blockquote>")


def cue_lines(report: Report, vocab: Vocabulary, scene: Scene) -> list[Html]:
    """To ring 112 and what to say, when the report calls for it; set apart from all else."""
    if report.category is None or not rings_112(report, vocab.category(report.category).cue, now=scene.now):
        return []
    return [scene.words.html("cue-112", where=address(report, vocab, scene.words)), BLANK]


def text_line(report: Report, scene: Scene) -> Html | None:
    """What its author wrote."""
    return quote(report.text, scene.words) if report.text else None


def withdrawn_line(report: Report, vocab: Vocabulary, scene: Scene) -> Html:
    """That and when it was taken back, and by whom unless its author did."""
    words = scene.words
    time = words.when(report.withdrawn_at, now=scene.now) if report.withdrawn_at else ""
    if report.was_undone:
        return words.html("status-undone", time=time)
    if report.withdrawn_by == report.author:
        return words.html("status-withdrawn", time=time)
    return words.html("status-withdrawn-by", reader=municipality(vocab), time=time)


def corrected_line(report: Report, scene: Scene) -> Html | None:
    """That and when it was corrected; who may read its text finds in its history what it said before."""
    if report.corrected_at is None:
        return None
    return scene.words.html("status-corrected", time=scene.words.when(report.corrected_at, now=scene.now))


def state_line(report: Report, vocab: Vocabulary, scene: Scene) -> Html:
    """One line of a list: number, what, where and what became of it."""
    words, state = scene.words, _state(report, scene)
    return words.html(
        "state-line",
        number=str(report.number),
        category=category(report, vocab, words),
        place=place(report, vocab, words),
        time=words.when(report.filed_at or report.created_at, now=scene.now),
        state=words.plain("state-corrected", state=state) if report.corrected_at else state,
    )


def _state(report: Report, scene: Scene) -> str:
    say = scene.words.plain
    if report.withdrawn_at:
        return say("state-undone" if report.was_undone else "state-withdrawn")
    if report.merged_into and (lead := reports.by_id(scene.db, report.merged_into)):
        return say("state-merged", number=str(lead.number))
    if report.closed_at and report.close_reason:
        return say("state-closed", reason=say(f"reason-{report.close_reason.value}"))
    return say("state-read" if report.read_at else "state-unread")


def reader_state(report: Report, vocab: Vocabulary, scene: Scene) -> Html:
    """What became of it, for those who read it."""
    words = scene.words
    if report.withdrawn_at:
        return withdrawn_line(report, vocab, scene)
    if report.closed_at and report.close_reason:
        return words.html("inbox-closed", reason=words.plain(f"reason-{report.close_reason.value}"))
    if report.read_at:
        reader, time = municipality(vocab), words.when(report.read_at, now=scene.now)
        return words.html("status-read", reader=reader, time=time)
    return _opened_line(report, vocab, scene) or words.html("inbox-unread")


def received(report: Report, vocab: Vocabulary, scene: Scene) -> Html:
    """When it was received, to whom it goes, who reads it and when: never more than is true."""
    words = scene.words
    rota = _opened_line(report, vocab, scene)
    if rota is None and ringing.reached_rota(scene.db, report):
        rota = words.html("status-goes-to-rota", site=site(report, vocab, words))
    lines = [words.html("status-received", time=_when(report.filed_at, scene)), rota]
    if vocab.municipality:
        hours = reading_hours(vocab.municipality.reading_hours, words)
        lines.append(words.html("status-read-by", reader=vocab.municipality.name, hours=hours))
    return join_lines(*lines)


def _opened_line(report: Report, vocab: Vocabulary, scene: Scene) -> Html | None:
    """That somebody of those who were called has opened it, whether or not they may read its text."""
    if report.taken_at is None:
        return None
    time = _when(report.taken_at, scene)
    if report.taken_on_rota:
        return scene.words.html("status-opened-by-rota", time=time)
    return scene.words.html("status-opened", reader=municipality(vocab), time=time)


def _when(moment: datetime | None, scene: Scene) -> str:
    return scene.words.when(moment, now=scene.now) if moment else ""


def reading_hours(hours: ReadingHours, words: Words) -> str:
    return ", ".join(_span(span, words) for span in hours.spans)


def _span(span: Span, words: Words) -> str:
    opens, closes = f"{span.opens:%H:%M}", f"{span.closes:%H:%M}"
    if (span.first, span.last) == (0, 4):
        return words.plain("hours-weekdays", opens=opens, closes=closes)
    first, last = words.weekday(span.first), words.weekday(span.last)
    days = first if span.first == span.last else f"{first}–{last}"
    return words.plain("hours-days", days=days, opens=opens, closes=closes)


def pager(page: int, pages: int, turn: Callable[[int], Tap], words: Words) -> Rows:
    """Earlier and later, where there are such pages."""
    row = []
    if page > 0:
        row.append(Button(words.plain("button-earlier-page"), turn(page - 1)))
    if page + 1 < pages:
        row.append(Button(words.plain("button-later-page"), turn(page + 1)))
    return [row] if row else []
