"""What is wrong with a template, with its line, before a letter is written from it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from jinja2 import TemplateSyntaxError, nodes

from arcollect.errors import Message, UsageError, message
from arcollect.text import Lang
from arcollect.views.chase.letter import findings
from arcollect.views.chase.lint import Finding, author_words
from arcollect.views.chase.slots import COLUMNS, SLOTS
from arcollect.views.chase.template import environment, exists
from arcollect.views.chase.templates.fields import TEMPLATES, Field, fields_of
from arcollect.views.chase.templates.sample import samples
from arcollect.views.chase.word import WordForm
from arcollect.views.compliance.check import from_a_lawyer

_SUFFIX = ".md.j2"
_FENCE = re.compile(r"\s*(?:```+|~~~+)\s*(\S*)")
_UNDEFINED = re.compile(r"'(\w+)' is undefined")
_PRINTED, _TAG = re.compile(r"\{\{.*?\}\}"), re.compile(r"\{%.*?%\}|\{#.*?#\}")
_WITH_COLUMNS = "items"


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing to mend; line 0 = the file as a whole; near: names that are known."""

    file: str
    line: int
    said: Message
    near: tuple[str, ...] = ()
    is_warning: bool = False


def inspect(own: Path) -> tuple[Fault, ...]:
    """Every fault of the templates in a folder, file by file, line by line.

    Broken syntax, fields, parts, blocks and columns that do not exist (with the
    nearest names that do), included files that are not there, files that replace
    nothing, and the wording, all in one pass: a sound template is filled with sample facts,
    with all of them and with the mandatory ones alone, and checked as a letter would be;
    of one that cannot be filled the words are read as they stand.
    """
    found: list[Fault] = []
    for path in sorted(own.rglob(f"*{_SUFFIX}")):
        found += _inspected(path, own)
    return tuple(found)


def inspect_word(
    own: Path,
    fill: Callable[[WordForm], bytes],
    names_in: Callable[[Path], frozenset[str]],
) -> tuple[Fault, ...]:
    """Every unknown field of each Word template; of one without, the first other fault.

    Word has no lines, so only the file is named; `fill` makes the Word file with sample
    facts, `names_in` says which fields it asks for.
    """
    found: list[Fault] = []
    for path in _word_files(own):
        file = str(path.relative_to(own))
        if path.stem not in TEMPLATES:
            said = message("templates.replaces_nothing", name=path.stem)
            found.append(Fault(file, 0, said, _near(path.stem, TEMPLATES)))
        else:
            known = fields_of(path.stem)
            unknown = sorted(names_in(path) - set(known))
            found += [
                Fault(file, 0, message("templates.no_field", name=name), _near(name, known))
                for name in unknown
            ] or _of_word(path, file, fill)
    return tuple(found)


def count(own: Path) -> int:
    """How many templates the folder holds."""
    return len(_word_files(own)) + sum(1 for _ in own.rglob(f"*{_SUFFIX}"))


def _word_files(own: Path) -> list[Path]:
    """Word files, without the lock files that an open Word leaves beside them."""
    return sorted(path for path in own.rglob("*.docx") if not path.name.startswith("~$"))


def _of_word(path: Path, file: str, fill: Callable[[WordForm], bytes]) -> Iterator[Fault]:
    known = fields_of(path.stem)
    for lang in _languages(file):
        for context in samples(path.stem, lang):
            try:
                fill(WordForm(path, context))
            except UsageError as error:
                name = _UNDEFINED.search(str(error.said.facts.get("why", "")))
                yield Fault(file, 0, error.said, _near(name[1], known) if name else ())
                return


def _inspected(path: Path, own: Path) -> list[Fault]:
    file, name = str(path.relative_to(own)), path.name.removesuffix(_SUFFIX)
    try:
        source = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        return [Fault(file, 0, message("templates.not_utf8"))]
    if not name.startswith("_") and name not in TEMPLATES:
        near = _near(name, TEMPLATES)
        return [Fault(file, 0, message("templates.replaces_nothing", name=name), near)]
    faults = [*_of_syntax(source, name, file, own), *_of_blocks(source, file)]
    if faults:  # it cannot be filled: the words are read as they stand
        faults += _of_source(source, file)
    else:
        faults += _of_words(name, source, file, own)
    return sorted(faults, key=lambda fault: fault.line)


def _languages(file: str) -> tuple[Lang, ...]:
    """zh/L2 speaks Chinese, en/L2 English, L2 in the folder itself both."""
    folder = Path(file).parts[0] if len(Path(file).parts) > 1 else ""
    return tuple(lang for lang in Lang if folder in {"", lang})


def _of_syntax(source: str, name: str, file: str, own: Path) -> Iterator[Fault]:
    lang = _languages(file)[0] if _languages(file) else Lang.ZH
    sandbox = environment(lang, own)
    try:
        tree = sandbox.parse(source)
        sandbox.compile(source)
    except TemplateSyntaxError as error:
        why = message("templates.syntax", why=error.message or "")
        yield Fault(file, error.lineno, why)
        return
    known = fields_of(name)
    yield from _of_names(tree, known, file)
    yield from _of_parts(tree, known, file)
    for node in tree.find_all(nodes.Include):
        wanted = node.template.value if isinstance(node.template, nodes.Const) else ""
        if not exists(str(wanted).removesuffix(_SUFFIX), lang, own):
            yield Fault(file, node.lineno, message("templates.no_include", name=wanted))


