"""Which language this run speaks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextvars import ContextVar

from arcollect.errors import Message, UsageError, message
from arcollect.text import Lang

_FILES = {"path", "name", "file", "files", "word", "ledger"}
_SPOKEN: ContextVar[Lang] = ContextVar("spoken", default=Lang.EN)
_SETTLED: ContextVar[bool] = ContextVar("settled", default=False)
_ASKED: ContextVar[str] = ContextVar("asked", default="")


def spoken() -> Lang:
    """The language of help, errors and screens at this point of the run."""
    return _SPOKEN.get()


def speak(lang: Lang) -> Lang:
    """From here on everything is said in `lang`."""
    _SPOKEN.set(lang)
    _SETTLED.set(True)
    return lang


def begin(arguments: Sequence[str], env: Mapping[str, str]) -> list[str]:
    """Speak before a policy or a ledger is known: --lang, ARCOLLECT_LANG, locale, English.

    `--lang` counts wherever it stands; the rest of the line is returned. Raises
    UsageError for anything but zh and en, in the language of the locale.
    """
    speak(of_locale(env))
    _SETTLED.set(False)
    asked, rest = _split(arguments)
    _ASKED.set("")
    if asked is not None:
        _ASKED.set(speak(named(asked)))
    elif known := _known(env.get("ARCOLLECT_LANG", "")):
        speak(known)
    return rest


def fitting(said: Message, of_headers: str = "") -> Lang:
    """The language of an error: the ledger's own, before anybody has settled another.

    Headers, sheets and terms in Chinese come before the locale, as they do everywhere;
    names of files say nothing.
    """
    is_chinese = of_headers == Lang.ZH or _is_chinese(said)
    return Lang.ZH if not _SETTLED.get() and is_chinese else spoken()


def asked_for() -> str:
    """What `--lang` said on this command line, "" for nothing."""
    return _ASKED.get()


def of_locale(env: Mapping[str, str]) -> Lang:
    """Chinese where LC_ALL, LC_MESSAGES or LANG says so, in the order of POSIX."""
    first = next((env[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if env.get(name)), "")
    return Lang.ZH if first.lower().startswith(("zh", "chinese")) else Lang.EN


def named(asked: str) -> Lang:
    """The language a person asked for; UsageError for anything but zh and en."""
    found = _known(asked)
    if found is None:
        raise UsageError(message("cli.language", asked=asked), message("cli.language_hint"))
    return found


def _is_chinese(fact: object) -> bool:
    if isinstance(fact, Message):
        return any(_is_chinese(v) for k, v in fact.facts.items() if k not in _FILES)
    if isinstance(fact, str):
        return any("\u4e00" <= c <= "\u9fff" for c in fact)
    return isinstance(fact, list | tuple) and any(map(_is_chinese, fact))


def _split(arguments: Sequence[str]) -> tuple[str | None, list[str]]:
    asked, rest = None, []
    words = iter(arguments)
    for word in words:
        if word == "--lang":
            asked = next(words, "")
        elif word.startswith("--lang="):
            asked = word.partition("=")[2]
        else:
            rest.append(word)
    return asked, rest


def _known(asked: str) -> Lang | None:
    return next((lang for lang in Lang if lang == asked.strip().lower()), None)
