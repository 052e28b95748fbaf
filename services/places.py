"""Sites, places, categories and the rest of a municipality's own words."""

from collections.abc import Mapping
from typing import Any

from domain.vocabulary import parse
from storage import Db, vocabulary


def take_over(db: Db, data: Mapping[str, Any], *, file: str) -> int:
    """Take a file's entries over, all or nothing. Raises ImportFault; returns how many were new or changed."""
    parse(data, file=file, existing=vocabulary.load(db))
    return vocabulary.save(db, data)
