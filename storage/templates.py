"""The texts of templates that a strategist has changed."""

from datetime import datetime

from sqlalchemy import delete, select
from sqlalchemy.dialects.sqlite import insert

from domain.alerts import Template
from domain.people import Language
from storage import Db
from storage.tables import templates


def changed(db: Db, template: Template) -> dict[Language, str]:
    """The changed texts by language; what is not there is as it came."""
    rows = db.execute(select(templates.c.language, templates.c.text).where(templates.c.template == template))
    return {Language(row.language): row.text for row in rows}


def put(db: Db, template: Template, language: Language, *, text: str, person: int, now: datetime) -> None:
    key = {"template": template, "language": language}
    said = {"text": text, "written_by": person, "written_at": now}
    statement = insert(templates).values({**key, **said})
    db.execute(statement.on_conflict_do_update(index_elements=list(key), set_=said))


def restore(db: Db, template: Template) -> None:
    """The texts that it came with hold again."""
    db.execute(delete(templates).where(templates.c.template == template))
