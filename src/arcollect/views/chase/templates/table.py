"""The findings of a check of templates, as a table."""

from __future__ import annotations

from collections.abc import Sequence

from arcollect.text import Lang, say, text
from arcollect.views.chase.slots import SLOTS
from arcollect.views.chase.templates.fields import FIELDS
from arcollect.views.chase.templates.inspect import Fault
from arcollect.views.table import Column, Kind, Table, Tone


def faults_table(faults: Sequence[Fault], count: int, lang: Lang) -> Table:
    """One row per fault: file, line, what, and the nearest names that are known.

    Below it stand all fields and blocks, where any fault is about a name.
    """
    toned = {"weight": [Tone.WATCH if f.is_warning else Tone.BAD for f in faults]}
    weighed = [text(f"templates.{'warning' if f.is_warning else 'fault'}", lang) for f in faults]
    warnings = sum(fault.is_warning for fault in faults)
    values: dict[str, list[str]] = {
        "weight": weighed,
        "file": [f.file for f in faults],
        "line": [str(f.line or "") for f in faults],
        "said": [say(f.said, lang) for f in faults],
        "near": [", ".join(f.near) for f in faults],
    }
    facts = {"count": count, "faults": len(faults) - warnings, "warnings": warnings}
    return Table(
        key="templates",
        title=text("templates.checked", lang),
        columns=tuple(
            Column(
                name, text(f"templates.col_{name}", lang), Kind.TEXT, column, toned.get(name, ())
            )
            for name, column in values.items()
        ),
        lead=(text("templates.lead", lang, **facts),),
        notes=_known(lang) if len(faults) > warnings else (),
    )


def _known(lang: Lang) -> tuple[str, ...]:
    fields = ", ".join(field.name for field in FIELDS)
    blocks = ", ".join(SLOTS)
    return (
        text("templates.all_fields", lang, fields=fields),
        text("templates.all_blocks", lang, blocks=blocks),
    )
