"""What to look up before a contract is signed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import TYPE_CHECKING

from arcollect.analysis.chase.alerts.hold import Hold, hold_flag
from arcollect.analysis.figures import percent
from arcollect.analysis.standing.scoring.indicators import used_of_limit
from arcollect.money import show
from arcollect.text import Lang, joined, text
from arcollect.views.chase.alerts.lights import light_mark
from arcollect.views.standing.grade import grade_word
from arcollect.views.standing.score import band_word
from arcollect.views.table import Column, Kind, Table, Tone

if TYPE_CHECKING:
    from arcollect.analysis.chase.alerts.signal import CustomerLight
    from arcollect.analysis.standing.grade import Grade
    from arcollect.analysis.standing.scoring.score import Score
    from arcollect.policy import Policy

_TONES = {Hold.WAIT: Tone.BAD, Hold.CONDITIONS: Tone.WATCH, Hold.CLEAR: Tone.GOOD}


def signing_table(
    light: CustomerLight,
    grade: Grade | None,
    score: Score,
    as_of: dt.date,
    policy: Policy,
    lang: Lang,
) -> Table:
    """One customer of one own company: hold flag, grade, terms, limit, overdue, data (R003-55)."""
    flag = hold_flag(light, grade.letter if grade else "", score.band)
    lines = {
        "hold": (text(f"alerts.sign_{flag.hold}", lang), _TONES[flag.hold]),
        "because": (joined(flag.reasons, lang), Tone.PLAIN),
        "light": (light_mark(light.light, lang), Tone.PLAIN),
        "grade": (_grade(grade, lang), Tone.PLAIN),
        "score": (_score(score, lang), Tone.PLAIN),
        "terms": (joined(grade.consequences, lang) if grade else "", Tone.PLAIN),
        "allowed": (joined(score.consequences, lang), Tone.PLAIN),
        "limit": (_limit(score, policy, lang), Tone.PLAIN),
        "data": (_data(score, as_of, policy, lang), Tone.PLAIN),
    }
    return _sheet(f"{light.customer} {light.company}".strip(), lines, lang)


def stranger_table(customer: str, lang: Lang) -> Table:
    """The same about somebody who has no documents here, or is a related party."""
    lines = {
        "hold": (text("alerts.sign_conditions", lang), Tone.WATCH),
        "because": (text("alerts.sign_nothing", lang), Tone.PLAIN),
    }
    return _sheet(customer, lines, lang)


def _sheet(named: str, lines: Mapping[str, tuple[str, Tone]], lang: Lang) -> Table:
    kept = {key: pair for key, pair in lines.items() if pair[0]}
    tones = [tone for _, tone in kept.values()]
    columns = (
        Column("what", text("alerts.sign_what", lang), Kind.TEXT,
               [text(f"alerts.sign_row_{key}", lang) for key in kept]),
        Column("said", text("alerts.sign_said", lang), Kind.TEXT,
               [said for said, _ in kept.values()], tones, wide=True),
    )  # fmt: skip
    heading = text("alerts.sign_title", lang, customer=named)
    return Table("signing", heading, columns, (), (text("alerts.sign_note", lang),))


def _grade(grade: Grade | None, lang: Lang) -> str:
    """The letter with its reasons."""
    if grade is None:
        return ""
    facts = {"grade": grade_word(grade, lang), "why": joined(grade.reasons, lang)}
    return text("alerts.sign_grade", lang, **facts)


def _score(score: Score, lang: Lang) -> str:
    shown = text("score.none", lang) if score.score is None else str(score.score)
    return text("alerts.sign_score", lang, score=shown, band=band_word(score.band, lang))


def _limit(score: Score, policy: Policy, lang: Lang) -> str:
    """The limit on the customers sheet, and how much of it balance and open orders use."""
    sheet, used = score.facts.sheet, used_of_limit(score.facts, policy)
    if used is None:
        return text("alerts.sign_no_limit", lang)
    limit = f"{show(sheet.limit_minor, sheet.currency)} {sheet.currency}".strip()
    return text("alerts.sign_limit", lang, limit=limit, use=percent(used))


def _data(score: Score, as_of: dt.date, policy: Policy, lang: Lang) -> str:
    """When the credit data were last checked, and whether that is a quarter ago (R003-28)."""
    updated, limit = score.facts.sheet.updated, policy.score.stale_days
    if updated is None:
        return text("alerts.sign_undated", lang)
    age = (as_of - updated).days
    key = "alerts.sign_stale" if age > limit else "alerts.sign_fresh"
    return text(key, lang, day=updated, age=age, days=limit)
