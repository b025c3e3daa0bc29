"""Problems of one kind together: how many, where, and what to do."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from arcollect.errors import Message, Problem, Severity
from arcollect.money import show
from arcollect.text import Lang, say, text
from arcollect.views.problems import ORDER, TONES
from arcollect.views.table import Column, Kind, Table, Value

MORE = "ledger.more"
CELLS = 6  # cells named per kind; the workbook of `report` lists every one


def mistakes_table(problems: Sequence[Problem], lang: Lang) -> Table:
    """One row per kind of problem, rows left out first, the most frequent first."""
    kinds = _kinds(problems)
    tones = [TONES[of[0].severity] for of in kinds]
    cells: dict[str, Sequence[Value]] = {
        "severity": [text(f"problems.{of[0].severity}", lang) for of in kinds],
        "count": [sum(map(_times, of)) for of in kinds],
        "cells": [_cells(of, lang) for of in kinds],
        "message": [say(of[0].said, lang) for of in kinds],
        "remedy": [say(r, lang) if (r := of[0].remedy) else "" for of in kinds],
        "amount": [_amounts(of, lang) for of in kinds],
    }
    columns = tuple(
        Column(
            key,
            text(f"check.problem_{key}", lang),
            Kind.COUNT if key == "count" else Kind.TEXT,
            values,
            tones if key == "severity" else (),
            wide=key in {"cells", "message", "remedy"},
        )
        for key, values in cells.items()
        if key not in {"amount", "remedy"} or any(values)
    )
    notes = (text("check.problems_note" if kinds else "check.no_problems", lang),)
    return Table("kinds", text("check.problems", lang), columns, notes=notes)


def _kinds(problems: Sequence[Problem]) -> list[list[Problem]]:
    """Problems of one key; those that a sheet only counts stand behind those it lists."""
    kinds: dict[tuple[Severity, str], list[Problem]] = {}
    for problem in sorted(problems, key=lambda p: p.said.key == MORE):
        said = problem.said.facts["said"] if problem.said.key == MORE else problem.said
        key = said.key if isinstance(said, Message) else problem.said.key
        kinds.setdefault((problem.severity, key), []).append(problem)
    return sorted(
        kinds.values(), key=lambda of: (ORDER.index(of[0].severity), -sum(map(_times, of)))
    )


def _times(problem: Problem) -> int:
    """How often a problem occurs: a line "12 more of this kind" stands for twelve."""
    count = problem.said.facts.get("count") if problem.said.key == MORE else 1
    return count if isinstance(count, int) else 1


def _cells(of: Sequence[Problem], lang: Lang) -> str:
    """客户!B7、B9 … and how many more; the sheet is named once per run of cells."""
    named, sheet = [], ""
    placed = [p for p in of if p.cell or p.sheet]
    for problem in islice((p for p in placed if p.said.key != MORE), CELLS):
        place = problem.cell if problem.sheet == sheet else f"{problem.sheet}!{problem.cell}"
        named.append(place.strip("!"))
        sheet = problem.sheet
    rest = sum(map(_times, placed)) - len(named)
    key = "check.cells_more" if rest else "check.list"
    return text(key, lang, items=named, count=rest)


def _amounts(of: Sequence[Problem], lang: Lang) -> str:
    """Money left out by this kind, per currency."""
    money: dict[str, int] = {}
    for problem in of:
        if problem.amount_minor is not None and problem.severity is Severity.EXCLUDED:
            currency = problem.currency or "CNY"
            money[currency] = money.get(currency, 0) + problem.amount_minor
    shown = [f"{currency} {show(minor, currency)}" for currency, minor in sorted(money.items())]
    return text("check.list", lang, items=shown)
