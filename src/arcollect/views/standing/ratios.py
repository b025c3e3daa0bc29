"""The ratios, each with its formula, convention, threshold and verdict in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from arcollect.text import Lang, say, text
from arcollect.views.amounts import percent, places
from arcollect.views.table import Column, Figure, Kind, Table, Tone

if TYPE_CHECKING:
    from arcollect.analysis.standing.ratios import Ratio, Ratios
    from arcollect.errors import Message

TONES = {"good": Tone.GOOD, "warn": Tone.BAD, "none": Tone.PLAIN}


def ratio_table(ratios: Ratios, lang: Lang) -> Table:
    """One row per metric and currency; what is missing is named, never guessed."""
    rows = list(ratios.ratios)
    shown = [value_shown(ratio, lang) for ratio in rows]
    tones = [_tone(ratio) for ratio in rows]
    columns = (
        _words("metric", [text(f"ratios.{r.key}", lang) for r in rows], lang),
        _words("currency", [r.currency for r in rows], lang),
        _words("value", shown, lang, tones),
        _words("verdict", [verdict(r, lang) for r in rows], lang, tones),
        _words("formula", [say(r.formula, lang) for r in rows], lang),
        _words("threshold", [_said(r.threshold, lang) for r in rows], lang),
        _words("convention", [say(r.convention, lang) for r in rows], lang, minor=True),
        _words("advice", [_said(r.advice, lang) for r in rows], lang, minor=True),
    )
    return Table("ratios", text("ratios.title", lang), columns, (), ratio_notes(ratios, lang))


def ratio_notes(ratios: Ratios, lang: Lang) -> tuple[str, ...]:
    """What to do next for every metric that warns."""
    advice = [say(r.advice, lang) for r in ratios.ratios if r.advice and r.verdict == "warn"]
    return tuple(dict.fromkeys(advice))


def collection_table(ratios: Ratios, lang: Lang) -> Table | None:
    """Collection rates by salesperson (回款率, U-12); None where nothing is known."""
    if not ratios.by_salesperson:
        return None
    columns = (
        _words("salesperson", [name or "—" for name, _ in ratios.by_salesperson], lang),
        _words("currency", [r.currency for _, r in ratios.by_salesperson], lang),
        _words("value", [value_shown(r, lang) for _, r in ratios.by_salesperson], lang),
        _words("formula", [say(r.formula, lang) for _, r in ratios.by_salesperson], lang),
    )
    return Table("collection", text("ratios.collection_title", lang), columns)


def ratio_figure(ratio: Ratio, lang: Lang, *, name_currency: bool = False) -> Figure:
    """One headline figure for the summary and the boss page."""
    label = text(f"ratios.{ratio.key}", lang)
    return Figure(
        key=ratio.key,
        label=f"{label} {ratio.currency}" if name_currency else label,
        shown=value_shown(ratio, lang),
        tone=_tone(ratio),
        verdict=verdict(ratio, lang),
        formula=say(ratio.formula, lang),
    )


def value_shown(ratio: Ratio, lang: Lang) -> str:
    """The value in its unit: 15.42 %, 5.00 次, 72.0 天; — when inputs are missing."""
    if ratio.value is None:
        return "—"
    if ratio.unit == "share":
        return percent(ratio.value)
    digits = 1 if ratio.unit == "days" else 2
    return text(f"ratios.unit_{ratio.unit}", lang, value=places(ratio.value, digits))


def verdict(ratio: Ratio, lang: Lang) -> str:
    """正常 / 预警, or which inputs are missing and where to give them."""
    if ratio.missing:
        names = [text(f"ratios.input_{name}", lang) for name in ratio.missing]
        return text("ratios.missing", lang, names=names)
    return "" if ratio.verdict == "none" else text(f"common.{ratio.verdict}", lang)


def _tone(ratio: Ratio) -> Tone:
    return Tone.MUTED if ratio.value is None else TONES[ratio.verdict]


def _said(said: Message | None, lang: Lang) -> str:
    return "" if said is None else say(said, lang)


def _words(
    key: str,
    values: list[str],
    lang: Lang,
    tones: list[Tone] | None = None,
    *,
    minor: bool = False,
) -> Column:
    wide = key in {"formula", "convention", "advice", "verdict"}
    title = text(f"ratios.{key}", lang)
    return Column(
        key, title, Kind.TEXT, values, tones or (), wide=wide, minor=minor, right=key == "value"
    )
