"""Messages for SMS and WeChat, one per letter that is due."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from arcollect.analysis.chase.sender import own_company
from arcollect.errors import UsageError, message
from arcollect.text import Lang
from arcollect.views.block import Text
from arcollect.views.chase.facts import Occasion, facts
from arcollect.views.chase.letter import page

if TYPE_CHECKING:
    from collections.abc import Iterable

    from arcollect.analysis.chase.notice import Dunning, Notice
    from arcollect.policy import Policy

LIMITS = {Lang.ZH: 140, Lang.EN: 306}
"""Characters of two short messages in a row; a longer one is told, not cut."""
_NONE_FOR = ("L4",)  # a lawyer's letter has no short form (R-LAW-09)


@dataclass(frozen=True, slots=True)
class Short:
    """One message, to one person of the customer, and to nobody else (X-21)."""

    notice: Notice
    lang: Lang
    said: str

    @property
    def is_long(self) -> bool:
        """Whether it takes more than two short messages."""
        return len(self.said) > LIMITS[self.lang]


def short_messages(
    dunning: Dunning, policy: Policy, lang: Lang, templates: Path | None = None
) -> tuple[Short, ...]:
    """The short form of every letter below L4 (R003-49, softened by X-11).

    A message states amount, days and what we ask for, never a fee, a legal step or
    anybody else's name.
    """
    return tuple(
        _short(notice, dunning, policy, lang, templates)
        for notice in _ordered(dunning.notices)
        if notice.level not in _NONE_FOR
    )


def _ordered(notices: Iterable[Notice]) -> list[Notice]:
    return sorted(notices, key=lambda n: (n.company, n.customer_key, n.currency))


def _short(
    notice: Notice, dunning: Dunning, policy: Policy, run_lang: Lang, templates: Path | None
) -> Short:
    lang = Lang(notice.language) if notice.language else run_lang
    company = own_company(policy, notice.company)
    if company is None:  # pragma: no cover  (a notice has an own company)
        raise UsageError(message("letters.no_own_company"))
    days = (dunning.as_of, dunning.written)
    on = Occasion(*days, policy, company, "", lang, dunning.balances_on)
    blocks, _ = page(f"short-{notice.level}", facts(notice, on), lang, templates)
    words = (block.plain for block in blocks if isinstance(block, Text))
    return Short(notice, lang, "".join(words))
