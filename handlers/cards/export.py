"""An alert as a file: the questions before it, and what stands in it."""

import json
from datetime import datetime
from typing import Any

from domain.exports import AlertRecord, Form, Purpose, RecordLine
from domain.ledger import Entry
from domain.views import AlertExport, AlertFile
from handlers.buttons import alert as tap
from handlers.card import Button, Card, Scene, grid, words_of
from handlers.words import Words
from rendering import table
from services import alerts, exports

TIMES = ("sent_at", "corrected_at", "expires_at", "called_off_at", "withdrawn_at", "goal_met_at")
COLUMNS = ("organisation", "name", "entry", "answered", "late", "reached", "need")


@words_of(AlertExport)
def alert_export(view: AlertExport, scene: Scene) -> Card:
    """In what form, then what for."""
    alerts.overseen(scene.db, scene.person, view.alert)
    say = scene.words.plain
    back = [Button(say("button-back"), tap.ShowAlert(view.alert))]
    if view.form is None:
        forms = [Button(say(f"export-{form.value}"), tap.AskExport(view.alert, form)) for form in Form]
        return Card(text=scene.words.html("ask-export-form"), buttons=[*grid(forms, 1), back])
    form = Form(view.form)
    purposes = [Button(say(f"export-for-{each.value}"), tap.ExportAlert(view.alert, form, each)) for each in Purpose]
    return Card(text=scene.words.html("ask-export-purpose"), buttons=[*grid(purposes, 1), back])


@words_of(AlertFile)
def alert_file(view: AlertFile, scene: Scene) -> Card:
    """The file itself, as things stand when it is sent; not protected, as that would keep it from being saved."""
    record = exports.record(scene.db, scene.person, view.alert, now=scene.now)
    form, words = Form(view.form), scene.words
    name = words.plain("export-name", number=str(view.alert))
    document = (f"{name}.csv", _table(record, words)) if form is Form.TABLE else (f"{name}.json", _data(record, words))
    return Card(text=words.html("export-done"), document=document)


def _table(record: AlertRecord, words: Words) -> bytes:
    header = [words.plain(f"export-column-{each}") for each in COLUMNS]
    return table.csv_file(header, [_row(line, words) for line in record.lines])


def _row(line: RecordLine, words: Words) -> list[str]:
    recipient = line.recipient
    return [
        line.person.organisation,
        line.person.name or "",
        words.plain(f"entry-{line.entry.value}"),
        _local(recipient.answered_at, words),
        words.plain("yes") if recipient.is_late else "",
        _local(recipient.reached_at, words),
        recipient.need or "",
    ]


def _data(record: AlertRecord, words: Words) -> bytes:
    """Everything by name, times as ISO 8601 in the municipality's time zone: what a document is made of."""
    alert = record.alert
    data: dict[str, Any] = {
        "alert": alert.id,
        "level": alert.level,
        "drill": alert.is_drill,
        "text": alert.text_for(words.language),
        "author": {"name": record.author.name, "organisation": record.author.organisation},
        "goal": {"whose": alert.goal.whose, "minutes": alert.goal.minutes} if alert.goal else None,
        **{each: _iso(getattr(alert, each), words) for each in TIMES},
        "made_at": _iso(record.made_at, words),
        "intended": record.ledger.intended,
        "ledger": {entry.value: record.ledger.of(entry) for entry in Entry},
        "recipients": [_recipient(line, words) for line in record.lines],
    }
    return json.dumps(data, ensure_ascii=False, indent=2).encode()


def _recipient(line: RecordLine, words: Words) -> dict[str, Any]:
    recipient = line.recipient
    return {
        "organisation": line.person.organisation,
        "name": line.person.name,
        "entry": line.entry,
        "answered_at": _iso(recipient.answered_at, words),
        "late": recipient.is_late,
        "reached_at": _iso(recipient.reached_at, words),
        "need": recipient.need,
    }


def _iso(moment: datetime | None, words: Words) -> str | None:
    return moment.astimezone(words.zone).isoformat(timespec="seconds") if moment else None


def _local(moment: datetime | None, words: Words) -> str:
    """Such as "2026-11-28 19:07", which a spreadsheet takes for a time."""
    return moment.astimezone(words.zone).strftime("%Y-%m-%d %H:%M") if moment else ""
