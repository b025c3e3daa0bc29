"""What may not be said in a letter, found before anyone reads it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from arcollect.views.chase.template import CLOSE, OPEN, clean

if TYPE_CHECKING:
    from markdown_it.token import Token

_VALUE = re.compile(f"{OPEN}([^{OPEN}{CLOSE}]*){CLOSE}")
_AMOUNT = re.compile(r"[0-9][0-9,]*\.[0-9]{2}(?![0-9%])")
_THREATS = ("让你好看", "后果自负", "上门堵", "曝光", "黑名单公示", "or else")
_ALONE = "(?<![A-Za-z0-9])"  # a Chinese character beside it does not make it a word
_RULES = (
    ("W-01", re.compile("|".join(_THREATS), re.IGNORECASE)),
    ("W-07", re.compile(rf"{_ALONE}(?:[Xx]{{2,}}|nan|None|NaT)(?![A-Za-z0-9])|{{{{|}}}}|{{%")),
    ("W-09", _AMOUNT),
    ("W-10", re.compile("你们|你方|你司")),
    ("U-22", re.compile("滞纳金")),
)


@dataclass(frozen=True, slots=True)
class Finding:
    """A passage that breaks a rule (ids as in docs; letters are L0…L4)."""

    rule: str
    said: str


def lint(tokens: Sequence[Token], facts: Mapping[str, Any]) -> tuple[Finding, ...]:
    """What the words of a letter must not contain, by tokens (U-27).

    The author's own words: no empty place (W-07), no amount (W-09: amounts
    come from facts), no threat (W-01), no 你们 (W-10), never 滞纳金 (U-22).
    Every printed value: one of the facts, whole; so a customer called "null"
    or a model "XX-200" is no finding, and an amount that a template works out
    for itself is one.
    """
    known = frozenset(_values(facts))
    return tuple(f for text in _texts(tokens) for f in _check(text, known))


def _check(text: str, known: frozenset[str]) -> Iterator[Finding]:
    for value in _VALUE.findall(text):
        if value not in known:
            yield Finding("W-09", value)
    own = _VALUE.sub("\n", text)
    for rule, pattern in _RULES:
        found = pattern.search(own)
        if found:
            yield Finding(rule, found.group())


def _texts(tokens: Sequence[Token]) -> Iterator[str]:
    for token in tokens:
        if token.type == "inline":
            yield "".join(c.content or "\n" for c in token.children or ())


def _values(value: object) -> Iterator[str]:
    """Every text and number of the facts, as `template` prints them."""
    if isinstance(value, Mapping):
        for inner in value.values():
            yield from _values(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _values(inner)
    else:
        yield clean(str(value))
