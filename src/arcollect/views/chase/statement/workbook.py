"""One statement as a workbook that the customer's accountant can work in."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from arcollect.analysis.chase.statement.model import OpenLine, Statement, Statements
from arcollect.money import from_minor
from arcollect.text import Lang, text
from arcollect.views.chase import wording
from arcollect.views.chase.statement import lines
from arcollect.views.chase.statement.paper import Paper
from arcollect.views.table import Column, Kind, Page, Part, Report, Table, Value

Row = TypeVar("Row")
_SENTENCE_ENDS = re.compile(r"(?<=。)(?=.)|(?<=\.) ")
_NOTES = ("note_principal", "note_silence", "note_auditor")
_SLIP = ("slip_agrees", "slip_differs", "slip_reason")
_SIGNED = ("slip_seal", "slip_person", "slip_day")


def statement_report(paper: Paper, answer: Statements) -> Report:
    """Summary, movements with a running balance, open documents; the reply slip apart.

    The same figures and words as on paper, upright and printable (U-16). The slip has a
    sheet of its own, for it is sent back.
    """
    lang = paper.lang
    pages = (
        Page(
            "statement",
            text("statement.heading", lang),
            tuple(_account(paper, answer)),
            landscape=False,
        ),
        Page("slip", text("statement.slip", lang), tuple(_slip(paper, answer)), landscape=False),
    )
    return Report(
        pages[0].title, pages, lead=(paper.author, paper.title), facts={"lang": str(lang)}
    )


def _account(paper: Paper, answer: Statements) -> Iterator[Part]:
    statement, lang = paper.statement, paper.lang
    yield text("letters.to", lang) + statement.customer
    yield from _request(answer, lang)
    yield _summary(statement, answer, lang)
    yield paper.said.closing
    yield from _moved(statement, lang)
    yield from _open(statement, lang)
    yield from paper.said.account.splitlines()
    yield from (text(f"statement.{key}", lang) for key in _NOTES)


def _request(answer: Statements, lang: Lang) -> list[str]:
    """Sentence by sentence: a line of a sheet does not wrap."""
    days = {"last": answer.last, "reply": answer.reply_by}
    said = {name: wording.long_date(day, lang) for name, day in days.items()}
    return _SENTENCE_ENDS.split(text("statement.request", lang, **said))


def _summary(statement: Statement, answer: Statements, lang: Lang) -> Table:
    *body, last = lines.summary(statement, answer.first, answer.last, lang)
    money = _money("amount", body, lambda r: r.shown_minor, statement, lang)
    total = from_minor(last.minor, statement.currency)
    amount = Column("amount", money.title, Kind.MONEY, money.values, total=total)
    labels = [row.label for row in body]
    item = Column("item", text("statement.item", lang), Kind.TEXT, labels, wide=True)
    title = text("statement.summary", lang, currency=statement.currency)
    return Table(
        "statement_summary", title, (item, amount), (), _bills(statement, lang), last.label
    )


def _bills(statement: Statement, lang: Lang) -> tuple[str, ...]:
    """How much of the closing balance is bills in hand, where there are any (U-03)."""
    minor, currency = statement.bills_minor, statement.currency
    amount = wording.amount(minor, currency, lang)
    return (f"{text('statement.of_which_bills', lang)} {amount}",) if minor else ()


def _moved(statement: Statement, lang: Lang) -> Iterator[Table]:
    rows = list(lines.postings(statement, lang))
    if not rows:
        return
    columns = (
        _column("day", Kind.DATE, rows, lambda p: p.day, lang),
        _column("what", Kind.TEXT, rows, lambda p: p.what, lang),
        _column("document", Kind.ID, rows, lambda p: p.document, lang),
        _summed("more", rows, lambda p: p.more_minor, statement, lang),
        _summed("less", rows, lambda p: p.less_minor, statement, lang),
        _money("balance", rows, lambda p: p.balance_minor, statement, lang),
    )
    title = text("statement.movements", lang, currency=statement.currency)
    yield Table("statement_moved", title, columns, total_label=text("statement.sum", lang))


def _open(statement: Statement, lang: Lang) -> Iterator[Table]:
    rows = statement.open
    if not rows:
        return
    columns = (
        _column("document", Kind.ID, rows, lambda r: r.document_no, lang),
        _column("invoice_no", Kind.ID, rows, lambda r: r.invoice_no, lang),
        _column("contract", Kind.ID, rows, lambda r: r.contract_no, lang),
        _column("issued", Kind.DATE, rows, lambda r: r.issue_date, lang),
        _column("due", Kind.DATE, rows, lambda r: r.due_date, lang),
        _money("document_amount", rows, lambda r: r.amount_minor, statement, lang),
        _summed("open_amount", rows, _open_minor, statement, lang),
        _column("mark", Kind.TEXT, rows, lambda r: lines.mark(r, lang), lang),
    )
    title = text("statement.open", lang, currency=statement.currency)
    shown = tuple(c for n, c in enumerate(columns) if n == 0 or any(c.values))
    yield Table("statement_open", title, shown, total_label=text("statement.sum", lang))


def _open_minor(line: OpenLine) -> int:
    return line.open_minor


def _slip(paper: Paper, answer: Statements) -> Iterator[str]:
    statement, lang = paper.statement, paper.lang
    about = {
        "month": lines.month_words(answer.first, lang),
        "last": wording.long_date(answer.last, lang),
        "amount": paper.said.confirmed,
    }
    yield text("statement.slip_to", lang, company=paper.author)
    yield text("statement.slip_about", lang, **about)
    keys = (*_SLIP, "slip_pays") if statement.closing_minor > 0 else _SLIP
    yield from (text(f"statement.{key}", lang) for key in keys)
    yield statement.customer
    yield from (text(f"statement.{key}", lang) for key in _SIGNED)


def _column(
    key: str, kind: Kind, rows: Sequence[Row], value: Callable[[Row], Value], lang: Lang
) -> Column:
    return Column(key, text(f"statement.{key}", lang), kind, [value(row) for row in rows])


def _money(
    key: str,
    rows: Sequence[Row],
    minor: Callable[[Row], int | None],
    statement: Statement,
    lang: Lang,
) -> Column:
    minors = (minor(row) for row in rows)
    values = [None if m is None else from_minor(m, statement.currency) for m in minors]
    return Column(key, text(f"statement.{key}", lang), Kind.MONEY, values)


def _summed(
    key: str,
    rows: Sequence[Row],
    minor: Callable[[Row], int],
    statement: Statement,
    lang: Lang,
) -> Column:
    column = _money(key, rows, minor, statement, lang)
    total = from_minor(sum(map(minor, rows)), statement.currency)
    return Column(key, column.title, Kind.MONEY, column.values, total=total, sums=True)
