"""What a text message means: the answer to a card's question, or something to report."""

from collections.abc import Callable, Mapping
from datetime import datetime

from domain.expectations import Expectation, Question
from domain.people import Person
from domain.refusals import Stranger
from domain.views import Notice
from services import (
    acts,
    additions,
    agreements,
    alert_drafts,
    alerts,
    answers,
    contacts,
    corrections,
    focuses,
    invites,
    joining,
    releases,
    reminders,
    searches,
    shifts,
    templates,
    triage,
)
from services.acts import Origin
from services.additions import Arrival
from storage import Db, people


def hear(db: Db, origin: Origin, *, text: str, reply_to: int | None, now: datetime) -> None:
    """Take a text in: where a card asked for it, else on the report replied to or at hand, else on a new card.

    Raises Stranger, since anybody can write.
    """
    person = people.by_chat(db, origin.chat_id)
    if person is None or person.revoked_at:
        raise Stranger
    asked = _asked(person, now=now)
    if asked and asked.question is Question.NAME:
        joining.take_name(db, origin, name=text, now=now)
    elif not person.is_member:
        raise Stranger
    elif asked:
        people.change(db, person.id, expects=None)
        _ANSWERS[asked.question](db, person, asked.about, text, now)
    else:
        arrival = Arrival(written_at=origin.written_at, reply_to=reply_to)
        additions.add_text(db, person, text=text, arrival=arrival, now=now)


def look(
    db: Db,
    person: Person,
    *,
    file_id: str,
    file_unique_id: str,
    album: str | None,
    caption: str | None,
    arrival: Arrival,
    now: datetime,
) -> None:
    """Take a photo in: for the alert whose text a card asked for, else for a report."""
    asked = _asked(person, now=now)
    if asked and asked.question is Question.ALERT_TEXT:
        if album is None:  # of an album the rest is to come: the last picture is taken, and none becomes a report
            people.change(db, person.id, expects=None)
        alert_drafts.add_photo(db, person, alert=asked.about, file_id=file_id, caption=caption, now=now)
        return
    additions.add_photo(
        db,
        person,
        file_id=file_id,
        file_unique_id=file_unique_id,
        album=album,
        caption=caption,
        arrival=arrival,
        now=now,
    )


def _asked(person: Person, *, now: datetime) -> Expectation | None:
    """What the person's text answers; a name is waited for until it comes."""
    asked = Expectation.decode(person.expects)
    stale = person.expects_until is not None and now > person.expects_until
    return None if asked and stale and asked.question is not Question.NAME else asked


def stop_asking(db: Db, person: Person, *, now: datetime) -> None:
    """Forget the question that the next text would have answered, and say so."""
    people.change(db, person.id, expects=None)
    acts.reply(db, person, Notice("cancelled"), now=now)


def _report_text(db: Db, person: Person, about: int, text: str, now: datetime) -> None:
    additions.add_text(db, person, text=text, report=about, now=now)


def _corrected_text(db: Db, person: Person, about: int, text: str, now: datetime) -> None:
    corrections.write_text(db, person, report=about, text=text, now=now)


def _note(db: Db, person: Person, about: int, text: str, now: datetime) -> None:
    triage.write_note(db, person, report=about, text=text, now=now)


def _alert_text(db: Db, person: Person, about: int, text: str, now: datetime) -> None:
    alert_drafts.write_text(db, person, alert=about, text=text, now=now)


def _alert_correction(db: Db, person: Person, about: int, text: str, now: datetime) -> None:
    alerts.write_correction(db, person, alert=about, text=text, now=now)


def _alert_help(db: Db, person: Person, about: int, text: str, now: datetime) -> None:
    answers.write_need(db, person, alert=about, text=text, now=now)


def _template_text(db: Db, person: Person, about: int, text: str, now: datetime) -> None:
    templates.write_text(db, person, about=about, text=text, now=now)


def _reminder_text(db: Db, person: Person, about: int, text: str, now: datetime) -> None:
    reminders.write_text(db, person, reminder=about, text=text, now=now)


def _organisation(db: Db, person: Person, about: int, text: str, now: datetime) -> None:
    invites.name_organisation(db, person, invite=about, name=text, now=now)


def _signature(db: Db, person: Person, about: int, text: str, now: datetime) -> None:
    shifts.sign(db, person, former=about, signature=text, now=now)


def _focus(db: Db, person: Person, about: int, text: str, now: datetime) -> None:
    focuses.write(db, person, focus=about, text=text, now=now)


def _agreed_purpose(db: Db, person: Person, about: int, text: str, now: datetime) -> None:
    agreements.set_purpose(db, person, organisation=about, purpose=text, card=None, now=now)


def _agreed_area(db: Db, person: Person, about: int, text: str, now: datetime) -> None:
    agreements.set_area(db, person, organisation=about, area=text, card=None, now=now)


def _agreed_day(db: Db, person: Person, about: int, text: str, now: datetime) -> None:
    agreements.write_day(db, person, organisation=about, written=text, now=now)


def _named_person(db: Db, person: Person, about: int, text: str, now: datetime) -> None:
    contacts.add_named(db, person, organisation=about, name=text, now=now)


def _rewording(db: Db, person: Person, about: int, text: str, now: datetime) -> None:
    releases.reword(db, person, report=about, text=text, now=now)


def _search(db: Db, person: Person, _about: int, text: str, now: datetime) -> None:
    searches.find_number(db, person, text=text, now=now)


_ANSWERS: Mapping[Question, Callable[[Db, Person, int, str, datetime], None]] = {
    Question.REPORT_TEXT: _report_text,
    Question.CORRECTED_TEXT: _corrected_text,
    Question.NOTE: _note,
    Question.REWORDING: _rewording,
    Question.SEARCH: _search,
    Question.ORGANISATION: _organisation,
    Question.ALERT_TEXT: _alert_text,
    Question.ALERT_CORRECTION: _alert_correction,
    Question.ALERT_HELP: _alert_help,
    Question.TEMPLATE_TEXT: _template_text,
    Question.REMINDER_TEXT: _reminder_text,
    Question.SIGNATURE: _signature,
    Question.FOCUS: _focus,
    Question.AGREED_PURPOSE: _agreed_purpose,
    Question.AGREED_AREA: _agreed_area,
    Question.AGREED_DAY: _agreed_day,
    Question.NAMED_PERSON: _named_person,
}
