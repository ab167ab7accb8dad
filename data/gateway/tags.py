"""QR codes of the field link: links for phones, and tags of households that nobody can forge, on a sheet to print."""

from __future__ import annotations

import base64
import hashlib
import hmac
import io
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape
from itertools import islice
from urllib.parse import quote, unquote

import segno

from data.gateway.addresses import host_part

COLUMNS, ROWS = 3, 6
_TAG = re.compile(r"anlan:h/([^/]{1,400})/([A-Za-z2-7]{4})", re.ASCII)
_CODE = re.compile(r"[A-Za-z0-9_-]{1,100}")
_SHORTEST_KEY = 16


class TagRefused(Exception):
    """A scanned text is no tag of ours. `code`: not_a_tag, or forged (right form, wrong check)."""

    def __init__(self, code: str, **params: object) -> None:
        """Keep the reason as a code."""
        super().__init__(code, params)
        self.code = code
        self.params = params


@dataclass(frozen=True, slots=True)
class TagLine:
    """One tag of a sheet: the household, what to print beside the code."""

    household: str
    name: str
    number: str  # what people call it by: house number, squad number
    note: str = ""


@dataclass(frozen=True, slots=True)
class SheetWords:
    """Everything a sheet says. `page` is a pattern with {page} and {pages}."""

    title: str
    place: str  # of which village or squad
    hint: str  # what the tag is for, under each code
    page: str
    made: str  # when and by whom


def household_tag(key: bytes, household: str) -> str:
    """Return the text of a household's tag: its id and a check that needs the store's key."""
    if not household:
        raise ValueError("a tag needs a household")
    return f"anlan:h/{quote(household, safe='')}/{_check(key, household)}"


def parse_tag(key: bytes, text: str) -> str:
    """Return the household of a scanned tag; TagRefused when it is none or nobody here made it."""
    found = _TAG.fullmatch(text.strip())
    if found is None:
        raise TagRefused("not_a_tag")
    try:
        household = unquote(found[1], errors="strict")
    except UnicodeDecodeError as error:
        raise TagRefused("not_a_tag") from error
    if quote(household, safe="") != found[1]:
        raise TagRefused("not_a_tag")  # one household, one tag
    if not hmac.compare_digest(_check(key, household), found[2].upper()):
        raise TagRefused("forged", household=household)
    return household


def enrolment_link(address: str, port: int, code: str) -> str:
    """Return the link that lets a phone in. The code stands in the fragment, which no server or proxy ever logs."""
    if not _CODE.fullmatch(code):
        raise ValueError("not a code of ours")
    return f"https://{host_part(address)}:{port}/#e={code}"


def trust_link(address: str, port: int) -> str:
    """Return the link of the page that helps to install the certificate; it must work before there is trust."""
    return f"http://{host_part(address)}:{port}/ca"


def qr_svg(text: str, *, error: str = "m") -> str:
    """Return a QR code as an SVG without size: black on white with its quiet zone, to be scaled by whoever shows it."""
    out = io.BytesIO()
    made = segno.make_qr(text, error=error, boost_error=False)
    made.save(out, kind="svg", border=4, omitsize=True, dark="#000", light="#fff", xmldecl=False, nl=False)
    return out.getvalue().decode()


def qr_modules(text: str, *, error: str = "m") -> tuple[bytes, ...]:
    """Return a QR code as rows of 0 and 1, without its quiet zone, for whoever paints it."""
    return tuple(bytes(line) for line in segno.make_qr(text, error=error, boost_error=False).matrix)


def qr_png(text: str, *, scale: int = 8, error: str = "m") -> bytes:
    """Return a QR code as a PNG with `scale` pixels a module."""
    out = io.BytesIO()
    segno.make_qr(text, error=error, boost_error=False).save(out, kind="png", scale=scale, border=4)
    return out.getvalue()


