"""Letters as files: one each, and one to print them all."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from arcollect.render.letters.docx import docx, print_file
from arcollect.render.letters.html import html
from arcollect.render.letters.md import md
from arcollect.render.letters.pdf import Press
from arcollect.render.letters.txt import txt
from arcollect.text import Lang, text
from arcollect.views.block import Printed

FORMATS: Mapping[str, Callable[[Printed], bytes]] = {
    "docx": docx,
    "html": lambda letter: html(letter).encode(),
    "md": lambda letter: md(letter).encode(),
    "txt": lambda letter: txt(letter).encode(),
}


@dataclass(frozen=True, slots=True)
class Making:
    """How files are made: the print file's title, and the font of a pdf."""

    title: str = ""  # "" = that of dunning letters
    font: str = ""
    font_path: str = ""


_PLAIN = Making()


def letter_files(
    letters: Sequence[Printed],
    lang: Lang,
    formats: Sequence[str] = ("docx",),
    making: Making = _PLAIN,
) -> dict[str, bytes]:
    """Relative path to bytes: every letter in every format, and the print file.

    The print file holds all letters in their order as one docx (U-25), without
    the drafts for a lawyer: those are not ours to seal and send (R-LAW-09). No
    letters, no files. The same letters give the same bytes (T-38). Raises UsageError
    for a pdf without the extra or with a character that no font has.
    """
    files = {
        f"{x.stem}.{kind}": FORMATS[kind](x) for x in letters for kind in formats if kind in FORMATS
    }
    if letters and "pdf" in formats:
        press = Press(making.font, making.font_path)
        files |= {f"{x.stem}.pdf": press.pdf(x) for x in letters}
    to_print = [x for x in letters if not x.is_draft]
    if to_print and "docx" in formats:
        title = making.title or text("letters.print_file", lang)
        files[f"{title}.docx"] = print_file(to_print, title)
    return files
