"""Every run that wrote something, and what it was computed from."""

from __future__ import annotations

from collections.abc import Sequence

from arcollect.money import show
from arcollect.register.entries import RunEntry
from arcollect.text import Lang, text
from arcollect.views.table import Column, Kind, Table, Value

_KINDS = {
    "at": Kind.TEXT, "command": Kind.TEXT, "as_of": Kind.DATE, "rows": Kind.COUNT,
    "totals": Kind.TEXT, "wrote": Kind.COUNT, "allowed": Kind.TEXT,
    "ledger": Kind.ID, "policy": Kind.ID, "version": Kind.ID, "id": Kind.ID,
}  # fmt: skip
_HASH = 12


def journal_table(runs: Sequence[RunEntry], lang: Lang) -> Table:
    """One row per run, oldest first (R001-22); hashes by their first twelve characters."""
    columns = tuple(
        Column(
            name,
            text(f"register.run_{name}", lang),
            kind,
            [_value(name, run) for run in runs],
            wide=name in {"totals", "allowed"},
            minor=name in {"version", "id", "policy"},
        )
        for name, kind in _KINDS.items()
    )
    title = text("register.journal", lang)
    return Table("journal", title, columns, notes=(text("register.journal_note", lang),))


def _value(name: str, run: RunEntry) -> Value:
    if name == "at":
        return run.at.isoformat(sep=" ")
    if name == "totals":
        return "; ".join(f"{currency} {show(minor, currency)}" for currency, minor in run.totals)
    if name == "allowed":
        return "; ".join(f"{rule} {reason}" for rule, reason in run.allowed)
    if name in {"ledger", "policy"}:
        return str(getattr(run, f"{name}_sha256"))[:_HASH]
    found: Value = getattr(run, name)
    return found
