"""Contract clauses that make a later claim easy, filled from the policy."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from arcollect.analysis.claims.governing import is_prc
from arcollect.text import Lang, text
from arcollect.views.block import Align, Block, Grid, Heading, Run, Style, Text
from arcollect.views.claims.fee_steps import rate_shown

if TYPE_CHECKING:
    from arcollect.policy import Policy

CLAUSES = ("fee", "stop", "statement", "title_kept", "costs", "jurisdiction")
BLANK = 6 * "\uff3f"
"""A place to fill in by hand; underlines are no forgotten slot (W-07)."""


class Layout(StrEnum):
    """In which language the clauses stand."""

    ONE = "one"
    BESIDE = "beside"  # Chinese and English in two columns
    BELOW = "below"  # one under the other, where a table would be too wide


@dataclass(frozen=True, slots=True)
class ClausePaper:
    """The clauses as a document (it is `Printed`)."""

    lang: Lang
    blocks: tuple[Block, ...]
    author: str
    day: dt.date
    title: str
    stem: str = "clauses"
    has_seam: bool = False
    is_draft: bool = False


def clause_paper(policy: Policy, lang: Lang, day: dt.date, layout: Layout) -> ClausePaper:
    """Late fee, stop of supply, statements, title, costs, jurisdiction (R000-49…51, R003-65).

    Rates, days and places are the policy's; what it does not know is a blank. Parties are
    called by their role, never 甲方 alone (R000-50). Each clause has its legal note: where
    Chinese law does not govern, what to ask a lawyer.
    """
    names = [company.name for company in policy.company]
    author = names[0] if len(names) == 1 else ""
    title = text("clauses.title", lang)
    blocks = (
        Heading(title, 1),
        Text((Run(text("clauses.lead", lang)),), Style.NOTE),
        *_clauses(policy, lang, layout),
        Text((Run(text("clauses.advice", lang)),), Style.NOTE),
    )
    return ClausePaper(lang, blocks, author, day, title)


def _clauses(policy: Policy, lang: Lang, layout: Layout) -> Iterator[Block]:
    for number, name in enumerate(CLAUSES, 1):
        heading = text(f"clauses.{name}_title", lang)
        yield Heading(f"{number}. {heading}", 2)
        if layout is Layout.BESIDE:
            yield _side_by_side(policy, name)
        else:
            languages = Lang if layout is Layout.BELOW else (lang,)
            yield from (Text((Run(clause(policy, name, each)),)) for each in languages)
        note = text(f"clauses.{name}_{'note' if is_prc(policy) else 'ask'}", lang)
        yield Text((Run(text("clauses.note", lang, note=note)),), Style.NOTE)


def _side_by_side(policy: Policy, name: str) -> Grid:
    titles = (text("clauses.chinese", Lang.ZH), text("clauses.english", Lang.EN))
    row = (clause(policy, name, Lang.ZH), clause(policy, name, Lang.EN))
    return Grid(titles, (Align.LEFT, Align.LEFT), (row,))


def clause(policy: Policy, name: str, lang: Lang) -> str:
    """The words of one clause, filled in; the late fee by the policy's own scheme (X-02)."""
    fee, own = policy.fee, policy.clauses
    key = _wording(policy, name)
    grace = text("clauses.grace", lang, days=fee.grace_days) if fee.grace_days else ""
    facts = {
        "seller": _seller(policy, lang),
        "rate": rate_shown(fee.rate_per_day),
        "later": rate_shown(fee.tier_rate_per_day),
        "after": fee.tier_after_days,
        "grace": grace,
        "place": own.jurisdiction or BLANK,
        "day": own.statement_day,
        "objection": own.objection_days,
        "stop": own.stop_after_days,
    }
    return text(f"clauses.{key}", lang, **facts)


def _wording(policy: Policy, name: str) -> str:
    """Which wording of a clause: by the fee's scheme, and by whose courts there are."""
    if name == "fee":
        return f"fee_{policy.fee.scheme}"
    return name if name != "jurisdiction" or is_prc(policy) else "courts"


def _seller(policy: Policy, lang: Lang) -> str:
    """Our name where there is one company only; several would have to be chosen from."""
    if len(policy.company) != 1:
        return BLANK
    company = policy.company[0]
    return (company.name_en if lang is Lang.EN else "") or company.name
