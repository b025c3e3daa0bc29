"""Lines break where a reader expects it."""

from __future__ import annotations

import pytest
from rich.cells import cell_len

from arcollect.render.wrap import wrap


@pytest.mark.parametrize(
    ("said", "columns", "lines"),
    [
        ("有 2 笔没有到期日，请补上。", 12, ["有 2 笔没有", "到期日，请补", "上。"]),
        ("要书面计划（周一前）", 12, ["要书面计划", "（周一前）"]),
        ("● incomplete", 12, ["● incomplete"]),
        ("46,895,000.00÷8,118,453.97", 16, ["46,895,000.00÷", "8,118,453.97"]),
        ("up to 85 days late", 10, ["up to 85", "days late"]),
        ("XSFP2026060325", 6, ["XSFP2026060325"]),
        ("名单止于 80% 或 30 户", 20, ["名单止于 80% 或", "30 户"]),
        ("2025-09-27 周六", 12, ["2025-09-27", "周六"]),
        ("", 5, [""]),
    ],
)
def test_lines(said: str, columns: int, lines: list[str]) -> None:
    assert wrap(said, columns).split("\n") == lines


def test_nothing_is_lost_and_no_line_is_too_long() -> None:
    said = "重点催收池：逾期 91 天及以上（或金额达标），名单止于 80 %。" * 4
    lines = wrap(said, 20).split("\n")
    assert "".join(lines).replace(" ", "") == said.replace(" ", "")
    assert all(cell_len(line) <= 20 for line in lines)
