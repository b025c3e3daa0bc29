"""Until when each open document can be enforced."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from arcollect.analysis.claims.governing import is_prc
from arcollect.analysis.claims.limits.clock import Clock, Event, run
from arcollect.analysis.claims.limits.events import Claim, Events, gather
from arcollect.analysis.keys import PARTY
from arcollect.dates import add_months

if TYPE_CHECKING:
    import pandas as pd

    from arcollect.analysis.position import Position
    from arcollect.policy import Policy
    from arcollect.register.entries import History, Party


class Alarm(StrEnum):
    """How near the end is, the worst first."""

    EXPIRED = "expired"
    URGENT = "urgent"  # red
    NEAR = "near"  # yellow
    UNDATED = "undated"  # no due date: the clock has not started
    FAR = "far"


ORDER = {alarm: n for n, alarm in enumerate(Alarm)}


@dataclass(frozen=True, slots=True)
class Guarantee:
    """The guarantee period (保证期间): nothing interrupts it (民法典 692)."""

    guarantor: str
    end: dt.date
    days_left: int
    is_agreed: bool
    alarm: Alarm


@dataclass(frozen=True, slots=True)
class Limit:
    """One open document: minor units; days_left is 0 on the last day, < 0 after it.

    clock and days_left are None without a due date. perhaps: the end if everything not
    yet proven were proven, None where that changes nothing.
    """

    item: int
    company: str
    customer_key: str
    customer: str
    currency: str
    document_no: str
    contract_no: str
    kind: str
    due_date: dt.date | None
    open_minor: int
    clock: Clock | None
    is_last_part: bool  # counted from the last instalment (民法典 189)
    days_left: int | None
    alarm: Alarm
    perhaps: dt.date | None
    unproven: tuple[Event, ...]
    guarantee: Guarantee | None

    @property
    def party(self) -> Party:
        """Whose debt to whom, in what currency."""
        return self.company, self.customer_key, self.currency


@dataclass(frozen=True, slots=True)
class Limits:
    """Every open document, the nearest end first within each alarm."""

    limits: tuple[Limit, ...]
    as_of: dt.date
    years: int
    warn_days: int
    urgent_days: int
    guarantee_months: int
    has_guarantors: bool
    is_prc: bool = True  # whether the periods may be called those of Chinese law

    @property
    def is_alarming(self) -> bool:
        """Whether any document or guarantee is expired, urgent or near its end."""
        loud = {Alarm.EXPIRED, Alarm.URGENT, Alarm.NEAR}
        held = [one.guarantee.alarm for one in self.limits if one.guarantee]
        return any(alarm in loud for alarm in (*held, *(one.alarm for one in self.limits)))

    def nearest(self) -> Mapping[Party, Limit]:
        """Per party the document whose time runs out first; expired ones left out."""
        found: dict[Party, Limit] = {}
        for one in self.limits:
            if one.days_left is not None and one.days_left >= 0:
                known = found.get(one.party)
                if known is None or one.days_left < (known.days_left or 0):
                    found[one.party] = one
        return found


def limitation(position: Position, history: History, policy: Policy) -> Limits:
    """Until when each open document can be enforced (R-LAW-05, R-LAW-06, G-23).

    Three years (民法典 188) from the due date or the last proven interruption. A letter
    counts from the day it arrived, a promise, an admitted amount or a signed statement
    when there is proof, a part payment when it named the document (U-28); the rest
    "may interrupt, to be proven". The parts of one document, and contracts that the
    policy lists, count from the last part (189). Without a due date the clock starts
    with the deadline of the first demand that arrived (时效规定 4). Limitation is a
    defence, not the end of the debt: amounts are never left out (minor units).
    """
    rows = _rows(position)
    claims = [_claim(row) for row in rows]
    events = gather(history, position, claims)
    last = _last_parts(position, policy)
    found = [
        _limit(row, claim, _Law(events, last, policy, position.as_of))
        for row, claim in zip(rows, claims, strict=True)
    ]
    rules = policy.limits
    return Limits(
        tuple(sorted(found, key=_rank)),
        position.as_of,
        rules.years,
        rules.warn_days,
        rules.urgent_days,
        rules.guarantee_months,
        any(one.guarantee for one in found),
        is_prc(policy, position.open),
    )


Row = Mapping[str, object]


def _rows(position: Position) -> list[Row]:
    """The open documents with what the items say beside them."""
    names = ["contract_no", "guarantor", "guarantee_end_date"]
    opened = position.open
    more = position.ledger.items.loc[opened["item"], names].reset_index(drop=True)
    dated = {
        name: frame[name].to_numpy("datetime64[D]").tolist()
        for frame, name in (
            (opened, "due_date"),
            (opened, "issue_date"),
            (more, "guarantee_end_date"),
        )
    }
    texts = ("company", "customer_key", "customer", "currency", "document_no", "kind")
    columns = {name: opened[name].astype(str).tolist() for name in texts}
    columns |= {name: more[name].astype(str).tolist() for name in names[:2]}
    columns |= {name: opened[name].tolist() for name in ("item", "open_minor")}
    both = columns | dated
    return [dict(zip(both, values, strict=True)) for values in zip(*both.values(), strict=True)]


def _claim(row: Row) -> Claim:
    return Claim(
        row["item"],  # type: ignore[arg-type]
        (str(row["company"]), str(row["customer_key"]), str(row["currency"])),
        str(row["document_no"]),
        row["issue_date"],  # type: ignore[arg-type]
        row["open_minor"],  # type: ignore[arg-type]
    )


@dataclass(frozen=True, slots=True)
class _Law:
    """What the clock of one document needs to know."""

    events: Events
    last: _LastParts
    policy: Policy
    as_of: dt.date

    def alarm(self, days_left: int | None, warn: int, urgent: int) -> Alarm:
        """The word for so many days left; both thresholds belong to it (以内)."""
        if days_left is None:
            return Alarm.UNDATED
        if days_left < 0:
            return Alarm.EXPIRED
        if days_left <= urgent:
            return Alarm.URGENT
        return Alarm.NEAR if days_left <= warn else Alarm.FAR


def _limit(row: Row, claim: Claim, law: _Law) -> Limit:
    rules, contract = law.policy.limits, str(row["contract_no"])
    due: dt.date | None = row["due_date"]  # type: ignore[assignment]
    counted = law.last.of(claim, contract, due)
    start = counted or law.events.deadline(claim)
    every = law.events.of(claim)
    proven = tuple(event for event in every if event.is_proven)
    clock = run(start, proven, rules.years) if start else None
    has_more = start is not None and len(proven) < len(every)
    perhaps = run(start, every, rules.years) if start and has_more else None
    left = (clock.end - law.as_of).days if clock else None
    longer = clock is not None and perhaps is not None and perhaps.end > clock.end
    return Limit(
        claim.item,
        *claim.party[:2],
        str(row["customer"]),
        claim.party[2],
        claim.document_no,
        contract,
        str(row["kind"]),
        due,
        claim.open_minor,
        clock,
        counted != due,
        left,
        law.alarm(left, rules.warn_days, rules.urgent_days),
        perhaps.end if perhaps and longer else None,
        tuple(event for event in every if not event.is_proven) if longer else (),
        _guarantee(row, due, law),
    )


def _guarantee(row: Row, due: dt.date | None, law: _Law) -> Guarantee | None:
    """The agreed end, else six months after the due date (民法典 692)."""
    agreed: dt.date | None = row["guarantee_end_date"]  # type: ignore[assignment]
    rules, name = law.policy.limits, str(row["guarantor"])
    if not name and agreed is None:
        return None
    end = agreed or (due and add_months(due, rules.guarantee_months))
    if end is None:
        return None
    left = (end - law.as_of).days
    alarm = law.alarm(left, rules.guarantee_warn_days, rules.guarantee_urgent_days)
    return Guarantee(name, end, left, agreed is not None, alarm)


@dataclass(frozen=True, slots=True)
class _LastParts:
    """The last due date of debts that are paid in parts."""

    documents: Mapping[tuple[Party, str], dt.date]
    contracts: Mapping[tuple[Party, str], dt.date]

    def of(self, claim: Claim, contract: str, due: dt.date | None) -> dt.date | None:
        """The due date that counts for this document: its own, or the last part's."""
        if due is None:
            return None
        parts = (
            self.documents.get((claim.party, claim.document_no), due),
            self.contracts.get((claim.party, contract), due),
        )
        return max(due, *parts)


