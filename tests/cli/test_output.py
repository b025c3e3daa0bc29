"""Where answers go: streams, files, formats, encodings."""

from __future__ import annotations

import json
import os
import stat
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import openpyxl
import pytest
from tests.program import EXAMPLE, run

AS_OF = ("--as-of", "2026-10-31")


def test_a_path_as_the_first_word_is_the_summary(run, ledger, tmp_path):
    before = sorted(tmp_path.iterdir())
    done = run(ledger, *AS_OF)
    assert done.code == 0
    assert "应收账款概览" in done.out
    assert done.out == run("summary", ledger, *AS_OF).out == run(*AS_OF, ledger).out
    assert sorted(tmp_path.iterdir()) == before


def test_a_pipe_gets_csv_with_full_names_and_raw_numbers(run, ledger):
    lines = run("aging", ledger, *AS_OF).out.splitlines()
    assert lines[0].startswith("客户编码,客户,币种,未到期,1-30天,31-90天")
    assert lines[1].startswith("C1,甲公司,CNY,50.00,0.00,100.00,0.00,0.00,")
    assert not lines[0].startswith("\ufeff")


def test_json_has_english_keys_and_decimal_strings(run, ledger):
    answer = json.loads(run("aging", ledger, *AS_OF, "-f", "json", "--lang", "en").out)
    row = answer["tables"][0]["rows"][0]
    assert (answer["schema_version"], answer["command"]) == (1, "aging")
    assert (answer["as_of"], answer["lang"]) == ("2026-10-31", "en")
    assert answer["tables"][0]["key"] == "aging.CNY"
    assert (row["customer"], row["31-90"], row["overdue"]) == ("甲公司", "100.00", "100.00")
    assert (row["worst_days"], row["documents"]) == (61, 2)
    assert answer["tables"][0]["total"]["open"] == "300.00"


@pytest.mark.parametrize(
    ("name", "begin"),
    [
        ("a.csv", b"\xef\xbb\xbf"),
        ("a.tsv", b"\xef\xbb\xbf"),
        ("a.json", b"{"),
        ("a.md", b"#"),
        ("a.html", b"<!"),
        ("a.xlsx", b"PK"),
    ],
)
def test_the_suffix_says_how(run, ledger, tmp_path, name, begin):
    done = run("aging", ledger, *AS_OF, "-o", name)
    assert (done.code, done.out) == (0, "")
    assert (tmp_path / name).read_bytes().startswith(begin)


def test_the_format_wins_over_the_suffix(run, ledger, tmp_path):
    run("aging", ledger, *AS_OF, "-o", "a.txt", "-f", "json")
    assert json.loads((tmp_path / "a.txt").read_text(encoding="utf-8"))["command"] == "aging"


def test_a_redirected_file_begins_with_a_bom_a_pipe_does_not(spawn, ledger, tmp_path):
    command = [sys.executable, "-m", "arcollect", "aging", str(ledger), *AS_OF]
    env = {**os.environ, "PYTHONPATH": os.environ.get("PYTHONPATH", ""), "LANG": "C"}
    with (tmp_path / "new.csv").open("wb") as out:
        subprocess.run(command, stdout=out, check=True, env=env, capture_output=False)
    assert (tmp_path / "new.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    assert not spawn("aging", ledger, *AS_OF).stdout.startswith(b"\xef\xbb\xbf")


def test_formulas_are_disarmed_in_files_only(run, tmp_path):
    path = tmp_path / "risky.csv"
    path.write_text("客户名称,到期日,未收金额\n=1+1,2026-08-31,100\n", encoding="utf-8")
    assert "\n=1+1," in run("aging", path, *AS_OF).out
    run("aging", path, *AS_OF, "-o", "out.csv")
    assert "\n'=1+1," in (tmp_path / "out.csv").read_text(encoding="utf-8-sig")


def test_an_output_is_never_an_input(run, ledger):
    before = ledger.read_bytes()
    done = run("aging", ledger, *AS_OF, "-o", ledger, "--lang", "en")
    assert (done.code, done.out) == (2, "")
    assert ledger.read_bytes() == before


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_without_permission_is_4(run, ledger, tmp_path):
    folder = tmp_path / "closed"
    folder.mkdir()
    folder.chmod(stat.S_IREAD | stat.S_IEXEC)
    assert run("aging", ledger, *AS_OF, "-o", folder / "a.csv").code == 4


def test_a_missing_folder_is_4(run, ledger, tmp_path):
    done = run("aging", ledger, *AS_OF, "-o", tmp_path / "none" / "a.csv")
    assert done.code == 4
    assert "Traceback" not in done.err


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_disk_is_4(ledger):
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "arcollect", "aging", str(ledger), *AS_OF],
            stdout=full, stderr=subprocess.PIPE, check=False,
        )  # fmt: skip
    assert done.returncode == 4
    assert b"Traceback" not in done.stderr


@pytest.mark.parametrize("flags", ["-f csv", "-f table", "-f json"])
def test_head_is_no_error(flags):
    program = f"{sys.executable} -m arcollect"
    line = f"{program} policy show {flags} | head -1; exit ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", line], capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.count(b"\n") == 1


def test_a_reader_that_is_gone_is_no_error(ledger):
    program = f"{sys.executable} -m arcollect {ledger} --as-of 2026-10-31"
    line = f"{program} | sleep 0; exit ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", line], capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")


