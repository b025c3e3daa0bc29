"""The page that documents every field and block, with an example of each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from arcollect.analysis.chase.papers.wish import KINDS
from arcollect.text import Lang, text
from arcollect.views.chase.slots import COLUMNS, SLOTS
from arcollect.views.chase.templates.fields import FIELDS, TEMPLATES, Field
from arcollect.views.chase.templates.sample import samples

_RICH = ("L3", "L2", "L2-cash-tight", "L0", "stop-supply", "repayment", "reconciliation")
"""Where the examples come from: together they know every field."""
_WORDS_OF = {
    "own": "own",
    "lead": "item",
    "items": "item",
    "plan": "plan",
    "paid_late": "paid_late",
    "fee_steps": "fee_steps",
}


def how_to(lang: Lang) -> str:
    """How to change a template, for somebody who has never done it."""
    return text("templates.readme", lang)


def fields_page(lang: Lang) -> str:
    """Markdown: templates, fields with meaning and example, parts, blocks, columns."""
    return "\n".join(_lines(lang)) + "\n"


def _lines(lang: Lang) -> Iterator[str]:
    yield from _section("templates", lang, ", ".join(f"`{name}`" for name in TEMPLATES))
    plain = [field for field in FIELDS if not field.parts]
    yield from _section("fields", lang, text("templates.page_fields_how", lang))
    yield from _table(
        ("field", "meaning", "example", "only"), [_row(field, lang) for field in plain], lang
    )
    for field in FIELDS:
        if field.parts and field.name != "items":
            yield from _parts(field, lang)
    yield from _section("blocks", lang, text("templates.page_blocks_how", lang))
    blocks = [(f"`{name}`", text(f"templates.block.{name}", lang)) for name in SLOTS]
    yield from _table(("block", "meaning"), blocks, lang)
    yield text("templates.page_columns", lang, columns=", ".join(f"`{c}`" for c in COLUMNS))


def _row(field: Field, lang: Lang) -> tuple[str, ...]:
    meaning = text(f"templates.field.{field.name}", lang)
    kinds = ", ".join(f"`{kind}`" for kind in field.kinds)
    if field.kinds == KINDS:
        kinds = text("templates.page_papers", lang)
    return f"`{field.name}`", meaning, _shown(_example(field.name, lang)), kinds


def _parts(field: Field, lang: Lang) -> Iterator[str]:
    """A group, or the groups of a list: `lead` and `items` have the same parts."""
    name = "lead, items" if field.name == "lead" else field.name
    yield f"### `{name}` — {text(f'templates.field.{field.name}', lang)}\n"
    if field.name == "lead":
        yield text("templates.page_loop", lang) + "\n"
    group = _example(field.name, lang)
    group = group[0] if field.is_list else group
    words = _WORDS_OF[field.name]
    rows = [
        (f"`{part}`", text(f"templates.part.{words}.{part}", lang), _shown(group[part]))
        for part in field.parts
    ]
    yield from _table(("part", "meaning", "example"), rows, lang)


def _section(name: str, lang: Lang, said: str) -> Iterator[str]:
    yield f"## {text(f'templates.page_{name}', lang)}\n"
    yield said + "\n"


def _table(heads: tuple[str, ...], rows: Sequence[tuple[str, ...]], lang: Lang) -> Iterator[str]:
    yield "| " + " | ".join(text(f"templates.page_{head}", lang) for head in heads) + " |"
    yield "|" + "---|" * len(heads)
    yield from ("| " + " | ".join(row) + " |" for row in rows)
    yield ""


def _example(name: str, lang: Lang) -> Any:
    """The first value that says something, else an empty one."""
    values = [context[name] for context in _contexts(lang) if name in context]
    return next((value for value in values if value and value != "0.00"), values[0])


@cache
def _contexts(lang: Lang) -> tuple[Mapping[str, Any], ...]:
    return tuple(samples(template, lang)[0] for template in _RICH)


def _shown(value: object) -> str:
    if isinstance(value, list):
        return _shown(value[0]) if value else ""
    if isinstance(value, bool):
        return str(value).lower()
    return str(value).replace("|", "\\|")
