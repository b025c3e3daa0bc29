"""The verbs that commands string together: read, stand, note."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from arcollect.cli import clock
from arcollect.cli.talk import language
from arcollect.cli.talk.telling import tell
from arcollect.cli.words.currency import tell_rates, with_rates
from arcollect.cli.words.findings import asked_findings
from arcollect.cli.words.inputs import folder_of, ledger_files
from arcollect.errors import LedgerError, Problem, Severity, UsageError, message
from arcollect.text import Lang, text

if TYPE_CHECKING:
    import datetime as dt

    from arcollect.analysis.position import Position
    from arcollect.cli.options import Reading
    from arcollect.ledger.options import ReadOptions
    from arcollect.ledger.schema import Ledger
    from arcollect.policy import Policy
    from arcollect.policy.load import Given, LoadedPolicy


@dataclass(frozen=True, slots=True)
class Book:
    """What one run has on its desk: the ledger, the policy, the day, the language."""

    ledger: Ledger
    policy: Policy
    as_of: dt.date
    lang: Lang
    reading: Reading
    inputs: tuple[Path, ...] = ()
    policy_path: str = ""


def given(*flags: tuple[str, str, str | None]) -> tuple[Given, ...]:
    """Options that override a policy key: (option, key, what was typed or None)."""
    from arcollect.policy.load import Given

    return tuple(Given(flag, key, raw) for flag, key, raw in flags if raw is not None)


def read(reading: Reading, flags: tuple[Given, ...] = ()) -> Book:
    """Read the ledger with the policy that holds, and settle day and language.

    Raises LedgerError with `--strict` when any row had to be left out.
    """
    from arcollect.analysis.claims.governing import placed
    from arcollect.analysis.rates import settled
    from arcollect.cli.reader import read_ledger

    asked_findings(reading.fail_on)  # a typing mistake is told before the work
    loaded = load_policy(reading, flags)
    files = ledger_files(reading.ledger)
    ledger = read_ledger(files, loaded.policy, _read_options(reading, loaded), reading)
    policy = placed(settled(loaded.policy, ledger), ledger.items)
    as_of = clock.as_of(reading.as_of, policy.as_of, ledger.source.cutoff, policy.time_zone)
    lang = language.speak(Lang(policy.language or ledger.source.language or language.spoken()))
    inputs = tuple(file.path for file in files if file.path is not None)
    path = str(loaded.path or "")
    return Book(ledger, policy, as_of, lang, reading, inputs, path)


def stand(book: Book) -> Position:
    """What is open at the as-of date; with `--strict`, only if every row was usable."""
    from arcollect.analysis.converted import in_base

    position = stand_documents(book)
    return in_base(position, book.policy) if book.policy.in_base_currency else position


def stand_documents(book: Book) -> Position:
    """The same in the currencies of the documents, whatever `--base` says: for claims."""
    from arcollect.analysis.position import stand as stand_at

    refuse_exclusions(book)
    return stand_at(book.ledger, book.as_of, book.policy)


def refuse_exclusions(book: Book) -> None:
    """With `--strict`, any row left out ends the run (exit 3)."""
    left_out = sum(p.severity is Severity.EXCLUDED for p in book.ledger.problems)
    if book.reading.strict and left_out:
        raise LedgerError(message("cli.strict", count=left_out), message("cli.strict_hint"))


def load_policy(reading: Reading, flags: tuple[Given, ...] = ()) -> LoadedPolicy:
    """The policy for this ledger: options, environment, file."""
    from arcollect.policy.load import Places, load

    own = given(
        ("--lang", "language", language.asked_for() or None),
        ("--basis", "aging.basis", reading.basis),
        ("--credits", "aging.credits", reading.credits),
    )
    beside = folder_of(reading.ledger[0])
    config = Path(reading.config) if reading.config else None
    loaded = load(config, Places(beside, Path.cwd(), os.environ), (*own, *flags))
    return with_rates(loaded, reading.rate, reading.base)


def problems(book: Book, position: Position | None = None) -> tuple[Problem, ...]:
    """Everything that could not be taken at its word, in reading and in standing."""
    return (*book.ledger.problems, *(position.problems if position else ()))


def note(book: Book, position: Position | None = None) -> None:
    """One line on stderr when there is something to look at; nothing when all is well."""
    if position is not None and not book.reading.quiet:
        tell_rates(position, book.lang)
    found = [p for p in problems(book, position) if p.severity is not Severity.NOTICE]
    if not found or book.reading.quiet:
        return
    excluded = sum(p.severity is Severity.EXCLUDED for p in found)
    count = len(found) - excluded
    key = "cli.noted" if not excluded else "cli.noted_excluded" if count else "cli.excluded"
    ledger = " ".join(book.reading.ledger)
    said = text(key, book.lang, count=count, excluded=excluded, ledger=ledger)
    tell(said, "yellow")


def _read_options(reading: Reading, loaded: LoadedPolicy) -> ReadOptions:
    from arcollect.ledger.options import ReadOptions

    balances, order = reading.balances_as_of, reading.date_order
    if order not in {None, "ymd", "dmy", "mdy"}:
        raise UsageError(message("cli.date_order", raw=order))
    return ReadOptions(
        maps=dict(_maps(reading)),
        sheet=reading.sheet,
        default_terms=reading.terms,
        date_order=order,
        visible_only=reading.visible_only,
        encoding=reading.encoding,
        balances_as_of=clock.day(balances, "--balances-as-of") if balances else None,
        books_folder=loaded.path.parent if loaded.path else None,
    )


def _maps(reading: Reading) -> Iterator[tuple[str, str]]:
    """Each `--map FIELD=HEADER`; the policy's `[columns]` are known to the reader."""
    for pair in reading.map or ():
        field, sign, header = pair.partition("=")
        if not (sign and field.strip() and header.strip()):
            raise UsageError(message("cli.map", raw=pair), message("cli.map_hint"))
        yield field.strip(), header.strip()
