"""The docx package: parts that never change, and the one that does."""

from __future__ import annotations

import io
import zipfile
from functools import cache
from importlib import resources
from xml.sax.saxutils import escape

from arcollect.text import Lang, text

_EPOCH = (1980, 1, 1, 0, 0, 0)  # same input, same bytes (T-38)
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_STATIC = {
    "[Content_Types].xml": "content_types.xml",
    "_rels/.rels": "rels.xml",
    "word/_rels/document.xml.rels": "document_rels.xml",
    "word/styles.xml": "styles.xml",
    "word/settings.xml": "settings.xml",
}
_CORE = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/'
    'core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    ' xmlns:dcterms="http://purl.org/dc/terms/"'
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
    "<dc:title>{title}</dc:title><dc:creator>{author}</dc:creator>"
    '<dcterms:created xsi:type="dcterms:W3CDTF">{day}T00:00:00Z</dcterms:created>'
    "</cp:coreProperties>"
)


def package(document: str, *, title: str, author: str, day: str, has_total: bool = True) -> bytes:
    """A docx around the XML of its body; `day` (ISO) is its only date.

    has_total: the foot says how many pages there are (NUMPAGES). Where one file holds many
    letters it does not: only Word counts the pages of a section, others print a wrong number.

    Styles, settings, headers and footers are built once for a run; nothing
    depends on a clock or a machine, so equal letters are equal files.
    """
    core = _CORE.format(title=escape(title), author=escape(author), day=day)
    made = io.BytesIO()
    made.write(_shared(has_total=has_total))
    with zipfile.ZipFile(made, "a", zipfile.ZIP_DEFLATED) as parts:
        parts.writestr(_entry("docProps/core.xml"), _XML + core)
        parts.writestr(_entry("word/document.xml"), _XML + document)
    return made.getvalue()


@cache
def _shared(*, has_total: bool) -> bytes:
    """The shared parts already packed: each letter only adds its own two."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as parts:
        for name, content in _skeleton(has_total=has_total):
            parts.writestr(_entry(name), content)
    return made.getvalue()


def _skeleton(*, has_total: bool) -> tuple[tuple[str, str], ...]:
    """Every part that all letters share, by its name in the package."""
    folder = resources.files(__package__) / "skeleton"
    static = [(name, (folder / file).read_text(encoding="utf-8")) for name, file in _STATIC.items()]
    made = [("word/header_none.xml", _part("hdr", "Header", ""))]
    for lang in Lang:
        seam = text("letters.seam", lang)
        made.append(
            (f"word/footer_{lang}.xml", _part("ftr", "Footer", _page(lang, has_total=has_total)))
        )
        made.append((f"word/header_{lang}.xml", _part("hdr", "Header", _run(seam))))
    return (*static, *made)


def _page(lang: Lang, *, has_total: bool) -> str:
    """第x页 共y页; 第x页 where the total is not known."""
    if not has_total:
        before, after = text("letters.page_alone", lang, page="\0").split("\0")
        return _run(before) + _field("PAGE") + _run(after)
    before, between, after = text("letters.page", lang, page="\0", pages="\0").split("\0")
    fields = (_run(before), _field("PAGE"), _run(between), _field("NUMPAGES"), _run(after))
    return "".join(fields)


def _part(tag: str, style: str, content: str) -> str:
    return (
        f'{_XML}<w:{tag} xmlns:w="{_W}"><w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>'
        f"{content}</w:p></w:{tag}>"
    )


def _field(name: str) -> str:
    return f'<w:fldSimple w:instr=" {name} "><w:r><w:t>1</w:t></w:r></w:fldSimple>'


def _run(said: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{escape(said)}</w:t></w:r>' if said else ""


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, _EPOCH)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.create_system = 3
    entry.external_attr = 0o600 << 16
    return entry
