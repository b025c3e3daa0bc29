"""The movement of the provision and its journal entries."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from arcollect.text import Lang, say, text
from arcollect.views.columns import Columns
from arcollect.views.table import Kind, Table

if TYPE_CHECKING:
    from arcollect.analysis.outcome.provision.movement import Account
    from arcollect.analysis.outcome.provision.provide import Provision

_PARTS = ("opening", "charge", "reversal", "written_off", "recovered")


def movement_table(provision: Provision, lang: Lang) -> Table | None:
    """One row per own company, in base currency; a blank says what is missing."""
    rows = provision.accounts
    if not rows:
        return None
    currency = rows[0].currency
    column = Columns("provision.", rows, lang, currency)
    columns = (
        column("company", Kind.TEXT, lambda a: a.company, wide=True),
        *(column.money(part, partial(_part, part=part)) for part in _PARTS),
        column.money("closing", lambda a: a.closing_minor),
        column.words("missing", lambda a: say(a.missing, lang) if a.missing else ""),
    )
    title = text("provision.movement", lang, currency=currency)
    tax = "provision.tax_rule" if provision.is_prc else "provision.tax_elsewhere"
    notes = (text("provision.recovery_rule", lang), text(tax, lang))
    return Table(f"provision.movement.{currency}", title, columns, (), notes)


def _part(account: Account, part: str) -> int | None:
    moved = account.movement
    return None if moved is None else int(getattr(moved, f"{part}_minor"))


def entries_table(provision: Provision, lang: Lang) -> Table | None:
    """Debit and credit of every movement; None where there is nothing to book."""
    rows = [entry for account in provision.accounts for entry in account.entries]
    if not rows:
        return None
    currency = provision.accounts[0].currency
    column = Columns("provision.", rows, lang, currency)
    columns = (
        column("company", Kind.TEXT, lambda e: e.company, minor=True),
        column("what", Kind.TEXT, lambda e: text(f"provision.what_{e.what}", lang), wide=True),
        column("debit", Kind.TEXT, lambda e: text(f"provision.account_{e.debit}", lang)),
        column("credit", Kind.TEXT, lambda e: text(f"provision.account_{e.credit}", lang)),
        column.money("amount", lambda e: e.amount_minor),
    )
    title = text("provision.entries", lang, currency=currency)
    return Table(f"provision.entries.{currency}", title, columns)
