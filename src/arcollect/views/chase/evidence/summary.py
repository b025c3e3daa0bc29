"""What a run of `evidence` says: the packs, the loose files, what a check found."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from arcollect.analysis.chase.evidence.checklist import Status
from arcollect.money import show
from arcollect.text import Lang, listed, text
from arcollect.views.table import Column, Kind, Table, Tone

if TYPE_CHECKING:
    from arcollect.analysis.chase.evidence.packs import Pack, Packs
    from arcollect.analysis.chase.evidence.papers import Collected

_MOST = 4  # names that are spelled out


@dataclass(frozen=True, slots=True)
class Checked:
    """One file of a pack, compared with its list: ok, changed, gone or extra."""

    path: str
    state: str


def summary_tables(packs: Packs, folders: Mapping[int, str], lang: Lang) -> list[Table]:
    """One row per customer; files that belong to nobody stand below."""
    rows = packs.packs
    tones = [Tone.WATCH if pack.missing else Tone.GOOD for pack in rows]

    def title(key: str) -> str:
        return text(f"evidence.{key}", lang)

    columns = [
        Column("customer", title("customer"), Kind.TEXT, [p.customer for p in rows], wide=True),
        Column("days", title("days"), Kind.DAYS, [p.worst_days for p in rows]),
        Column("open", title("open"), Kind.TEXT, [open_words(p) for p in rows]),
        Column("missing", title("missing"), Kind.COUNT, [p.missing for p in rows], tones),
        Column("first", title("first"), Kind.TEXT, [_lacks(p, lang) for p in rows], wide=True),
        Column("papers", title("papers"), Kind.COUNT, [len(p.papers) for p in rows]),
        Column("folder", title("folder"), Kind.TEXT, [folders[n] for n in range(len(rows))]),
    ]
    if any(pack.company for pack in rows):
        own = [pack.company for pack in rows]
        columns.insert(1, Column("company", title("company"), Kind.TEXT, own, minor=True))
    note = text("evidence.rule", lang, as_of=packs.as_of)
    table = Table("evidence", text("evidence.title", lang), tuple(columns), (), (note,))
    return [table, _loose(packs.unassigned, lang)] if packs.unassigned else [table]


def open_words(pack: Pack) -> str:
    """What the customer owes, currency by currency."""
    totals: dict[str, int] = {}
    for document in pack.documents:
        totals[document.currency] = totals.get(document.currency, 0) + document.open_minor
    return " · ".join(f"{code} {show(minor, code)}" for code, minor in sorted(totals.items()))


def verified_table(found: Sequence[Checked], lang: Lang) -> Table:
    """What has changed since a pack was made; files as they were are only counted."""
    rows = [one for one in found if one.state != "ok"]
    tones = {"changed": Tone.BAD, "gone": Tone.BAD, "extra": Tone.WATCH}
    words = [text(f"evidence.file.{one.state}", lang) for one in rows]
    columns = (
        Column("path", text("evidence.path", lang), Kind.TEXT, [o.path for o in rows], wide=True),
        Column(
            "state", text("evidence.status", lang), Kind.TEXT, words, [tones[o.state] for o in rows]
        ),
    )
    note = text("evidence.verified", lang, ok=len(found) - len(rows), differ=len(rows))
    return Table("evidence.verify", text("evidence.verify", lang), columns, (), (note,))


def _lacks(pack: Pack, lang: Lang) -> str:
    bad = {Status.MISSING, Status.PART}
    words = [text(f"evidence.check.{c.key}", lang) for c in pack.checks if c.status in bad]
    shown = listed(words[:_MOST], lang)
    return text("evidence.more", lang, shown=shown) if len(words) > _MOST else shown


def _loose(files: Sequence[Collected], lang: Lang) -> Table:
    columns = (
        Column("path", text("evidence.path", lang), Kind.TEXT, [f.path for f in files], wide=True),
    )
    note = text("evidence.loose_rule", lang)
    return Table("evidence.loose", text("evidence.loose", lang), columns, (), (note,))
