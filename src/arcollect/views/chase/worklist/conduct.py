"""What whoever calls signs: twelve things that nobody does."""

from __future__ import annotations

from arcollect.analysis.chase.alerts.emergency import FORBIDDEN
from arcollect.text import Lang, text
from arcollect.views.table import Column, Kind, Page, Table


def conduct_page(lang: Lang) -> Page:
    """The negative list of conduct to print, with a place to sign (R003-67, R003-68).

    It goes out with every list of a salesperson. Two of the twelve rules are given, the
    other ten are ours.
    """
    title = text("worklist.conduct", lang)
    columns = (
        Column("number", text("alerts.number", lang), Kind.COUNT, [*range(1, len(FORBIDDEN) + 1)]),
        Column(
            "never_what", text("alerts.never_what", lang), Kind.TEXT,
            [text(key, lang) for key in FORBIDDEN], wide=True,
        ),
    )  # fmt: skip
    notes = (text("worklist.pledge", lang),)
    signs = tuple(text(f"worklist.sign_{who}", lang) for who in ("caller", "date"))
    table = Table("conduct", title, columns, (), notes)
    return Page("conduct", title, (table,), landscape=False, one_sheet=True, signatures=signs)
