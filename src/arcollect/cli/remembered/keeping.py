"""Reading what is remembered, and adding to it."""

from __future__ import annotations

import datetime as dt
import hashlib
import re
import secrets
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from arcollect.cli import clock
from arcollect.cli.remembered.where import (
    names_of,
    other_registers,
    path_of,
    path_without_ledger,
)
from arcollect.cli.talk.telling import tell
from arcollect.register.entries import History, RunEntry
from arcollect.text import Lang, text

if TYPE_CHECKING:
    from pathlib import Path

    from arcollect.analysis.position import Position
    from arcollect.cli.steps import Book
    from arcollect.policy import Policy
    from arcollect.register.entries import Snapshot, SnapshotHead
    from arcollect.register.store.whole import Entry

_CLOCKS_APART = dt.timedelta(hours=1)
_PERSONAL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+|\d[\d -]{5,}\d")
"""An e-mail address; a telephone, account or identity number."""


def recall(book: Book) -> History:
    """Everything the register of this ledger's own company holds, and its log sheet.

    What both know stands once. Reading never makes a register; there is none to read
    with `--no-register` (or `records.keep = false`). Raises UsageError for a file that
    is no register, or a damaged one.
    """
    from arcollect.analysis.chase.log.entries import with_sheet
    from arcollect.register.store import whole

    kept = whole.history(path_of(book)) if book.policy.records.keep else History()
    _miss_register(book)
    return with_sheet(kept, book.ledger)


def _miss_register(book: Book) -> None:
    """Where there is none: a mistyped path, or perhaps our company was renamed."""
    if not book.policy.records.keep or book.reading.quiet:
        return
    if book.policy.records.path:
        if not (asked := path_of(book)).exists():
            tell(text("register.missing", book.lang, path=str(asked)), "yellow")
        return
    others = other_registers(path_of(book))
    if others and book.policy.company:
        name = book.policy.company[0].name
        tell(text("register.others", book.lang, company=name, files=others), "yellow")


def snapshot_of(book: Book, head: SnapshotHead) -> Snapshot:
    """One kept state of the register, with its lines."""
    from arcollect.register.store import whole

    return whole.snapshot(path_of(book), head)


def remember(book: Book, entries: Iterable[Entry], run: RunEntry | None = None) -> int:
    """Add entries to the register in one transaction; how many were new.

    run: the journal's line, kept where something was new.

    Says on stderr where. What is known word for word is passed over; a new version of a
    promise, dispute or statement (same id; same month and party) takes the place of the
    one before, which stays in the file. Nothing with `--no-register`. Raises LockedError
    (exit 5) while another run writes, OutputError (exit 4) when the system refuses.
    """
    from arcollect.register.store import whole

    if not book.policy.records.keep:
        return 0
    path = path_of(book)
    if not book.reading.quiet:
        doubt_clock(path, book.policy, book.lang)
    count = whole.keep(path, entries, names_of(book.policy), run)
    if not book.reading.quiet:
        tell(text("register.written", book.lang, path=str(path)), "green")
    return count


def doubt_clock(path: Path, policy: Policy, lang: Lang) -> None:
    """Say so where the last run was later than it is now: the computer's date may be wrong.

    Letters sent and contacts of today would get that day. Clocks of two computers on one
    register may be an hour apart. Nothing is refused: it may be the last run that was wrong.
    """
    from arcollect.register.store import whole

    now, last = clock.now(policy.time_zone), whole.last_run_at(path)
    if last is not None and last - now > _CLOCKS_APART:
        facts = {"now": f"{now:%Y-%m-%d %H:%M}", "last": f"{last:%Y-%m-%d %H:%M}"}
        tell(text("register.clock", lang, **facts), "yellow")


def journalled(
    book: Book,
    position: Position | None,
    command: str,
    wrote: int,
    allowed: Iterable[tuple[str, str]] = (),
) -> RunEntry:
    """The line of this run in the journal: what was computed from what (R001-22).

    Hashes, counts and totals; no name, number or address of anybody. allowed: rules of
    the wording check that were let pass, with the reason.
    """
    found: tuple[tuple[str, int], ...] = ()
    if position is not None:
        sums = position.open.groupby("currency", observed=True)["open_minor"].sum()
        found = tuple((str(currency), int(minor)) for currency, minor in sums.items())
    return replace(
        run_of(book.policy, command, wrote),
        as_of=book.as_of,
        ledger_sha256=book.ledger.source.sha256,
        rows=len(book.ledger.items),
        totals=found,
        allowed=_impersonal(allowed),
    )


def run_of(policy: Policy, command: str, wrote: int = 0) -> RunEntry:
    """The line of a run without a ledger: when, what, by which policy, how much."""
    from arcollect import __version__

    at = clock.now(policy.time_zone)
    return RunEntry(
        id=_id(at),
        at=at,
        command=command,
        version=__version__,
        as_of=at.date(),
        ledger_sha256="",
        policy_sha256=_hash_of_policy(policy),
        rows=0,
        wrote=wrote,
    )


def keep_allowed(
    policy: Policy, texts: Sequence[bytes], allowed: Iterable[tuple[str, str]]
) -> Path | None:
    """A line for a check of texts that let warnings pass; where, None for nowhere.

    Of the texts only a common hash is kept. UsageError where the policy does not say
    which register is meant.
    """
    from arcollect.register.store import whole

    if not policy.records.keep:
        return None
    path = path_without_ledger(policy)
    run = replace(
        run_of(policy, "lint"),
        ledger_sha256=hashlib.sha256(b"\0".join(texts)).hexdigest(),
        rows=len(texts),
        allowed=_impersonal(allowed),
    )
    whole.keep(path, [run])
    return path


def _id(at: dt.datetime) -> str:
    return f"{at:%Y%m%dT%H%M%S}-{secrets.token_hex(3)}"


def _impersonal(allowed: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    """Reasons without telephone, account and e-mail; once per rule."""
    return tuple(sorted({rule: _PERSONAL.sub("…", why) for rule, why in allowed}.items()))


def _hash_of_policy(policy: Policy) -> str:
    """Of what may change a figure: not of where things are kept."""
    said = policy.model_dump_json(exclude={"records", "books"})
    return hashlib.sha256(said.encode()).hexdigest()
