"""A table on its way to the ledger: columns by canonical name, not yet a frame."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from arcollect.ledger.cells.texts import Texts, compact, merged, same
from arcollect.ledger.forms.sheet.body import Body
from arcollect.ledger.schema import dtype_of

Values = NDArray[Any]
_DEFAULTS = {"int64": 0, "bool": False, "float64": np.nan, "datetime64[s]": "NaT"}


@dataclass(slots=True)
class Draft:
    """Columns of equal length; texts as `Texts`, everything else as arrays."""

    rows: int
    texts: dict[str, Texts] = field(default_factory=dict)
    arrays: dict[str, Values] = field(default_factory=dict)

    def text(self, name: str) -> Texts:
        """A text column, "" everywhere where it was never set."""
        return self.texts.get(name) or same("", self.rows)

    def value(self, name: str) -> Values:
        """A column of numbers, days or flags; its blank where it was never set."""
        if name in self.arrays:
            return self.arrays[name]
        dtype = dtype_of(name)
        return np.full(self.rows, _DEFAULTS[dtype], dtype=dtype)

    def where(self, keep: NDArray[Any]) -> Draft:
        """The chosen rows, in that order."""
        texts = {n: t.where(keep) for n, t in self.texts.items()}
        values = {n: v[keep] for n, v in self.arrays.items()}
        rows = int(keep.sum()) if keep.dtype == bool else len(keep)
        return Draft(rows, texts, values)

    def frame(self, columns: tuple[str, ...]) -> pd.DataFrame:
        """The frame with exactly these columns and the schema's types."""
        made: dict[str, object] = {}
        for name in columns:
            dtype = dtype_of(name)
            if dtype == "category":
                made[name] = self.text(name).categorical()
            else:
                made[name] = self.value(name).astype(dtype, copy=False)
        return pd.DataFrame(made, copy=False)


def begin(body: Body, keep: NDArray[np.bool_], fields: tuple[str, ...]) -> Draft:
    """A draft of the kept rows with their file, sheet, Excel row and plain texts."""
    rows = np.flatnonzero(keep)
    draft = Draft(len(rows))
    draft.texts["source"] = same(body.place.file, len(rows))
    draft.texts["sheet"] = same(body.place.sheet, len(rows))
    draft.arrays["row"] = rows.astype(np.int64) + body.place.first + 1
    everything = len(rows) == body.rows
    for name in fields:
        whole = body.text(name)
        if len(whole.words) > 1:
            draft.texts[name] = whole if everything else whole.where(rows)
    return draft


def join(drafts: Sequence[Draft]) -> Draft:
    """The drafts one below the other."""
    if len(drafts) == 1:
        return drafts[0]
    total = Draft(sum(d.rows for d in drafts))
    for name in dict.fromkeys(n for d in drafts for n in d.texts):
        total.texts[name] = _stacked([d.text(name) for d in drafts])
    for name in dict.fromkeys(n for d in drafts for n in d.arrays):
        total.arrays[name] = np.concatenate([d.value(name) for d in drafts])
    return total


def _stacked(parts: list[Texts]) -> Texts:
    words, codes = [""], []
    for part in parts:
        words, moved = merged(words, part.words)
        codes.append(moved[part.codes])
    return compact(np.concatenate(codes) if codes else np.zeros(0, np.int32), words)
