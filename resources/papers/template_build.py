"""Makes template.docx, into which documents are written: A4, the styles of an office, empty header and footer.

Run `python -m resources.papers.template_build`; the test compares what it makes with what is shipped.
"""

from __future__ import annotations

from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

from data.documents.papers.docx import settled
from data.documents.papers.docx_styles import font_table, lay_down

TEMPLATE = Path(__file__).resolve().parent / "template.docx"


def template() -> bytes:
    """Return the shipped template."""
    from docx import Document
    from docx.shared import Cm

    document: Any = Document()
    body = document.element.body
    for child in list(body):
        if child is not body.sectPr:
            body.remove(child)
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21.0), Cm(29.7)
    section.top_margin, section.bottom_margin = Cm(3.0), Cm(2.6)
    section.left_margin, section.right_margin = Cm(2.6), Cm(2.4)
    section.header_distance, section.footer_distance = Cm(1.4), Cm(1.2)
    lay_down(document)
    for part in document.part.package.iter_parts():
        if str(part.partname) == "/word/fontTable.xml":
            part._blob = font_table()  # noqa: SLF001 - python-docx has no public way
    own = document.core_properties
    own.author = own.last_modified_by = "Anlan"
    own.title, own.comments, own.revision = "Anlan", "", 1
    own.created = own.modified = datetime(2020, 1, 1, tzinfo=UTC).replace(tzinfo=None)
    out = BytesIO()
    document.save(out)
    return settled(out.getvalue())


if __name__ == "__main__":
    TEMPLATE.write_bytes(template())
