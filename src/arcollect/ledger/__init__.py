"""Spreadsheet in, canonical ledger out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from arcollect.ledger.options import LedgerFile, ReadOptions

if TYPE_CHECKING:
    from arcollect.ledger.schema import Ledger
    from arcollect.policy import Policy

__all__ = ["LedgerFile", "ReadOptions", "read"]

_NO_OPTIONS = ReadOptions()


def read(files: Sequence[LedgerFile], policy: Policy, options: ReadOptions = _NO_OPTIONS) -> Ledger:
    """The ledger that the files hold; see `arcollect.ledger.forms.reading.read`.

    Every row is used, or listed with its cell and the reason. Raises LedgerError
    for files that cannot be used, UsageError for impossible options.
    """
    from arcollect.ledger.forms.reading import read as read_now  # noqa: PLC0415  (pandas)

    return read_now(files, policy, options)
