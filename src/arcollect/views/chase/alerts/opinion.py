"""What to do when our collecting is complained of in public (舆情应急, R003-70)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from arcollect.analysis.chase.alerts.emergency import OPINION
from arcollect.text import Lang, text
from arcollect.views.table import Column, Kind, Page, Table

if TYPE_CHECKING:
    from arcollect.policy import Policy


def opinion_page(policy: Policy, lang: Lang) -> Page:
    """Five steps with the time each is due, to print, fill in and sign.

    A template: the program watches no media. Somebody else counts how often it was passed on.
    """
    values = {
        "opinion_by": [_until(hours, lang) for hours, _, _ in OPINION],
        "step_who": [text(f"alerts_why.who_{who}", lang) for _, who, _ in OPINION],
        "step_what": [text(f"alerts_why.opinion_{what}", lang) for _, _, what in OPINION],
        "step_done": ["" for _ in OPINION],
    }
    columns = tuple(
        Column(key, text(f"alerts.{key}", lang), Kind.TEXT, cells, wide=key == "step_what")
        for key, cells in values.items()
    )
    count = policy.alerts.opinion_forwards
    lead = (text("alerts.opinion_trigger", lang, count=count), text("alerts.opinion_seen", lang))
    notes = (text("alerts.opinion_note", lang),)
    table = Table("opinion", text("alerts.steps", lang), columns, lead, notes)
    signs = tuple(text(f"alerts.sign_{who}", lang) for who in ("lead", "legal"))
    title = text("alerts.opinion", lang)
    return Page("opinion", title, (table,), one_sheet=True, signatures=signs)


def _until(hours: int, lang: Lang) -> str:
    """Within 48 hours, within 7 days."""
    if hours <= 48:
        return text("alerts.opinion_hours", lang, count=hours)
    return text("alerts.opinion_days", lang, count=hours // 24)
