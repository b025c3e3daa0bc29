"""What money comes in when, item by item and week by week."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

import numpy as np

from arcollect.analysis.asof.apart import Apart
from arcollect.analysis.asof.recorded import counts_as_money, dates
from arcollect.analysis.keys import PARTY
from arcollect.analysis.money_in import money_in
from arcollect.analysis.standing.payers.backtest import Backtest, Tested, backtest
from arcollect.analysis.standing.payers.expected import By, Calendar, Foreseen
from arcollect.analysis.standing.payers.lateness import Lateness
from arcollect.analysis.standing.payers.lines import Line, Not, Told, lines
from arcollect.analysis.standing.payers.past import Party, past
from arcollect.analysis.standing.payers.payday import Fits, PayDays, paydays_at
from arcollect.analysis.standing.payers.weeks import Week, Weekly, weekly, weeks_after
from arcollect.workdays import next_workday, unknown_years, whose_calendar

if TYPE_CHECKING:
    from arcollect.analysis.position import Position
    from arcollect.errors import Message
    from arcollect.policy import Policy

Purse: TypeAlias = tuple[str, str]  # own company, currency: never added up


@dataclass(frozen=True, slots=True)
class Inflow:
    """The weeks of one own company in one currency; minor units.

    In each case: weeks + beyond + not_forecast = open + bills, to the cent. bills: in
    hand for documents that are booked as paid; their money comes at maturity (U-03).
    """

    company: str
    currency: str
    weekly: Weekly
    not_forecast: Mapping[Not, int]
    open_minor: int
    bills_minor: int = 0


@dataclass(frozen=True, slots=True)
class Forecast:
    """Every open amount with its expected day, summed by week, and how well that worked.

    documents: paid documents that everybody's lateness rests on.
    """

    as_of: dt.date
    weeks: tuple[Week, ...]
    lines: tuple[Line, ...]
    inflows: tuple[Inflow, ...]
    backtest: Backtest
    documents: int
    notes: tuple[Message, ...] = field(default=())


def forecast(
    position: Position, policy: Policy, told: Told | None = None, weeks: int | None = None
) -> Forecast:
    """Expected receipts of what is open, for so many weeks (default: policy, 13).

    Each open item gets three days: those by which a quarter, half and three quarters of
    documents that were unpaid at the same age have been paid (own history, else that of
    all customers). New sales are not in it. Money in minor units, per own company and
    currency; nothing depends on a clock. The same rule is tried at earlier month ends
    with what was known then.
    """
    as_of, free = position.as_of, policy.workdays
    spans = weeks_after(as_of, next_workday(as_of, *free), weeks or policy.forecast.weeks)
    before = past(position)
    days = _payment_days(position, before.parties)
    known, fits = Lateness(before, as_of, policy), Fits(policy)
    foreseen = Foreseen(
        Calendar(as_of, policy), known, paydays_at(days, PayDays(as_of, policy, fits))
    )
    numbers = {party: n for n, party in enumerate(before.parties)}
    found = lines(position, told or Told(), foreseen, numbers)
    bills = _bills_in_hand(position, foreseen)
    every = [*found, *bills]
    calendar = whose_calendar((line.party[2] for line in every), free.public) if every else ()
    return Forecast(
        as_of=as_of,
        weeks=spans,
        lines=tuple(every),
        inflows=_inflows(found, bills, spans),
        backtest=backtest(Tested(before, days, fits, policy), as_of, len(spans)),
        documents=known.documents(),
        notes=(*calendar, *unknown_years((day for week in spans for day in week), free.public)),
    )


def _payment_days(position: Position, parties: Sequence[Party]) -> list[list[dt.date]]:
    """The days on which each party paid in money."""
    money = money_in(position, parties)
    return [[one.day for one in money.get(party, ())] for party in parties]


def _bills_in_hand(position: Position, foreseen: Foreseen) -> list[Line]:
    """Bills received for documents that the ledger books as paid: money at maturity.

    Not those that stand among the open items as bills: the same number, or where a bill
    has none the same party and amount.
    """
    receipts, day = position.ledger.receipts, np.datetime64(position.as_of, "D")
    is_bill = (receipts["method"].astype(object) == "bill").to_numpy(bool)
    held = is_bill & counts_as_money(receipts) & (dates(receipts["date"]) <= day)
    held &= dates(receipts["bill_maturity"]) > day
    bills = receipts[held]
    numbers, amounts = _open_bills(position)
    matures = dates(bills["bill_maturity"]).tolist()
    names = ("bill_no", "customer", *PARTY, "amount_minor")
    found = []
    for day, row in zip(matures, bills[list(names)].itertuples(index=False), strict=True):
        number, customer, company, key, currency, minor = row
        party = (str(company), str(key), str(currency))
        if str(number) in numbers or amounts[party, int(minor)] > 0:
            amounts[party, int(minor)] -= 1
            continue
        expected = foreseen.fixed(By.BILL, day)
        found.append(Line(party, str(customer), str(number), day, 0, int(minor), expected))
    return found


def _open_bills(position: Position) -> tuple[set[str], Counter[tuple[Party, int]]]:
    """Numbers of the bills among the open items; parties and amounts of those without."""
    open_ = position.open[position.open["apart"].astype(object) == Apart.BILL]
    numbers = position.ledger.items.loc[open_["item"], "bill_no"].astype(str).tolist()
    rows = open_[[*PARTY, "amount_minor"]].itertuples(index=False)
    amounts: Counter[tuple[Party, int]] = Counter()
    for number, (company, key, currency, minor) in zip(numbers, rows, strict=True):
        amounts[(str(company), str(key), str(currency)), int(minor)] += not number
    return {number for number in numbers if number}, amounts


def _inflows(
    found: Sequence[Line], bills: Sequence[Line], spans: tuple[Week, ...]
) -> tuple[Inflow, ...]:
    by_purse: dict[Purse, list[Line]] = defaultdict(list)
    for line in (*found, *bills):
        by_purse[line.party[0], line.party[2]].append(line)
    outside = _sums(bills)
    inside = _sums(found)
    return tuple(
        Inflow(
            company=purse[0],
            currency=purse[1],
            weekly=weekly(spans, ((one.minor, one.expected) for one in mine if one.expected)),
            not_forecast=_left_out(mine),
            open_minor=inside[purse],
            bills_minor=outside[purse],
        )
        for purse, mine in sorted(by_purse.items(), key=lambda pair: (pair[0][1], pair[0][0]))
    )


def _sums(found: Sequence[Line]) -> Counter[Purse]:
    total: Counter[Purse] = Counter()
    for line in found:
        total[line.party[0], line.party[2]] += line.minor
    return total


def _left_out(found: Sequence[Line]) -> dict[Not, int]:
    total: Counter[Not] = Counter()
    for line in found:
        if line.why_not is not None:
            total[line.why_not] += line.minor
    return {why: total[why] for why in Not if why in total}
