"""The tables. Times are microseconds since 1970 (UTC) in columns of type `Moment`, aware datetimes above it."""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    Date,
    Dialect,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    SmallInteger,
    String,
    Table,
    Text,
    TypeDecorator,
    UniqueConstraint,
    text,
)

naming = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}
metadata = MetaData(naming_convention=naming)


class Moment(TypeDecorator[datetime]):
    """An aware UTC datetime, kept as microseconds since 1970: exact, ordered and the same in every database."""

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> int | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment needs its time zone")
        return round(value.timestamp() * 1_000_000)

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:
        return None if value is None else datetime.fromtimestamp(value / 1_000_000, UTC)


vocabulary = Table(
    "vocabulary",
    metadata,
    Column("kind", String(20), primary_key=True),
    Column("key", String(40), primary_key=True),
    Column("position", Integer, nullable=False),
    Column("body", JSON, nullable=False),
    Column("revision", Integer, nullable=False),
    Index("ix_vocabulary_revision", "revision"),
)

organisations = Table(
    "organisations",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("name", String(80), nullable=False, unique=True),
    Column("structured_only", Boolean, nullable=False, default=False),
    Column("agreed_on", Date),
    Column("agreed_purpose", String(120)),
    Column("agreed_area", String(120)),
)

expected_shifts = Table(
    "expected_shifts",
    metadata,
    Column("organisation_id", ForeignKey("organisations.id", ondelete="CASCADE"), primary_key=True),
    Column("site", String(24), primary_key=True),
    Column("weekday", SmallInteger, primary_key=True),
    Column("shifts", SmallInteger, nullable=False),
)

people = Table(
    "people",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("chat_id", BigInteger, unique=True),
    Column("organisation_id", ForeignKey("organisations.id"), nullable=False),
    Column("name", String(64)),
    Column("language", String(2)),
    Column("is_contact", Boolean, nullable=False, default=False),
    Column("is_police", Boolean, nullable=False, default=False),
    Column("is_duty_phone", Boolean, nullable=False, default=False),
    Column("quiet_from", SmallInteger),
    Column("quiet_to", SmallInteger),
    Column("expects", Text),
    Column("expects_until", Moment),
    Column("created_at", Moment, nullable=False),
    Column("accepted_at", Moment),
    Column("approved_at", Moment),
    Column("approved_by", ForeignKey("people.id")),
    Column("joined_at", Moment),
    Column("revoked_at", Moment),
    Column("unreachable_since", Moment),
    Column("unreachable_why", String(16)),
    Index("ix_people_organisation_id", "organisation_id"),
)

told_unreachable = Table(
    "told_unreachable",
    metadata,
    Column("reader_id", ForeignKey("people.id", ondelete="CASCADE"), primary_key=True),
    Column("person_id", ForeignKey("people.id", ondelete="CASCADE"), primary_key=True),
)

roles = Table(
    "roles",
    metadata,
    Column("person_id", ForeignKey("people.id", ondelete="CASCADE"), primary_key=True),
    Column("site", String(24), primary_key=True),
    Column("role", String(20), nullable=False),
)

