"""The list as people get it: columns to fill in, talking points, a page."""

from __future__ import annotations

import io

import openpyxl
import pytest
from tests.analysis.build import day, ledger, policy

from arcollect.analysis.chase.worklist.known import Known
from arcollect.analysis.chase.worklist.plan import plan
from arcollect.analysis.position import stand
from arcollect.errors import UsageError
from arcollect.ledger.log.columns import fields_of, is_list
from arcollect.policy.chase.worklist import WorklistPolicy
from arcollect.register.entries import Channel, Proof, Reason
from arcollect.render import xlsx
from arcollect.text import Lang, words
from arcollect.views.chase.worklist import sheet
from arcollect.views.chase.worklist.chat import chat_lines
from arcollect.views.chase.worklist.listing import worklist_table
from arcollect.views.chase.worklist.meeting import meeting_page
from arcollect.views.chase.worklist.page import (
    fill_page,
    wording,
    worklist_page,
    worklist_pages,
)
from arcollect.views.chase.worklist.scripts import KNOWN, own_scripts, talking_points
from arcollect.views.chase.worklist.words import first_line, masked
from arcollect.views.table import Report, Table

ITEMS = """
    customer  document_no  issue_date  due_date    amount      salesperson
    甲        A1           2026-06-01  2026-08-07  150000.00   张三
    =1+1      B1           2026-06-01  2026-07-03  220000.00   李四
    [/]       C1           2026-06-01  2026-11-05  10.00       -
"""
EXCELS_LIMIT = 255  # characters of a drop-down
BLOCKED = ("你们", "你方", "起诉你", "曝光", "上门堵", "家人", "滞纳金", "后果自负")


def answer(items: str = ITEMS):
    rules = policy()
    return plan(stand(ledger(items), day("2026-10-31"), rules), rules, Known()), rules


@pytest.mark.parametrize("lang", list(Lang))
def test_choices_fit_into_excel_and_read_back(lang: Lang) -> None:
    for key, kind in (("channel", Channel), ("reason", Reason), ("proof", Proof)):
        offered = sheet.choices(key, lang)
        assert len(",".join(offered)) <= EXCELS_LIMIT
        assert [sheet.meaning(key, word) for word in offered] == [v for v in kind if v]
    for key in ("feedback", "next_step"):
        assert len(",".join(sheet.choices(key, lang))) <= EXCELS_LIMIT


@pytest.mark.parametrize("lang", list(Lang))
def test_headers_read_back(lang: Lang) -> None:
    blanks = [sheet.blank_title(key, lang) for key in sheet.BLANKS]
    keys = [sheet.hidden_title(key) for key in sheet.HIDDEN]
    assert sorted(fields_of([*blanks, *keys]).values()) == list(range(len(blanks) + len(keys)))


def test_the_workbook_has_blanks_drop_downs_and_hidden_keys() -> None:
    found, rules = answer()
    page = fill_page(found, rules, Lang.ZH)
    book = openpyxl.load_workbook(
        io.BytesIO(xlsx.write(Report("x", (page,), facts={"lang": "zh"})))
    )
    (work,) = book.worksheets
    header = next(row for row in work.iter_rows() if row[0].value == "序号")
    titles = [str(cell.value) for cell in header]
    assert is_list(fields_of(titles))
    hidden = header[titles.index("arcollect:customer_key")].column_letter
    assert work.column_dimensions[hidden].hidden
    assert len(work.data_validations.dataValidation) == 5
    first = work.cell(header[0].row + 1, titles.index("arcollect:customer") + 1)
    assert (first.value, first.data_type) == ("=1+1", "s")  # literal, no formula


def test_the_overdue_column_foots() -> None:
    found, rules = answer()
    table = worklist_table(found, wording(rules, Lang.ZH))
    column = next(c for c in table.columns if c.key == "overdue")
    assert column.total == sum(column.values) == 370_000  # type: ignore[arg-type]  # 150,000 + 220,000


