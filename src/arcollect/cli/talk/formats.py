"""The formats in which an answer is written."""

from __future__ import annotations

from arcollect.errors import UsageError, message

FORMATS = ("table", "csv", "tsv", "json", "md", "html", "xlsx")


def known(format_: str, asked: str) -> str:
    """A format that we write; UsageError for any other, naming what was asked for."""
    if format_ not in FORMATS:
        raise UsageError(
            message("cli.format", asked=asked), message("cli.format_hint", known=FORMATS)
        )
    return format_
