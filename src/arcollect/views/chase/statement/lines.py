"""The figures of one statement as rows: summary, movements, open documents."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from arcollect.analysis.chase.statement.model import Moved, Movement, OpenLine, Statement
from arcollect.text import Lang, text
from arcollect.views.chase.wording import long_date

_LESS = frozenset({"credit", "receipt", "settled", "bill"})


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the summary: words and minor units with the sign of the sum."""

    label: str
    minor: int
    is_less: bool = False  # the label says "less": it is shown without a minus

    @property
    def shown_minor(self) -> int:
        """The amount beside its label: 减：本月收款 7,000.00."""
        return -self.minor if self.is_less else self.minor


@dataclass(frozen=True, slots=True)
class Posting:
    """One line of the movements, with the balance after it."""

    day: dt.date | None
    what: str
    document: str
    more_minor: int
    less_minor: int
    balance_minor: int


def summary(statement: Statement, first: dt.date, last: dt.date, lang: Lang) -> Iterator[Entry]:
    """Opening, each kind of change, closing; only the closing where no opening is known."""
    if statement.opening_minor is not None:
        before = long_date(first - dt.timedelta(days=1), lang)
        yield Entry(text("statement.opening", lang, day=before), statement.opening_minor)
        for key, minor in _changes(statement):
            yield Entry(text(f"statement.{key}", lang), minor, is_less=key in _LESS)
    day = long_date(last, lang)
    yield Entry(text("statement.closing", lang, day=day), statement.closing_minor)


def _changes(statement: Statement) -> Iterator[tuple[str, int]]:
    bills = [m.amount_minor for m in statement.movements if m.kind is Moved.BILL]
    sums = (
        ("invoice", statement.moved_minor(Moved.INVOICE)),
        ("credit", statement.moved_minor(Moved.CREDIT)),
        ("receipt", statement.moved_minor(Moved.RECEIPT)),
        ("settled", statement.moved_minor(Moved.SETTLED)),
        ("bill", sum(minor for minor in bills if minor < 0)),
        ("bill_in", sum(minor for minor in bills if minor > 0)),
        ("other", statement.other_minor),
    )
    return ((key, minor) for key, minor in sums if minor or key in {"invoice", "receipt"})


def postings(statement: Statement, lang: Lang) -> Iterator[Posting]:
    """The movements with a running balance that starts at the opening and ends at closing.

    None where no opening is known: half of a month's movements would look like all.
    """
    balance = statement.opening_minor
    if balance is None or not (statement.movements or statement.other_minor):
        return
    yield Posting(None, text("statement.carried", lang), "", 0, 0, balance)
    for line in statement.movements:
        balance += line.amount_minor
        yield _posting(line, balance, lang)
    if statement.other_minor:
        more, less = max(statement.other_minor, 0), max(-statement.other_minor, 0)
        said = text("statement.other", lang)
        yield Posting(None, said, "", more, less, statement.closing_minor)


def _posting(line: Movement, balance: int, lang: Lang) -> Posting:
    said = text(f"statement.moved_{line.kind}", lang)
    if line.maturity and line.kind is Moved.BILL:
        said = text("statement.moved_bill_until", lang, day=line.maturity)
    more, less = max(line.amount_minor, 0), max(-line.amount_minor, 0)
    return Posting(line.day, said, line.document_no, more, less, balance)


def mark(line: OpenLine, lang: Lang) -> str:
    """The remark beside an open document, "" for most."""
    return text(f"statement.mark_{line.mark.replace('-', '_')}", lang) if line.mark else ""


def month_words(first: dt.date, lang: Lang) -> str:
    """2026年9月; September 2026."""
    name = text(f"letters.month_{first.month}", lang)
    return text("statement.month", lang, year=first.year, month=name)
