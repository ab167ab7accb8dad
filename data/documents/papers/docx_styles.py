"""Styles of a Word document: laid down in the shipped template, added to an office's where they are missing."""

from __future__ import annotations

from typing import Any

from data.documents.papers.looks import ALIASES, BUILT_IN, OWN, Look

_ALIGN = {"left": "LEFT", "center": "CENTER", "right": "RIGHT", "both": "JUSTIFY"}


def lay_down(document: Any) -> None:
    """Set all styles, the built-in ones too: for the shipped template."""
    for look in (*BUILT_IN, *OWN):
        _apply(_style(document, look.name), look, fonts=True)


def add_missing(document: Any) -> None:
    """Add the styles of ours that a template lacks; fonts and colours follow its own."""
    names = {style.name for style in document.styles}
    for look in OWN:
        if look.name not in names:
            _apply(_style(document, look.name), look, fonts=False)
    for look in BUILT_IN:
        if look.name not in names:
            _apply(_style(document, look.name), look, fonts=True)


def font_table() -> bytes:
    """Return the part of a document that says which font may stand for which."""
    fonts = "".join(
        f'<w:font w:name="{name}"><w:altName w:val="{others}"/><w:charset w:val="86"/><w:family w:val="auto"/>'
        f'<w:pitch w:val="variable"/></w:font>'
        for name, others in ALIASES
    )
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    top = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    return f'{top}\n<w:fonts xmlns:w="{space}">{fonts}</w:fonts>'.encode()


def _style(document: Any, name: str) -> Any:
    from docx.enum.style import WD_STYLE_TYPE

    for style in document.styles:
        if style.name == name:
            return style
    made = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH, builtin=not name.startswith("Anlan"))
    if name != "Normal":
        made.base_style = document.styles["Normal"]
    return made


def _apply(style: Any, look: Look, *, fonts: bool) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
    from docx.oxml.ns import qn
    from docx.shared import Pt, RGBColor

    font, paragraph = style.font, style.paragraph_format
    font.size, font.bold = Pt(look.size), look.bold
    if fonts:
        own = style.element.get_or_add_rPr().get_or_add_rFonts()
        for name in list(own.attrib):
            del own.attrib[name]
        for script, face in (("ascii", look.west), ("hAnsi", look.west), ("eastAsia", look.east), ("cs", look.west)):
            own.set(qn(f"w:{script}"), face)
        font.italic = False
        font.color.rgb = RGBColor.from_string(look.colour or "000000")
    if fonts:
        _plain(style)
    paragraph.alignment = getattr(WD_ALIGN_PARAGRAPH, _ALIGN[look.align])
    paragraph.space_before, paragraph.space_after = Pt(look.before), Pt(look.after)
    if look.line:
        # at least, not exactly: a picture or a large sign in a line is never cut off
        paragraph.line_spacing_rule, paragraph.line_spacing = WD_LINE_SPACING.AT_LEAST, Pt(look.line)
    else:
        paragraph.line_spacing = 1.0
    if look.indent:
        _indent(style, look)
    paragraph.keep_with_next = look.keep or None
    paragraph.widow_control = True
    style.hidden, style.quick_style = False, True


def _plain(style: Any) -> None:
    """Take away lines around a paragraph, and say that Chinese in it is that of the mainland."""
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls, qn

    looks = style.element.get_or_add_rPr()
    for parent, name in ((style.element.get_or_add_pPr(), "w:pBdr"), (looks, "w:lang")):
        for found in parent.findall(qn(name)):
            parent.remove(found)
    looks.append(parse_xml(f'<w:lang {nsdecls("w")} w:val="en-GB" w:eastAsia="zh-CN"/>'))


def _indent(style: Any, look: Look) -> None:
    """Indent the first line by characters, as Chinese offices do; points stand in where a reader knows none."""
    from docx.oxml.ns import qn
    from docx.shared import Pt

    style.paragraph_format.first_line_indent = Pt(look.indent * look.size)
    style.element.get_or_add_pPr().find(qn("w:ind")).set(qn("w:firstLineChars"), str(look.indent * 100))
