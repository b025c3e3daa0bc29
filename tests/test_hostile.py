"""Any bytes in: one clear sentence and a documented exit code, never a traceback."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests import hostile_files as odd
from tests.program import Ran, run

from arcollect.files import locked
from arcollect.folders import MANIFEST
from arcollect.folders.staging import PLACE

Make = Callable[[], bytes]
REFUSED: dict[str, tuple[Make, str, str]] = {
    "空.xlsx": (lambda: b"", "是空的", "is empty"),
    "zeros.csv": (lambda: bytes(500), "是空的", "is empty"),
    "text.xlsx": (lambda: odd.text("hello", "world"), "没有认出表头", "No header"),
    "locked.xlsx": (odd.encrypted, "打开密码", "password"),
    "cut.xlsx": (lambda: odd.good()[:3000], "已损坏或不完整", "damaged"),
    "bomb.xlsx": (odd.bomb, "压缩比异常", "packed implausibly"),
    "far.xlsx": (odd.far_cell, "XFD1048576", "XFD1048576"),
    "laughs.xlsx": (odd.laughs, "实体声明", "entities"),
    "doctype.xlsx": (odd.doctype, "文档类型", "document type"),
    "image.xlsx": (lambda: odd.PNG, "PNG", "PNG"),
    "paper.xlsx": (lambda: b"%PDF-1.7\n" + bytes(99), "PDF", "PDF"),
    "~$台账.xlsx": (lambda: odd.LOCK, "临时文件", "while a file is open"),
    "noise.csv": (lambda: random.Random(1).randbytes(600), "编码", "encoding"),
    "headless.csv": (lambda: odd.text("a,b", "1,2"), "没有认出表头", "No header"),
    "titles.csv": (lambda: odd.text("明细表", "编制：张三"), "没有认出表头", "No header"),
    "header.csv": (odd.HEADER.encode, "表头下面没有", "below the header"),
    "sheets.xlsx": (lambda: odd.book([], [], []), "表1", "no data"),
    "money.csv": (lambda: odd.text("客户名称,到期日,编号", "甲,2026-01-31,1"), "缺少金额", "lacks"),
    "dues.csv": (lambda: odd.text("客户名称,单据编号,未收金额", "甲,D1,100"), "--terms", "--terms"),
    "words.csv": (lambda: odd.text(odd.HEADER + "甲,D1,2026-01-31,若干"), "若干", "若干"),
    "order.csv": (lambda: odd.text(odd.HEADER + "甲,D1,1/2/2026,9"), "--date-order", "dmy"),
    "sums.csv": (lambda: odd.text("客户名称,1-30天,31-60天", "甲,1,2"), "逐笔", "per customer"),
}  # fmt: skip
READ: dict[str, Make] = {
    "国标.csv": lambda: (odd.HEADER + odd.ROW).encode("gb18030"),
    "unicode.csv": lambda: (odd.HEADER + odd.ROW).encode("utf-16"),
    "marked.csv": lambda: (odd.HEADER + odd.ROW).encode("utf-8-sig"),
    "page.xls": odd.page,
    "sap.xls": odd.archive,
    "2003.xls": odd.spreadsheet_2003,
    "really.csv": odd.good,
    "台账 (1) & ★.xlsx": odd.good,
}


def is_calm(ran: Ran) -> bool:
    """A documented exit code and no traceback."""
    return ran.code in range(6) and "Traceback" not in ran.out + ran.err


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("name", REFUSED)
def test_one_sentence_and_a_remedy(name: str, lang: str, tmp_path: Path) -> None:
    make, *said = REFUSED[name]
    (tmp_path / name).write_bytes(make())
    start = time.perf_counter()
    ran = run("aging", tmp_path / name, "--lang", lang)
    assert (ran.code, ran.out) == (3, "")
    assert said[lang == "en"] in ran.err
    assert {"zh": "怎么办：", "en": "What to do: "}[lang] in ran.err
    assert ran.err.count("\n") <= 3
    assert time.perf_counter() - start < 5


@pytest.mark.parametrize("name", READ)
def test_odd_but_good_files_are_read(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(READ[name]())
    ran = run("aging", tmp_path / name, "-f", "json", "--as-of", "2026-02-15")
    assert ran.code == 0
    assert ran.json["tables"][0]["total"]["1-30"] == "100.00"


def test_big5_is_read_when_it_is_named(tmp_path: Path) -> None:
    path = tmp_path / "帳款.csv"
    path.write_bytes(
        "客戶名稱,單據編號,到期日,未收金額\n甲公司,D1,2026-01-31,100.00\n".encode("big5")
    )
    ran = run("aging", path, "--encoding", "big5", "-f", "json")
    assert ran.json["tables"][0]["rows"][0]["customer"] == "甲公司"
    assert is_calm(run("aging", path))


@pytest.mark.parametrize("command", ["summary", "check", "grade", "letters", "report"])
def test_every_command_refuses_in_the_same_words(command: str, tmp_path: Path) -> None:
    path = tmp_path / "image.xlsx"
    path.write_bytes(odd.PNG)
    refused = run(command, path)
    assert refused.code == 3
    assert refused == run("aging", path)
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize(("name", "zh"), [("", "文件夹"), ("missing.xlsx", "找不到文件")])
def test_a_folder_or_nothing_at_all(name: str, zh: str, tmp_path: Path) -> None:
    ran = run("aging", tmp_path / name, "--lang", "zh")
    assert ran.code == 3
    assert zh in ran.err


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    path = tmp_path / "台账.csv"
    path.write_text(odd.HEADER + odd.ROW, encoding="utf-8")
    return path


def test_the_ledger_is_never_written_to(ledger: Path) -> None:
    before = ledger.read_bytes()
    (ledger.parent / "link.csv").symlink_to(ledger)
    for target in (ledger, ledger.parent / "link.csv", ledger.parent / "." / ledger.name):
        assert run("aging", ledger, "-o", target).code == 2
    assert ledger.read_bytes() == before


@pytest.mark.parametrize("command", ["aging", "report"])
def test_an_output_that_cannot_be_written(command: str, ledger: Path) -> None:
    wall = ledger.parent / "wall"
    wall.write_text("a file, not a folder", encoding="utf-8")
    ran = run(command, ledger, "-o", wall / "x.csv", "--lang", "en")
    assert ran.code == 4
    assert "wall" in ran.err
    assert wall.read_text(encoding="utf-8") == "a file, not a folder"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_without_permission(ledger: Path) -> None:
    closed = ledger.parent / "closed"
    closed.mkdir(mode=0o555)
    assert run("aging", ledger, "-o", closed / "x.csv").code == 4


def test_a_second_run_waits_for_nobody(
    ledger: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    with locked(tmp_path / "out"):
        ran = run("report", ledger, "-o", tmp_path / "out", XDG_STATE_HOME=str(tmp_path))
    assert ran.code == 5
    assert not (tmp_path / "out").exists()


@given(luck=st.integers(0, 2**32), kind=st.sampled_from(["csv", "xlsx", "xls"]))
@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_any_bytes_end_calmly(luck: int, kind: str, tmp_path: Path) -> None:
    dice = random.Random(luck)
    seed = {"csv": (odd.HEADER + odd.ROW * 3).encode(), "xlsx": odd.good(), "xls": odd.page()}
    data = bytearray(seed[kind])
    for _ in range(dice.randint(1, 8)):
        data[dice.randrange(len(data))] = dice.randrange(256)
    path = tmp_path / f"t.{kind}"
    path.write_bytes(data[: dice.randint(1, len(data) * 3)])
    for command in ("check", "summary"):
        ran = run(command, path, "--as-of", "2026-06-30")
        assert is_calm(ran), (ran.code, ran.err)


OWNER = '[[company]]\nname = "我方有限公司"\n'
LARGE = "甲公司,D1,2026-01-31,100000.00\n乙公司,D2,2026-04-30,50000.00\n"


def test_a_killed_report_leaves_old_or_new_files(ledger: Path) -> None:
    (ledger.parent / "arcollect.toml").write_text(OWNER, encoding="utf-8")
    ledger.write_text(odd.HEADER + LARGE, encoding="utf-8")
    out = ledger.parent / "out"
    assert run("report", ledger, "-o", out, "--as-of", "2026-05-31").code == 0
    old = contents(out)
    kill_while_writing(["report", str(ledger), "-o", str(out), "--as-of", "2026-09-30"], out)
    left = contents(out)
    assert run("report", ledger, "-o", out, "--as-of", "2026-09-30").code == 0
    new = contents(out)
    assert new["report.xlsx"] != old["report.xlsx"]
    whole = {*old.values(), *new.values()}  # an old draft may have moved aside already
    assert [n for n, data in left.items() if n != MANIFEST and data not in whole] == []
    assert {n.rpartition("/")[2] for n in old} <= {n.rpartition("/")[2] for n in left}
    assert {n.rpartition("/")[2] for n in left} <= {n.rpartition("/")[2] for n in new}


def contents(folder: Path) -> dict[str, bytes]:
    """Every finished file by its name; what a killed run was still writing is hidden."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in files
        if PLACE not in path.parts
        and (path.name == MANIFEST or not path.name.startswith(".arcollect-"))
    }


def kill_while_writing(line: list[str], out: Path) -> None:
    """SIGKILL as soon as the run has begun to replace files: the plan is there."""
    with subprocess.Popen(
        [sys.executable, "-m", "arcollect", *line],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as running:
        while running.poll() is None and not (out / PLACE / "plan.json").exists():
            time.sleep(0.001)
        running.send_signal(signal.SIGKILL)
