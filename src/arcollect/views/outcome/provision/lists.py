"""Candidates for write-off and tax, what is written off, and the evidence needed."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from arcollect.analysis.outcome.provision.provide import Standard
from arcollect.analysis.rates import yuan
from arcollect.text import Lang, say, text
from arcollect.views.amounts import decimals
from arcollect.views.columns import Columns
from arcollect.views.table import Column, Kind, Table

if TYPE_CHECKING:
    from arcollect.analysis.outcome.provision.candidates import Candidate, WrittenOff
    from arcollect.analysis.outcome.provision.provide import Provision

PROOFS = range(1, 8)


def candidates_table(provision: Provision, lang: Lang) -> Table:
    """The three lists, one row per document and list (X-34).

    In a workbook the form to decide by (R003-78): evidence and decision are left blank.
    """
    rows = provision.candidates
    column = Columns("provision.", rows, lang)
    columns = (
        column("list", Kind.TEXT, lambda c: text(f"provision.list_{c.list}", lang)),
        column("company", Kind.TEXT, lambda c: c.company, minor=True),
        column("customer", Kind.TEXT, lambda c: c.customer, wide=True),
        column("document_no", Kind.ID, lambda c: c.document_no),
        column("due_date", Kind.DATE, lambda c: c.due_date),
        column("days", Kind.DAYS, lambda c: c.days_past_due),
        column("currency", Kind.TEXT, lambda c: c.currency),
        column("open", Kind.MONEY, _open),
        column.words("why", lambda c: say(c.why, lang)),
        *_form(len(rows), lang),
    )
    title = "provision.candidates" if provision.is_prc else "provision.candidates_elsewhere"
    return Table(
        "provision.candidates",
        text(title, lang),
        columns,
        (),
        _notes(provision, lang),
    )


def _form(count: int, lang: Lang) -> tuple[Column, ...]:
    """What a person fills in: the evidence at hand, and the decision."""
    choices = tuple(text(f"provision.decide_{word}", lang) for word in ("yes", "no", "later"))
    offered = {"evidence": (), "decision": choices}
    return tuple(
        Column(
            key, text(f"provision.{key}", lang), Kind.TEXT, [None] * count, wide=not several,
            fill=True, choices=several,
        )
        for key, several in offered.items()
    )  # fmt: skip


def _open(row: Candidate | WrittenOff) -> Decimal:
    return decimals([row.open_minor], row.currency)[0]


def _notes(provision: Provision, lang: Lang) -> tuple[str, ...]:
    notes = [] if provision.candidates else [text("provision.no_candidates", lang)]
    if provision.standard is Standard.SMALL:
        notes.append(text("provision.small_rule", lang))
    if not provision.is_prc:
        return (
            *notes, text("provision.lists_elsewhere", lang),
            text("provision.tax_elsewhere", lang), text("provision.counsel", lang),
        )  # fmt: skip
    notes.append(text("provision.lists_rule", lang))
    if provision.policy.provision.annual_income is None:
        notes.append(text("provision.income_missing", lang))
    codes = {c.currency for c in provision.candidates}
    notes += [
        text("provision.not_converted", lang, currency=code)
        for code in sorted(codes)
        if yuan(code, provision.policy) is None
    ]
    return (*notes, text("provision.counsel", lang))


def written_off_table(provision: Provision, lang: Lang) -> Table:
    """Debts written off and still chased (U-07)."""
    column = Columns("provision.", provision.written_off, lang)
    columns = (
        column("company", Kind.TEXT, lambda w: w.company, minor=True),
        column("customer", Kind.TEXT, lambda w: w.customer, wide=True),
        column("document_no", Kind.ID, lambda w: w.document_no),
        column("due_date", Kind.DATE, lambda w: w.due_date),
        column("currency", Kind.TEXT, lambda w: w.currency),
        column("open", Kind.MONEY, _open),
    )
    return Table("provision.written_off", text("provision.written_off_list", lang), columns)


def proof_table(lang: Lang) -> Table:
    """The six conditions, and what every item needs."""
    items = [text(f"provision.proof_{n}", lang) for n in PROOFS]
    column = Column("item", text("provision.item", lang), Kind.TEXT, items, wide=True)
    return Table("provision.proof", text("provision.proof", lang), (column,))
