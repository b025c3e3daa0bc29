"""Finding the line of a key."""

from __future__ import annotations

from arcollect.policy.lines import line_of

TOML = """\
language = "zh"
aging.buckets = [
  30,
]
[columns]
"客户" = "往来单位"

[[company]]
name = "A"
[[company]]   # second
name = "B"
"""


def test_lines_of_keys_tables_and_elements():
    assert line_of(TOML, ("language",)) == 1
    assert line_of(TOML, ("aging", "buckets", 0)) == 2
    assert line_of(TOML, ("columns", "客户")) == 6
    assert line_of(TOML, ("company", 1, "name")) == 11
    assert line_of(TOML, ("company", 1, "nmae")) == 10
    assert line_of(TOML, ("nowhere",)) == 0