def sheet(key: bytes, lines: Sequence[TagLine], words: SheetWords) -> str:
    """Return a page to print on A4: eighteen tags a sheet with lines to cut along; one file, nothing is fetched."""
    per_page = COLUMNS * ROWS
    pages = max(1, -(-len(lines) // per_page))
    left = iter(lines)
    body = "\n".join(
        _page(key, tuple(islice(left, per_page)), words, words.page.format(page=page, pages=pages))
        for page in range(1, pages + 1)
    )
    title = escape(f"{words.title} {words.place}".strip())
    return (
        f'<!DOCTYPE html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">\n<title>{title}</title>\n'
        f"<style>{_STYLE}</style>\n</head>\n<body>\n{body}\n</body>\n</html>\n"
    )


def _page(key: bytes, lines: Iterable[TagLine], words: SheetWords, page: str) -> str:
    cells = "\n".join(_cell(key, line, words.hint) for line in lines)
    return (
        f'<section>\n<header><b>{escape(words.title)}</b><span class="place">{escape(words.place)}</span>'
        f"<span>{escape(words.made)}</span><span>{escape(page)}</span></header>\n"
        f'<div class="tags">\n{cells}\n</div>\n</section>'
    )


def _cell(key: bytes, line: TagLine, hint: str) -> str:
    text = household_tag(key, line.household)
    code = qr_svg(text, error="q")  # it hangs on a door in the rain
    note = f'<p class="note">{escape(line.note)}</p>' if line.note else ""
    typed = f"{line.household} {text.rpartition('/')[2]}"  # for the day when the code cannot be read
    return (
        f'<article>{code}<div class="words"><p class="number">{escape(line.number)}</p>'
        f'<p class="name">{escape(line.name)}</p>{note}<p class="hint">{escape(hint)}</p>'
        f'<p class="tag">{escape(typed)}</p></div></article>'
    )


def _check(key: bytes, household: str) -> str:
    if len(key) < _SHORTEST_KEY:
        raise ValueError("the key of the tags is too short")
    made = hmac.new(key, b"anlan household tag\0" + household.encode("utf-8", "surrogatepass"), hashlib.sha256)
    return base64.b32encode(made.digest()[:5])[:4].decode()


_STYLE = """
@page { size: A4 portrait; margin: 0 }
* { box-sizing: border-box; margin: 0 }
body { font-family: "Noto Sans CJK SC", "Microsoft YaHei", "PingFang SC", "SimHei", sans-serif; color: #000;
  background: #fff }
section { width: 210mm; height: 296.5mm; padding: 7mm 10mm 6mm; overflow: hidden; break-after: page;
  break-inside: avoid; display: flex; flex-direction: column }
section:last-child { break-after: auto }
header { height: 8mm; display: flex; gap: 5mm; align-items: baseline; font-size: 9pt; white-space: nowrap }
header b { font-size: 11pt }
header .place { flex: 1; overflow: hidden; text-overflow: ellipsis }
.tags { flex: 1; display: grid; grid-template: repeat(6, 1fr) / repeat(3, 1fr) }
article { border: 0.2mm dashed #777; margin: 0 -0.2mm -0.2mm 0; padding: 0 2mm 0 0; display: flex;
  align-items: center; overflow: hidden; min-width: 0; min-height: 0 }
article svg { width: 40mm; height: 40mm; flex: none; margin: 0 -1mm }
.words { flex: 1; min-width: 0; overflow-wrap: anywhere }
.words p { display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; overflow: hidden }
.number { font-size: 13pt; font-weight: 700; line-height: 1.2 }
.name { font-size: 12pt; line-height: 1.25; margin-top: 1mm }
.note { font-size: 8pt; line-height: 1.3; margin-top: 1mm }
.words .hint { font-size: 7pt; line-height: 1.3; margin-top: 1.5mm; -webkit-line-clamp: 4 }
.tag { font-size: 6.5pt; line-height: 1.3; margin-top: 1mm }
"""
