"""Every key of the policy: its name, its rule, its kind."""

from __future__ import annotations

import types
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel

from arcollect.policy.model import Policy
from arcollect.policy.values import Rule

if TYPE_CHECKING:
    from pydantic.fields import FieldInfo


@dataclass(frozen=True, slots=True)
class Key:
    """One key: `name` is dotted (grade.long_days), `section` "" at the top.

    is_list: several values; of_tables: each value is a table ([[company]]);
    choices: the words allowed, () for any; is_free: a table with keys of one's own.
    """

    name: str
    rule: str
    default: object
    is_list: bool = False
    of_tables: bool = False
    is_free: bool = False
    choices: tuple[object, ...] = ()

    @property
    def section(self) -> str:
        """The table it stands in, "" for the top."""
        return self.name.rpartition(".")[0]

    @property
    def variable(self) -> str:
        """Its environment variable: ARCOLLECT_GRADE_LONG_DAYS."""
        return "ARCOLLECT_" + self.name.replace(".", "_").upper()


@cache
def keys() -> dict[str, Key]:
    """All keys in the order of the model, by dotted name."""
    return {key.name: key for key in _walk(Policy, "")}


def _walk(model: type[BaseModel], prefix: str) -> Iterator[Key]:
    for name, info in model.model_fields.items():
        if isinstance(info.annotation, type) and issubclass(info.annotation, BaseModel):
            yield from _walk(info.annotation, f"{prefix}{name}.")
        else:
            yield _key(prefix + name, info)


def _key(name: str, info: FieldInfo) -> Key:
    inner = _bare(info.annotation)
    of = get_args(inner)[0] if get_origin(inner) is tuple else None
    return Key(
        name=name,
        rule=next((m.source for m in info.metadata if isinstance(m, Rule)), ""),
        default=info.default,
        is_list=of is not None,
        of_tables=isinstance(of, type) and issubclass(of, BaseModel),
        is_free=get_origin(inner) is dict,
        choices=get_args(inner) if get_origin(inner) is Literal else (),
    )


def _bare(annotation: Any) -> Any:
    """The type without Annotated and without "or None"."""
    if get_origin(annotation) is Annotated:
        return _bare(get_args(annotation)[0])
    if get_origin(annotation) in {Union, types.UnionType}:
        return _bare(next(a for a in get_args(annotation) if a is not types.NoneType))
    return annotation
