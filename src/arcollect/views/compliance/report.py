"""What was found in texts: rule, place, words, why, and a better wording."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from arcollect.text import Lang, text
from arcollect.views.compliance.finding import Finding
from arcollect.views.table import Column, Kind, Table, Tone


@dataclass(frozen=True, slots=True)
class Found:
    """One finding in one file."""

    file: str
    finding: Finding


def lint_table(found: Sequence[Found], files: int, lang: Lang, level: str = "") -> Table:
    """One row per finding, blocks first in each file; says so when there is none."""
    ordered = sorted(found, key=lambda f: (f.file, not f.finding.is_block))
    blocks = sum(f.finding.is_block for f in found)
    counts = {"files": files, "blocks": blocks, "warnings": len(found) - blocks}
    lead = text("lint.found" if found else "lint.nothing", lang, **counts)
    cells: Mapping[str, list[str]] = {
        "file": [f.file for f in ordered],
        "place": [place(f.finding, lang) for f in ordered],
        "rule": [f.finding.rule for f in ordered],
        "severity": [_severity(f, lang) for f in ordered],
        "said": [said(f.finding, lang) for f in ordered],
        "why": [text(f"lint.why_{f.finding.rule}", lang) for f in ordered],
        "better": [text(f"lint.better_{f.finding.rule}", lang) for f in ordered],
    }
    tones = [Tone.BAD if f.finding.is_block else Tone.WATCH for f in ordered]
    columns = tuple(
        Column(
            key,
            text(f"lint.{key}", lang),
            Kind.TEXT,
            values,
            tones if key == "severity" else (),
            wide=key in {"said", "why", "better"},
        )
        for key, values in cells.items()
    )
    notes = [text("lint.advice", lang)]
    if not level:
        notes.insert(0, text("lint.no_level", lang))
    return Table("lint", text("lint.title", lang), columns, (lead,), tuple(notes))


def said(finding: Finding, lang: Lang) -> str:
    """The words as they stand; for W-12 what is missing."""
    if finding.rule != "W-12":
        return finding.said
    part = text(f"lint.part_{finding.said}", lang)
    return text("lint.missing", lang, part=part)


def place(finding: Finding, lang: Lang) -> str:
    """Line 12, paragraph 3, subject; "" for what is nowhere."""
    return text(f"lint.at_{finding.unit}", lang, number=finding.number) if finding.unit else ""


def _severity(found: Found, lang: Lang) -> str:
    if found.finding.is_block:
        return text("lint.block", lang)
    if found.finding.allowed:
        return text("lint.allowed", lang, reason=found.finding.allowed)
    return text("lint.warn", lang)
