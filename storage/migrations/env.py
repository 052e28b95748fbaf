"""Runs the migrations, with foreign keys off while tables are rebuilt and checked before the commit.

With them on, a batch change deleted the children of the rows that it copied.
"""

from alembic import context
from sqlalchemy import Connection, create_engine

from storage.tables import metadata


class BrokenReference(Exception):
    """A migration left rows that point at nothing; it was rolled back."""


def run(db: Connection) -> None:
    db.exec_driver_sql("PRAGMA foreign_keys=OFF")
    db.exec_driver_sql("BEGIN IMMEDIATE")
    context.configure(connection=db, target_metadata=metadata, render_as_batch=True, transactional_ddl=False)
    context.run_migrations()
    broken = db.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
    if broken:
        db.exec_driver_sql("ROLLBACK")
        raise BrokenReference(f"{len(broken)} rows point at nothing, first in table {broken[0][0]}")
    db.exec_driver_sql("COMMIT")


engine = create_engine(context.config.attributes["url"], isolation_level="AUTOCOMMIT")
with engine.connect() as connection:
    run(connection)
engine.dispose()
