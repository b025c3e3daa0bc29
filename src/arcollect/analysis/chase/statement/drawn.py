"""Every party's month, drawn up from the position at its end."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from arcollect.analysis.asof.names import chosen_names
from arcollect.analysis.asof.recorded import dates
from arcollect.analysis.chase.recipient import Customer, customers
from arcollect.analysis.chase.statement.model import (
    Moved,
    Movement,
    OpenLine,
    Statement,
    Statements,
)
from arcollect.analysis.chase.statement.movements import movements, openings
from arcollect.analysis.keys import PARTY
from arcollect.analysis.money_in import shows_payments
from arcollect.analysis.position import stand
from arcollect.errors import LedgerError, Message, UsageError, message
from arcollect.ledger.schema import ItemKind
from arcollect.workdays import next_workday

if TYPE_CHECKING:
    import pandas as pd

    from arcollect.analysis.position import Position
    from arcollect.policy import Policy
    from arcollect.register.entries import History, Party

_ONE_DAY = dt.timedelta(days=1)
_DESK = "L0"  # a statement goes to finance first, as a reminder does
_MONEY_IN = (Moved.RECEIPT, Moved.BILL, Moved.SETTLED)


@dataclass(frozen=True, slots=True)
class _Desk:
    """What every statement of a month is made from."""

    opening: Mapping[Party, int] | None
    moved: Mapping[Party, tuple[Movement, ...]]
    closing: Mapping[Party, int]
    open: Mapping[Party, list[OpenLine]]
    names: Mapping[str, str]
    who: Mapping[tuple[str, str], Customer]
    before: Mapping[Party, int]


def draw_up(position: Position, policy: Policy, history: History) -> Statements:
    """The statement of every party with a balance or a movement in the month (U-23).

    `position` stands at the last day of the month; its balances are the closing ones, to
    the minor unit. The opening is the position of the day before the month, rolled back
    by dated receipts and settlements; where the ledger shows none, or proves a later
    state that cannot be rolled back, there is no opening and the reason is given:
    nothing is invented. Receipts for documents that the ledger lists no more belong to
    the opening as well. UsageError where the ledger ends before the month begins.
    """
    first, last = position.as_of.replace(day=1), position.as_of
    cutoff = position.ledger.source.cutoff
    if cutoff is not None and cutoff < first:
        raise UsageError(
            message("statement_why.month_not_there", month=f"{first:%Y-%m}", day=cutoff)
        )
    before, why = _before(position, policy, first)
    desk = _Desk(
        opening=before,
        moved=movements(position, first),
        closing=balances(position),
        open=_open(position),
        names=_names(position),
        who=customers(position.ledger.customers, position.ledger.contacts),
        before=_made_before(history, first),
    )
    parties = sorted({*(before or ()), *desk.moved, *desk.closing, *desk.open})
    made = (_statement(party, desk) for party in parties)
    due_on = (last + _ONE_DAY).replace(day=policy.statement.due_day)
    return Statements(
        month=f"{first:%Y-%m}",
        first=first,
        last=last,
        due_on=due_on,
        reply_by=_rolled(due_on + dt.timedelta(days=policy.statement.reply_days), policy),
        statements=tuple(s for s in made if _has_anything(s)),
        why_no_opening=why,
        cutoff=cutoff if cutoff is not None and cutoff < last else None,
    )


def balances(position: Position) -> dict[Party, int]:
    """What each party owes net of everything unapplied, in minor units."""
    found: dict[Party, int] = defaultdict(int)
    for frame, name, sign in (
        (position.open, "open_minor", 1),
        (position.credits, "unapplied_minor", -1),
    ):
        for *party, minor in frame[[*PARTY, name]].itertuples(index=False, name=None):
            company, key, currency = map(str, party)
            found[company, key, currency] += sign * minor
    return found


def _before(
    position: Position, policy: Policy, first: dt.date
) -> tuple[Mapping[Party, int] | None, Message | None]:
    """The balances when the month began, or why nobody can tell."""
    if not shows_payments(position):
        return None, message("statement_why.no_payments")
    try:
        earlier = stand(position.ledger, first - _ONE_DAY, policy)
    except LedgerError as error:
        return None, error.said
    found = balances(earlier)
    for party, minor in openings(position, first).items():
        found[party] = found.get(party, 0) + minor
    return found, None


def _statement(party: Party, desk: _Desk) -> Statement:
    company, key, currency = party
    lines = desk.moved.get(party, ())
    closing = desk.closing.get(party, 0)
    opening, other, returned = _explained(party, desk, closing)
    who = desk.who.get((company, key)) or desk.who.get(("", key)) or Customer()
    person = who.addressee(_DESK)
    return Statement(
        company=company,
        customer_key=key,
        customer=desk.names.get(key, key),
        currency=currency,
        opening_minor=opening,
        movements=lines,
        other_minor=other,
        closing_minor=closing,
        open=tuple(desk.open.get(party, ())),
        returned_minor=returned,
        addressee=person.name if person else "",
        title=person.title if person else "",
        address=who.address,
        language=who.language,
        before_minor=desk.before.get(party),
    )


def _explained(party: Party, desk: _Desk, closing: int) -> tuple[int | None, int, int]:
    """Opening, undated change, and what of the opening only its payment proves.

    Money received for documents that the ledger does not list any more was owed when
    the month began. What is left without a dated line stays visible as such.
    """
    if desk.opening is None:
        return None, 0, 0
    opening, lines = desk.opening.get(party, 0), desk.moved.get(party, ())
    rest = closing - opening - sum(line.amount_minor for line in lines)
    received = -sum(line.amount_minor for line in lines if line.kind in _MONEY_IN)
    if 0 < rest <= received:
        return opening + rest, 0, rest
    return opening, rest, 0


def _has_anything(statement: Statement) -> bool:
    """A balance, a movement, or documents that cancel out to nothing."""
    owed = (statement.opening_minor, statement.closing_minor)
    return bool(any(owed) or statement.movements or statement.open)


def _open(position: Position) -> dict[Party, list[OpenLine]]:
    """The open documents by due date; money and credit notes that wait to be applied last."""
    found: dict[Party, list[OpenLine]] = defaultdict(list)
    more = position.ledger.items.loc[position.open["item"], ["invoice_no", "contract_no"]]
    opened = position.open.assign(
        invoice_no=more["invoice_no"].to_numpy(), contract_no=more["contract_no"].to_numpy()
    ).sort_values(["due_date", "issue_date", "item"], kind="stable", na_position="last")
    for party, line in _lines(opened, "due_date", "open_minor", 1):
        found[party].append(line)
    waiting = position.credits[position.credits["unapplied_minor"] > 0]
    is_note = waiting["kind"] == ItemKind.CREDIT
    waiting = waiting.assign(
        invoice_no="", contract_no="", disputed_minor=0,
        apart=is_note.map({True: "credit", False: "unapplied"}),
        issue_date=waiting["date"], due_date=waiting["date"],
    )  # fmt: skip
    for party, line in _lines(waiting, "", "unapplied_minor", -1):
        found[party].append(line)
    return found


def _lines(rows: pd.DataFrame, due: str, money: str, sign: int) -> list[tuple[Party, OpenLine]]:
    nothing = [None] * len(rows)
    texts = (
        rows[name].astype(str).tolist()
        for name in (*PARTY, "document_no", "invoice_no", "contract_no")
    )
    facts = zip(
        *texts,
        dates(rows["issue_date"]).tolist(),
        dates(rows[due]).tolist() if due else nothing,
        (rows["amount_minor"] * sign).tolist(),
        (rows[money] * sign).tolist(),
        _marks(rows),
        strict=True,
    )
    return [((c, k, cur), OpenLine(*rest)) for c, k, cur, *rest in facts]


def _marks(rows: pd.DataFrame) -> list[str]:
    pairs = zip(rows["apart"].astype(str), rows["disputed_minor"], strict=True)
    return [apart or ("disputed" if minor > 0 else "") for apart, minor in pairs]


def _names(position: Position) -> dict[str, str]:
    ledger = position.ledger
    found: dict[str, str] = {}
    for frame in (ledger.receipts, ledger.items):
        pairs = frame[["customer_key", "customer"]].astype(str).drop_duplicates()
        found |= dict(pairs.itertuples(index=False, name=None))
    return found | chosen_names(ledger)


def _made_before(history: History, first: dt.date) -> dict[Party, int]:
    """What the statements of the month before said at their foot."""
    month = f"{first - _ONE_DAY:%Y-%m}"
    return {e.party: e.closing_minor for e in history.statements if e.month == month}


def _rolled(day: dt.date, policy: Policy) -> dt.date:
    extra = policy.workdays
    return next_workday(day - _ONE_DAY, *extra)
