"""Which fonts a pdf is set in, and whether they have every character."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from arcollect.errors import UsageError, message

_BUNDLED = "pylopdf_fonts_zh_cn"  # Noto Serif SC and Noto Sans SC, SIL Open Font License
_SONG = (
    "Noto Serif SC", "Noto Serif CJK SC", "Source Han Serif SC", "SimSun", "NSimSun",
    "Songti SC", "STSong", "Noto Sans SC", "Noto Sans CJK SC", "Microsoft YaHei", "SimHei",
    "PingFang SC", "WenQuanYi Micro Hei", "WenQuanYi Zen Hei",
)  # fmt: skip
_BOLD = 600  # a face of this weight or more is bold


@dataclass(frozen=True, slots=True)
class Fonts:
    """Families in the order they are asked for a character; bold: those of bold text."""

    families: Sequence[str]
    bold: Sequence[str]
    is_bold: bool  # the first bold family really has a bold face
    loaded: Any
    known: frozenset[int]

    def has(self, character: str) -> bool:
        """Whether one of the families has this character."""
        return ord(character) in self.known

    def compiler(self) -> Any:
        """A compiler that knows these fonts and nothing of the files around it."""
        import typst  # noqa: PLC0415  (an extra)

        return typst.Compiler(font_paths=self.loaded)


def find(font: str = "", font_path: str = "") -> Fonts:
    """The fonts of a run: `font` by name, else those in `font_path`, else the extra's own.

    Without the font package, a Chinese font of the system. Raises UsageError without the
    extra `pdf`, for a folder or a font that is not there, and where no font is found.
    """
    if find_spec("typst") is None or find_spec("fontTools") is None:
        raise UsageError(message("letters.no_pdf"), message("letters.no_pdf_hint"))
    if font_path and not Path(font_path).is_dir():
        raise UsageError(message("letters.no_font_path", path=font_path))
    return _found(font.strip(), font_path)


@cache
def _found(font: str, font_path: str) -> Fonts:
    import typst  # noqa: PLC0415  (an extra)

    bundled = _bundled()
    folders = [path for path in (font_path, bundled) if path]
    # The system's fonts are looked through only where they are needed: it takes a while.
    looks_further = bool(font) or not folders
    loaded = typst.Fonts(
        include_system_fonts=looks_further, include_embedded_fonts=False, font_paths=folders
    )
    faces = list(loaded.fonts())
    there = list(dict.fromkeys(face.family for face in faces))
    own = [f.family for f in faces if font_path and Path(f.path or "").is_relative_to(font_path)]
    preferred = [name for name in _SONG if name in there]
    wanted = [font] if font else []
    if not set(wanted) <= set(there) or not (wanted or own or preferred):
        hint = message("letters.font_hint")
        raise UsageError(message("letters.no_font", asked=font or "-", known=there[:20]), hint)
    families = list(dict.fromkeys([*wanted, *own, *preferred]))
    return _chosen(families, faces, loaded)


def _chosen(families: list[str], faces: list[Any], loaded: Any) -> Fonts:
    """With a bold face of the first family, else the sans-serif beside it (黑体)."""
    has_bold = any(f.family == families[0] and f.weight >= _BOLD for f in faces)
    sans = [name for name in families[1:] if "Sans" in name or "Hei" in name]
    bold = families if has_bold else list(dict.fromkeys([*sans, *families]))
    used = [face for face in faces if face.family in families]
    known = frozenset().union(*(_characters(face.path, face.index) for face in used))
    return Fonts(families, bold, has_bold, loaded, known)


@cache
def _characters(path: str, index: int) -> frozenset[int]:
    from fontTools.ttLib import TTFont  # noqa: PLC0415  (an extra)

    with TTFont(path, fontNumber=index, lazy=True) as face:
        return frozenset(face.getBestCmap() or ())


def _bundled() -> str:
    spec = find_spec(_BUNDLED)
    return str(Path(spec.origin).parent) if spec and spec.origin else ""
