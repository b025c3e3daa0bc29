"""What was found, and what is missing: `arcollect check`."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Annotated

import typer

from arcollect.cli.app import Command, single
from arcollect.cli.bundle import spread
from arcollect.cli.emit import Answer, emit
from arcollect.cli.fail_on import judge
from arcollect.cli.options import Answering, PayablesFile, Reading
from arcollect.cli.start.anonymise import made_up
from arcollect.cli.steps import Book, problems, read, refuse_exclusions, stand
from arcollect.cli.talk.telling import tell
from arcollect.cli.words.payables import set_off_with
from arcollect.errors import LedgerError, UsageError, message
from arcollect.text import text

if TYPE_CHECKING:
    from arcollect.analysis.position import Position
    from arcollect.views.check import Stated
    from arcollect.views.table import Table

app = single()


@dataclass(frozen=True, slots=True)
class Books:
    """What the general ledger says, what to remember, what to write for a report."""

    gl: Annotated[
        list[str] | None,
        typer.Option(
            "--gl-balance", metavar="[COMPANY/CURRENCY/]1122=AMOUNT", help="help.gl_balance"
        ),
    ] = None
    ap: PayablesFile = None
    save_profile: Annotated[
        str | None, typer.Option("--save-profile", metavar="NAME", help="help.save_profile")
    ] = None
    anonymise: Annotated[
        str | None, typer.Option("--anonymise", metavar="FILE.xlsx", help="help.anonymise")
    ] = None


@app.command(cls=Command)
@spread
def check(books: Books, reading: Reading, out: Answering) -> None:
    """What was found in the file, the tie-out, problems, gaps, and what to do first."""
    from arcollect.views.check import check_page, with_set_off

    if books.anonymise:
        made_up(reading, books.anonymise)
        return
    book = read(reading)
    position = _position(book)
    stated = [_stated(raw, book.policy.default_currency) for raw in books.gl or ()]
    page = check_page(
        book.ledger, position, book.policy, book.lang, book.as_of, stated, book.policy_path
    )
    if books.ap:
        page = with_set_off(page, _set_off(books.ap, book, position))
    found = problems(book, position)
    said = Answer("check", book.lang, (), page, book.as_of, found, book.inputs)
    emit(replace(said, source=book.ledger.source), out)
    if books.save_profile:
        _save_profile(book, books.save_profile)
    refuse_exclusions(book)
    if book.reading.fail_on:
        judge(book, position or stand(book))


def _set_off(word: str, book: Book, position: Position | None) -> Table:
    """Customers whom we owe as well; LedgerError where there is no position, with the reason."""
    from arcollect.analysis.claims.governing import is_prc
    from arcollect.views.check import set_off_table

    known = position or stand(book)
    found = set_off_with(word, book, known)
    law = is_prc(book.policy, known.open)
    return set_off_table(found, book.as_of, book.lang, is_prc=law)


def _save_profile(book: Book, name: str) -> None:
    from arcollect.cli import kept_profiles
    from arcollect.ledger.profiles import profile_of

    typed = {"date_order": book.reading.date_order or "", "terms": book.reading.terms or ""}
    path = kept_profiles.save(profile_of(book.ledger, name, **typed))
    if not book.reading.quiet:
        tell(text("profiles.saved", book.lang, name=name, path=str(path)), "green")


def _stated(raw: str, currency: str) -> Stated:
    """One `--gl-balance`: [COMPANY/][CURRENCY/]ACCOUNT=AMOUNT."""
    from arcollect.money import Amount, currency_code, exponent, parse_amount, to_minor
    from arcollect.views.check import Stated

    where, sign, amount = raw.rpartition("=")
    *scope, account = [part.strip() for part in where.split("/")]
    codes = [code for part in scope if (code := currency_code(part))]
    companies = [part for part in scope if not currency_code(part)]
    code = codes[0] if codes else currency
    read = parse_amount(amount, three_decimals=exponent(code) == 3) if sign else None
    exact = read.value if isinstance(read, Amount) else None
    minor, has_lost_digits = to_minor(exact, code) if exact is not None else (0, True)
    if has_lost_digits:
        raise UsageError(message("cli.gl", raw=raw), message("cli.gl_hint"))
    return Stated(account, code, minor, next(iter(companies), ""))


def _position(book: Book) -> Position | None:
    """A ledger that cannot be aged is still worth checking: the page says why."""
    from arcollect.analysis.position import stand as stand_at

    try:
        return stand_at(book.ledger, book.as_of, book.policy)
    except LedgerError:
        return None
