"""The aging table: its rows foot, and every group has a name."""

from __future__ import annotations

from tests.views.reading import AS_OF, ledger_of

from arcollect.analysis.position import stand
from arcollect.analysis.standing.aging import age
from arcollect.policy import Policy
from arcollect.text import Lang
from arcollect.views.standing.aging import aging_tables
from arcollect.views.table import Column, Table

CSV = """
    客户名称,单据编号,到期日,未收金额
    甲公司,A1,2026-08-31,100.00
    甲公司,A2,{},50.00
    """


def drawn(due: str, by: str = "customer") -> Table:
    ledger, policy = ledger_of(CSV.format(due)), Policy()
    position = stand(ledger, AS_OF, policy)
    (table,) = aging_tables(age(position, policy, by=by), position, Lang.ZH)
    return table


def test_money_without_a_due_date_stays_beside_the_buckets() -> None:
    """A narrow screen leaves out minor columns: the row would no longer foot."""
    minor = {due: _column(drawn(due), "no_due_date").minor for due in ("", "2026-12-31")}
    assert minor == {"": False, "2026-12-31": True}


def test_a_group_that_no_column_names_says_so() -> None:
    assert list(_column(drawn("", by="department"), "department").values) == ["（未写明）"]


def _column(table: Table, key: str) -> Column:
    return next(column for column in table.columns if column.key == key)
