"""News of a report on the phones that ring for it: what is known, never its text, and what else came in from there."""

from domain.reports import Report
from domain.rights import Act, Case, Secrecy, may, may_read, released_to
from domain.views import ReportPush
from domain.vocabulary import Vocabulary
from handlers.buttons.inbox import OpenReport
from handlers.card import Button, Card, Rows, Scene, words_of
from handlers.cards import duplicate, facts
from handlers.words import Html, join_lines
from services import cases, ringing
from storage import vocabulary

REPEATS = 5
"""How many further reports a push lists, the newest: one more would push its first line off a phone."""


@words_of(ReportPush)
def report_push(view: ReportPush, scene: Scene) -> Card | None:
    """Protected from forwarding. What was taken back before its push left is not rung for any more."""
    case = cases.known(scene.db, scene.person, view.report, now=scene.now)
    report = case.report
    repeats = ringing.repeats_of(scene.db, scene.person, report.id, now=scene.now)
    if scene.is_first and not report.stands and not repeats:
        return None
    vocab, words = vocabulary.load(scene.db), scene.words
    lines = [
        *_alarm(view, report, scene),
        _title(report, vocab, scene),
        *facts.known(report, vocab, words, now=scene.now),
        duplicate.readers_line(report, vocab, scene),
        facts.attachments(report, words) if may(scene.person, Act.TRIAGE) else None,
        facts.reader_state(report, vocab, scene),
        facts.corrected_line(report, scene),
        _text_to_read(case, scene),
        *_repeat_lines(repeats, vocab, scene),
    ]
    return Card(text=join_lines(*lines), buttons=_openings(report, repeats, scene), protected=True)


def _text_to_read(case: Case, scene: Scene) -> Html | None:
    """That a text was released to the reader; what it says comes when they open it."""
    if may_read(scene.person, case) or released_to(scene.person, case) is None:
        return None
    return scene.words.html("opened-text-to-read")


def _alarm(view: ReportPush, report: Report, scene: Scene) -> list[Html]:
    """Why it rings once more, for as long as that holds."""
    if not view.unread_for or report.taken_at or not report.stands:
        return []
    unread = scene.words.html("push-unread", minutes=view.unread_for)
    return [unread, scene.words.html("push-breaks-quiet")] if view.breaks_quiet else [unread]


def _title(report: Report, vocab: Vocabulary, scene: Scene) -> Html:
    kind = "push-forewarning" if Secrecy.of(report) is Secrecy.HEADS_UP else "push-title"
    return scene.words.html(kind, number=str(report.number), category=facts.category(report, vocab, scene.words))


def _repeat_lines(repeats: list[Report], vocab: Vocabulary, scene: Scene) -> list[Html]:
    words, earlier = scene.words, len(repeats) - REPEATS
    lines = [_repeat_line(report, vocab, scene) for report in repeats[-REPEATS:]]
    return [words.html("push-more-repeats", count=earlier), *lines] if earlier > 0 else lines


def _repeat_line(report: Report, vocab: Vocabulary, scene: Scene) -> Html:
    words = scene.words
    return words.html(
        "push-repeat",
        time=words.when(report.filed_at, now=scene.now) if report.filed_at else "",
        number=str(report.number),
        category=facts.category(report, vocab, words),
        severity=facts.severity(report.severity, vocab, words) if report.severity is not None else "",
    )


def _openings(report: Report, repeats: list[Report], scene: Scene) -> Rows:
    say = scene.words.plain
    own = [Button(say("button-open"), OpenReport(report.id, None), style="primary")] if report.stands else []
    others = [
        Button(say("button-open-repeat", number=str(each.number)), OpenReport(each.id, None))
        for each in repeats[-REPEATS:]
    ]
    return [[button] for button in (*own, *others)]
