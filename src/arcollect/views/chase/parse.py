"""A filled template becomes blocks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

from markdown_it import MarkdownIt

from arcollect.views.block import (
    Align,
    Block,
    Grid,
    Heading,
    Listing,
    Run,
    Style,
    Text,
)
from arcollect.views.chase.slots import Facts, slot
from arcollect.views.chase.template import CLOSE, OPEN

if TYPE_CHECKING:
    from markdown_it.token import Token

    from arcollect.text import Lang

_MARKS = re.compile(f"[{OPEN}{CLOSE}]")
_UNUSED = [
    "link",
    "image",
    "autolink",
    "reference",
    "code",
    "html_block",
    "html_inline",
    "lheading",
]
_ALIGNS = {"text-align:right": Align.RIGHT, "text-align:center": Align.CENTRE}


def blocks(tokens: Sequence[Token], facts: Facts, lang: Lang) -> tuple[Block, ...]:
    """The blocks of a letter in reading order.

    Headings, paragraphs, lists, tables and quotes (small print) are Markdown;
    a fenced block names a part that is built from facts (```items, ```sign …).
    Markup that a letter has no use for keeps its words.
    """
    return tuple(_blocks(list(tokens), facts, lang))


def tokens_of(markdown: str) -> list[Token]:
    """CommonMark with tables; HTML is text (nothing in a letter is a tag)."""
    return _parser().parse(markdown)


@cache
def _parser() -> MarkdownIt:
    plain = MarkdownIt("commonmark", {"html": False}).enable("table")
    return plain.disable(_UNUSED)


def _blocks(tokens: list[Token], facts: Facts, lang: Lang) -> Iterator[Block]:
    at, in_quote = 0, False
    while at < len(tokens):
        token = tokens[at]
        in_quote = token.type == "blockquote_open" or (
            in_quote and token.type != "blockquote_close"
        )
        end = _end(tokens, at)
        if token.type == "fence":
            yield from slot(token.info.strip(), token.content, facts, lang)
        elif token.type == "heading_open":
            yield Heading(_words(tokens[at + 1], lang), int(token.tag[1]))
        elif token.type == "paragraph_open":
            style = Style.NOTE if in_quote else Style.BODY
            yield Text(_runs(tokens[at + 1], lang), style)
        elif token.type in {"bullet_list_open", "ordered_list_open"}:
            points = (t for t in tokens[at:end] if t.type == "inline")
            runs = tuple(_runs(t, lang) for t in points)
            yield Listing(runs, token.type == "ordered_list_open")
        elif token.type == "table_open":
            yield _grid(tokens[at:end], lang)
        at = at + 1 if token.type.startswith("blockquote") else end + 1


def _end(tokens: list[Token], start: int) -> int:
    """Where the block that opens at `start` closes."""
    if tokens[start].nesting != 1:
        return start
    depth = 0
    for at in range(start, len(tokens)):
        depth += tokens[at].nesting
        if depth == 0:
            return at
    return len(tokens) - 1  # pragma: no cover  (the parser closes what it opens)


def _grid(tokens: list[Token], lang: Lang) -> Grid:
    rows: list[list[str]] = []
    aligns: list[Align] = []
    for token in tokens:
        if token.type == "tr_open":
            rows.append([])
        elif token.type == "th_open":
            aligns.append(_ALIGNS.get(str(token.attrGet("style")), Align.LEFT))
        elif token.type == "inline":
            rows[-1].append(_words(token, lang))
    body = tuple(tuple(row) for row in rows[1:])
    return Grid(tuple(rows[0]), tuple(aligns), body)


def _words(token: Token, lang: Lang) -> str:
    return "".join(run.text for run in _runs(token, lang))


def _runs(token: Token, lang: Lang) -> tuple[Run, ...]:
    """Text by weight; a line end joins Chinese without a space."""
    found: list[Run] = []
    bold = 0
    for child in token.children or ():
        if child.type in {"strong_open", "strong_close"}:
            bold += child.nesting
            continue
        said = _said(child, lang)
        if found and found[-1].bold == bool(bold):
            found[-1] = Run(found[-1].text + said, bool(bold))
        elif said:
            found.append(Run(said, bool(bold)))
    return tuple(found)


def _said(child: Token, lang: Lang) -> str:
    if child.type == "softbreak":
        return "" if lang == "zh" else " "
    if child.type == "hardbreak":
        return "\n"
    return _MARKS.sub("", child.content)