text_rights = Table(
    "text_rights",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("person_id", ForeignKey("people.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("organisation_id", ForeignKey("organisations.id", ondelete="CASCADE")),
    Column("given_by", ForeignKey("people.id")),
    Column("given_at", Moment, nullable=False),
)

deputies = Table(
    "deputies",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("person_id", ForeignKey("people.id"), nullable=False, index=True),
    Column("deputy_id", ForeignKey("people.id"), nullable=False, index=True),
    Column("starts_at", Moment, nullable=False),
    Column("ends_at", Moment, nullable=False),
    Column("active", Boolean, nullable=False),
    Column("ended_at", Moment),
    Column("created_at", Moment, nullable=False),
)

shifts = Table(
    "shifts",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("person_id", ForeignKey("people.id"), nullable=False),
    Column("signature", String(24)),
    Column("started_at", Moment, nullable=False),
    Column("ends_at", Moment, nullable=False),
    Column("ended_at", Moment),
    Index("ix_shifts_open", "person_id", sqlite_where=text("ended_at IS NULL")),
)

rota = Table(
    "rota",
    metadata,
    Column("site", String(24), primary_key=True),
    Column("weekday", SmallInteger, primary_key=True),
    Column("rank", SmallInteger, primary_key=True),
    Column("person_id", ForeignKey("people.id", ondelete="CASCADE"), nullable=False, index=True),
)

rota_exceptions = Table(
    "rota_exceptions",
    metadata,
    Column("site", String(24), primary_key=True),
    Column("night", Date, primary_key=True),
    Column("rank", SmallInteger, primary_key=True),
    Column("person_id", ForeignKey("people.id", ondelete="CASCADE"), nullable=False, index=True),
)

focuses = Table(
    "focuses",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("site", String(24), nullable=False),
    Column("text", Text, nullable=False),
    Column("set_by", ForeignKey("people.id"), nullable=False),
    Column("set_at", Moment, nullable=False),
    Column("until", Moment, nullable=False),
    Index("ix_focuses_site", "site"),
)

searches = Table(
    "searches",
    metadata,
    Column("person_id", ForeignKey("people.id", ondelete="CASCADE"), primary_key=True),
    Column("site", String(24)),
    Column("place", String(24)),
    Column("category", String(24)),
    Column("days", SmallInteger),
)

invites = Table(
    "invites",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("token", String(64), unique=True),
    Column("role", String(20)),
    Column("site", String(24)),
    Column("organisation_id", ForeignKey("organisations.id")),
    Column("invited_by", ForeignKey("people.id")),
    Column("created_at", Moment, nullable=False),
    Column("expires_at", Moment, nullable=False),
    Column("seats", SmallInteger, nullable=False, default=1),
    Column("duty_phone", Boolean, nullable=False, default=False),
    Column("person_id", ForeignKey("people.id")),
    Column("claimed_chat", BigInteger),
    Column("claimed_name", String(64)),
    Column("cancelled_at", Moment),
)

invite_uses = Table(
    "invite_uses",
    metadata,
    Column("invite_id", ForeignKey("invites.id", ondelete="CASCADE"), primary_key=True),
    Column("person_id", ForeignKey("people.id"), primary_key=True, index=True),
    Column("taken_at", Moment, nullable=False),
    Column("used_at", Moment),
)

reports = Table(
    "reports",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("number", Integer, unique=True),
    Column("author_id", ForeignKey("people.id"), nullable=False),
    Column("organisation_id", ForeignKey("organisations.id"), nullable=False),
    Column("site", String(24), nullable=False),
    Column("category", String(24)),
    Column("place", String(24)),
    Column("place_skipped", Boolean, nullable=False),
    Column("severity", SmallInteger),
    Column("how_many", String(8)),
    Column("ongoing", Boolean),
    Column("happened_at", Moment),
    Column("text", Text),
    Column("latitude", Float),
    Column("longitude", Float),
    Column("screen", String(12)),
    Column("version", Integer, nullable=False),
    Column("created_at", Moment, nullable=False),
    Column("touched_at", Moment, nullable=False),
    Column("discarded_at", Moment),
    Column("filed_at", Moment),
    Column("shift_id", ForeignKey("shifts.id")),
    Column("via_phone", Boolean, nullable=False, default=False),
    Column("on_behalf_of", ForeignKey("people.id")),
    Column("arrived_late", Boolean, nullable=False, default=False),
    Column("is_another", Boolean, nullable=False, default=False),
    Column("merged_into", ForeignKey("reports.id"), index=True),
    Column("lead_id", ForeignKey("reports.id"), index=True),
    Column("corrected_at", Moment),
    Column("withdrawn_at", Moment),
    Column("withdrawn_by", ForeignKey("people.id")),
    Column("approved_at", Moment),
    Column("approved_by", ForeignKey("people.id")),
    Column("on_rota", JSON, nullable=False, default=list),
    Column("escalated", SmallInteger, nullable=False, default=0),
    Column("taken_at", Moment),
    Column("taken_by", ForeignKey("people.id")),
    Column("taken_on_rota", Boolean, nullable=False, default=False),
    Column("read_at", Moment),
    Column("read_by", ForeignKey("people.id")),
    Column("closed_at", Moment),
    Column("closed_by", ForeignKey("people.id")),
    Column("close_reason", String(12)),
    Index("ix_reports_author_id_touched_at", "author_id", "touched_at"),
    Index("ix_reports_filed_at", "filed_at"),
    Index("ix_reports_site_place_filed_at", "site", "place", "filed_at"),
)

changes = Table(
    "changes",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("report_id", ForeignKey("reports.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("person_id", ForeignKey("people.id"), nullable=False),
    Column("at", Moment, nullable=False),
    Column("field", String(16), nullable=False),
    Column("before", Text),
    Column("after", Text),
)

releases = Table(
    "releases",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("report_id", ForeignKey("reports.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("text", Text, nullable=False),
    Column("role", String(20)),
    Column("organisation_id", ForeignKey("organisations.id")),
    Column("person_id", ForeignKey("people.id")),
    Column("released_by", ForeignKey("people.id"), nullable=False),
    Column("released_at", Moment, nullable=False),
    Column("revoked_at", Moment),
)

photos = Table(
    "photos",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("report_id", ForeignKey("reports.id", ondelete="CASCADE"), nullable=False),
    Column("file_id", Text, nullable=False),
    Column("file_unique_id", String(64), nullable=False),
    Column("album", String(40)),
    Column("added_at", Moment, nullable=False),
    UniqueConstraint("report_id", "file_unique_id"),
    Index("ix_photos_album", "album"),
)

notes = Table(
    "notes",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("report_id", ForeignKey("reports.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("author_id", ForeignKey("people.id"), nullable=False),
    Column("written_at", Moment, nullable=False),
    Column("text", Text, nullable=False),
)

digests = Table(
    "digests",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("kind", String(12), nullable=False),
    Column("starts_at", Moment, nullable=False),
    Column("ends_at", Moment, nullable=False),
    Column("made_at", Moment, nullable=False),
    Column("numbers", JSON, nullable=False),
)

alerts = Table(
    "alerts",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("author_id", ForeignKey("people.id"), nullable=False),
    Column("text", Text),
    Column("language", String(2), nullable=False),
    Column("translation", Text),
    Column("photo", Text),
    Column("level", String(12)),
    Column("sites", JSON, nullable=False),
    Column("roles", JSON, nullable=False),
    Column("organisations", JSON, nullable=False),
    Column("people", JSON, nullable=False),
    Column("lasts", SmallInteger),
    Column("goal_of", String(20)),
    Column("goal_minutes", SmallInteger),
    Column("is_drill", Boolean, nullable=False, default=False),
    Column("screen", String(16)),
    Column("page", SmallInteger, nullable=False, default=0),
    Column("within", Integer),
    Column("day", Integer),
    Column("later", Moment),
    Column("version", Integer, nullable=False),
    Column("created_at", Moment, nullable=False),
    Column("sends_at", Moment),
    Column("sent_at", Moment),
    Column("edition", Integer, nullable=False, default=1),
    Column("correction", Text),
    Column("corrected_at", Moment),
    Column("expires_at", Moment),
    Column("called_off_at", Moment),
    Column("withdrawn_at", Moment),
    Column("discarded_at", Moment),
    Column("step", String(12), nullable=False, default="remind"),
    Column("goal_met_at", Moment),
)

templates = Table(
    "templates",
    metadata,
    Column("template", String(12), primary_key=True),
    Column("language", String(2), primary_key=True),
    Column("text", Text, nullable=False),
    Column("written_by", ForeignKey("people.id"), nullable=False),
    Column("written_at", Moment, nullable=False),
)

recipients = Table(
    "recipients",
    metadata,
    Column("alert_id", ForeignKey("alerts.id", ondelete="CASCADE"), primary_key=True),
    Column("person_id", ForeignKey("people.id"), primary_key=True),
    Column("message_row", ForeignKey("messages.id")),
    Column("answer", String(12)),
    Column("answered_at", Moment),
    Column("edition", Integer),
    Column("is_late", Boolean, nullable=False, default=False),
    Column("need", Text),
)

reminders = Table(
    "reminders",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("author_id", ForeignKey("people.id"), nullable=False),
    Column("organisation_id", ForeignKey("organisations.id"), nullable=False),
    Column("text", Text),
    Column("sites", JSON, nullable=False),
    Column("roles", JSON, nullable=False),
    Column("organisations", JSON, nullable=False),
    Column("people", JSON, nullable=False),
    Column("only_author", Boolean, nullable=False),
    Column("day", Date),
    Column("hour", SmallInteger),
    Column("screen", String(12)),
    Column("version", Integer, nullable=False),
    Column("created_at", Moment, nullable=False),
    Column("set_at", Moment),
    Column("rung_at", Moment),
    Column("discarded_at", Moment),
    Column("done_at", Moment),
    Column("done_by", ForeignKey("people.id")),
)

schedules = Table(
    "schedules",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("task", String(20), nullable=False),
    Column("about", Integer),
    Column("rule", Text),
    Column("zone", String(40)),
    Column("starts_on", String(19)),
    Column("late_policy", String(20)),
    Column("due_at", Moment),
    UniqueConstraint("task", "about"),
    Index("ix_schedules_due_at", "due_at", sqlite_where=text("due_at IS NOT NULL")),
)

occurrences = Table(
    "occurrences",
    metadata,
    Column("schedule_id", ForeignKey("schedules.id", ondelete="CASCADE"), primary_key=True),
    Column("local_date", Date, primary_key=True),
    Column("due_at", Moment, nullable=False),
    Column("done_at", Moment, nullable=False),
    Column("skipped", Boolean, nullable=False),
)

messages = Table(
    "messages",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("chat_id", BigInteger, nullable=False),
    Column("person_id", ForeignKey("people.id")),
    Column("language", String(2)),
    Column("kind", String(24), nullable=False),
    Column("body", Text, nullable=False),
    Column("subject", String(40)),
    Column("priority", SmallInteger, nullable=False),
    Column("rank", SmallInteger, nullable=False),
    Column("state", String(12), nullable=False),
    Column("wanted", Integer, nullable=False),
    Column("shown", Integer, nullable=False),
    Column("asked", Integer, nullable=False),
    Column("shown_digest", String(32)),
    Column("next_at", Moment),
    Column("rests_until", Moment),
    Column("expires_at", Moment),
    Column("message_id", BigInteger),
    Column("attempts", Integer, nullable=False),
    Column("repeat", Boolean, nullable=False),
    Column("silent", Boolean, nullable=False, default=False),
    Column("error", Text),
    Column("created_at", Moment, nullable=False),
    Column("sent_at", Moment),
    Index("ix_messages_owed", "rank", "next_at", "id", sqlite_where=text("next_at IS NOT NULL")),
    Index("ix_messages_subject_kind", "subject", "kind", sqlite_where=text("subject IS NOT NULL")),
    Index("ix_messages_chat_id_message_id", "chat_id", "message_id"),
    Index("ix_messages_person_id", "person_id"),
    Index("ix_messages_state", "state", sqlite_where=text("state <> 'sent'")),
)

updates = Table(
    "updates",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("update_id", BigInteger, nullable=False, unique=True),
    Column("lane", BigInteger, nullable=False),
    Column("payload", Text),
    Column("removed", JSON),
    Column("received_at", Moment, nullable=False),
    Column("done_at", Moment),
    Column("aside_at", Moment),
    Column("failures", Integer, nullable=False),
    Column("deaths", Integer, nullable=False),
    Column("error", Text),
    Index("ix_updates_waiting", "seq", sqlite_where=text("done_at IS NULL")),
    Index("ix_updates_done_at", "done_at"),
)

audit = Table(
    "audit",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("at", Moment, nullable=False),
    Column("person_id", ForeignKey("people.id"), nullable=False),
    Column("act", String(32), nullable=False),
    Column("subject", String(40), nullable=False),
    Index("ix_audit_at", "at"),
    Index("ix_audit_subject", "subject"),
)
