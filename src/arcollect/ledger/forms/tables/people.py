"""The people whom a list of documents names in its own columns (联系人, 联系电话)."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from arcollect.ledger.cells.texts import Texts
from arcollect.ledger.forms.draft import Draft, join

REACHED_BY = ("contact", "phone", "email")
PEOPLE = (*REACHED_BY, "address")
_WHERE = ("source", "sheet", "customer_key", "customer")


def people_of_items(items: Sequence[Draft], listed: Sequence[Draft]) -> list[Draft]:
    """One row for each customer, person, phone and e-mail address, where it stands first.

    A customer whom a contacts or customers sheet lists with a person is told there: what
    the rows of its documents say is older. [] where no row names anybody.
    """
    told = {word for draft in listed for word in _used(draft.text("customer_key"))}
    drafts = [named for draft in items if (named := _named(draft, told)).rows]
    if not drafts:
        return []
    every = join(drafts)
    codes = [every.text(name).codes for name in ("customer_key", *REACHED_BY)]
    _, first = np.unique(np.stack(codes), axis=1, return_index=True)
    return [every.where(np.sort(first))]


def _used(texts: Texts) -> set[str]:
    return {texts.words[code] for code in np.unique(texts.codes)}


def _named(draft: Draft, told: set[str]) -> Draft:
    says = np.logical_or.reduce([~draft.text(name).blank for name in REACHED_BY])
    keep = np.flatnonzero(says & ~draft.text("customer_key").test(told.__contains__))
    texts = {name: draft.text(name).where(keep) for name in (*_WHERE, *PEOPLE)}
    return Draft(len(keep), texts, {"row": draft.value("row")[keep]})
