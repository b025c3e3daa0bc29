"""Which command can run, and what it still lacks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from arcollect.text import Lang, text
from arcollect.views.table import Column, Kind, Table, Tone

if TYPE_CHECKING:
    from arcollect.ledger.schema import Ledger
    from arcollect.policy import Policy

COMMANDS = ("aging", "ratios", "grade", "fee", "letters")


def ready_table(ledger: Ledger, policy: Policy, lang: Lang) -> Table:
    """Command by command: ready, or what is missing and where it is given."""
    missing = {command: lacks(command, ledger, policy) for command in COMMANDS}
    tones = [Tone.WATCH if missing[command] else Tone.GOOD for command in COMMANDS]
    states = [text("check.lacking" if missing[c] else "check.ready", lang) for c in COMMANDS]
    said = [
        text("check.list", lang, items=[text(f"check.need.{n}", lang) for n in missing[c]])
        for c in COMMANDS
    ]
    columns = (
        Column("command", text("check.command", lang), Kind.TEXT, [*COMMANDS]),
        Column("state", text("check.state", lang), Kind.TEXT, states, tones),
        Column("lacking", text("check.lacks", lang), Kind.TEXT, said, wide=True),
    )
    return Table("ready", text("check.commands", lang), columns)


def lacks(command: str, ledger: Ledger, policy: Policy) -> list[str]:
    """Names of what a command lacks; [] when it can say all it has to say."""
    dated = bool(ledger.items["due_date"].notna().any()) or policy.aging.basis == "issue"
    missing = [] if dated else ["due_date"]
    if command == "ratios":
        if policy.ratios.annual_revenue is None and ledger.sales.empty:
            missing.append("revenue")
        if policy.ratios.opening_receivables is None:
            missing.append("opening")
        if policy.ratios.industry_turnover is None:
            missing.append("industry_turnover")
    if command == "fee" and not _has_fee_basis(ledger, policy):
        missing.append("fee_basis")
    if command == "letters":
        missing += [] if policy.company else ["own_company"]
        missing += ["contacts"] if ledger.contacts.empty else []
    return missing


def _has_fee_basis(ledger: Ledger, policy: Policy) -> bool:
    """A rate in the ledger, for a document or a customer, or a clause in the policy."""
    if policy.fee.basis == "contract":
        return True
    frames = (ledger.items, ledger.customers)
    return any(bool(frame["fee_rate_per_day"].notna().any()) for frame in frames)
