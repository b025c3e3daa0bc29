"""Two questions that only a person can answer: which column, and the password."""

from __future__ import annotations

import io
import os
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
import xlsxwriter

SOURCE = Path(__file__).parents[2] / "src"
TWO = """\
客户名称,单据编号,到期日,未收金额(元),未收金额（元）
甲公司,A1,2026-08-31,100.00,70.00
"""
PASSWORD = "秘密Pass-42"


@pytest.fixture
def two(tmp_path):
    path = tmp_path / "two.csv"
    path.write_text(TWO, encoding="utf-8")
    return path


@pytest.fixture
def at_terminal(tmp_path):
    """Run the program with a person at its keyboard and screen; stdout is a pipe."""
    pty = pytest.importorskip("pty")

    def run_there(typed: str, *arguments: object) -> tuple[int, str, str]:
        person, screen = pty.openpty()
        child = subprocess.Popen(
            [sys.executable, "-m", "arcollect", *map(str, arguments)],
            stdin=screen, stdout=subprocess.PIPE, stderr=screen, cwd=tmp_path,
            env={"PYTHONPATH": str(SOURCE), "PATH": os.environ["PATH"], "NO_COLOR": "1",
                 "HOME": str(tmp_path), "LC_ALL": "C.UTF-8", "PYTHONUTF8": "1"},
            start_new_session=True,
        )  # fmt: skip
        os.close(screen)
        said: list[bytes] = []
        reader = threading.Thread(target=read_all, args=(person, said))
        reader.start()
        deadline = time.monotonic() + 30
        while not said and time.monotonic() < deadline:
            time.sleep(0.05)
        time.sleep(0.3)  # what is typed before a password is asked for is thrown away
        os.write(person, typed.encode())
        try:
            out = child.communicate(timeout=120)[0]
        finally:
            child.kill()
        reader.join(timeout=10)
        os.close(person)
        return child.returncode, out.decode(), b"".join(said).decode()

    return run_there


def read_all(person: int, said: list[bytes]) -> None:
    try:
        while piece := os.read(person, 4096):
            said.append(piece)
    except OSError:  # the program has gone
        return


def test_cron_is_told_both_columns_and_the_flags(spawn, two):
    done = spawn("aging", two, "--lang", "en", stdin=subprocess.DEVNULL)
    said = done.stderr.decode()
    assert done.returncode == 3
    assert "D 未收金额(元)" in said
    assert "E 未收金额（元）" in said
    assert "--map open=D" in said
    assert "--map open=E" in said


@pytest.mark.parametrize(("letter", "owed"), [("D", "100.00"), ("E", "70.00")])
def test_the_flag_named_in_the_error_answers_it(run, two, letter, owed):
    done = run("aging", two, "--map", f"open={letter}")
    assert done.code == 0
    assert owed in done.out


def test_a_person_is_asked(at_terminal, two):
    code, out, screen = at_terminal("7\n2\n", "aging", two, "--lang", "en", "-f", "csv")
    assert code == 0, screen
    assert "1  D  未收金额(元)" in screen
    assert "--map open=E" in screen
    assert "70.00" in out
    assert "100.00" not in out


def test_no_answer_is_a_refusal(at_terminal, two):
    code, out, _ = at_terminal("\n", "aging", two)
    assert (code, out) == (3, "")


def locked(path: Path) -> Path:
    """A workbook that opens with PASSWORD only."""
    pytest.importorskip("msoffcrypto")
    from msoffcrypto.format.ooxml import OOXMLFile

    book = xlsxwriter.Workbook(plain := io.BytesIO())
    page = book.add_worksheet()
    page.write_row(0, 0, ["客户名称", "单据编号", "到期日", "未收金额"])
    page.write_row(1, 0, ["甲公司", "A1", "2026-08-31", 4321.5])
    book.close()
    with path.open("wb") as out:
        OOXMLFile(plain).encrypt(PASSWORD, out)
    return path


@pytest.fixture
def secret(tmp_path):
    return locked(tmp_path / "secret.xlsx")


def test_without_a_password_it_says_how_to_give_one(run, secret):
    done = run("aging", secret, "--lang", "en")
    assert done.code == 3
    assert "--password-file" in done.err
    assert "ARCOLLECT_PASSWORD" in done.err


def test_the_password_comes_from_the_environment(run, secret):
    done = run("aging", secret, ARCOLLECT_PASSWORD=PASSWORD)
    assert done.code == 0, done.err
    assert "4321.50" in done.out


def test_the_password_comes_from_a_file(run, secret, tmp_path):
    (tmp_path / "pw.txt").write_text(PASSWORD + "\n", encoding="utf-8")
    assert "4321.50" in run("aging", secret, "--password-file", tmp_path / "pw.txt").out
    assert run("aging", secret, "--password-file", tmp_path / "none.txt").code == 2


def test_the_password_is_typed_unseen(at_terminal, secret):
    code, out, screen = at_terminal(PASSWORD + "\n", "aging", secret, "-f", "csv")
    assert code == 0, screen
    assert "4321.50" in out


def test_a_wrong_password_is_one_sentence(run, secret):
    done = run("aging", secret, "--lang", "en", ARCOLLECT_PASSWORD="wrong")
    assert done.code == 3
    assert "does not open secret.xlsx" in done.err
    assert "wrong" not in done.err


def test_a_locked_file_can_be_anonymised(run, secret, tmp_path):
    done = run("check", secret, "--anonymise", tmp_path / "o.xlsx", ARCOLLECT_PASSWORD=PASSWORD)
    assert done.code == 0, done.err


def test_without_the_extra_it_says_what_to_install(run, secret, monkeypatch):
    monkeypatch.setitem(sys.modules, "msoffcrypto", None)
    monkeypatch.setattr("arcollect.ledger.file.locked.find_spec", lambda _: None)
    done = run("aging", secret, "--lang", "en", ARCOLLECT_PASSWORD=PASSWORD)
    assert done.code == 3
    assert 'pip install "arcollect[encrypted]"' in done.err


def test_there_is_no_option_for_the_password_itself(run, secret):
    assert run("aging", secret, "--password", PASSWORD).code == 2
