"""Commands that take whole bundles of options instead of twenty parameters."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator
from dataclasses import MISSING, Field, fields
from typing import Any, get_type_hints


def spread(command: Callable[..., None]) -> Callable[..., None]:
    """`command`, with every field of its dataclass parameters as an option of its own.

    Typer sees plain annotated parameters; `command` gets the dataclasses, filled.
    """
    hints = get_type_hints(command)
    bundles = {name: hints[name] for name in inspect.signature(command).parameters}

    def called(**values: Any) -> None:
        made = {
            name: bundle(**{f.name: _plain(values[f.name]) for f in fields(bundle)})
            for name, bundle in bundles.items()
        }
        command(**made)

    flat = [p for bundle in bundles.values() for p in _parameters(bundle)]
    called.__doc__ = command.__doc__
    called.__name__ = command.__name__
    called.__signature__ = inspect.Signature(flat)  # type: ignore[attr-defined]
    called.__annotations__ = {p.name: p.annotation for p in flat}
    return called


def _parameters(bundle: type[Any]) -> Iterator[inspect.Parameter]:
    hints = get_type_hints(bundle, include_extras=True)
    for field in fields(bundle):
        yield inspect.Parameter(
            field.name,
            inspect.Parameter.KEYWORD_ONLY,
            default=_default(field),
            annotation=hints[field.name],
        )


def _default(field: Field[Any]) -> object:
    if field.default_factory is not MISSING:
        return field.default_factory()
    return inspect.Parameter.empty if field.default is MISSING else field.default


def _plain(value: object) -> object:
    """Repeatable options arrive as lists; frozen bundles hold tuples."""
    return tuple(value) if isinstance(value, list) else value
