"""A file name that every system accepts, from any text at all."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Sequence

MAX_CHARS = 80
MAX_BYTES = 200  # a name may have 255; the rest is for an ending and a temporary mark

_FORBIDDEN = re.compile(r'[<>:"/\\|?*\u2028\u2029\u29f8\u2044\u2215\ufe68]')
_RESERVED = re.compile(r"(?i)^(con|prn|aux|nul|(?:com|lpt)[0-9¹²³])(?=$|[. ])")
_UNPRINTABLE = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})


def safe_name(
    text: str, *, empty: str = "未命名", max_chars: int = MAX_CHARS, max_bytes: int = MAX_BYTES
) -> str:
    """One path component that means `text` and can harm nothing (T-03).

    NFKC; control, bidi, zero-width and private characters dropped; separators
    and characters that Windows forbids become `_`; no dots or spaces at the
    ends, no leading `-` or `~`; reserved device names get a `_`; at most
    `max_chars` characters and `max_bytes` bytes of UTF-8, cut between
    characters. Nothing left: `empty`.
    """
    plain = unicodedata.normalize("NFKC", text)
    plain = re.sub(r"\s", " ", plain)
    plain = "".join(c for c in plain if unicodedata.category(c) not in _UNPRINTABLE)
    plain = _strip(_FORBIDDEN.sub("_", re.sub(" +", " ", plain)))
    plain = _strip(_cut(_RESERVED.sub(r"\1_", plain), max_chars, max_bytes))
    return plain or empty


def safe_names(named: Sequence[tuple[str, str]]) -> list[str]:
    """Safe names for (text, key) pairs, distinct and independent of their order.

    Names that meet on a system without upper and lower case all get a short
    fingerprint of their key, so that a name never depends on its neighbours'
    order (T-03). Equal pairs get equal names.
    """
    names = [safe_name(text) for text, _ in named]
    keys = {(_folded(name), pair[1]) for name, pair in zip(names, named, strict=True)}
    sharing = Counter(name for name, _ in keys)
    return [
        _marked(name, key) if sharing[_folded(name)] > 1 else name
        for name, (_, key) in zip(names, named, strict=True)
    ]


def _marked(name: str, key: str) -> str:
    mark = "_" + hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:8]
    return _cut(name, MAX_CHARS - len(mark), MAX_BYTES - len(mark)) + mark


def _folded(name: str) -> str:
    return unicodedata.normalize("NFKC", name).casefold()


def _strip(name: str) -> str:
    return name.strip(" .").lstrip("-~. ")


def _cut(name: str, max_chars: int, max_bytes: int) -> str:
    return name[:max_chars].encode()[:max_bytes].decode(errors="ignore")
