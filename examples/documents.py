"""The documents of the example: everyday invoices by habit, and those with a story."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from random import Random

from cases import STORIES

CUTOFF = dt.date(2026, 10, 31)
DRIVES, AUTOMATION = "苏州澄屿传动设备有限公司", "苏州澄屿自动化科技有限公司"
CENT = Decimal("0.01")
LATENESS = {  # days after the due date on which documents are paid
    "punctual": (-7, -3, 0, 0),
    "relaxed": (-5, -2, 0, 0, 0, 0, 4, 12),
    "slow": (-3, 0, 0, 0, 9, 25),
    "bad": (10, 28, 55, 70),
    "stalled": (30, 45, 90, 400),
    "new": (0,),
    "none": (),
    "twenty-fifth": (0,),
}


@dataclass(frozen=True)
class Customer:
    """One line of the customer table, as written in `cases.py`."""

    code: str
    name: str
    kind: str
    industry: str
    region: str
    salesperson: str
    terms: str
    habit: str
    goods: str
    clause: str
    rate: str
    limit: str
    letter: str
    flags: str

    @property
    def company(self) -> str:
        """Which of the two own companies sells to it: every fifth code the second."""
        return AUTOMATION if int(self.code[1:]) % 5 == 0 else DRIVES

    @property
    def department(self) -> str:
        """The sales department, by region."""
        return {"海外": "外贸部", "华东": "销售一部"}.get(self.region, "销售二部")

    @property
    def currency(self) -> str:
        """Abroad pays in dollars."""
        return "USD" if self.region == "海外" else "CNY"


@dataclass
class Document:
    """One row of the detail sheet (应收明细)."""

    customer: Customer
    issue: dt.date
    due: dt.date | None
    amount: Decimal
    kind: str = "销售发票"
    name: str = ""
    company: str = ""
    terms: str = ""
    paid: Decimal = Decimal(0)
    open: Decimal | None = None
    settled: dt.date | None = None
    disputed: Decimal | None = None
    reason: str = ""
    remark: str = ""
    goods: str = ""
    number: str = ""
    receipts: list[Receipt] = field(default_factory=list)

    @property
    def balance(self) -> Decimal:
        """What the export prints as 未收金额."""
        return self.amount - self.paid if self.open is None else self.open


@dataclass(frozen=True)
class Receipt:
    """Money in for one document (收款记录)."""

    date: dt.date
    amount: Decimal
    method: str = "电汇"
    bill: str = ""
    maturity: dt.date | None = None
    dishonoured: bool = False
    remark: str = ""


def month_end(day: dt.date) -> dt.date:
    """The last day of the month of `day`."""
    first = day.replace(day=1)
    return (first + dt.timedelta(days=32)).replace(day=1) - dt.timedelta(days=1)


def due_date(issue: dt.date, terms: str) -> dt.date | None:
    """The due date by the few terms that the customers of this example have."""
    days = dt.timedelta(days=int("".join(filter(str.isdigit, terms)) or 0))
    if not terms:
        return None
    return (month_end(issue) if terms.startswith("月结") else issue) + days


def payment_day(due: dt.date, habit: str, rng: Random) -> dt.date:
    """When a customer of that habit pays; one pays on the 25th, come what may."""
    if habit == "twenty-fifth":
        return due.replace(day=25) if due.day <= 25 else month_end(due) + dt.timedelta(25)
    return due + dt.timedelta(days=rng.choice(LATENESS[habit]))


def ordinary(customer: Customer, rng: Random) -> Iterator[Document]:
    """Everyday invoices of one customer over fourteen months, paid by its habit."""
    age = rng.randrange(8, 40)
    while age < {"none": 0, "new": 40}.get(customer.habit, 430):
        issue = CUTOFF - dt.timedelta(days=age)
        net = rng.randrange(60, 2400) * Decimal(rng.randrange(4000, 12000)) * CENT
        vat = Decimal("1.00" if customer.currency == "USD" else "1.13")
        amount = (net * vat).quantize(CENT)
        due = due_date(issue, customer.terms)
        document = Document(customer, issue, due, amount)
        if due and (day := payment_day(due, customer.habit, rng)) <= CUTOFF:
            pay(document, Receipt(max(day, issue), amount))
        yield document
        age += rng.randrange(26, 52)


def pay(document: Document, receipt: Receipt) -> None:
    """Book a receipt; a dishonoured bill leaves the debt open."""
    document.receipts.append(receipt)
    if not receipt.dishonoured:
        document.paid += receipt.amount
        if document.paid == document.amount:
            document.settled = receipt.date


def told(customers: dict[str, Customer]) -> Iterator[Document]:
    """The documents with a story (`STORIES`): one line each."""
    for line in rows(STORIES):
        code, kind, issue, due, amount, paid, goods, extra, remark = line
        customer = customers[code]
        document = Document(
            customer, dt.date.fromisoformat(issue), day_or_none(due), Decimal(amount),
            kind=kind, remark=remark, goods=goods,
        )  # fmt: skip
        for part in filter(None, paid.split(",")):
            pay(document, receipt_of(part))
        for key, _, value in (word.partition("=") for word in filter(None, extra.split(","))):
            setattr(document, key, Decimal(value) if key in {"open", "disputed"} else value)
        yield document


def receipt_of(text: str) -> Receipt:
    """Read `2026-09-01 60000 商业承兑汇票 2026-12-01 拒付`; a bill is optional."""
    date, amount, *bill = text.split()
    if not bill:
        return Receipt(dt.date.fromisoformat(date), Decimal(amount))
    number = "1" + date.replace("-", "") + "000000004711"
    maturity = dt.date.fromisoformat(bill[1])
    failed = bill[2:] == ["拒付"]
    return Receipt(
        dt.date.fromisoformat(date), Decimal(amount), bill[0], number, maturity, failed,
        "到期拒付，转回应收账款" if failed else "",
    )  # fmt: skip


def day_or_none(text: str) -> dt.date | None:
    """An ISO date, or None for a blank."""
    return dt.date.fromisoformat(text) if text else None


def rows(table: str) -> Iterator[list[str]]:
    """The cells of a text table, one line per row, cells divided by |."""
    for line in table.strip().splitlines():
        yield [cell.strip() for cell in line.split("|")]


def documents(customers: dict[str, Customer]) -> list[Document]:
    """All documents in order of issue, numbered as the accounting system does."""
    rng = Random(20261031)  # noqa: S311  (an example, not a secret)
    found = [d for c in customers.values() for d in ordinary(c, rng)]
    found += told(customers)
    found.sort(key=lambda d: (d.issue, d.customer.code, d.amount))
    for place, document in enumerate(found, start=1):
        prefix = {"收款单": "SKD", "预收单": "YSD", "应收票据": "YSPJ"}.get(document.kind, "XSFP")
        document.number = f"{prefix}{document.issue:%Y%m}{place:04d}"
        if "红蓝冲销" in document.remark:
            blue = next(d for d in found if cancels(document, d))
            document.remark += f"，对应{blue.number}"
    return found


def cancels(red: Document, blue: Document) -> bool:
    """A red-letter invoice takes back the blue one of the same customer and amount."""
    return red.customer is blue.customer and red.amount == -blue.amount
