"""Every statement of a month in one list, with what to look at before sending."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from arcollect.analysis.chase.statement.model import Moved, Statement, Statements
from arcollect.money import from_minor, show
from arcollect.register.entries import Party
from arcollect.text import Lang, joined, say, text
from arcollect.views.columns import Columns
from arcollect.views.table import Column, Kind, Table, Tone

_RECEIVED = (Moved.RECEIPT, Moved.SETTLED)
_MONEY: tuple[tuple[str, Callable[[Statement], int | None]], ...] = (
    ("opening", lambda s: s.opening_minor),
    ("invoice", lambda s: s.moved_minor(Moved.INVOICE)),
    ("receipt", lambda s: _if_known(s, -s.moved_minor(*_RECEIVED))),
    ("bill", lambda s: _if_known(s, -s.moved_minor(Moved.BILL))),
    ("credit", lambda s: s.moved_minor(Moved.CREDIT)),
    ("other", lambda s: s.other_minor),
    ("closing", lambda s: s.closing_minor),
    ("bills", lambda s: s.bills_minor),
)
_ALWAYS = {"opening", "invoice", "receipt", "closing"}


def index_table(
    answer: Statements,
    lang: Lang,
    codes: Mapping[str, str] | None = None,
    files: Mapping[Party, str] | None = None,
) -> Table:
    """One row per party: the equation of its month, and what to check (U-23).

    Money and bills that came in are positive, as the formula below deducts them. codes:
    customers' own codes by our key; files: file names by party. A column of nothing but
    zeros is left out; totals stand only where all rows are in one currency.
    """
    rows, known, named = answer.statements, codes or {}, files or {}
    is_one = len({s.currency for s in rows}) == 1

    column = Columns("statement.ix_", rows, lang)
    tones = [Tone.WATCH if _look(s, lang) else Tone.PLAIN for s in rows]

    columns = (
        column("company", Kind.TEXT, lambda s: s.company, minor=True),
        column("customer_code", Kind.ID, lambda s: known.get(s.customer_key, ""), minor=True),
        column("customer", Kind.TEXT, lambda s: s.customer, wide=True),
        column("currency", Kind.TEXT, lambda s: s.currency),
        *(_money(rows, key, value, lang, is_one=is_one) for key, value in _shown(rows)),
        column("count", Kind.COUNT, lambda s: len(s.open), minor=True),
        column("look", Kind.TEXT, lambda s: _look(s, lang), tones, wide=True),
        column("file", Kind.TEXT, lambda s: named.get(s.party, ""), minor=True),
    )
    facts = {"last": answer.last, "due": answer.due_on, "reply": answer.reply_by}
    return Table(
        key="statement",
        title=text("statement.title", lang, month=answer.month),
        columns=columns,
        lead=(text("statement.lead", lang, count=len(rows), **facts),),
        notes=tuple(_notes(answer, lang)),
        total_label=text("statement.total", lang) if is_one else "",
    )


def _if_known(statement: Statement, minor: int) -> int | None:
    """Nothing at all where the ledger does not say what money came in: not zero."""
    return None if statement.opening_minor is None else minor


def _shown(
    rows: Sequence[Statement],
) -> Iterator[tuple[str, Callable[[Statement], int | None]]]:
    for key, value in _MONEY:
        if key in _ALWAYS or any(value(s) for s in rows):
            yield key, value


def _money(
    rows: Sequence[Statement],
    key: str,
    value: Callable[[Statement], int | None],
    lang: Lang,
    *,
    is_one: bool,
) -> Column:
    minors = [value(s) for s in rows]
    values = [
        None if minor is None else from_minor(minor, s.currency)
        for minor, s in zip(minors, rows, strict=True)
    ]
    is_known = is_one and None not in minors
    total = from_minor(sum(m or 0 for m in minors), rows[0].currency) if is_known else None
    title = text(f"statement.ix_{key}", lang)
    return Column(key, title, Kind.MONEY, values, total=total, sums=is_known, minor=key == "bills")


def _look(statement: Statement, lang: Lang) -> str:
    """What a person should settle before this statement leaves the house."""
    found = []
    for key, minor in (
        ("other", statement.other_minor),
        ("returned", statement.returned_minor),
        ("before", _differs(statement)),
    ):
        if minor:
            amount = f"{statement.currency} {show(minor, statement.currency)}"
            found.append(text(f"statement.look_{key}", lang, amount=amount))
    return joined(found, lang)


def _differs(statement: Statement) -> int | None:
    """The foot of last month's statement where this opening is not the same."""
    before, opening = statement.before_minor, statement.opening_minor
    return before if before is not None and opening is not None and before != opening else None


def _notes(answer: Statements, lang: Lang) -> Iterator[str]:
    if answer.why_no_opening is not None:
        yield say(answer.why_no_opening, lang)
    else:
        yield text("statement.note_formula", lang)
    if answer.cutoff is not None:
        yield text("statement.note_cutoff", lang, day=answer.cutoff, month=answer.month)
    others = sum(bool(s.other_minor) for s in answer.statements)
    if others:
        yield text("statement.note_other", lang, count=others)
    changed = sum(_differs(s) is not None for s in answer.statements)
    if changed:
        yield text("statement.note_before", lang, count=changed)
