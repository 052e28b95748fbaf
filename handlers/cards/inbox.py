"""The inbox: what is open by place and hour, and one such group read at once."""

from domain.inbox import Group
from domain.reports import Report
from domain.severity import Severity
from domain.views import Inbox, ReportGroup
from domain.vocabulary import Vocabulary
from handlers.buttons import inbox as tap
from handlers.buttons.search import TurnSearch
from handlers.card import Button, Card, Rows, Scene, words_of
from handlers.cards import facts, hours
from handlers.words import BLANK, Html, join_lines
from services import groups
from services import inbox as inboxes
from services.inbox import InboxPage
from services.triage import Seen
from storage import reports as store
from storage import vocabulary

EXCERPT = 160
"""Characters of each text where several are read at once."""


@words_of(Inbox)
def inbox(view: Inbox, scene: Scene) -> Card:
    """A page of groups as buttons, what is unread and worst first; quiet shifts last."""
    page, words = inboxes.page_of(scene.db, scene.person, view.page), scene.words
    vocab = vocabulary.load(scene.db)
    closed = store.by_id(scene.db, view.closed) if view.closed is not None else None
    closed = closed if closed and closed.closed_at else None
    lines = [
        words.html("opened-closed", number=str(closed.number)) if closed else None,
        _title(page, scene),
        words.html("inbox-finished", count=page.open) if view.finished and not page.unread else None,
    ]
    rows = [[Button(_line(group, vocab, scene), tap.OpenGroup(group.first.id, page.page))] for group in page.groups]
    pages = facts.pager(page.page, page.pages, tap.TurnInbox, words)
    search = [Button(words.plain("button-to-search"), TurnSearch(0))]
    return Card(text=join_lines(*lines), buttons=[*_undo(closed, scene), *rows, *_calm(page, scene), *pages, search])


def _title(page: InboxPage, scene: Scene) -> Html:
    if not page.open and not page.calm:
        return scene.words.html("inbox-empty")
    return scene.words.html("inbox-title", open=page.open, unread=page.unread)


def _undo(closed: Report | None, scene: Scene) -> Rows:
    if closed is None:
        return []
    return [[Button(scene.words.plain("button-undo-close", number=str(closed.number)), tap.ReopenReport(closed.id))]]


def _calm(page: InboxPage, scene: Scene) -> Rows:
    if not page.calm:
        return []
    label = scene.words.plain("inbox-calm", count=len(page.calm))
    return [[Button(label, tap.ReadGroup(page.calm[0].id, 0, page.page))]]


def _line(group: Group, vocab: Vocabulary, scene: Scene) -> str:
    """Such as "12 olästa · Norra parkeringen · lör 23–24 · värst 3 Orange"."""
    words = scene.words
    return words.plain(
        "inbox-group" if group.unread else "inbox-group-read",
        count=group.unread or len(group.reports),
        place=hours.place(group.spot, vocab, scene),
        hour=hours.hour(group.spot.hour, scene),
        severity=facts.short_severity(group.worst, vocab, words),
    )


@words_of(ReportGroup)
def report_group(view: ReportGroup, scene: Scene) -> Card:
    """Some reports of a place and hour with shortened texts, and one tap that closes exactly these."""
    shown = groups.together(scene.db, scene.person, view, now=scene.now)
    first, words = shown.seen[0].report, scene.words
    vocab = vocabulary.load(scene.db)
    lines = [line for seen in shown.seen for line in (BLANK, *_excerpt(seen, vocab, scene))]
    open_ones = [seen for seen in shown.seen if seen.report.counts and not seen.report.closed_at]
    close = Button(words.plain("button-close-all", count=len(open_ones)), tap.CloseGroup(first.id), style="primary")
    pages = facts.pager(shown.part, shown.parts, lambda part: tap.ReadGroup(first.id, part, view.page), words)
    back = [Button(words.plain("button-inbox"), tap.TurnInbox(view.page))]
    text = join_lines(_group_title(first, vocab, scene), *lines)
    return Card(text=text, buttons=[*([[close]] if open_ones else []), *pages, back], protected=True)


def _group_title(first: Report, vocab: Vocabulary, scene: Scene) -> Html:
    where = inboxes.whereabouts(scene.db, scene.person, first)
    if where is None:
        return scene.words.html("group-calm")
    return scene.words.html("group-title", spot=hours.spot(where.spot, vocab, scene))


def _excerpt(seen: Seen, vocab: Vocabulary, scene: Scene) -> list[Html]:
    """What it is in one line, and what was written as far as there is room."""
    report, words = seen.report, scene.words
    head = words.html(
        "group-line",
        number=str(report.number),
        category=facts.category(report, vocab, words),
        severity=facts.short_severity(report.severity or Severity.CALM, vocab, words),
        time=words.when(report.happened_at or report.created_at, now=scene.now),
        organisation=report.organisation,
        state=words.plain(f"group-{_state(report)}"),
    )
    if not seen.text_allowed:
        return [head, words.html("opened-no-text")]
    return [head, facts.quote(report.text, words, limit=EXCERPT)] if report.text else [head]


def _state(report: Report) -> str:
    if not report.stands:
        return "withdrawn"
    return "closed" if report.closed_at else "open"
