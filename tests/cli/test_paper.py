"""Papers beside the letters, as typed at a terminal."""

from __future__ import annotations

import email

import pytest

AS_OF = ("--as-of", "2026-10-31")
POLICY = """
[[company]]
name = "示例贸易有限公司"
bank = "示例银行"
bank_account = "0000 1111"
"""
KINDS = ["stop-supply", "repayment", "partial-payment"]


@pytest.fixture(autouse=True)
def _company(tmp_path):
    (tmp_path / "arcollect.toml").write_text(POLICY, encoding="utf-8")


def papers(run, ledger, kind, *more):
    return run("paper", ledger, "--kind", kind, *AS_OF, "-o", "out", *more)


@pytest.mark.parametrize("kind", KINDS)
def test_one_paper_for_one_customer(run, ledger, tmp_path, kind):
    done = papers(run, ledger, kind, "--customer", "甲公司", "--as", "docx,md")
    assert done.code == 0
    assert "100.00" in done.out
    endings = sorted(p.suffix for p in (tmp_path / "out").iterdir() if p.name[0] != ".")
    assert endings == [".docx", ".docx", ".md", ".xlsx"]


def test_the_same_run_keeps_number_and_bytes(run, ledger, tmp_path):
    papers(run, ledger, "repayment", "--customer", "C1")
    first = {p.name: p.read_bytes() for p in (tmp_path / "out").glob("*.docx")}
    done = papers(run, ledger, "repayment", "--customer", "C1")
    assert {p.name: p.read_bytes() for p in (tmp_path / "out").glob("*.docx")} == first
    assert "协字〔2026〕001号" in done.out


def test_instalments_and_share_are_those_of_the_policy_on_this_run(run, ledger, tmp_path):
    papers(
        run,
        ledger,
        "repayment",
        "--customer",
        "C1",
        "--instalments",
        "4",
        "--share",
        "0%",
        "--as",
        "md",
    )
    said = next((tmp_path / "out").glob("*.md")).read_text(encoding="utf-8")
    assert said.count("| 25.00 |") == 4  # 100.00 in four
    assert "分4期" in said


def test_balances_of_everybody_tie_out_to_what_is_open(run, ledger):
    done = papers(run, ledger, "reconciliation", "--dry-run", "-f", "json")
    assert done.code == 0
    assert done.out.count('"150.00"') == 2  # 甲 100 + 50, 乙 150


def test_messages_are_shown_and_kept_as_text(run, ledger, tmp_path):
    (tmp_path / "arcollect.toml").write_text(POLICY + "[letters]\nmin_demand = '10'\n", "utf-8")
    done = papers(run, ledger, "short")
    assert "【示例贸易有限公司】甲公司，您好！" in done.out
    assert (tmp_path / "out" / "短信、微信文本.txt").exists()


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (("--kind", "lawsuit"), "stop-supply"),
        (("--kind", "repayment"), "--customer"),
        (("--kind", "assignment", "--customer", "C1"), "--assignee"),
        (("--kind", "stop-supply", "--customer", "C1", "--suspend", "P1"), "--ground 526"),
        (("--kind", "repayment", "--customer", "C1", "--instalments", "many"), "--instalments"),
        (("--kind", "repayment", "--customer", "C1", "--first", "soon"), "--first"),
    ],
)
def test_what_is_missing_is_said_with_the_remedy(run, ledger, line, said):
    done = run("paper", ledger, *AS_OF, *line, "--lang", "en")
    assert done.code == 2
    assert said in done.err
    assert "Traceback" not in done.err


def test_without_our_own_company_there_is_no_paper(run, ledger, tmp_path):
    (tmp_path / "arcollect.toml").unlink()
    done = papers(run, ledger, "reconciliation", "--lang", "en")
    assert done.code == 2
    assert "[[company]]" in done.err
    assert not (tmp_path / "out").exists()


def test_a_paper_as_an_e_mail_draft(run, ledger, tmp_path):
    """The draft carries the paper, and waits for an address where none is known."""
    done = papers(run, ledger, "repayment", "--customer", "C1", "--as", "docx,eml", "--lang", "en")
    assert (done.code, "1 e-mail draft" in done.err) == (0, True)
    mail = email.message_from_bytes(next((tmp_path / "out").glob("*.eml")).read_bytes())
    assert mail["X-Arcollect"].startswith("letter ")
    assert [part.get_filename() for part in mail.walk() if part.get_filename()]


def test_papers_of_another_kind_or_customer_stay(run, ledger, tmp_path):
    for kind in ("stop-supply", "repayment"):
        papers(run, ledger, kind, "--customer", "C1")
    assert {p.name for p in (tmp_path / "out").iterdir() if p.name[0] != "."} == {
        "还款协议_C1_清单.xlsx", "还款协议_C1_打印合集.docx", "还款协议_甲公司_001.docx",
        "停供通知_C1_清单.xlsx", "停供通知_C1_打印合集.docx", "停供通知_甲公司_001.docx",
    }  # fmt: skip


def test_a_message_is_no_letter(run, ledger, tmp_path):
    done = papers(run, ledger, "short", "--as", "pdf", "--lang", "en")
    assert (done.code, "--as" in done.err) == (2, True)
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("command", ["letters", "paper", "statement"])
def test_fonts_are_asked_for_in_one_way(run, ledger, tmp_path, command):
    pytest.importorskip("typst")
    (tmp_path / "arcollect.toml").write_text(POLICY + "[letters]\nmin_demand = '10'\n", "utf-8")
    kind = ("--kind", "reconciliation") if command == "paper" else ()
    line = (command, ledger, *kind, *AS_OF, "--as", "pdf", "-o", "pdf", "--lang", "en")
    named = run(*line, "--font", "No Such Font")
    placed = run(*line, "--font-path", "nowhere")
    assert (named.code, "No Such Font" in named.err) == (2, True)
    assert (placed.code, "nowhere" in placed.err) == (2, True)


def test_an_agreement_without_an_account_leaves_lines_to_fill_in(run, ledger, tmp_path):
    (tmp_path / "arcollect.toml").write_text("[[company]]\nname = '示例贸易'\n", encoding="utf-8")
    done = papers(run, ledger, "repayment", "--customer", "C1", "--as", "txt")
    said = next((tmp_path / "out").glob("*.txt")).read_text(encoding="utf-8")
    assert "账号    __" in said
    assert "留了空行" in done.err
