"""Tables as files that a spreadsheet opens: semicolons and a byte order mark, as Swedish Excel wants them."""

import csv
from collections.abc import Sequence
from io import StringIO

FORMULAS = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet takes for the beginning of a formula: a name or a text must never be run as one (OWASP)."""


def csv_file(header: Sequence[str], rows: Sequence[Sequence[object]]) -> bytes:
    """The rows below the header, UTF-8 with a byte order mark."""
    file = StringIO(newline="")
    writer = csv.writer(file, delimiter=";", lineterminator="\r\n")
    writer.writerow(header)
    writer.writerows([_guarded(cell) for cell in row] for row in rows)
    return file.getvalue().encode("utf-8-sig")


def _guarded(cell: object) -> str:
    text = "" if cell is None else str(cell)
    return f"'{text}" if text.startswith(FORMULAS) else text
