"""`check`: what was found, whether it ties out, what is missing."""

from __future__ import annotations

from tests.views.reading import AS_OF, figures, ledger_of, read_mapped, table

from arcollect.analysis.position import stand
from arcollect.policy import Policy
from arcollect.text import Lang, text
from arcollect.views.check import Stated, check_page
from arcollect.views.table import Tone

LEDGER = """
    应收账款明细,,,,,
    客户名称,单据编号,到期日,未收金额,业务员,备注甲
    甲公司,A1,2026-08-31,100.00,张三,
    甲公司,A2,2026-11-30,50.00,,
    乙公司,B1,,30.00,李四,
    乙公司,B2,2026-11-30,about 5,李四,
    合计,,,180.00,,
"""


def checked(csv=LEDGER, stated=(), lang=Lang.EN):
    ledger, policy = ledger_of(csv), Policy()
    return check_page(ledger, stand(ledger, AS_OF, policy), policy, lang, AS_OF, stated)


def test_each_column_is_named_with_a_sample():
    rows = table(checked(), "columns")
    assert [(r["column"], r["header"], r["sample"]) for r in rows][:4] == [
        ("A", "客户名称", "甲公司"),
        ("B", "单据编号", "A1"),
        ("C", "到期日", "2026-08-31"),
        ("D", "未收金额", "100.00"),
    ]


def test_unused_columns_are_named():
    (columns,) = [p for p in checked().parts if getattr(p, "key", "") == "columns"]
    assert "备注甲" in columns.notes[0]


def test_every_row_has_a_class():
    rows = {r["class"]: r["rows"] for r in table(checked(), "classes")}
    assert rows["item"] == 3
    assert rows[text("parameters.class_unusable", Lang.EN)] == 1
    assert rows["total"] == 1
    assert sum(rows.values()) == 7


def test_money_ties_to_the_cent():
    shown = figures(checked())
    assert shown["rows_tie"].tone is Tone.GOOD
    assert shown["money.CNY"].formula.startswith("used 180.00 + left out")


def test_the_general_ledger_is_compared():
    same = figures(checked(stated=(Stated("1122", "CNY", 180_00),)))["gl"]
    less = figures(checked(stated=(Stated("1122", "CNY", 170_00),)))["gl"]
    assert (same.shown, same.tone) == ("180.00", Tone.GOOD)
    assert (less.tone, less.verdict) == (Tone.BAD, "▲ differs")
    assert less.formula == "this ledger 180.00, difference -10.00"


def test_problems_of_one_kind_stand_together():
    kinds = table(checked(), "kinds")
    assert kinds[0]["count"] == 1
    assert kinds[0]["cells"].endswith("D6")


def test_gaps_are_counted_with_their_money():
    gaps = {r["gap"]: r for r in table(checked(), "gaps")}
    assert (gaps["due date"]["documents"], gaps["due date"]["money"]) == (1, "CNY 30.00")
    assert gaps["salesperson"]["documents"] == 1
    assert gaps["contract number"]["documents"] == 3
    assert gaps["contract number"]["fill"].startswith("No such column")


def test_what_a_sheet_only_counts_stands_with_what_it_lists():
    """60 rows of one kind: 50 are listed by cell, 10 counted, and the table says 60."""
    rows = "".join(f"        甲公司,A{n},2026-08-31,100.00,30.00,60.00\n" for n in range(60))
    csv = "\n        客户名称,单据编号,到期日,应收金额,已收金额,未收金额\n" + rows
    (kind,) = (r for r in table(checked(csv), "kinds") if "60.00" in r["message"])
    assert kind["count"] == 60
    assert kind["cells"].endswith("54 more")


def test_what_is_paid_lacks_nothing():
    """A1 is settled and of A2 30.00 are paid: the gaps are those of the aging, 20.00 and B1."""
    csv = """
        客户名称,单据编号,到期日,应收金额,结清日期,已收金额
        甲公司,A1,2026-08-31,100.00,2026-09-15,100.00
        甲公司,A2,2026-11-30,50.00,,30.00
        乙公司,B1,,30.00,,0.00
    """
    gaps = {r["gap"]: r for r in table(checked(csv), "gaps")}
    assert (gaps["salesperson"]["documents"], gaps["salesperson"]["money"]) == (2, "CNY 50.00")
    assert (gaps["due date"]["documents"], gaps["due date"]["money"]) == (1, "CNY 30.00")


def test_a_ledger_by_contract_is_told_what_letters_need():
    """Without a document or invoice number no letter can name the debt (U-21)."""
    csv = """
        客户名称,合同编号,到期日,未收金额
        甲公司,HT-1,2026-08-31,100.00
    """
    gap = {r["gap"]: r for r in table(checked(csv), "gaps")}["document number"]
    assert (gap["documents"], gap["money"]) == (1, "CNY 100.00")
    assert "--map document_no=" in gap["fill"]


def test_each_command_says_what_it_lacks():
    ready = {r["command"]: r for r in table(checked(), "ready")}
    assert ready["aging"]["lacking"] == ""
    assert "--revenue" in ready["ratios"]["lacking"]
    assert "contractual basis" in ready["fee"]["lacking"]
    assert "own company" in ready["letters"]["lacking"]


def test_what_to_do_first_is_the_money_left_out():
    assert "D6" in checked().first


def test_then_the_missing_due_date():
    whole = LEDGER.replace("    乙公司,B2,2026-11-30,about 5,李四,\n", "")
    assert "1 document " in checked(whole).first


def test_a_wrong_printed_total_is_found():
    wrong = LEDGER.replace("合计,,,180.00", "合计,,,999.00")
    printed = figures(checked(wrong))["printed"]
    assert (printed.shown, printed.tone) == ("999.00", Tone.BAD)
    assert printed.formula == "sum of the rows 180.00, difference 819.00"


def test_a_column_mapped_by_hand_says_so():
    ledger, policy = read_mapped(LEDGER, {"remark": "备注甲"}), Policy()
    page = check_page(ledger, stand(ledger, AS_OF, policy), policy, Lang.EN, AS_OF)
    how = {row["header"]: row["how"] for row in table(page, "columns")}
    assert (how["备注甲"], how["客户名称"]) == ("--map", "its header")
    assert "how" not in table(checked(), "columns")[0]


def first_said(policy_path: str) -> str:
    ledger, policy = ledger_of(DATED), Policy()
    position = stand(ledger, AS_OF, policy)
    return check_page(ledger, position, policy, Lang.EN, AS_OF, (), policy_path).first


DATED = """
    客户名称,单据编号,到期日,未收金额
    甲公司,A1,2026-08-31,100.00
"""


def test_a_policy_file_that_is_there_is_named_not_written_anew():
    assert "arcollect policy init" in first_said("")
    assert "[[company]] in arcollect.toml" in first_said("/somewhere/arcollect.toml")


def test_a_sum_without_a_label_is_called_one():
    """SAP closes an account with nothing but its number and the sum."""
    bare = """
        Account,Document Number,Net Due Date,Open Amount,Currency
        100012,1800000012,2026-08-31,100.00,USD
        100012,1800000013,2026-09-30,50.00,USD
        100012,,,150.00,USD
    """
    printed = figures(checked(bare))["printed"]
    assert printed.label.startswith("Sum without a label, ")
    assert printed.shown == "150.00"
