"""Ledgers whose every headline figure was worked out by hand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from textwrap import dedent

from tests.program import EXAMPLE

OWN = """
base_currency = "CNY"
[rates]
USD = "7.10"
JPY = "0.048"
[letters]
min_demand = "10"
"""
COMPANY = """
[[company]]
name = "{name}"
bank = "示例银行"
bank_account = "0000 1111"
signer = "王五"
"""
TWO = """
我方公司,客户编码,客户名称,单据类型,单据编号,单据日期,到期日,币种,应收金额,未收金额,业务员
甲方制造有限公司,C1,NA,发票,A-001,2026-05-01,2026-06-30,CNY,200000.01,150000.01,张三
甲方制造有限公司,C1,NA,发票,A-002,2026-08-01,2026-09-30,CNY,33333.33,33333.33,张三
甲方制造有限公司,C1,NA,收款单,A-003,2026-10-20,,CNY,-20000.02,-20000.02,张三
乙方贸易有限公司,C1,NA,发票,B-001,2026-09-01,2026-10-30,CNY,88888.88,88888.88,李四
乙方贸易有限公司,C2,甲 & 乙 <贸易>,发票,B-002,2026-01-05,2026-02-28,CNY,120000.10,120000.10,李四
甲方制造有限公司,C2,甲 & 乙 <贸易>,发票,A-004,2026-09-15,2026-11-30,CNY,45000.00,45000.00,张三
甲方制造有限公司,C3,=1+1,发票,A-005,2026-05-15,2026-07-14,USD,10000.55,10000.55,王五
乙方贸易有限公司,C3,=1+1,发票,B-003,2026-09-15,2026-11-14,USD,2500.45,2500.45,王五
乙方贸易有限公司,C3,=1+1,收款单,B-004,2026-10-01,,USD,-300.00,-300.00,王五
甲方制造有限公司,C4,[/],发票,A-006,2026-03-01,2026-04-30,JPY,3000000,3000000,王五
乙方贸易有限公司,C4,[/],发票,B-005,2026-10-01,2026-12-31,JPY,777777,777777,王五
乙方贸易有限公司,C5,../../x,发票,B-006,2026-10-01,,CNY,9999.99,9999.99,
"""
JOURNAL = """
日期,凭证号,客户名称,摘要,借方金额,贷方金额
2026-03-05,记-001,东海泵业有限公司,销售,100000.10,
2026-04-12,记-002,东海泵业有限公司,销售,50000.20,
2026-05-20,记-003,东海泵业有限公司,收款,,60000.00
2026-06-30,记-004,西岭阀门有限公司,销售,80000.33,
2026-07-15,记-005,西岭阀门有限公司,退货红冲,,5000.33
2026-08-20,记-006,西岭阀门有限公司,销售,20000.00,
2026-09-01,记-007,北原铸造有限公司,收到预付款,,30000.00
2026-09-25,记-008,东海泵业有限公司,销售,70000.07,
2026-10-10,记-009,东海泵业有限公司,收款,,100000.10
2026-10-26,记-010,南浦机电有限公司,销售,12345.67,
"""
ITEMS = """
客户编码,客户名称,单据类型,单据编号,单据日期,到期日,应收金额,结清日期,争议金额,争议原因,业务员,备注
K1,白鹭钢构有限公司,销售发票,S-001,2026-04-01,2026-05-31,300000.00,,0,,张三,
K1,白鹭钢构有限公司,销售发票,S-002,2026-06-01,2026-07-31,120000.00,,50000.00,质量,张三,
K1,白鹭钢构有限公司,其他应收单,S-003,2026-06-01,2027-06-30,30000.00,,0,,张三,质保金
K2,青石水泥有限公司,销售发票,S-004,2026-05-10,2026-07-10,75000.50,2026-08-01,0,,李四,
K2,青石水泥有限公司,销售发票,S-005,2026-08-10,2026-10-10,64000.25,,0,,李四,
K3,关联物流有限公司,销售发票,S-006,2026-02-10,2026-04-10,41000.00,,0,,李四,关联方
K4,云岭电缆有限公司,销售发票,S-007,2026-06-20,2026-08-20,90000.00,,0,,李四,
K4,云岭电缆有限公司,应收票据,S-008,2026-09-01,2027-02-28,90000.00,,0,,李四,银行承兑汇票在手
K5,松江玻璃有限公司,销售发票,S-009,2025-01-20,2025-03-20,56000.00,,0,,王凯,
K5,松江玻璃有限公司,红字发票,S-010,2026-10-01,2026-10-01,-6000.00,,0,,王凯,折让
K6,尾差客户有限公司,销售发票,S-011,2026-07-01,2026-08-31,10000.37,,0,,王凯,
"""
RECEIPTS = """
收款日期,客户编码,客户名称,收款金额,收款方式,核销单号
2026-08-01,K2,青石水泥有限公司,75000.50,电汇,S-004
2026-09-05,K1,白鹭钢构有限公司,100000.00,电汇,S-001
2026-09-15,K6,尾差客户有限公司,10000.00,电汇,S-011
2026-09-01,K4,云岭电缆有限公司,90000.00,银行承兑汇票,S-007
2026-10-20,K2,青石水泥有限公司,4000.00,电汇,
"""

MONEY = ("open", "overdue", "unapplied", "balance", "no_due_date")


@dataclass(frozen=True)
class Headline:
    """What one currency comes to: money as it is printed, buckets from not due to the oldest."""

    open: str
    overdue: str
    ratio: str
    unapplied: str
    balance: str
    no_due_date: str
    customers: int
    documents: int
    buckets: tuple[str, ...]

    @property
    def money(self) -> dict[str, Decimal]:
        return {name: Decimal(getattr(self, name).replace(",", "")) for name in MONEY}

    @property
    def shown(self) -> dict[str, str]:
        """What a headline says: nothing about credits and missing dates where there are none."""
        unsaid = {"unapplied", "balance"} if not self.money["unapplied"] else set()
        unsaid |= {"no_due_date"} if not self.money["no_due_date"] else set()
        said = {name: getattr(self, name) for name in MONEY if name not in unsaid}
        counted = f"{self.customers} {self.documents}"
        return {**said, "overdue_ratio": self.ratio, "counted": counted}


@dataclass(frozen=True)
class Case:
    """A ledger in its folder, the options it is read with, and what has to come out."""

    files: Mapping[str, str]
    options: tuple[str, ...]
    expected: Mapping[str, Headline]
    companies: tuple[str, ...] = ("甲方制造有限公司",)

    def written(self, folder: Path) -> list[Path | str]:
        """The words of the command line that name the ledger."""
        if not self.files:
            return [EXAMPLE, *self.options]
        said = OWN + "".join(COMPANY.format(name=name) for name in self.companies)
        (folder / "arcollect.toml").write_text(said, "utf-8")
        return [*self._written(folder), *self.options]

    def _written(self, folder: Path) -> Iterator[Path]:
        for name, text in self.files.items():
            path = folder / name
            path.write_text(dedent(text).lstrip(), "utf-8")
            yield path


CASES = {
    "example": Case(
        {}, (),
        {
            "CNY": Headline(
                "8,118,453.97", "3,057,129.61", "37.66%", "183,900.00", "7,934,553.97",
                "62,150.00", 40, 76,
                ("4,999,174.36", "761,940.00", "741,789.61", "1,078,800.00", "474,600.00"),
            ),
            "USD": Headline(
                "159,362.10", "18,640.50", "11.70%", "0.00", "159,362.10", "0.00", 1, 2,
                ("140,721.60", "0.00", "18,640.50", "0.00", "0.00"),
            ),
        },
    ),
    "two-companies": Case(
        {"台账_截至20261031.csv": TWO}, (),
        {
            # 150,000.01 + 33,333.33 + 88,888.88 + 120,000.10 + 45,000.00 + 9,999.99
            "CNY": Headline(
                "447,222.31", "392,222.32", "87.70%", "20,000.02", "427,222.29", "9,999.99",
                3, 6, ("45,000.00", "88,888.88", "33,333.33", "150,000.01", "120,000.10"),
            ),
            "USD": Headline(
                "12,501.00", "10,000.55", "80.00%", "300.00", "12,201.00", "0.00",
                1, 2, ("2,500.45", "0.00", "0.00", "10,000.55", "0.00"),
            ),
            "JPY": Headline(
                "3,777,777", "3,000,000", "79.41%", "0", "3,777,777", "0",
                1, 2, ("777,777", "0", "0", "0", "3,000,000"),
            ),
        },
        ("甲方制造有限公司", "乙方贸易有限公司"),
    ),
    "journal": Case(
        # 东海: 220,000.37 less 160,000.10, oldest first, leaves 60,000.27 of 记-008;
        # 西岭: 5,000.33 of 记-004 are paid; 北原's 30,000.00 pay nothing.
        {"往来明细账.csv": JOURNAL}, ("--terms", "30天", "--as-of", "2026-10-31"),
        {
            "CNY": Headline(
                "167,345.94", "155,000.27", "92.62%", "30,000.00", "137,345.94", "0.00",
                4, 4, ("12,345.67", "60,000.27", "20,000.00", "75,000.00", "0.00"),
            ),
        },
    ),
    "settlement": Case(
        # S-001 200,000.00, S-002, S-003, S-005, S-006, S-008, S-009, 0.37 of S-011 are open;
        # the credit note of 6,000.00 and the receipt of 4,000.00 name no document.
        {"应收明细.csv": ITEMS, "收款记录.csv": RECEIPTS}, ("--as-of", "2026-10-31"),
        {
            "CNY": Headline(
                "601,000.62", "481,000.62", "80.03%", "10,000.00", "591,000.62", "0.00",
                6, 8, ("120,000.00", "64,000.25", "0.37", "320,000.00", "97,000.00"),
            ),
        },
    ),
}  # fmt: skip
