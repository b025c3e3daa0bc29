"""`arcollect statement`: files, tie-out, and slips that come back."""

from __future__ import annotations

import csv
import io
import zipfile

import pytest

LEDGER = """\
客户编码,客户名称,单据编号,单据日期,到期日,应收金额,结清日期
C1,甲公司,A1,2026-08-01,2026-08-31,100.00,2026-09-20
C1,甲公司,A2,2026-09-05,2026-10-05,50.00,
C2,甲乙公司,B1,2026-07-01,2026-07-31,30.00,
"""
POLICY = '[[company]]\nname = "示例贸易有限公司"\nbank_account = "0000 1111"\n'
SEPTEMBER = ("--month", "2026-09")


@pytest.fixture
def book(tmp_path):
    """甲公司 owes 100 at the start, 50 at the end of September; 甲乙公司 30 all the time."""
    (tmp_path / "arcollect.toml").write_text(POLICY, encoding="utf-8")
    path = tmp_path / "台账.csv"
    path.write_text(LEDGER, encoding="utf-8")
    return path


def rows(out):
    return list(csv.DictReader(io.StringIO(out.lstrip("\ufeff"))))


def test_closing_ties_to_the_aging_of_the_last_day(run, book):
    *stated, _ = rows(run("statement", book, *SEPTEMBER, "--dry-run").out)
    aged = rows(run("aging", book, "--as-of", "2026-09-30").out)
    closing = {row["客户"]: row["期末余额"] for row in stated}
    assert closing == {"甲公司": "50.00", "甲乙公司": "30.00"}
    total = next(key for key in aged[0] if key.startswith(("余额", "未收", "合计")))
    assert {r["客户"]: r[total] for r in aged if r["客户"] in closing} == closing


def test_each_customer_a_docx_and_a_workbook_and_one_to_print(run, book, tmp_path):
    done = run("statement", book, *SEPTEMBER, "-o", "out")
    assert done.code == 0
    names = {p.name for p in (tmp_path / "out").iterdir() if not p.name.startswith(".")}
    assert names == {
        "index.xlsx", "对账单_2026-09_打印合集.docx",
        *(f"对账单_2026-09_{who}.{kind}" for who in ("甲公司", "甲乙公司") for kind in ("docx", "xlsx")),
    }  # fmt: skip
    with zipfile.ZipFile(tmp_path / "out" / "对账单_2026-09_甲公司.docx") as parts:
        assert "往来款项核对函" in parts.read("word/document.xml").decode()


def test_a_second_run_writes_the_same_bytes(run, book, tmp_path):
    def files():
        return {p.name: p.read_bytes() for p in (tmp_path / "out").iterdir()}

    run("statement", book, *SEPTEMBER, "-o", "out")
    before = files()
    run("statement", book, *SEPTEMBER, "-o", "out")
    assert files() == before


def test_one_customer_again_leaves_the_others_where_they_are(run, book, tmp_path):
    run("statement", book, *SEPTEMBER, "-o", "out")
    before = {p.name: p.read_bytes() for p in (tmp_path / "out").iterdir()}
    done = run("statement", book, *SEPTEMBER, "--customer", "C2", "-o", "out")
    after = {p.name: p.read_bytes() for p in (tmp_path / "out").iterdir()}
    assert (done.code, before.keys()) == (0, after.keys())
    assert before["index.xlsx"] == after["index.xlsx"]


def test_a_slip_is_remembered_and_survives_another_run(run, book):
    run("statement", book, *SEPTEMBER, "-o", "out")
    noted = run("statement", book, *SEPTEMBER, "--returned", "甲公司", "--slip", "agrees", "--pays")
    assert (noted.code, "相符，同意支付" in noted.err) == (0, True)
    run("statement", book, *SEPTEMBER, "-o", "out")
    found = rows(run("statement", book, "--overview").out)
    assert [(r["客户"], r["2026-09"]) for r in found] == [
        ("甲乙公司", "未回"),
        ("甲公司", "相符，同意支付"),
    ]


def test_a_slip_noted_anew_says_what_it_was(run, book):
    run("statement", book, *SEPTEMBER, "-o", "out")
    slip = ("statement", book, *SEPTEMBER, "--returned", "甲公司", "--on", "2026-10-08", "--slip")
    assert "此前" not in run(*slip, "agrees", "--pays").err
    assert "此前" not in run(*slip, "agrees", "--pays").err
    assert "此前记的是“相符，同意支付”" in run(*slip, "differs").err


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (("--returned", "甲公司", "--slip", "agrees"), "--month"),
        (("--returned", "甲公司", *SEPTEMBER), "--slip"),
        (("--returned", "甲公司", "--slip", "maybe", *SEPTEMBER), "maybe"),
        (("--returned", "丙公司", "--slip", "agrees", *SEPTEMBER), "丙公司"),
        (("--returned", "公司", "--slip", "agrees", *SEPTEMBER), "甲乙公司"),
        (
            ("--returned", "甲公司", "--slip", "agrees", *SEPTEMBER, "--on", "2026-09-29"),
            "2026-09-30",
        ),
        (
            ("--returned", "甲公司", "--slip", "agrees", *SEPTEMBER, "--on", "2079-01-01"),
            "2079-01-01",
        ),
        (("--month", "2026-13"), "2026-13"),
        ((*SEPTEMBER, "--customer", "丙"), "丙"),
        ((*SEPTEMBER, "--as", "gif"), "gif"),
    ],
)
def test_what_is_missing_or_wrong_is_said(run, book, line, said):
    run("statement", book, *SEPTEMBER, "-o", "out")
    done = run("statement", book, *line, "-o", "elsewhere")
    assert (done.code, said in done.err) == (2, True)


def test_the_last_whole_month_is_the_default(run, book):
    shown = run("statement", book, "--as-of", "2026-10-20", "--dry-run", "-f", "json")
    assert '"2026-09' in shown.out or "2026-09" in shown.out
    assert "2026-10-05" in shown.out  # due by the 5th (R003-45)


def test_without_our_own_name_nothing_is_written(run, book, tmp_path):
    (tmp_path / "arcollect.toml").unlink()
    done = run("statement", book, *SEPTEMBER, "-o", "out")
    assert (done.code, (tmp_path / "out").exists()) == (2, False)
    assert run("statement", book, *SEPTEMBER, "--dry-run").code == 0


def test_with_two_companies_and_a_ledger_that_names_none_it_says_what_is_missing(
    run, book, tmp_path
):
    (tmp_path / "arcollect.toml").write_text(POLICY + '[[company]]\nname = "第二公司"\n', "utf-8")
    done = run("statement", book, *SEPTEMBER, "-o", "out", "--lang", "zh")
    assert (done.code, "台账没有写我方公司" in done.err) == (2, True)
    assert "示例贸易有限公司、第二公司" in done.err
