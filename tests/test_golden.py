"""What people see, word for word; read `tests/golden` as documents.

`pytest tests/test_golden.py --golden-update` accepts what is printed now.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.program import run
from tests.workbook_dump import dump

ROOT = Path(__file__).parents[1]
GOLDEN = Path(__file__).parent / "golden"
LEDGER = "examples/ledger.xlsx"
LINES = {
    "summary": (LEDGER,),
    "check": ("check", LEDGER),
    "aging": ("aging", LEDGER, "--top", "12"),
    "aging-detail": ("aging", LEDGER, "--detail", "--top", "8"),
    "aging-audit": ("aging", LEDGER, "--buckets", "audit", "--by", "salesperson"),
    "ratios": ("ratios", LEDGER),
    "grade": ("grade", LEDGER),
    "fee": ("fee", LEDGER),
    "letters": ("letters", LEDGER, "--dry-run"),
    "explain-document": ("explain", LEDGER, "XSFP2026060325"),
    "explain-customer": ("explain", LEDGER, "C007"),
    "worklist": ("worklist", LEDGER, "-f", "table"),
    "alerts": ("alerts", LEDGER, "-f", "table"),
    "limits": ("limits", LEDGER, "-f", "table"),
    "segment": ("segment", LEDGER, "-f", "table"),
    "forecast": ("forecast", LEDGER, "-f", "table"),
    "recover": ("recover", LEDGER, "--customer", "C007", "--assets", "100,000", "-f", "table"),
    "provision": ("provision", LEDGER, "--standard", "cas", "-f", "table"),
    "audit": ("audit", LEDGER, "-f", "table"),
}
ON_A_TERMINAL = (
    ("summary", "zh"), ("check", "zh"), ("check", "en"), ("aging", "zh"), ("ratios", "zh"),
    ("grade", "en"),
)  # fmt: skip
SCREEN = {"COLUMNS": "100", "LINES": "60", "TERM": "dumb"}
Compare = Callable[[str, str], None]


@pytest.fixture(autouse=True)
def at_the_root(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Compare:
    """Compare with the accepted text, or accept it."""

    def compare(name: str, said: str) -> None:
        path = GOLDEN / f"{name}.txt"
        said = "\n".join(line.rstrip() for line in said.splitlines()) + "\n"
        if request.config.getoption("--golden-update"):
            path.parent.mkdir(exist_ok=True)
            path.write_text(said, encoding="utf-8", newline="\n")
        assert said == path.read_text(encoding="utf-8")

    return compare


def said(line: tuple[str, ...], *, terminal: bool = False) -> str:
    ran = run(*line, terminal=terminal, **SCREEN)
    assert ran.code == 0, ran.err
    shown = f"$ arcollect {' '.join(line)}\n{ran.out}"
    return f"{shown}\n--- stderr\n{ran.err}"


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("name", LINES)
def test_in_a_pipe(name: str, lang: str, golden: Compare) -> None:
    golden(f"{name}.{lang}", said((*LINES[name], "--lang", lang)))


@pytest.mark.parametrize(("name", "lang"), ON_A_TERMINAL)
def test_on_a_terminal_of_100_columns(name: str, lang: str, golden: Compare) -> None:
    golden(f"{name}.{lang}.screen", said((*LINES[name], "--lang", lang), terminal=True))


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_workbook(lang: str, golden: Compare, tmp_path: Path) -> None:
    assert run("report", LEDGER, "-o", tmp_path, "--lang", lang).code == 0
    golden(f"report.xlsx.{lang}", dump(tmp_path / "report.xlsx"))
