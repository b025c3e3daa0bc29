"""A small ledger in a file, and the program run on it."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[2] / "src"
LEDGER = """\
客户编码,客户名称,单据编号,单据日期,到期日,应收金额,未收金额,业务员
C1,甲公司,A1,2026-08-01,2026-08-31,100.00,100.00,张三
C1,甲公司,A2,2026-10-01,2026-11-30,50.00,50.00,张三
C2,乙公司,B1,2026-10-01,2026-11-30,300.00,150.00,李四
"""


POLICY = """
[[company]]
name = "示例贸易有限公司"
bank = "示例银行"
bank_account = "0000 1111"
signer = "王五"
[letters]
min_demand = "10"
"""


@dataclass(frozen=True)
class Run:
    """What one run of the program left behind."""

    code: int
    out: str
    err: str


@pytest.fixture
def ledger(tmp_path):
    """Overdue at 2026-10-31: A1, 61 days, 100.00 of 300.00."""
    path = tmp_path / "台账.csv"
    path.write_text(LEDGER, encoding="utf-8")
    return path


@pytest.fixture
def run(capsysbinary, monkeypatch, tmp_path):
    """Run the program in this process, with an empty environment of its own."""
    from arcollect.__main__ import main

    monkeypatch.chdir(tmp_path)
    for name in [n for n in os.environ if n.startswith(("ARCOLLECT_", "LC_", "LANG"))]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))

    def run_here(*arguments, **env):
        for name, value in env.items():
            monkeypatch.setenv(name, value)
        code = main([str(argument) for argument in arguments])
        caught = capsysbinary.readouterr()
        return Run(code, caught.out.decode(), caught.err.decode())

    return run_here


@pytest.fixture
def spawn(tmp_path):
    """Run the program as its own process, as a shell or cron would."""

    def run_there(*arguments, env=None, **more):
        own = {"XDG_DATA_HOME": str(tmp_path / "data"), "XDG_STATE_HOME": str(tmp_path / "state")}
        kept = {"PYTHONPATH": str(SOURCE), "PATH": os.environ["PATH"], **own, **(env or {})}
        return subprocess.run(
            [sys.executable, "-m", "arcollect", *map(str, arguments)],
            env=kept, cwd=tmp_path, capture_output=True, check=False, **more,
        )  # fmt: skip

    return run_there


@pytest.fixture
def own_company(tmp_path):
    """A policy with our own company, so that letters can be written."""
    (tmp_path / "arcollect.toml").write_text(POLICY, encoding="utf-8")
