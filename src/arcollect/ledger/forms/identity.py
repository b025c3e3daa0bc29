"""Who a customer is: a code where there is one, else the name without its accidents."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache

import numpy as np
from numpy.typing import NDArray

from arcollect.errors import Problem, Severity, message
from arcollect.ledger.cells.texts import Texts, merged
from arcollect.policy import Company

_CJK_GAP = re.compile(r"(?<=[^\x00-\x7f])\s+|\s+(?=[^\x00-\x7f])")


def name_key(name: str) -> str:
    """A name as a key: NFKC, one space between Latin words, none beside Chinese ones.

    Full-width brackets and letters become half-width, case is ignored: `华东（上海）`
    and `华东 (上海)` are one customer, `甲公司` and `甲公司分公司` are two.
    """
    if name.isalnum():  # no spaces, no brackets: the usual Chinese name
        return unicodedata.normalize("NFKC", name).casefold()
    text = " ".join(unicodedata.normalize("NFKC", name).split())
    text = re.sub(r"\s*([()])\s*", r"\1", _CJK_GAP.sub("", text))
    return text.casefold()


class Directory:
    """Codes and names seen anywhere in the files, so that all sheets use one key.

    A row without a code takes the code of its name where that name has one only.
    """

    def __init__(self) -> None:
        self._key = cache(name_key)
        self._codes: dict[str, dict[str, None]] = defaultdict(dict)
        self._names: dict[str, dict[str, None]] = defaultdict(dict)

    def learn(self, codes: Texts, names: Texts) -> None:
        """Remember which code goes with which name."""
        pairs = np.unique(codes.codes.astype(np.int64) * len(names.words) + names.codes)
        for pair in pairs:
            code, name = divmod(int(pair), len(names.words))
            if code and name:
                self._codes[self._key(names.words[name])][codes.words[code]] = None
                self._names[codes.words[code]][names.words[name]] = None

    def keys(self, codes: Texts, names: Texts) -> Texts:
        """The customer key of each row: code, else the name's only code, else the name."""
        return codes.or_else(names.each(self._key_of_name))

    def name_of(self, key: str) -> str:
        """A name for a code that came without one, "" if none was seen."""
        return next(iter(self._names.get(key, ())), "")

    def _key_of_name(self, name: str) -> str:
        key = self._key(name)
        codes = self._codes.get(key, {})
        return next(iter(codes)) if len(codes) == 1 else key

    def problems(self) -> Iterable[Problem]:
        """Codes with several names, and names with several codes: notices (U-42)."""
        for code, names in self._names.items():
            if len(names) > 1 and len({self._key(n) for n in names}) > 1:
                yield _notice("ledger.code_with_names", code=code, names=sorted(names))
        for codes in self._codes.values():
            if len(codes) > 1:
                name = self.name_of(next(iter(codes)))
                yield _notice("ledger.name_with_codes", name=name, codes=sorted(codes))


def _notice(key: str, **facts: object) -> Problem:
    return Problem(Severity.NOTICE, message(key, **facts))


def unruined(codes: Texts, ruined: NDArray[np.bool_] | None) -> Texts:
    """The codes that may serve as keys: those that Excel has cut are none (T-12)."""
    if ruined is None or not ruined.any():
        return codes
    return Texts(np.where(ruined, 0, codes.codes).astype(np.int32), codes.words)


def companies(stated: Texts, own: tuple[Company, ...]) -> Texts:
    """The own company of each row: its column, else the policy's only company (U-06)."""
    known: Mapping[str, str] = {
        name_key(alias): company.name
        for company in own
        for alias in (company.name, company.short, *company.aliases)
        if alias
    }
    named = stated.each(lambda w: known.get(name_key(w), w))
    if len(own) != 1:
        return named
    words, moved = merged(named.words, [own[0].name])
    codes = np.where(named.blank, moved[0], named.codes).astype(np.int32)
    return Texts(codes, words)
