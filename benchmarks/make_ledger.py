"""Make receivables ledgers of any size, the same for the same number of rows.

    python benchmarks/make_ledger.py FOLDER ROWS [ROWS ...]

Fourteen columns as a Chinese ERP exports them: codes with leading zeros, 20-digit
invoice numbers as text, due dates of which 94 % are date cells and the rest text in
three spellings or empty, 2 % red-letter rows, one customer per forty rows.
"""

from __future__ import annotations

import datetime as dt
import random
import sys
from collections.abc import Iterator
from pathlib import Path

import xlsxwriter

HEADERS = (
    "客户编码", "客户名称", "单据编号", "单据类型", "发票号码", "业务日期", "到期日", "币别",
    "应收金额", "已收金额", "未收金额", "部门", "业务员", "备注",
)  # fmt: skip
PLACES = ("北京", "上海", "广州", "深圳", "杭州", "苏州", "成都", "武汉", "青岛", "宁波")
WORDS = ("宏远", "鑫盛", "恒达", "华泰", "金诺", "瑞丰", "天成", "德润", "隆昌", "星辰")
TRADES = ("科技", "贸易", "机械", "电子", "建材", "食品", "物流", "化工")
REGIONS = ("华东大区", "华南大区", "华北大区", "西南大区", "海外事业部")
SELLERS = tuple(a + b for a in "赵钱孙李周吴郑王" for b in ("伟", "敏", "建国", "丽华"))
NOTES = ("", "", "", "", "逾期催收中", "客户对账差异", "已寄询证函", "分期付款第2期")
FIRST_DAY = dt.datetime(2025, 1, 1)
Row = tuple[object, ...]


def customers(count: int, dice: random.Random) -> list[str]:
    """Distinct made-up company names."""
    return [
        f"{dice.choice(PLACES)}{dice.choice(WORDS)}{dice.choice(WORDS)}{dice.choice(TRADES)}"
        f"{number:05d}有限公司"
        for number in range(count)
    ]


def rows(count: int, seed: int = 7) -> Iterator[Row]:
    """The rows of a ledger of `count` documents."""
    dice = random.Random(seed)  # noqa: S311
    names = customers(max(20, min(20_000, count // 40)), dice)
    for number in range(count):
        who = min(int(dice.paretovariate(0.6)) - 1, len(names) - 1)
        issued = FIRST_DAY + dt.timedelta(days=dice.randrange(680))
        due = issued + dt.timedelta(days=dice.choice((0, 15, 30, 45, 60, 90)))
        amount = round(dice.lognormvariate(9, 1.4), 2)
        red = dice.random() < 0.02
        paid = 0.0 if red else _paid(amount, dice)
        amount = -amount if red else amount
        yield (
            f"{who + 1:07d}", names[who], f"AR{issued:%Y%m}{number:07d}",
            "红字应收单" if red else "应收单", f"{25332000000000000000 + number * 7:020d}",
            issued, _written(due, dice), "CNY", amount, paid, round(amount - paid, 2),
            dice.choice(REGIONS), dice.choice(SELLERS), dice.choice(NOTES),
        )  # fmt: skip


def _paid(amount: float, dice: random.Random) -> float:
    kind = dice.random()
    if kind < 0.45:
        return amount
    return round(amount * dice.random(), 2) if kind < 0.65 else 0.0


def _written(due: dt.datetime, dice: random.Random) -> object:
    kind = dice.random()
    if kind < 0.03:
        return f"{due:%Y-%m-%d}"
    if kind < 0.05:
        return f"{due.year}/{due.month}/{due.day}"
    if kind < 0.055:
        return f"{due:%Y%m%d}"
    return None if kind < 0.06 else due


def make(folder: Path, count: int) -> Path:
    """Write `ledger_<count>.xlsx` unless it is there already, and return its path."""
    target = folder / f"ledger_{count}.xlsx"
    if target.exists():
        return target
    folder.mkdir(parents=True, exist_ok=True)
    book = xlsxwriter.Workbook(target.with_suffix(".tmp"), {"constant_memory": False})
    sheet = book.add_worksheet("应收明细")
    day = book.add_format({"num_format": "yyyy-mm-dd"})
    money = book.add_format({"num_format": "#,##0.00"})
    for column, header in enumerate(HEADERS):
        sheet.write_string(0, column, header)
    for number, row in enumerate(rows(count), 1):
        for column, value in enumerate(row):
            if isinstance(value, dt.datetime):
                sheet.write_datetime(number, column, value, day)
            elif isinstance(value, float):
                sheet.write_number(number, column, value, money)
            elif value:
                sheet.write_string(number, column, str(value))
    book.close()
    return target.with_suffix(".tmp").rename(target)


if __name__ == "__main__":
    for wanted in sys.argv[2:]:
        print(make(Path(sys.argv[1]), int(wanted)))
