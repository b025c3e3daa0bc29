"""Who a customer is: a code where there is one, else the name without its accidents."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache

import numpy as np
from numpy.typing import NDArray

from arcollect.errors import Message, Problem, Severity, message
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
        self._alone: dict[str, str] = {}
        self.merges: Mapping[str, str] = {}

    def learn(self, codes: Texts, names: Texts) -> None:
        """Remember which code goes with which name."""
        pairs = np.unique(codes.codes.astype(np.int64) * len(names.words) + names.codes)
        for pair in pairs:
            code, name = divmod(int(pair), len(names.words))
            if name:
                self._alone.setdefault(self._key(names.words[name]), names.words[name])
            if code and name:
                self._codes[self._key(names.words[name])][codes.words[code]] = None
                self._names[codes.words[code]][names.words[name]] = None

    def keys(self, codes: Texts, names: Texts) -> Texts:
        """The customer key of each row: code, else the name's only code, else the name.

        Of customers that people have merged it is the kept one's.
        """
        found = codes.or_else(names.each(self._key_of_name))
        return found.each(lambda k: self.merges.get(k, k)) if self.merges else found

    def key(self, code: str, name: str) -> str:
        """The key of one row, before any merging."""
        return code or self._key_of_name(name)

    def key_of(self, word: str) -> str:
        """The key of the customer that a person names by code or by name."""
        return word if word in self._names else self._key_of_name(word)

    def seen(self) -> Iterable[str]:
        """Every code, and the key of every name."""
        yield from self._names
        yield from map(self._key_of_name, self._alone.values())

    def merge(self, merges: Mapping[str, str]) -> None:
        """From here on these keys (left) are those customers (right)."""
        self.merges = merges

    def called(self, key: str) -> str:
        """The name that a key goes by, the key itself where none was seen."""
        return self.name_of(key) or self._alone.get(key, key)

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
            if len({self.merges.get(c, c) for c in codes}) > 1:
                name = self.name_of(next(iter(codes)))
                fix = message("reading.same_name.fix")
                yield _notice("ledger.name_with_codes", fix, name=name, codes=sorted(codes))


def _notice(key: str, remedy: Message | None = None, **facts: object) -> Problem:
    return Problem(Severity.NOTICE, message(key, **facts), remedy=remedy)


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
