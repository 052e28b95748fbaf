"""Bring a database to the newest schema, or say that it is newer than this program."""

from pathlib import Path

from sqlalchemy import create_engine, inspect, text
from sqlalchemy.engine import URL

SCRIPTS = Path(__file__).parent / "migrations"


class NewerDatabase(Exception):
    """The database was written by a later version of the program."""


def to_newest(url: URL, revision: str = "head") -> None:
    """Apply what is missing, up to `revision`. Raises NewerDatabase. Foreign keys are checked after, not during."""
    if _current(url) == newest():
        return
    _upgrade(url, revision)


def _upgrade(url: URL, revision: str) -> None:
    # Alembic takes a quarter of a second and 10 MB to load: a start with nothing to upgrade goes without.
    from alembic import command  # noqa: PLC0415
    from alembic.config import Config  # noqa: PLC0415
    from alembic.util.exc import CommandError  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", str(SCRIPTS))
    config.attributes["url"] = url.set(drivername="sqlite")
    try:
        command.upgrade(config, revision)
    except CommandError as error:
        if "Can't locate revision" in str(error):
            raise NewerDatabase from error
        raise


def newest() -> str:
    """The last revision; a migration's file name begins with its own."""
    return max(script.name for script in SCRIPTS.glob("versions/[0-9]*.py")).partition("_")[0]


def _current(url: URL) -> str | None:
    engine = create_engine(url.set(drivername="sqlite"))
    try:
        with engine.connect() as db:
            if not inspect(db).has_table("alembic_version"):
                return None
            revision: str | None = db.scalar(text("SELECT version_num FROM alembic_version"))
            return revision
    finally:
        engine.dispose()
