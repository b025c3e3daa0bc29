"""The register, as commands use it: what is remembered about the parties of a ledger."""

from __future__ import annotations

from typing import TYPE_CHECKING

from arcollect.register.entries import History

if TYPE_CHECKING:
    from arcollect.cli.steps import Book


def recall(book: Book) -> History:  # noqa: ARG001
    """Everything the register of this ledger's own company holds; empty without one.

    Reading never makes a register.
    """
    return History()
