"""Any text, looked through for what must not be said (R003-66, U-27)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from arcollect.views.compliance.content import missing
from arcollect.views.compliance.figures import high_rates, untrue_figures, wrong_formulas
from arcollect.views.compliance.finding import Finding, Known
from arcollect.views.compliance.hours import at_night
from arcollect.views.compliance.parties import parties_of, strangers
from arcollect.views.compliance.phrases import PHRASES, Phrase
from arcollect.written import Paragraph

_SENTENCE = re.compile(r"[^。！？!?；;\n]+[。！？!?；;]*")
_FORBIDDEN = re.compile(
    r"(?:不得|不会|不要|严禁|禁止|切勿|从不|避免|绝不|不可|不应|never|not|don't)\s*$",
    re.IGNORECASE,
)
_NEVER_SPARED_BY_NOT = frozenset({"W-07", "W-10", "W-11", "W-15", "W-16", "U-22"})
_FROM_A_LAWYER = re.compile(
    r"^\W*(?:律师函|lawyer'?s letter|attorney'?s? letter)\W*$"
    "|本律师函|本律师(?!事务所)|本律师事务所(?:接受|受)"
    r"|(?:as|we are) (?:attorneys?|counsel|solicitors|lawyers) (?:for|acting)"
    "|we act (?:for|on behalf of)",
    re.IGNORECASE,
)
_A_DRAFT = re.compile(r"草稿|草案|须由(?:执业)?律师|供律师审核|\bdraft\b", re.IGNORECASE)


def check(paragraphs: Sequence[Paragraph], known: Known) -> tuple[Finding, ...]:
    """Every finding, in reading order; what a level lacks comes last.

    Names that are known (the parties, our bank, an assignee) are taken out before the
    words are read, so a customer called "Nanjing" is no finding (U-27). A sentence that
    forbids something does not do it. Companies and figures are only compared with what
    is known; formulas are worked out anew in every text.
    """
    texts = [p.text for p in paragraphs]
    parties = parties_of(texts, known.parties)
    is_draft = any(_A_DRAFT.search(said) for said in texts)
    found: list[Finding] = []
    for paragraph in paragraphs:
        own = _masked(paragraph.text, known.parties)
        for rule, said in _of_paragraph(own, paragraph.text, known, parties, is_draft=is_draft):
            found.append(Finding(rule, said, paragraph.unit, paragraph.number))
    whole = "\n".join(texts)
    found += [Finding("W-12", part) for part in missing(whole, known.level)]
    return tuple(dict.fromkeys(found))


def phrases_in(said: str, *, will_sue: bool = False) -> Iterator[tuple[str, str]]:
    """(rule, words) of every phrase in one paragraph, sentence by sentence."""
    for sentence in _SENTENCE.findall(said):
        for phrase in PHRASES:
            if phrase.rule == "W-13" and will_sue:
                continue
            if words := _match(phrase, sentence, said):
                yield phrase.rule, words
        if night := at_night(sentence):
            yield "W-04", night


def from_a_lawyer(said: str) -> str:
    """Words that speak as a law firm, "" where there are none (R-LAW-09)."""
    found = _FROM_A_LAWYER.search(said)
    return found.group().strip() if found else ""


def _of_paragraph(
    own: str, whole: str, known: Known, parties: frozenset[str], *, is_draft: bool
) -> Iterator[tuple[str, str]]:
    yield from phrases_in(own, will_sue=known.will_sue)
    if not is_draft and (lawyer := from_a_lawyer(own)):
        yield "W-06", lawyer
    yield from (("W-03", name) for name in strangers(whole, parties))
    yield from (("W-11", word) for word in known.words if word and word in own)
    yield from (("W-15", name) for name in known.competitors if name and name in whole)
    yield from (("W-09", words) for words in wrong_formulas(whole))
    yield from (("W-09", words) for words in untrue_figures(own, known))
    yield from (("W-14", words) for words in high_rates(own, known))


def _match(phrase: Phrase, sentence: str, paragraph: str) -> str:
    """The words that break a rule; "" where there are none or they are harmless.

    An approver may stand in another sentence of the paragraph (W-16).
    """
    setting = paragraph if phrase.rule == "W-16" else sentence
    if phrase.spared and phrase.spared.search(setting):
        return ""
    for found in phrase.words.finditer(sentence):
        before = sentence[: found.start()]
        if phrase.rule in _NEVER_SPARED_BY_NOT or not _FORBIDDEN.search(before):
            return found.group().strip()
    return ""


def _masked(said: str, names: frozenset[str]) -> str:
    """The author's own words: every known name becomes a neutral mark."""
    for name in sorted(filter(None, names), key=len, reverse=True):
        said = said.replace(name, "□")
    return said
