"""Open documents with what a factor wants to know of each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from arcollect.analysis.asof.apart import says
from arcollect.analysis.asof.recorded import dates
from arcollect.analysis.keys import PARTY
from arcollect.analysis.outcome.finance.fit import PAPERS, Document
from arcollect.analysis.outcome.own_credits import own_credits
from arcollect.analysis.standing.grade import grade
from arcollect.analysis.standing.pool import RED_FLAGS
from arcollect.analysis.standing.scoring.sheet import NOTHING, Sheet, sheets

if TYPE_CHECKING:
    from arcollect.analysis.position import Position
    from arcollect.policy import Policy
    from arcollect.register.entries import Party

BAN = "no-assignment"
_FROM_OPEN = (*PARTY, "customer", "document_no", "open_minor", "disputed_minor", "apart")
_FROM_ITEMS = (*PAPERS, "is_bad_debt")


@dataclass(slots=True)
class _Customers:
    """Grades by customer, the customers sheet, and whose debts may not be assigned."""

    policy: Policy
    grades: dict[str, str]
    sheets: dict[tuple[str, str], Sheet]

    def sheet(self, party: Party) -> Sheet:
        return self.sheets.get(party[:2]) or self.sheets.get(("", party[1])) or NOTHING

    def is_banned(self, party: Party, customer: str) -> bool:
        named = self.policy.finance.not_assignable
        return BAN in self.sheet(party).flags or party[1] in named or customer in named


def documents(position: Position, policy: Policy) -> list[Document]:
    """Every open document; its customer's unapplied receipts and credits by `own_credits`."""
    letters = {one.customer_key: one.letter for one in grade(position, policy).grades}
    known = _Customers(policy, letters, sheets(position.ledger.customers))
    return [_document(row, known) for row in _rows(position, policy)]


def _document(row: dict[str, Any], known: _Customers) -> Document:
    party = (str(row["company"]), str(row["customer_key"]), str(row["currency"]))
    sheet, customer = known.sheet(party), str(row["customer"])
    return Document(
        party=party,
        customer=customer,
        document_no=str(row["document_no"]),
        due_date=row["due"],
        days_left=-row["days"],
        open_minor=row["open_minor"],
        covered_minor=row["covered"],
        disputed_minor=row["disputed_minor"],
        apart=str(row["apart"]),
        grade=known.grades.get(party[1], ""),
        flags=sheet.flags & RED_FLAGS,
        is_bad_debt=row["is_bad_debt"] or sheet.is_bad_debt,
        is_banned=row["is_banned"] or known.is_banned(party, customer),
        missing=tuple(name for name in PAPERS if not row[name]),
    )


def _rows(position: Position, policy: Policy) -> Iterator[dict[str, Any]]:
    open_ = position.open
    of = position.ledger.items.loc[open_["item"]]
    columns = {name: open_[name].tolist() for name in _FROM_OPEN}
    columns |= {name: of[name].tolist() for name in _FROM_ITEMS}
    columns["due"] = dates(open_["due_date"]).tolist()
    columns["covered"] = own_credits(position).tolist()
    columns["days"] = open_["days_past_due"].tolist()
    columns["is_banned"] = says(of["remark"], policy.finance.ban_words).tolist()
    names = list(columns)
    return (dict(zip(names, row, strict=True)) for row in zip(*columns.values(), strict=True))