def _of_names(tree: nodes.Template, known: Mapping[str, Field], file: str) -> Iterator[Fault]:
    """Names that are neither a field nor set in the template itself."""
    own = {n.name for n in tree.find_all(nodes.Name) if n.ctx in {"store", "param"}}
    for node in tree.find_all(nodes.Name):
        if node.ctx == "load" and node.name not in {*known, *own, "loop"}:
            near = _near(node.name, known)
            yield Fault(file, node.lineno, message("templates.no_field", name=node.name), near)


def _of_parts(tree: nodes.Template, known: Mapping[str, Field], file: str) -> Iterator[Fault]:
    """Parts that do not exist: own.fone, item.amonut, customer.foo (a plain field)."""
    groups = {name: field for name, field in known.items() if field.parts}
    for loop in tree.find_all(nodes.For):
        over, each = loop.iter, loop.target
        if isinstance(over, nodes.Name) and isinstance(each, nodes.Name) and over.name in groups:
            groups = {**groups, each.name: groups[over.name]}
    for node in tree.find_all(nodes.Getattr):
        if not isinstance(node.node, nodes.Name):
            continue
        parts = _parts_of(node.node.name, groups, known)
        if parts is not None and node.attr not in parts:
            said = message("templates.no_part", name=f"{node.node.name}.{node.attr}")
            yield Fault(file, node.lineno, said, _near(node.attr, parts))


def _parts_of(
    name: str, groups: Mapping[str, Field], known: Mapping[str, Field]
) -> Sequence[str] | None:
    """What may stand behind the point of a field; of a text, what Python texts can do."""
    if name in groups:
        return groups[name].parts
    return dir(str) if name in known else None


def _of_blocks(source: str, file: str) -> Iterator[Fault]:
    """Fenced blocks, and columns of the item table, that do not exist."""
    inside = ""
    for number, line in enumerate(source.splitlines(), 1):
        fence = _FENCE.match(line)
        if fence:
            inside = "" if inside else fence[1] or "-"
            if inside and inside not in SLOTS:
                said = message("templates.no_block", name=inside)
                yield Fault(file, number, said, _near(inside, SLOTS))
        elif inside == _WITH_COLUMNS:
            for column in filter(None, (word.strip() for word in line.split(","))):
                if column not in COLUMNS:
                    said = message("templates.no_column", name=column)
                    yield Fault(file, number, said, _near(column, COLUMNS))


def _of_source(source: str, file: str) -> Iterator[Fault]:
    """What the author wrote himself, line by line; every branch counts."""
    is_draft = Path(file).name.startswith("L4")  # a lawyer is to issue it
    for number, line in enumerate(source.splitlines(), 1):
        own = _TAG.sub("", _PRINTED.sub("□", line))
        lawyer = "" if is_draft else from_a_lawyer(own)
        spoken = [Finding("W-06", lawyer)] if lawyer else []
        for found in (*author_words(own, will_sue=True), *spoken):
            said = _said(found, file.removesuffix(_SUFFIX))
            yield Fault(file, number, said, is_warning=not found.is_block)


def _said(found: Finding, template: str) -> Message:
    if found.is_block:
        return message("letters.finding", template=template, rule=found.rule, said=found.said)
    if found.rule == "W-12":
        part = message(f"lint.part_{found.said}")
        return message("letters.lacks", rule=found.rule, said=message("lint.missing", part=part))
    return message("letters.warned", rule=found.rule, said=found.said)


def _of_words(name: str, source: str, file: str, own: Path) -> Iterator[Fault]:
    """What the checks of a letter find in a sound template, once each."""
    if name.startswith("_"):
        return
    for lang in _languages(file):
        found: list[tuple[Message, bool]] = []
        for number, context in enumerate(samples(name, lang)):
            for said, is_warning in _filled(name, context, lang, own):
                is_news = (said, is_warning) not in found
                if is_news and not (is_warning and number):  # bare facts are nobody's fault
                    found.append((said, is_warning))
        for said, is_warning in found:
            line = _line_of(str(said.facts.get("said", "")), source)
            yield Fault(file, line, said, is_warning=is_warning)


def _filled(
    name: str, context: dict[str, object], lang: Lang, own: Path
) -> Iterator[tuple[Message, bool]]:
    """What filling a template with these facts finds; True for what is only a warning."""
    try:
        found = findings(name, context, lang, own)
    except UsageError as error:
        yield error.said, False
        return
    for one in found:
        yield _said(one, f"{lang}/{name}"), not one.is_block


def _line_of(said: str, source: str) -> int:
    lines = source.splitlines()
    return next((n for n, line in enumerate(lines, 1) if said and said in line), 0)


def _near(name: str, known: Sequence[str] | Mapping[str, object]) -> tuple[str, ...]:
    return tuple(get_close_matches(name, list(known), n=3, cutoff=0.5))