def test_the_formula_is_shown() -> None:
    found, rules = answer()
    table = worklist_table(found, wording(rules, Lang.ZH))
    shown = next(c for c in table.columns if c.key == "formula").values
    assert shown[1] == "150,000.00×80%×2.5=300,000.00"


@pytest.mark.parametrize("lang", list(Lang))
def test_every_page_can_be_made(lang: Lang) -> None:
    found, rules = answer()
    pages = (
        worklist_page(found, rules, lang),
        *worklist_pages(found, rules, lang),
        meeting_page(found, lang),
    )
    assert xlsx.write(Report("x", pages, facts={"lang": str(lang)}))


@pytest.mark.parametrize("lang", list(Lang))
def test_an_empty_list_says_so(lang: Lang) -> None:
    none = ITEMS.replace("2026-08-07", "2027-08-07").replace("2026-07-03", "2027-07-03")
    found, rules = answer(none.replace("2026-11-05", "2027-11-05"))
    assert not found.entries
    assert worklist_page(found, rules, lang).parts
    assert worklist_pages(found, rules, lang)


def test_talking_points_follow_the_reason_and_the_policy() -> None:
    found, _ = answer()
    first = found.entries[0]
    assert "B1" in talking_points(first, {}, Lang.ZH)
    own = {"unknown": "{customer} 欠 {amount}"}
    assert talking_points(first, own, Lang.ZH) == "=1+1 欠 CNY 220,000.00"


def test_scripts_of_the_policy_are_checked() -> None:
    own_scripts(WorklistPolicy(scripts={"cash-tight": "{amount}"}), Lang.ZH)
    for bad in ({"nobody": "x"}, {"other": "{name}"}, {"other": "{amount.real}"}, {"other": "{"}):
        with pytest.raises(UsageError):
            own_scripts(WorklistPolicy(scripts=bad), Lang.ZH)


def test_our_scripts_threaten_nobody_and_cover_every_reason() -> None:  # W-01, R002-09
    said = words("scripts", Lang.ZH)
    assert {f"scripts.{name}" for name in KNOWN} <= set(said)
    assert not [word for word in BLOCKED for text in said.values() if word in text]


def test_three_lines_for_a_chat() -> None:  # U-41
    found, _ = answer()
    mine = [e for e in found.entries if e.account.salesperson == "张三"]
    lines = chat_lines("张三", mine, found.as_of, day("2026-11-06"), Lang.ZH)
    assert len(lines) == 3
    assert "CNY 150,000.00" in lines[0]
    assert "甲" in lines[1]
    assert "2026-11-06" in lines[2]


@pytest.mark.parametrize(
    ("phone", "shown"),
    [("13812345678", "138****5678"), ("010-5555-0100", "010-****-0100"), ("", ""), ("12", "12")],
)
def test_phones_are_masked(phone: str, shown: str) -> None:
    assert masked(phone) == shown


TWINS = """
    company  customer  document_no  due_date    amount
    甲贸易   丙        A1           2026-08-07  150000.00
    乙贸易   丙        B1           2026-07-03  220000.00
    乙贸易   丁        B2           2026-07-03  100.00
"""


def test_a_customer_of_two_own_companies_is_told_apart_in_the_meeting() -> None:
    found, _ = answer(TWINS)
    tables = [p for p in meeting_page(found, Lang.ZH).parts if isinstance(p, Table)]
    top = next(t for t in tables if t.key == "meeting.top").columns[0].values
    assert list(top) == ["丙 · 乙贸易", "丁", "丙 · 甲贸易"]  # 120, 120 and 85 days
    assert first_line(found, Lang.ZH).startswith("先做这一件：丙 · 乙贸易，CNY 220,000.00：")


def test_what_to_do_first_says_when_not_all_that_is_overdue_is_asked_for() -> None:
    """150,000.00 are overdue, 50,000.00 of it disputed: 100,000.00 to ask for (U-02)."""
    found, _ = answer("""
        customer  document_no  due_date    amount      disputed
        甲        A1           2026-08-07  150000.00   50000.00
    """)
    said = first_line(found, Lang.EN)
    assert "甲, CNY 100,000.00 to ask for (150,000.00 overdue): " in said
