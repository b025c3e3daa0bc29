"""One paper: from what was asked for to the blocks on the page."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from arcollect.analysis.chase.dunning import NO_HISTORY
from arcollect.analysis.chase.history.numbers import Number
from arcollect.analysis.chase.papers.numbers import paper_numbers
from arcollect.analysis.chase.sender import own_company
from arcollect.errors import UsageError, message
from arcollect.safe_name import safe_name
from arcollect.text import Lang, text
from arcollect.views.chase import wording
from arcollect.views.chase.facts import Occasion
from arcollect.views.chase.letter import numbered, page
from arcollect.views.chase.papers.facts import paper_facts
from arcollect.views.chase.template import clean
from arcollect.views.chase.word import WordForm, word_form, word_warnings
from arcollect.views.compliance.check import phrases_in
from arcollect.views.compliance.finding import BLOCKS

if TYPE_CHECKING:
    from arcollect.analysis.chase.notice import Notice
    from arcollect.analysis.chase.papers.paper import Paper, Papers
    from arcollect.policy import Policy
    from arcollect.register.entries import History
    from arcollect.views.block import Block
    from arcollect.views.chase.lint import Finding


@dataclass(frozen=True, slots=True)
class Drawn:
    """A paper ready to be painted (it is `Printed`)."""

    paper: Paper
    lang: Lang
    number: Number
    reference: str
    stem: str
    blocks: tuple[Block, ...]
    author: str
    day: dt.date
    has_seam: bool
    warnings: tuple[Finding, ...] = ()
    word: WordForm | None = None
    is_draft: bool = False

    @property
    def notice(self) -> Notice:
        """To whom, and how much."""
        return self.paper.notice

    @property
    def kind(self) -> str:
        """Which paper, as the register names it."""
        return self.paper.wish.kind

    @property
    def title(self) -> str:
        """The running number, as the file's property."""
        return self.reference


def compose_papers(
    papers: Papers,
    policy: Policy,
    lang: Lang,
    templates: Path | None = None,
    history: History = NO_HISTORY,
) -> tuple[Drawn, ...]:
    """Every paper of a run in the order of company, customer, currency.

    Each in the customer's language, else in `lang`; `history` says which numbers are
    given already. Raises UsageError for a template that cannot be
    filled or breaks a rule of `lint`.
    """
    numbers = paper_numbers(papers, history)
    return tuple(
        _drawn(paper, numbers[paper.notice.party], policy, lang, templates)
        for paper in papers.papers
    )


def _drawn(
    paper: Paper, number: Number, policy: Policy, run_lang: Lang, templates: Path | None
) -> Drawn:
    notice = paper.notice
    lang = Lang(notice.language) if notice.language else run_lang
    company = own_company(policy, notice.company)
    if company is None:  # pragma: no cover  (a paper has an own company)
        raise UsageError(message("letters.no_own_company"))
    prefix = text(f"papers.prefix_{paper.wish.kind}", lang)
    reference = numbered(number.running, paper.written.year, policy, lang, prefix)
    days = (paper.as_of, paper.written)
    on = Occasion(*days, policy, company, reference, lang, paper.balances_on)
    _refuse_words(paper.wish.because)
    known = paper_facts(paper, on)
    blocks, warnings = page(paper.wish.kind, known, lang, templates)
    form = word_form(paper.wish.kind, lang, templates, known)
    return Drawn(
        paper=paper,
        lang=lang,
        number=number,
        reference=reference,
        stem=_stem(paper, number.running, lang),
        blocks=blocks,
        warnings=(*warnings, *word_warnings(form)),
        author=clean(company.name),
        day=paper.written,
        word=form,
        has_seam=wording.is_sealed(company.name, lang),
    )


def _refuse_words(because: str) -> None:
    """Facts that a person typed in are read as a letter is: no threats, no strangers."""
    for rule, said in phrases_in(because):
        if rule in BLOCKS:
            facts = {"template": "--because", "rule": rule, "said": said}
            raise UsageError(message("letters.finding", **facts))


def _stem(paper: Paper, number: int, lang: Lang) -> str:
    kind = text(f"papers.kind_{paper.wish.kind}", lang)
    customer = safe_name(paper.notice.customer, max_chars=40, max_bytes=120)
    named = {"kind": kind, "customer": customer, "number": f"{number:03d}"}
    return safe_name(text("papers.file", lang, **named))
