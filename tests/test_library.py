"""The library face: cheap to import, complete when used."""

from __future__ import annotations

import datetime as dt
import subprocess
import sys
from importlib import import_module

import pytest

import arcollect as ar


def test_importing_it_costs_nothing():
    code = (
        "import sys, arcollect; print(sorted(m for m in sys.modules if m.startswith('arcollect.')))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_every_public_name_is_there():
    assert sorted(ar.__all__) == dir(ar)
    assert all(getattr(ar, name) for name in ar.__all__)


def test_an_unknown_name_is_an_attribute_error():
    with pytest.raises(AttributeError):
        _ = ar.nonsense
    assert import_module("arcollect").__version__ == ar.__version__


def test_a_run_in_four_lines():
    data = "客户名称,到期日,未收金额\n甲公司,2026-08-31,100\n".encode()
    policy = ar.load_policy().policy
    book = ar.read([ar.LedgerFile(data=data, name="a.csv")], policy)
    aging = ar.age(ar.stand(book, dt.date(2026, 10, 31), policy), policy)
    assert aging.totals[0].overdue_minor == 100_00


def test_payables_are_read_as_receivables_are():
    """R003-90: the same reader, and the smaller of both balances."""
    policy, day = ar.load_policy().policy, dt.date(2026, 10, 31)
    ours = ar.read(
        [
            ar.LedgerFile(
                data="客户名称,到期日,未收金额\n甲,2026-08-31,100\n".encode(), name="a.csv"
            )
        ],
        policy,
    )
    theirs = ar.read(
        [ar.LedgerFile(data="供应商,应付余额\n甲,30\n".encode(), name="b.csv")],
        policy,
        ar.ReadOptions(is_payables=True),
    )
    (one,) = ar.set_off(ar.stand(ours, day, policy), ar.stand(theirs, day, policy)).found
    assert one.most_minor == 30_00
