from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from arcollect.safe_name import safe_name, safe_names


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("甲公司催收证据20230718", "甲公司催收证据20230718"),
        ("甲/乙公司", "甲_乙公司"),
        ("../../evil", "_.._evil"),
        ("..", "未命名"),
        ("", "未命名"),
        ("-rf", "rf"),
        (".hidden", "hidden"),
        ("~$lock", "$lock"),
        ("NUL", "NUL_"),
        ("con.txt", "con_.txt"),
        ("NUL .txt", "NUL_ .txt"),
        ("COM1", "COM1_"),
        ("lpt9.x", "lpt9_.x"),
        ("CONTI 轮胎", "CONTI 轮胎"),
        ("a\u202egpj.exe", "agpj.exe"),
        ("零\u200b宽", "零宽"),
        ("a\x00b\nc", "ab c"),
        ('<>:"|?*', "_______"),
        ("甲１（杭州）", "甲1(杭州)"),
        ("end. . ", "end"),
        ("a\ud800b", "ab"),
    ],
)
def test_names(text, name):
    """T-03."""
    assert safe_name(text) == name


def test_long_names_fit_in_bytes_and_characters():
    assert len(safe_name("中" * 84).encode()) <= 200
    assert len(safe_name("a" * 300)) == 80


@settings(deadline=None, max_examples=300)
@given(st.text(max_size=120))
def test_any_text_stays_in_its_folder(text):
    name = safe_name(text)
    folder = Path("/out").resolve()
    assert (folder / name).resolve().parent == folder
    assert len(name) <= 80
    assert len(name.encode()) <= 200
    assert safe_name(name) == name


@settings(deadline=None, max_examples=200)
@given(st.lists(st.tuples(st.text(max_size=12), st.text(min_size=1, max_size=4)), unique=True))
def test_names_are_distinct_by_key_and_independent_of_order(pairs):
    by_key = {key: (text, key) for text, key in pairs}
    chosen = list(by_key.values())
    names = safe_names(chosen)
    assert len({n.casefold() for n in names}) == len(chosen)
    assert sorted(names) == sorted(safe_names(chosen[::-1]))
