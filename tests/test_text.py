"""Words: both languages have every key, with the same placeholders, and each is used."""

from __future__ import annotations

import re
import string
from pathlib import Path

import pytest

from arcollect.errors import message
from arcollect.text import Lang, say, text, words

SOURCE = Path(__file__).parents[1] / "src" / "arcollect"
CHAPTERS = sorted(p.stem for p in (SOURCE / "text" / "zh").glob("*.py") if p.stem != "__init__")
GBK_UNSAFE = "¥−✓⚠•€"


def _fields(template: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(template) if name}


def test_both_languages_have_the_same_chapters() -> None:
    english = sorted(p.stem for p in (SOURCE / "text" / "en").glob("*.py"))
    assert [c for c in english if c != "__init__"] == CHAPTERS


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_both_languages_say_the_same_things(chapter: str) -> None:
    zh, en = words(chapter, Lang.ZH), words(chapter, Lang.EN)
    assert set(zh) == set(en)
    differing = {key for key in zh if _fields(zh[key]) != _fields(en[key])}
    assert not differing


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_every_key_names_its_chapter(chapter: str) -> None:
    assert all(key.startswith(f"{chapter}.") for key in words(chapter, Lang.ZH))


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_words_survive_a_gbk_console(chapter: str) -> None:
    for said in words(chapter, Lang.ZH).values():
        said.encode("gbk")
        assert not set(said) & set(GBK_UNSAFE)


def test_no_word_is_unused() -> None:
    """A key counts as used when the code spells it whole, or its stem before a variable.

    A title counts when both are spelled: the stem for `Columns`, and the column.
    """
    code = "\n".join(
        p.read_text(encoding="utf-8") for p in SOURCE.rglob("*.py") if "text" not in p.parts
    )
    stems = set(re.findall(r'f"([a-z_]+\.[a-z0-9_.-]*)\{', code))
    titles = set(re.findall(r'Columns\("([a-z_.]+)"', code))
    unused = [
        key
        for chapter in CHAPTERS
        for key in words(chapter, Lang.ZH)
        if f'"{key}"' not in code
        and not any(key.startswith(stem) for stem in stems)
        and not any(f'"{key.removeprefix(t)}"' in code for t in titles if key.startswith(t))
    ]
    assert unused == []


def test_a_missing_fact_is_an_error_not_a_blank() -> None:
    with pytest.raises(KeyError):
        text("aging.as_of", Lang.ZH)


def test_lists_and_messages_inside_a_message_are_said() -> None:
    inner = message("common.yes")
    said = say(message("ratios.missing", names=["a", inner]), Lang.ZH)
    assert said == "缺数据：a、是"


@pytest.mark.parametrize(
    ("count", "said"), [(1, "1 warning,"), (0, "0 warnings,"), (2, "2 warnings,")]
)
def test_a_word_fits_its_number(count: int, said: str) -> None:
    assert text("cli.noted", Lang.EN, count=count, ledger="x.csv").startswith(said)
