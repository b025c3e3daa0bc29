"""One letter: from what is owed to the blocks on the page."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from arcollect.analysis.chase.dunning import NO_HISTORY
from arcollect.analysis.chase.history.numbers import Number
from arcollect.analysis.chase.history.numbers import numbered as numbered_in
from arcollect.analysis.chase.notice import Dunning, Notice, Offer
from arcollect.analysis.chase.sender import own_company
from arcollect.errors import UsageError, message
from arcollect.policy import Policy
from arcollect.register.entries import DUNNING, History
from arcollect.safe_name import safe_name
from arcollect.text import Lang, text
from arcollect.views.block import Block, Listing, Text
from arcollect.views.chase import wording
from arcollect.views.chase.facts import Occasion, facts
from arcollect.views.chase.lint import Finding, lint
from arcollect.views.chase.parse import blocks, tokens_of
from arcollect.views.chase.template import clean, exists, fill
from arcollect.views.chase.word import WordForm, prints, word_form, word_warnings

if TYPE_CHECKING:
    from markdown_it.token import Token

    from arcollect.analysis.chase.evidence.papers import Paper

NO_PAPERS: Mapping[tuple[str, str], Sequence[Paper]] = {}


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter ready to be painted; stem is its file name without the ending."""

    notice: Notice
    lang: Lang
    number: Number
    reference: str  # 催字〔2026〕001号
    stem: str
    title: str
    blocks: tuple[Block, ...]
    author: str
    day: dt.date
    has_seam: bool  # 骑缝章, where there are several pages (U-25)
    warnings: tuple[Finding, ...] = ()  # what the user's own template had better not say
    word: WordForm | None = None  # the user's Word template, which makes the docx
    variant: str = ""  # cash-tight | wilful, where there is a wording of its own (R001-09)
    offer: Offer | None = None  # what it really holds out: the user's template may not say it

    @property
    def kind(self) -> str:
        """The kind of paper that has levels, as the register names it."""
        return DUNNING

    @property
    def is_draft(self) -> bool:
        """Whether a lawyer has to review and issue it (R-LAW-09)."""
        return self.notice.level == "L4"


def compose(
    dunning: Dunning,
    policy: Policy,
    lang: Lang,
    templates: Path | None = None,
    history: History = NO_HISTORY,
    papers: Mapping[tuple[str, str], Sequence[Paper]] = NO_PAPERS,
) -> tuple[Letter, ...]:
    """Every letter of a run in a stable order: company, customer, currency.

    `history` says which numbers are given already and which drafts keep theirs; `papers`
    which copies are at hand by own company and customer: L3 and L4 enclose them (R000-30).

    A letter is in the customer's language, else in `lang`. `templates` is a
    folder of the user's own templates that replace ours by name. Raises
    UsageError for a template that cannot be filled or breaks a rule of `lint`.
    """
    numbers = numbered_in(dunning, history, policy)
    order = sorted(dunning.notices, key=lambda n: n.party)
    made = (
        _letter(
            n,
            numbers[n.party],
            dunning,
            policy,
            _language(n, lang),
            templates,
            papers.get(n.party[:2], ()),
        )
        for n in order
    )
    return tuple(made)


def _language(notice: Notice, lang: Lang) -> Lang:
    return Lang(notice.language) if notice.language else lang