def test_cron_has_no_environment(ledger):
    done = subprocess.run(
        ["env", "-i", sys.executable, "-m", "arcollect", "aging", str(ledger), *AS_OF],
        capture_output=True, check=False, cwd="/",
    )  # fmt: skip
    assert done.returncode == 0
    assert "甲公司".encode() in done.stdout


@pytest.mark.parametrize("env", [{"LANG": "C"}, {"LC_ALL": "POSIX"}, {"PYTHONIOENCODING": "gbk"}])
def test_data_is_utf8_whatever_the_locale(spawn, ledger, env):
    done = spawn("aging", ledger, *AS_OF, env=env)
    assert done.returncode == 0
    assert "甲公司" in done.stdout.decode("utf-8")


def test_a_narrow_console_encoding_never_breaks_the_screen(spawn, ledger):
    done = spawn(ledger, *AS_OF, env={"PYTHONIOENCODING": "ascii"})
    assert done.returncode == 0
    assert b"Traceback" not in done.stderr


def test_colour_only_on_a_terminal(run, ledger):
    assert "\x1b" not in run(ledger, *AS_OF).out
    assert "\x1b" not in run("aging", ledger, *AS_OF, "-f", "table").out


def test_stdin_is_a_ledger_too(spawn, ledger):
    done = spawn("aging", "-", *AS_OF, input=ledger.read_bytes())
    assert done.returncode == 0
    assert done.stdout == spawn("aging", ledger, *AS_OF).stdout


def test_the_main_table_only_in_csv_all_in_json(run, ledger):
    flags = ("check", ledger, *AS_OF, "-f")
    assert run(*flags, "csv").out.count("\n") < 5
    assert len(json.loads(run(*flags, "json").out)["tables"]) >= 5


def test_headline_figures_are_data_too(run, ledger):
    answer = json.loads(run(ledger, *AS_OF, "-f", "json", "--lang", "en").out)
    figures = next(t for t in answer["tables"] if t["key"] == "figures")
    shown = {row["key"]: row["shown"] for row in figures["rows"]}
    assert shown["overdue_ratio"] == "33.33%"


@pytest.mark.parametrize("format_", ["csv", "json", "md", "html", "xlsx", "table"])
def test_nothing_open_is_said_not_an_error(run, ledger, format_):
    done = run(
        "aging",
        ledger,
        "--as-of",
        "2020-01-01",
        "--lang",
        "en",
        "-o",
        f"a.{format_}",
        "-f",
        format_,
    )
    assert (done.code, done.out) == (0, "")
    shown = run("aging", ledger, "--as-of", "2020-01-01", "--lang", "en", "-f", "table").out
    assert (shown.count("Nothing is open."), shown.count("2020-01-01")) == (1, 1)


def test_a_full_disk_is_4_for_help_too():
    with Path("/dev/full").open("wb") as full:
        line = [sys.executable, "-m", "arcollect", "--help"]
        done = subprocess.run(line, stdout=full, stderr=subprocess.PIPE, check=False)
    assert done.returncode == 4
    assert b"the disk is full" in done.stderr


@pytest.mark.parametrize("command", ["summary", "check", "aging", "fee -f table"])
def test_a_reader_that_leaves_is_no_error(ledger, command):
    flags = "--as-of 2026-10-31 -q"
    line = (
        f"{sys.executable} -m arcollect {command} {ledger} {flags} | true; exit ${{PIPESTATUS[0]}}"
    )
    done = subprocess.run(["bash", "-c", line], capture_output=True, check=False)
    assert done.returncode == 0
    assert done.stderr == b""


def test_the_system_speaks_our_language(run, ledger):
    done = run("aging", ledger, *AS_OF, "-o", ledger / "x.csv")
    assert done.code == 4
    assert "路径中有一段是文件，不是文件夹" in done.err


@pytest.mark.parametrize(
    "command",
    ["summary", "check", "explain", "aging", "ratios", "grade", "pool", "forecast", "fee",
     "limits", "alerts", "worklist", "provision", "audit"],
)  # fmt: skip
def test_every_printed_page_names_its_data_and_its_day(run, ledger, tmp_path, command):
    """Who holds the sheet in hand finds the file and the day it was made of."""
    more = {"explain": ["A1"], "provision": ["--standard", "cas"]}.get(command, [])
    digest = sha256(ledger.read_bytes()).hexdigest()
    line = (command, ledger, *more, *AS_OF, "--lang", "en", "-q")
    assert run(*line, "-o", "a.xlsx").code == run(*line, "-o", "a.html").code == 0
    foot = f"data {digest[:12]} · as of 2026-10-31"
    for sheet in openpyxl.load_workbook(tmp_path / "a.xlsx"):
        assert str(sheet.oddFooter.left.text).endswith(foot), sheet.title
    assert foot in (tmp_path / "a.html").read_text("utf-8")
    answer = json.loads(run(*line, "-f", "json").out)
    assert answer["source"] == {"files": [ledger.name], "sha256": digest}


def test_an_unknown_format_is_refused_before_anything_is_written(tmp_path: Path) -> None:
    done = run("letters", EXAMPLE, "-o", tmp_path / "letters", "-f", "pdf")
    assert (done.code, "pdf" in done.err, list(tmp_path.iterdir())) == (2, True, [])
