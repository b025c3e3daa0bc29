"""`arcollect evidence`: folders, manifest, verification; nobody else's data."""

from __future__ import annotations

from hashlib import sha256

import openpyxl
import pytest

LEDGER = """\
客户名称,单据编号,合同编号,单据日期,到期日,应收金额,未收金额,违约金条款,日违约金率
甲公司,XS-1,HT1,2023-03-01,2023-04-11,180000,180000,第5条,0.05%
甲/乙公司,XS-2,HT2,2023-03-01,2023-04-11,50,50,第5条,0.05%
../../x,XS-3,HT3,2023-03-01,2023-04-11,70,70,,
"""
AS_OF = ("--as-of", "2023-07-18")


@pytest.fixture
def packed(run, ledger, tmp_path):
    """The packs of three customers, with two scans of the first."""
    ledger.write_text(LEDGER, encoding="utf-8")
    scans = tmp_path / "扫描件"
    (scans / "子").mkdir(parents=True)
    (scans / "合同 HT1.pdf").write_bytes(b"contract")
    (scans / "子" / "送货单XS-1.jpg").write_bytes(b"delivery")
    (scans / "无名.jpg").write_bytes(b"?")
    call = ("--customer", "甲公司", "--feedback", "手机13812345678，身份证11010519491231002X")
    run("log", "add", ledger, *call, "--at", "2023-06-10 14:30", "--channel", "call")
    done = run("evidence", ledger, *AS_OF, "--files", scans, "-o", tmp_path / "证据")
    assert done.code == 0, done.err
    return tmp_path / "证据"


def text_of(path):
    book = openpyxl.load_workbook(path)
    return "\n".join(
        str(v) for sheet in book for row in sheet.iter_rows(values_only=True) for v in row if v
    )


def test_folders_are_named_and_stay_inside(packed, tmp_path):
    """G-14."""
    names = sorted(p.name for p in packed.iterdir() if p.is_dir())
    assert names == sorted(["甲公司催收证据20230718", "甲_乙公司催收证据20230718", names[0]])
    assert not any(name.startswith(".") for name in names)
    assert not (tmp_path.parent / "x").exists()


def test_the_pack_holds_fee_steps_and_files_with_their_hashes(packed):
    """180,000 at 0.05 % for 98 days is 8,820.00 (G-06)."""
    pack = packed / "甲公司催收证据20230718"
    shown = text_of(pack / "证据清单.xlsx")
    assert "8820" in shown
    assert "合同 HT1.pdf" in shown
    assert (pack / "附件" / "子" / "送货单XS-1.jpg").read_bytes() == b"delivery"
    assert "附件/合同 HT1.pdf" in (pack / "SHA256SUMS.txt").read_text("utf-8")


def test_every_document_names_its_row(packed):
    """What is claimed can be ticked against the export."""
    book = openpyxl.load_workbook(packed / "甲公司催收证据20230718" / "证据清单.xlsx")
    shown = [str(v) for row in book["欠款与回款"].iter_rows(values_only=True) for v in row if v]
    assert "台账所在行" in shown
    assert any(value.endswith("!2") for value in shown)


def test_every_sheet_names_the_export_it_was_made_of(packed, ledger):
    book = openpyxl.load_workbook(packed / "甲公司催收证据20230718" / "证据清单.xlsx")
    made_of = f"来自 {ledger.name}（SHA-256 {sha256(ledger.read_bytes()).hexdigest()}）"
    assert all(made_of in str(sheet["A2"].value) for sheet in book)


def test_a_pack_names_nobody_else_and_no_personal_numbers(packed):
    """Invariant 14, X-24."""
    shown = text_of(packed / "甲公司催收证据20230718" / "证据清单.xlsx")
    for secret in ("甲/乙公司", "XS-2", "13812345678", "11010519491231002X"):
        assert secret not in shown
    assert "138***5678" in shown


def test_personal_numbers_never_reach_stdout_or_stderr(run, packed, ledger):
    done = run("evidence", ledger, *AS_OF, "-o", packed)
    assert "13812345678" not in done.out + done.err
    assert "11010519491231002X" not in done.out + done.err


def test_a_second_run_changes_nothing(run, packed, ledger, tmp_path):
    before = {p: p.read_bytes() for p in packed.rglob("*") if p.is_file()}
    run("evidence", ledger, *AS_OF, "--files", tmp_path / "扫描件", "-o", packed)
    assert {p: p.read_bytes() for p in packed.rglob("*") if p.is_file()} == before


def test_verify_finds_what_changed(run, packed):
    pack = packed / "甲公司催收证据20230718"
    assert run("evidence", "--verify", packed).code == 0
    (pack / "附件" / "合同 HT1.pdf").write_bytes(b"forged")
    (pack / "附件" / "子" / "送货单XS-1.jpg").unlink()
    (pack / "新.txt").write_text("x")
    done = run("--lang", "zh", "evidence", "--verify", pack)
    assert done.code == 1
    assert all(word in done.out for word in ("内容已改变", "已缺失", "清单之外"))


@pytest.mark.parametrize("line", ["kaputt", f"{'0' * 64}  ../../x", f"{'0' * 64}  /etc/passwd"])
def test_a_list_that_leads_outside_is_refused(run, packed, line):
    (packed / "甲公司催收证据20230718" / "SHA256SUMS.txt").write_text(line, "utf-8")
    assert run("evidence", "--verify", packed).code == 3


def test_without_anything_to_check_or_to_pack_it_says_so(run, ledger, tmp_path):
    assert run("evidence").code == 2
    assert run("evidence", "--verify", tmp_path / "nirgends").code == 3
    assert run("evidence", ledger, "--files", tmp_path / "nirgends").code == 2
    assert run("evidence", ledger, "--customer", "谁").code == 2


def test_letters_and_papers_are_named_in_the_readers_words(run, ledger, tmp_path):
    """How it went out and what it was: 快递, 停供通知; no word of the program's own."""
    ledger.write_text(LEDGER, encoding="utf-8")
    (tmp_path / "arcollect.toml").write_text('[[company]]\nname = "我方"\n', encoding="utf-8")
    paper = ("--kind", "stop-supply", "--customer", "甲公司", "-o", "文书", "--as", "txt")
    assert run("paper", ledger, *paper, *AS_OF).code == 0
    done = run("letters", "--sent", "停字2023-1", "--by", "courier", "--on", "2023-07-20")
    assert done.code == 0, done.err
    run("evidence", ledger, "--as-of", "2023-07-21", "--customer", "甲公司", "-o", "证据")
    [path] = (tmp_path / "证据").rglob("*.xlsx")
    said = text_of(path)
    assert "停供通知" in said
    assert "快递" in said
    assert "courier" not in said
    assert "stop-supply" not in said