def _letter(
    notice: Notice,
    number: Number,
    dunning: Dunning,
    policy: Policy,
    lang: Lang,
    templates: Path | None,
    papers: Sequence[Paper],
) -> Letter:
    company = own_company(policy, notice.company)
    if company is None:  # pragma: no cover  (a notice has an own company)
        raise UsageError(message("letters.no_own_company"))
    days = (dunning.as_of, dunning.written)
    own = clean(company.number_prefix)
    reference = numbered(number.running, dunning.written.year, policy, lang, own)
    on = Occasion(*days, policy, company, reference, lang, dunning.balances_on, papers)
    known = facts(notice, on)
    name = template_name(notice, lang, templates)
    parts, warnings = page(name, known, lang, templates)
    form = word_form(name, lang, templates, known)
    return Letter(
        notice=notice,
        lang=lang,
        number=number,
        reference=reference,
        stem=_stem(notice, f"{own}{number.running:03d}", lang),
        title=reference,
        blocks=parts,
        warnings=tuple(
            replace(w, allowed=policy.lint.allow.get(w.rule, ""))
            for w in (*warnings, *word_warnings(form))
        ),
        word=form,
        variant=notice.variant if name != notice.level else "",
        offer=notice.offer if _is_said(known["offer"], parts, form) else None,
        author=clean(company.name),
        day=dunning.written,
        has_seam=notice.level != "L4" and wording.is_sealed(company.name, lang),
    )


def _is_said(offer: str, parts: Sequence[Block], form: WordForm | None) -> bool:
    """Whether the letter says the offer: nothing is recorded that no letter holds out."""
    if not offer:
        return False
    words = (said for part in parts for said in _words(part))
    return any(offer in said for said in words) or prints(form, "offer")


def _words(block: Block) -> Iterator[str]:
    """The sentences of a paragraph or of a list's points."""
    if isinstance(block, Text):
        yield block.plain
    elif isinstance(block, Listing):
        yield from ("".join(run.text for run in runs) for runs in block.items)


def template_name(notice: Notice, lang: Lang, templates: Path | None) -> str:
    """The template of a letter: its level, or the wording for why nobody pays (R001-09)."""
    named = f"{notice.level}-{notice.variant}"
    return named if notice.variant and exists(named, lang, templates) else notice.level


def page(
    name: str, known: dict[str, Any], lang: Lang, templates: Path | None
) -> tuple[tuple[Block, ...], tuple[Finding, ...]]:
    """The blocks, and what is only warned of in a template that is not ours (U-27).

    Raises UsageError for a template that cannot be filled or breaks a rule of `lint`.
    """
    tokens, found = _looked_through(name, known, lang, templates)
    warned = tuple(f for f in found if templates and not f.is_block)
    for finding in (f for f in found if f.is_block):
        facts = {"template": f"{lang}/{name}", "rule": finding.rule, "said": finding.said}
        hint = message("letters.finding_hint")
        raise UsageError(message("letters.finding", **facts), hint)
    return blocks(tokens, known, lang), warned


def findings(
    name: str, known: dict[str, Any], lang: Lang, templates: Path | None
) -> tuple[Finding, ...]:
    """All that `lint` finds in a filled template; UsageError where it cannot be filled."""
    return _looked_through(name, known, lang, templates)[1]


def _looked_through(
    name: str, known: dict[str, Any], lang: Lang, templates: Path | None
) -> tuple[list[Token], tuple[Finding, ...]]:
    tokens = tokens_of(fill(name, lang, known, templates))
    return tokens, lint(tokens, known, _level(name, known))


def _level(name: str, known: Mapping[str, Any]) -> str:
    """The level whose contents a template must have; "" for papers and short letters."""
    level = str(known.get("level", ""))
    return level if name.partition("-")[0] == level else ""


def numbered(number: int, year: int, policy: Policy, lang: Lang, own: str = "") -> str:
    """催字〔2026〕001号; 2026-001, with the prefix where an English reader can read it.

    own: the prefix of an own company that counts by itself; it always stands there, for
    the number means nothing without it.
    """
    prefix = own or clean(policy.letters.number_prefix)
    running = text("letters.reference", lang, year=year, number=f"{number:03d}")
    if lang is Lang.ZH:
        return prefix + running
    return f"{prefix} {running}" if own or (prefix and prefix.isascii()) else running


def _stem(notice: Notice, number: str, lang: Lang) -> str:
    customer = safe_name(notice.customer, max_chars=40, max_bytes=120)
    named = {"customer": customer, "level": notice.level, "number": number}
    return safe_name(text("letters.file", lang, **named))
