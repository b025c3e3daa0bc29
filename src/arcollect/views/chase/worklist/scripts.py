"""What to say on the phone: talking points by reason."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from string import Formatter
from typing import TYPE_CHECKING

from arcollect.analysis.chase.worklist.entry import Section
from arcollect.errors import UsageError, message
from arcollect.money import show
from arcollect.register.entries import Reason
from arcollect.text import Lang, fill, text, words

if TYPE_CHECKING:
    from arcollect.analysis.chase.worklist.entry import Entry
    from arcollect.policy.chase.worklist import WorklistPolicy

NAMES = ("customer", "amount", "days", "documents")
KNOWN = ("unknown", *(str(r) for r in Reason), "ahead", "own", "promised", "failed")
"""The scripts there are; each may be replaced by a file of its name, or in the policy."""
SUFFIX = ".txt"

_AHEAD = frozenset({Section.PREDUE, Section.SEASON})
_OURS = frozenset({Section.INTERNAL, Section.DELIVERY})


def talking_points(entry: Entry, own: Mapping[str, str], lang: Lang) -> str:
    """What to say: the company's own script for the case, else ours (R001-09, R002-13).

    By the reason that the customer gave; without one, how to find out (R002-06). Ours
    name nobody but the two parties, threaten nothing and promise nothing.
    """
    facts = _facts(entry, lang)
    said = (fill(own.get(name) or _ours(name, lang), lang, **facts) for name in scripts_of(entry))
    return ("" if lang is Lang.ZH else " ").join(said)


def scripts_of(entry: Entry) -> tuple[str, ...]:
    """Which scripts fit: after a broken promise also the one for the known reason."""
    name = script_of(entry)
    return (name, str(entry.reason)) if name == "failed" and entry.reason else (name,)


def script_of(entry: Entry) -> str:
    """The first that fits: the section, then promises, then the reason."""
    if entry.section in _OURS:
        return "own"
    if entry.section in _AHEAD:
        return "ahead"
    if entry.promised_on is not None:
        return "failed" if entry.is_broken else "promised"
    if entry.section is Section.DISPUTE and entry.reason is None:
        return str(Reason.QUALITY)
    return str(entry.reason or "unknown")


def own_scripts(rules: WorklistPolicy, lang: Lang) -> dict[str, str]:
    """The company's own scripts: under [worklist.scripts], else files of its folder.

    A file is called after its reason (`zh/cash-tight.txt`) and holds nothing but the
    words; an empty one leaves ours. UsageError for a folder that is none, for a name
    that is no reason, and for words that cannot be filled in.
    """
    found = {**_in_folder(rules.scripts_folder, lang), **rules.scripts}
    _check(rules.scripts, "[worklist.scripts]")
    return found


def set_of_scripts() -> dict[str, bytes]:
    """Our scripts as files, and how to change them, by path: a set to start from."""
    files = {
        f"{lang}/{name}{SUFFIX}": f"{_ours(name, lang)}\n".encode()
        for lang in Lang
        for name in KNOWN
    }
    about = "\n".join(text("scripts.readme", lang, list=_described(lang)) for lang in Lang)
    return {**files, "README.md": about.encode()}


def _described(lang: Lang) -> str:
    """What each file is for, as a list."""
    return "\n".join(f"- `{name}{SUFFIX}`: {_occasion(name, lang)}" for name in KNOWN)


def _occasion(name: str, lang: Lang) -> str:
    """When this script is said: a reason, or where the row stands."""
    if name in set(Reason):
        return text(f"worklist.reason.{name}", lang)
    return text(f"scripts.when_{name}", lang)


def _ours(name: str, lang: Lang) -> str:
    return words("scripts", lang)[f"scripts.{name}"]


def _in_folder(named: str, lang: Lang) -> Mapping[str, str]:
    if not named:
        return {}
    folder = Path(named).expanduser()
    if not folder.is_dir():
        raise UsageError(message("scripts.no_folder", path=named), message("scripts.folder_hint"))
    found = {}
    for path in sorted((folder / lang).glob(f"*{SUFFIX}")):
        said = path.read_text("utf-8-sig", errors="replace").split("\n")
        gap = "" if lang is Lang.ZH else " "
        found[path.stem] = gap.join(line.strip() for line in said if line.strip())
        _check({path.stem: found[path.stem]}, f"{lang}/{path.name}")
    return found


def _check(own: Mapping[str, str], where: str) -> None:
    """UsageError for a script that fits no reason or cannot be filled in."""
    for reason, said in own.items():
        if reason not in KNOWN:
            hint = message("scripts.no_reason_hint", known=KNOWN)
            raise UsageError(message("scripts.no_reason", reason=reason, where=where), hint)
        if not _can_be_filled(said):
            known = [f"{{{name}}}" for name in NAMES]
            hint = message("scripts.placeholder_hint", known=known)
            raise UsageError(message("scripts.placeholder", where=where, said=said), hint)


def _can_be_filled(said: str) -> bool:
    try:
        found = list(Formatter().parse(said))
    except ValueError:
        return False
    return all(
        name is None or (name in NAMES and (not spec or _is_counted(spec)) and not turn)
        for _, name, spec, turn in found
    )


def _is_counted(spec: str) -> bool:
    """Whether it is the two words of `{days:|day|days}`."""
    return spec.startswith("|") and spec.count("|") == 2


def _facts(entry: Entry, lang: Lang) -> dict[str, object]:
    account = entry.account
    minor = account.asked_minor or entry.upcoming_minor
    return {
        "customer": account.customer,
        "amount": f"{account.party[2]} {show(minor, account.party[2])}".strip(),
        "days": account.asked_days,
        "documents": _documents(entry, lang),
    }


def _documents(entry: Entry, lang: Lang) -> str:
    """The oldest document by its number, and how many there are."""
    account = entry.account
    asked = account.asked or account.documents
    first = next((d.number for d in asked if d.number), "")
    if not first:
        return text("scripts.documents_none", lang, count=len(asked))
    if len(asked) == 1:
        return first
    return text("scripts.documents_more", lang, first=first, count=len(asked))
