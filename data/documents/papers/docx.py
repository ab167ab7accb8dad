"""A sheet as a Word document: into the office's template, a mark on every page; the same sheet, the same bytes."""

from __future__ import annotations

import zipfile
from datetime import UTC
from io import BytesIO
from pathlib import Path
from typing import Any

from data.documents.papers.clean import clean
from data.documents.papers.docx_blocks import BlockWriter
from data.documents.papers.docx_styles import add_missing
from data.documents.papers.faults import PaperFault
from data.documents.papers.looks import FOOT, MARK
from data.documents.papers.sheet import Sheet
from data.documents.papers.words import FOLDER, vocabulary

TEMPLATE = FOLDER / "template.docx"
"""The shipped template (resources/papers/template_build.py makes it)."""

_LARGEST = 50_000_000
_ZIP_TIME = (1980, 1, 1, 0, 0, 0)
_PAGE, _PAGES = "\ue000", "\ue001"
_CHAIN_SHOWN = 16


def write(sheet: Sheet, template: Path | None = None, chain: str = "") -> bytes:
    """Return the document. `chain` is the hash of the journal's line `sheet.seq`; PaperFault for a broken template."""
    document = _opened(template or TEMPLATE)
    add_missing(document)
    body = document.element.body
    for child in list(body):
        if child is not body.sectPr:
            body.remove(child)
    section = document.sections[-1]
    width = int(section.page_width - section.left_margin - section.right_margin)
    writer = BlockWriter(document, sheet, width)
    writer.top()
    writer.blocks(sheet.blocks)
    writer.bottom(_day(sheet))
    if sheet.basis:
        writer.appendix()
        writer.blocks(sheet.basis)
    _edges(document, section, sheet, chain)
    _properties(document, sheet)
    out = BytesIO()
    document.save(out)
    return settled(out.getvalue())


def _opened(path: Path) -> Any:
    """Open a template; what is wrong with it is told by a code."""
    from docx import Document
    from docx.opc.exceptions import PackageNotFoundError

    if not path.is_file():
        raise PaperFault("template_missing", path=str(path))
    try:
        with zipfile.ZipFile(path) as packed:
            if sum(one.file_size for one in packed.infolist()) > _LARGEST:
                raise PaperFault("template_too_large", path=str(path))
            if packed.testzip() is not None:
                raise PaperFault("template_unreadable", path=str(path))
        document: Any = Document(str(path))
        complete = document.element.body.sectPr is not None and document.sections[-1].page_width is not None
    except (zipfile.BadZipFile, PackageNotFoundError, OSError, KeyError, NotImplementedError) as fault:
        raise PaperFault("template_unreadable", path=str(path)) from fault
    except (ValueError, AttributeError, SyntaxError) as fault:  # no document in it, or XML that is none
        raise PaperFault("template_not_word", path=str(path)) from fault
    if not complete:
        raise PaperFault("template_not_word", path=str(path))
    if any(link.is_external and not link.reltype.endswith("/hyperlink")
           for part in document.part.package.iter_parts() for link in part.rels.values()):  # fmt: skip
        raise PaperFault("template_reaches_out", path=str(path))
    return document


def _day(sheet: Sheet) -> str:
    from data.documents.papers.author import BEIJING

    words, here = vocabulary(sheet.language), sheet.made_at.astimezone(BEIJING)
    return words.say("time.day", y=here.year, month=words.say(f"month.{here.month}"), d=here.day)


def _edges(document: Any, section: Any, sheet: Sheet, chain: str) -> None:
    """Write the mark into every header that there is, page numbers and proof into every footer."""
    words = vocabulary(sheet.language)
    heads, feet = [section.header], [section.footer]
    if section.different_first_page_header_footer:
        heads.append(section.first_page_header)
        feet.append(section.first_page_footer)
    if document.settings.odd_and_even_pages_header_footer:
        heads.append(section.even_page_header)
        feet.append(section.even_page_footer)
    if sheet.mark:
        for head in heads:
            head.is_linked_to_previous = False
            _line(document, head, MARK, clean(sheet.mark))
    proof = [words.say("paper.seq", seq=sheet.seq)]
    if chain:
        proof.append(words.say("paper.chain", chain=chain[:_CHAIN_SHOWN]))
    number = words.say("paper.page", page=_PAGE, pages=_PAGES)
    for foot in feet:
        foot.is_linked_to_previous = False
        _line(document, foot, FOOT, number)
        _line(document, foot, FOOT, clean("　".join((*proof, sheet.mark) if sheet.mark else proof)))


def _line(document: Any, edge: Any, style: str, text: str) -> None:
    """Add a line to a header or footer; an empty one that the template left is used up first."""
    empty = [one for one in edge.paragraphs if not one.text and not len(one.runs)]
    paragraph = empty[0] if empty and len(edge.paragraphs) == 1 else edge.add_paragraph()
    paragraph.style = document.styles[style]
    rest = text
    while rest:
        cut = min((at for sign in (_PAGE, _PAGES) if (at := rest.find(sign)) >= 0), default=len(rest))
        if cut:
            paragraph.add_run(rest[:cut])
        if cut < len(rest):
            _field(paragraph, "PAGE" if rest[cut] == _PAGE else "NUMPAGES")
        rest = rest[cut + 1 :]


def _field(paragraph: Any, code: str) -> None:
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    field = f'<w:fldSimple {nsdecls("w")} w:instr="{code}"><w:r><w:t>1</w:t></w:r></w:fldSimple>'
    paragraph._p.append(parse_xml(field))  # noqa: SLF001 - python-docx has no public way


def _properties(document: Any, sheet: Sheet) -> None:
    """Set what the file says of itself; times are the sheet's, so that the same sheet gives the same bytes."""
    own = document.core_properties
    at = sheet.made_at.astimezone(UTC).replace(tzinfo=None, microsecond=0)
    own.title, own.subject, own.keywords = clean(sheet.title)[:255], sheet.kind.value, clean(sheet.mark)[:255]
    own.author = own.last_modified_by = clean(sheet.unit)[:255]
    own.created = own.modified = own.last_printed = at
    own.identifier, own.language = str(sheet.seq), "zh-CN" if sheet.language == "zh" else "en-GB"
    own.revision, own.comments, own.category, own.version, own.content_status = 1, "", "", "", ""


def settled(made: bytes) -> bytes:
    """Return the package with its parts in a fixed order and of a fixed time."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(made)) as before, zipfile.ZipFile(out, "w") as after:
        names = sorted(before.namelist(), key=lambda name: (name != "[Content_Types].xml", name))
        for name in names:
            part = zipfile.ZipInfo(name, _ZIP_TIME)
            part.compress_type, part.create_system, part.external_attr = zipfile.ZIP_DEFLATED, 3, 0o600 << 16
            after.writestr(part, before.read(name), compresslevel=6)
    return out.getvalue()
