"""Letters and the weekly report: folders written whole, the same bytes twice."""

from __future__ import annotations

import pytest

AS_OF = ("--as-of", "2026-10-31")
POLICY = """
[[company]]
name = "示例贸易有限公司"
bank = "示例银行"
bank_account = "0000 1111"
signer = "王五"
phone = "010-5555-0100"
"""


@pytest.fixture
def company(tmp_path):
    """Our own company, so that letters can be written."""
    (tmp_path / "arcollect.toml").write_text(
        POLICY + "[letters]\nmin_demand = '10'\n", encoding="utf-8"
    )


def contents(folder):
    return {str(p.relative_to(folder)): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


@pytest.mark.usefixtures("company")
def test_a_dry_run_shows_the_same_and_writes_nothing(run, ledger, tmp_path):
    before = contents(tmp_path)
    dry = run("letters", ledger, *AS_OF, "-o", "out", "--dry-run")
    assert (dry.code, contents(tmp_path)) == (0, before)
    assert "C1" in dry.out
    assert run("letters", ledger, *AS_OF, "-o", "out").out == dry.out


@pytest.mark.usefixtures("company")
def test_letters_in_the_asked_formats_with_an_index(run, ledger, tmp_path):
    run("letters", ledger, *AS_OF, "-o", "out", "--as", "docx,md")
    endings = sorted(p.suffix for p in (tmp_path / "out").iterdir() if p.name[0] != ".")
    assert endings == [".docx", ".docx", ".md", ".xlsx", ".xlsx"]  # letter, print file, two lists


def test_without_our_company_no_letter_and_one_line_why(run, ledger, tmp_path):
    done = run("letters", ledger, *AS_OF, "-o", "out", "--lang", "en")
    assert done.code == 2
    assert done.err.count("No letters were written") == 1
    assert not (tmp_path / "out").exists()
    assert run("letters", ledger, *AS_OF, "--dry-run").code == 0


def test_a_report_without_our_company_is_no_error(run, ledger):
    done = run("report", ledger, *AS_OF, "-o", "out", "--lang", "en")
    assert done.code == 0
    assert "No letters were written" in done.err
    assert "Error" not in done.err


@pytest.mark.usefixtures("company")
def test_the_report_is_the_same_twice(run, ledger, tmp_path):
    first = run("report", ledger, *AS_OF, "-o", "out")
    before = contents(tmp_path / "out")
    second = run("report", ledger, *AS_OF, "-o", "out")
    assert (first.code, second.code) == (0, 0)
    assert contents(tmp_path / "out") == before
    assert {"report.xlsx", "summary.html"} < set(before)
    assert any(name.startswith("函件/") for name in before)
    assert first.out.splitlines()[:2] == ["out/report.xlsx", "out/summary.html"]


def test_the_default_folder_stands_beside_the_ledger(run, ledger, tmp_path):
    assert run("report", ledger, *AS_OF, "--no-letters", "-q").err == ""
    assert (tmp_path / "应收周报_20261031" / "report.xlsx").exists()


def test_a_foreign_file_is_never_replaced(run, ledger, tmp_path):
    mine = tmp_path / "out" / "report.xlsx"
    mine.parent.mkdir()
    mine.write_bytes(b"mine")
    assert run("report", ledger, *AS_OF, "-o", "out").code == 4
    assert mine.read_bytes() == b"mine"
    assert [p.name for p in mine.parent.iterdir()] == ["report.xlsx"]


def test_a_second_run_at_the_same_time_is_5(run, ledger, tmp_path):
    from arcollect.files import locked

    run("--version")  # gives this process the state folder of the test
    with locked(tmp_path / "out"):
        assert run("report", ledger, *AS_OF, "-o", "out").code == 5


@pytest.mark.usefixtures("company")
def test_the_report_does_not_depend_on_where_it_was_run(run, ledger, tmp_path):
    """The policy is named by its file, not by the path that was typed."""
    for folder, config in (("a", "arcollect.toml"), ("b", tmp_path / "arcollect.toml")):
        run("report", ledger, *AS_OF, "-o", folder, "--config", config)
    written = [(tmp_path / folder / "report.xlsx").read_bytes() for folder in "ab"]
    assert written[0] == written[1]


def sheets(run, ledger, tmp_path, *line):
    import openpyxl

    done = run("report", ledger, *AS_OF, "-o", "out", "--no-letters", *line)
    assert done.code == 0, done.err
    return openpyxl.load_workbook(tmp_path / "out" / "report.xlsx").sheetnames


def test_the_sheets_stand_in_the_order_of_use(run, ledger, tmp_path):
    """What to decide, whom to call, how it stands, with what it was made."""
    assert sheets(run, ledger, tmp_path) == [
        "老板页", "总览", "应收周例会", "催收清单", "催收清单（填写）", "催收统计", "重点催收池",
        "预警", "时效", "回款预测", "逾期账龄", "账龄明细", "审计账龄", "指标", "信用等级", "违约金",
        "问题", "参数与核对",
    ]  # fmt: skip


def test_further_sheets_only_when_asked(run, ledger, tmp_path):
    asked = sheets(run, ledger, tmp_path, "--with", "recover，provision", "--standard", "cas")
    assert asked[asked.index("违约金") + 1 : asked.index("问题")] == ["处置方案", "坏账准备"]
    assert "内控" in sheets(run, ledger, tmp_path, "--with", "audit")


def test_a_standard_alone_asks_for_the_provision(run, ledger, tmp_path):
    assert "坏账准备" in sheets(run, ledger, tmp_path, "--standard", "small")


@pytest.mark.parametrize("line", [("--with", "provison"), ("--with", "provision")])
def test_what_cannot_be_asked_for_is_told_before_the_work(run, ledger, tmp_path, line):
    """A typing mistake, and a provision without its standard (U-30)."""
    done = run("report", ledger, *AS_OF, "-o", "out", "--lang", "en", *line)
    assert (done.code, done.out) == (2, "")
    assert "provision" in done.err
    assert not (tmp_path / "out").exists()


def test_changes_come_with_the_second_report(run, ledger, tmp_path):
    first = run("report", ledger, "--as-of", "2026-10-24", "-o", "a", "--with", "compare")
    assert "2026-10-24" in first.err.partition("快照")[0]
    assert "变化" in " ".join(sheets(run, ledger, tmp_path))


def test_without_any_due_date_the_report_still_counts_from_documents(run, tmp_path):
    """--basis issue: nobody is late, so there is no list."""
    path = tmp_path / "台账.csv"
    path.write_text("客户名称,单据编号,单据日期,未收金额\n甲,A1,2026-01-01,100\n", "utf-8")
    found = sheets(run, path, tmp_path, "--basis", "issue")
    assert "催收清单" not in found
    assert {"逾期账龄", "时效"} <= set(found)


def test_where_nobody_is_late_there_is_no_list(run, tmp_path):
    path = tmp_path / "台账.csv"
    path.write_text("客户名称,单据编号,到期日,未收金额\n甲,A1,2027-01-01,100\n", "utf-8")
    assert not {"应收周例会", "催收清单"} & set(sheets(run, path, tmp_path))


OLD = """客户,单据号,单据类型,开票日期,到期日,单据金额,未收金额
甲 & 乙有限公司,XS1,发票,2026-08-01,2026-09-01,10000.00,10000.00
甲 & 乙有限公司,CN1,红字发票,2026-08-05,2026-08-05,-100.00,-100.00
"""


def an_old_letter(run, tmp_path, *more):
    (tmp_path / "arcollect.toml").write_text(
        "[[company]]\nname = '示例贸易有限公司'\nphone = '010-5555-0100'\n", encoding="utf-8"
    )
    (tmp_path / "old.csv").write_text(OLD, encoding="utf-8")
    flags = ("--as-of", "2026-11-16", "--as", "txt", "-o", "out", *more)
    done = run("letters", "old.csv", *flags)
    return done, next((tmp_path / "out").glob("*.txt")).read_text("utf-8")


def test_a_letter_states_the_day_of_its_balances(run, tmp_path):
    done, said = an_old_letter(run, tmp_path, "--balances-as-of", "2026-10-31")
    assert "以上数据截至2026年10月31日（逾期天数计算至2026年11月16日）" in said
    assert "2026-10-31" in done.err


def test_an_undated_old_export_is_told_with_the_letters(run, tmp_path):
    done, said = an_old_letter(run, tmp_path)
    assert "以上数据截至2026年11月16日" in said
    assert "最晚的日期是 2026-08-05" in done.err


def test_what_we_do_not_have_leaves_no_empty_slot(run, tmp_path):
    done, said = an_old_letter(run, tmp_path)
    assert "电话：010-5555-0100" in said
    assert "联系人：" not in said.replace("收件人：", "")
    assert "我方联系人、我方收款账户" in done.err


def test_our_own_credit_note_is_nothing_received(run, tmp_path):
    _, said = an_old_letter(run, tmp_path)
    assert "减：红字（贷项）未抵减" in said
    assert "已付" not in said.replace("如已付款", "")
