"""What is remembered about reading, shown."""

from __future__ import annotations

from collections.abc import Sequence

from arcollect.errors import Message
from arcollect.ledger.headers.suggest import label
from arcollect.ledger.profiles import Profile
from arcollect.text import Lang, say, text
from arcollect.views.table import Column, Kind, Table


def profiles_table(profiles: Sequence[Profile], lang: Lang) -> Table:
    """Every profile in one row: its form, its sheets, its fingerprint."""
    cells = {
        "name": [p.name for p in profiles],
        "form": [text(f"parameters.form_{p.form}", lang) for p in profiles],
        "sheets": [say(_names(p), lang) for p in profiles],
        "date_order": [p.date_order for p in profiles],
        "terms": [p.terms for p in profiles],
        "fingerprint": [p.fingerprint for p in profiles],
    }
    notes = () if profiles else (text("profiles.none", lang),)
    return Table("profiles", text("profiles.title", lang), _columns(cells, lang), notes=notes)


def profile_table(profile: Profile, lang: Lang) -> Table:
    """One profile: each column that it knows, sheet by sheet."""
    rows = [(s, field, column) for s in profile.sheets for field, column in s.columns.items()]
    cells = {
        "sheet": [s.name for s, _, _ in rows],
        "role": [text(f"check.role.{s.role}", lang) for s, _, _ in rows],
        "header_row": [str(s.header_row) for s, _, _ in rows],
        "field": [say(label(field, s.role), lang) for s, field, _ in rows],
        "header": [column for _, _, column in rows],
    }
    title = text("profiles.shown", lang, name=profile.name)
    return Table("profile", title, _columns(cells, lang))


def _names(profile: Profile) -> Message:
    return Message("check.list", {"items": [sheet.name for sheet in profile.sheets]})


def _columns(cells: dict[str, list[str]], lang: Lang) -> tuple[Column, ...]:
    return tuple(Column(k, text(f"profiles.{k}", lang), Kind.TEXT, v) for k, v in cells.items())
