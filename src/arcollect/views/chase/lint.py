"""What may not be said in a letter, found before anyone reads it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from arcollect.views.chase.template import CLOSE, OPEN, clean
from arcollect.views.compliance.check import from_a_lawyer, phrases_in
from arcollect.views.compliance.content import missing
from arcollect.views.compliance.finding import Finding

if TYPE_CHECKING:
    from markdown_it.token import Token

__all__ = ["Finding", "lint"]

_VALUE = re.compile(f"{OPEN}([^{OPEN}{CLOSE}]*){CLOSE}")
_MARK = "□"  # a value, while the author's own words are read
_AMOUNT = re.compile(r"[0-9][0-9,]*\.[0-9]{2}(?![0-9%])")
_SLOTS = {"items": "单据", "copied": "抄送", "enclosures": "附件"}


def lint(tokens: Sequence[Token], facts: Mapping[str, Any], level: str = "") -> tuple[Finding, ...]:
    """What the words of a letter must not contain, by tokens (U-27).

    The author's own words: every rule of `compliance`, and no amount (W-09: amounts
    come from facts). Every printed value: one of the facts, whole; so a customer called
    "null" or a model "XX-200" is no finding, and an amount that a template works out
    for itself is one. level: what a letter of L1, L2 or L3 must say is asked too (W-12).
    """
    known = frozenset(_values(facts))
    texts = list(_texts(tokens))
    will_sue, is_draft = bool(facts.get("will_sue")), facts.get("level") == "L4"
    found = [f for text in texts for f in _check(text, known, will_sue=will_sue)]
    if not is_draft:
        found += [Finding("W-06", said) for text in texts if (said := from_a_lawyer(text))]
    slots = (_SLOTS.get(t.info.strip(), "") for t in tokens if t.type == "fence")
    whole = "\n".join((*texts, *slots))
    return (*found, *(Finding("W-12", part) for part in missing(whole, level)))


def _check(text: str, known: frozenset[str], *, will_sue: bool) -> Iterator[Finding]:
    for value in _VALUE.findall(text):
        if value not in known:
            yield Finding("W-09", value)
    yield from author_words(_VALUE.sub(_MARK, text), will_sue=will_sue)


def author_words(own: str, *, will_sue: bool) -> Iterator[Finding]:
    """What the author of a template wrote and must not have: phrases, and amounts."""
    yield from (Finding(rule, said) for rule, said in phrases_in(own, will_sue=will_sue))
    if amount := _AMOUNT.search(own):
        yield Finding("W-09", amount.group())


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
