"""Which file the register is: one for each own company, so that clients never mix."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING

from arcollect.errors import UsageError, message
from arcollect.files import data_folder
from arcollect.safe_name import safe_name

if TYPE_CHECKING:
    from arcollect.cli.steps import Book
    from arcollect.policy import Policy

_SUFFIX = ".db"


def path_of(book: Book) -> Path:
    """The register of this ledger, whether or not it is there yet.

    `--register`, else `records.path` of the policy, else a file in the user's data folder
    named after our first company in the policy, else after the only one in the ledger,
    else after the folder that the ledger lies in.
    """
    if (asked := known_without_ledger(book.policy)) is not None:
        return asked
    own = sorted({str(name) for name in book.ledger.items["company"].unique()} - {""})
    if len(own) == 1:
        return data_folder() / _named(own[0])
    beside = (book.inputs[0].parent if book.inputs else Path()).resolve()
    return data_folder() / f"{safe_name(beside.name)}_{_mark(str(beside))}{_SUFFIX}"


def path_without_ledger(policy: Policy) -> Path:
    """The register of a policy alone; UsageError where it takes a ledger to tell."""
    if (asked := known_without_ledger(policy)) is None:
        raise UsageError(message("register.which"), message("register.which_hint"))
    return asked


def known_without_ledger(policy: Policy) -> Path | None:
    """The register that a policy names by path or by own company; None where it does not."""
    if policy.records.path:
        return Path(policy.records.path).expanduser()
    return data_folder() / _named(policy.company[0].name) if policy.company else None


def _named(company: str) -> str:
    """A company's name as a file name; where that loses something, marked."""
    safe = safe_name(company)
    return (safe if safe == company else f"{safe}_{_mark(company)}") + _SUFFIX


def _mark(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:8]
