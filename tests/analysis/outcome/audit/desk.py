"""One check on a small ledger written as tables; rows are numbered from 2, as in Excel."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from textwrap import dedent

from tests.analysis.build import day, ledger, policy

from arcollect.analysis.outcome.audit.desk import Desk
from arcollect.analysis.outcome.audit.hint import Examined
from arcollect.analysis.position import stand
from arcollect.register.entries import History

AS_OF = day("2026-10-31")
ANY = "customer  document_no  issue_date  due_date  amount\n甲  X  2026-10-01  2026-12-01  1"


def look(
    check: Callable[[Desk], Examined],
    items: str = ANY,
    *,
    as_of: dt.date = AS_OF,
    history: History | None = None,
    sections: dict[str, object] | None = None,
    form: str = "open-items",
    **tables: str,
) -> Examined:
    rules = policy(**(sections or {}))
    made = {name: numbered(table) for name, table in tables.items()}
    book = ledger(numbered(items), form=form, **made)  # type: ignore[arg-type]
    return check(Desk(stand(book, as_of, rules), rules, history or History()))


def numbered(table: str) -> str:
    head, *lines = dedent(table).strip().splitlines()
    rows = [f"{n}  {line.strip()}" for n, line in enumerate(lines, 2) if line.strip()]
    return "\n".join([f"row  {head.strip()}", *rows])


def rows_of(found: Examined) -> list[list[int]]:
    """The Excel rows of each hint."""
    return [[place.row for place in hint.places] for hint in found.hints]


def said(found: Examined) -> list[str]:
    return [hint.measured.key.removeprefix("audit_why.") for hint in found.hints]


def fields(found: Examined) -> set[str]:
    return {gap.field for gap in found.gaps}
