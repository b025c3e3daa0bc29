"""Which customer a person means who types a name or a code."""

from __future__ import annotations

import unicodedata


def is_asked_for(asked: str | None, customer: str, key: str) -> bool:
    """Whether `--customer` means this one: its name contains the words, or its key is them.

    The key is the customer's code where it has one. Capitals, full width (（ is () and
    outer blanks do not count; nobody asked for (None) is everybody.
    """
    if asked is None:
        return True
    wanted = _folded(asked)
    return wanted in _folded(customer) or wanted == _folded(key)


def _folded(name: str) -> str:
    return unicodedata.normalize("NFKC", name).casefold().strip()
