"""Letters as files: one each, and one to print them all."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from arcollect.render.letters.docx import docx, print_file
from arcollect.render.letters.eml import eml
from arcollect.render.letters.html import html
from arcollect.render.letters.md import md
from arcollect.render.letters.pdf import Press
from arcollect.render.letters.txt import txt
from arcollect.render.letters.word import word
from arcollect.text import Lang, text
from arcollect.views.block import Printed

if TYPE_CHECKING:
    from arcollect.views.chase.mailing.envelope import Envelope


def _docx(letter: Printed) -> bytes:
    """The user's Word template where there is one, else our own look."""
    form = getattr(letter, "word", None)
    return word(form) if form is not None else docx(letter)


FORMATS: Mapping[str, Callable[[Printed], bytes]] = {
    "docx": _docx,
    "html": lambda letter: html(letter).encode(),
    "md": lambda letter: md(letter).encode(),
    "txt": lambda letter: txt(letter).encode(),
}


@dataclass(frozen=True, slots=True)
class Making:
    """How files are made.

    title: of the print file, "" for dunning letters; font, font_path: of a pdf;
    envelopes: heads of e-mails by a letter's stem; own: the formats of one letter in
    place of those of the run (a customer's own channel), by stem.
    """

    title: str = ""
    font: str = ""
    font_path: str = ""
    envelopes: Mapping[str, Envelope] = field(default_factory=dict)
    own: Mapping[str, Sequence[str]] = field(default_factory=dict)


_PLAIN = Making()
_ON_PAPER = frozenset({"docx", "pdf"})


def letter_files(
    letters: Sequence[Printed],
    lang: Lang,
    formats: Sequence[str] = ("docx",),
    making: Making = _PLAIN,
) -> dict[str, bytes]:
    """Relative path to bytes: every letter in every format, and the print file.

    The print file holds all letters that are for paper (docx, pdf) in their order as one
    docx (U-25), without the drafts for a lawyer: those are not ours to seal and send
    (R-LAW-09); and without those of the user's own Word templates, which keep their look.
    No letters, no files. The same letters give the same bytes (T-38). Raises UsageError
    for a pdf without the extra or with a character that no font has.
    """
    files: dict[str, bytes] = {}
    press: Press | None = None
    for letter in letters:
        kinds = making.own.get(letter.stem, formats)
        if "pdf" in kinds and press is None:
            press = Press(making.font, making.font_path)
        files |= _of_one(letter, kinds, making, press)
    to_print = [
        x
        for x in letters
        if _is_ours_to_print(x) and _ON_PAPER & {*making.own.get(x.stem, formats)}
    ]
    if to_print:
        title = making.title or text("letters.print_file", lang)
        files[f"{title}.docx"] = print_file(to_print, title)
    return files


def _is_ours_to_print(letter: Printed) -> bool:
    return not letter.is_draft and getattr(letter, "word", None) is None


def _of_one(
    letter: Printed, kinds: Sequence[str], making: Making, press: Press | None
) -> dict[str, bytes]:
    """One letter in each format; an e-mail carries the pdf where there is one, else the docx."""
    stem = letter.stem
    made = {kind: FORMATS[kind](letter) for kind in kinds if kind in FORMATS}
    if press is not None and "pdf" in kinds:
        made["pdf"] = press.pdf(letter)
    if "eml" in kinds and not letter.is_draft:
        kind = "pdf" if "pdf" in made else "docx"
        content = made.get(kind) or _docx(letter)
        made["eml"] = eml(letter, making.envelopes[stem], f"{stem}.{kind}", content)
    return {f"{stem}.{kind}": made[kind] for kind in kinds if kind in made}
