"""Which file the register is: one for each own company, so that clients never mix."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
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

    `--register`, else `records.path` of the policy, else the file in the user's data
    folder that knows one of our companies in the policy, else the only one in the ledger,
    by any of its names. A new one is named after the first company, or else after the
    folder that the ledger lies in. UsageError where several files know our companies.
    """
    if (asked := known_without_ledger(book.policy)) is not None:
        return asked
    own = sorted({str(name) for name in book.ledger.items["company"].unique()} - {""})
    if len(own) == 1:
        return _known_as(own)
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
    return _known_as(names_of(policy)) if policy.company else None


def names_of(policy: Policy) -> tuple[str, ...]:
    """Every name of our own companies, the first company's legal name first."""
    every = (name for c in policy.company for name in (c.name, c.short, *c.aliases, c.name_en))
    return tuple(dict.fromkeys(name for name in every if name))


def other_registers(path: Path) -> tuple[str, ...]:
    """The registers beside one that is not there yet: perhaps one of them is meant."""
    if path.exists():
        return ()
    return tuple(sorted(other.name for other in path.parent.glob(f"*{_SUFFIX}")))


def _known_as(names: Sequence[str]) -> Path:
    """The one file that is called or knows one of these names; else a new one."""
    folder = data_folder()
    found = [path for name in names if (path := folder / _named(name)).exists()]
    if not found:
        from arcollect.register.store.whose import own_names

        found = [p for p in sorted(folder.glob(f"*{_SUFFIX}")) if own_names(p) & set(names)]
    several = list(dict.fromkeys(found))
    if len(several) > 1:
        raise UsageError(
            message("register.several", files=[str(path) for path in several]),
            message("register.several_hint"),
        )
    return several[0] if several else folder / _named(names[0])


def _named(company: str) -> str:
    """A company's name as a file name; where that loses something, marked."""
    safe = safe_name(company)
    return (safe if safe == company else f"{safe}_{_mark(company)}") + _SUFFIX


def _mark(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:8]
