"""With what the figures were made: as-of, cut-off, files and their hash, version."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

from arcollect.text import Lang, say, text
from arcollect.views.amounts import decimals, percent
from arcollect.views.standing.aging import cutoff_place
from arcollect.views.table import Column, Kind, Table

if TYPE_CHECKING:
    from collections.abc import Mapping

    from arcollect.ledger.schema import Control
    from arcollect.views.findings import Findings


def parameters_table(found: Findings, lang: Lang) -> Table:
    """Key and value: enough to repeat the run and to tick it.

    Files without their folders: the same books give the same bytes from anywhere.
    """
    source, policy = found.position.ledger.source, found.policy
    facts = [
        ("as_of", found.position.as_of.isoformat()),
        ("cutoff", f"{source.cutoff or '—'} {cutoff_place(source, lang)}".strip()),
        (
            "files",
            "、".join(source.files) if lang is Lang.ZH else ", ".join(source.files),
        ),
        ("sha256", source.sha256),
        ("form", text(f"parameters.form_{source.form}", lang)),
        ("basis", text(f"parameters.basis_{found.aging.basis}", lang)),
        ("buckets", " / ".join(str(day) for day in policy.aging.buckets)),
        ("credits", say(found.position.credits_why, lang)),
        ("warn", percent(policy.ratios.overdue_warn_above)),
        ("base", policy.base_currency),
        ("rates", _rates(found)),
        ("policy", PurePath(found.policy_path).name or text("parameters.defaults", lang)),
        ("version", f"arcollect {found.version}"),
    ]
    keys = [text(f"parameters.{key}", lang) for key, _ in facts]
    columns = (
        Column("key", text("parameters.key", lang), Kind.TEXT, keys),
        Column(
            "value",
            text("parameters.value", lang),
            Kind.ID,
            [v for _, v in facts],
            wide=True,
        ),
    )
    return Table("parameters", text("parameters.title", lang), columns)


def control_table(control: Control, lang: Lang) -> Table:
    """How every row of the file was classed, with its money: the tie-out."""
    rows = [(c, currency, minor) for c in control.classes for currency, minor in _money(c.money)]
    counted_once = [
        None if again else c.rows
        for c in control.classes
        for again, _ in enumerate(_money(c.money))
    ]

    def word(key: str) -> str:
        return text(f"parameters.{key}", lang)

    classes = [text(f"parameters.class_{c.row_class}", lang) for c, _, _ in rows]
    money = [decimals([minor], currency)[0] if currency else None for _, currency, minor in rows]
    columns = (
        Column(
            "sheet",
            word("sheet"),
            Kind.TEXT,
            [c.sheet or c.file for c, _, _ in rows],
            wide=True,
        ),
        Column("class", word("class"), Kind.TEXT, classes),
        Column("rows", word("rows"), Kind.COUNT, counted_once),
        Column(
            "currency",
            word("currency"),
            Kind.TEXT,
            [currency for _, currency, _ in rows],
        ),
        Column("money", word("money"), Kind.MONEY, money),
    )
    return Table("control", word("control"), columns)


def _money(money: Mapping[str, int]) -> list[tuple[str, int]]:
    return sorted(money.items()) or [("", 0)]


def _rates(found: Findings) -> str:
    policy = found.policy
    shown = [f"1 {c} = {rate} {policy.base_currency}" for c, rate in sorted(policy.rates.items())]
    return " · ".join(shown) or "—"
