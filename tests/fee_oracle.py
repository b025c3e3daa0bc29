"""Late fees once more, day by day, with decimal and datetime alone."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal, localcontext
from random import Random

AS_OF = dt.date(2026, 10, 31)
ONE_DAY = dt.timedelta(days=1)
CENT = Decimal("0.01")


@dataclass(frozen=True)
class Paper:
    """One invoice, and what was paid on it."""

    number: str
    customer: str
    due: dt.date
    amount: Decimal
    paid: tuple[tuple[dt.date, Decimal], ...]

    def unpaid(self, day: dt.date) -> Decimal:
        """What was unpaid on that day; money that came in on it counts from the next."""
        return self.amount - sum((money for on, money in self.paid if on < day), Decimal(0))

    @property
    def is_settled(self) -> bool:
        """Whether nothing of the principal is left."""
        return self.amount == sum(money for _, money in self.paid)


Rate = Callable[[Paper, dt.date], Decimal]  # of that day


def fee(paper: Paper, rate: Rate, grace: int = 0) -> Decimal:
    """Every late day's unpaid amount times that day's rate, rounded half up at the end."""
    day, owed = paper.due + (grace + 1) * ONE_DAY, Decimal(0)
    with localcontext(prec=60):
        while day <= AS_OF and paper.unpaid(day) > 0:
            owed += paper.unpaid(day) * rate(paper, day)
            day += ONE_DAY
        return owed.quantize(CENT, ROUND_HALF_UP)


def papers(count: int, seed: int) -> list[Paper]:
    """Invoices of four customers with up to three payments, some paid in full, some in time."""
    chance = Random(seed)
    return [_paper(number, chance) for number in range(1, count + 1)]


def _paper(number: int, chance: Random) -> Paper:
    due = dt.date(2025, 1, 1) + chance.randrange(660) * ONE_DAY
    cents = chance.randrange(100_000, 50_000_000)
    left, paid = cents, []
    for on in sorted(
        due + chance.randrange(-20, 200) * ONE_DAY for _ in range(chance.randrange(4))
    ):
        money = left if chance.random() < 0.2 else left * chance.randrange(5, 60) // 100
        if on <= AS_OF and money:
            paid.append((on, Decimal(money) / 100))
            left -= money
    customer = f"{'甲乙丙丁'[number % 4]}公司"
    return Paper(f"F{number:03}", customer, due, Decimal(cents) / 100, tuple(paid))