def _last_parts(position: Position, policy: Policy) -> _LastParts:
    """The parts of one document (same number, several due dates), and listed contracts."""
    items = position.ledger.items
    debits = items[(items["amount_minor"] > 0) & items["due_date"].notna()]
    listed = set(policy.limits.instalment_contracts)
    in_parts = debits.duplicated([*PARTY, "document_no"], keep=False)
    named = debits[in_parts & (debits["document_no"].astype(object) != "")]
    contracts = debits[debits["contract_no"].isin(listed)] if listed else debits[:0]
    return _LastParts(_latest(named, "document_no"), _latest(contracts, "contract_no"))


def _latest(frame: pd.DataFrame, name: str) -> dict[tuple[Party, str], dt.date]:
    found: dict[tuple[Party, str], dt.date] = {}
    texts = [frame[column].astype(str).tolist() for column in (*PARTY, name)]
    days = frame["due_date"].to_numpy("datetime64[D]").tolist()
    for company, customer, currency, number, day in zip(*texts, days, strict=True):
        key = ((company, customer, currency), number)
        found[key] = max(day, found.get(key, day))
    return found


def _rank(one: Limit) -> tuple[int, int, int]:
    left = one.days_left if one.days_left is not None else 0
    return ORDER[one.alarm], left, -one.open_minor
