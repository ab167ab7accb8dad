"""XML of strangers read without risk, and XML of ours written from any text: plain nodes, lxml behind one door."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from importlib import import_module
from typing import Any

LARGEST_BYTES = 2_000_000
_DOCTYPE = re.compile(rb"<!DOCTYPE", re.IGNORECASE)
_NOT_XML = re.compile("[^\t\n\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class XmlRefused(Exception):
    """A document is not read; `code` is too_large, dtd, or not_xml."""

    def __init__(self, code: str) -> None:
        """Keep the code; views have the words."""
        super().__init__(code)
        self.code = code


@dataclass(frozen=True, slots=True)
class Node:
    """An element with its text; tags of a namespace read {namespace}name."""

    tag: str
    text: str = ""
    children: tuple[Node, ...] = ()
    attributes: Mapping[str, str] = field(default_factory=dict[str, str])

    def all(self, tag: str) -> Iterator[Node]:
        """Yield the direct children of that tag."""
        return (child for child in self.children if child.tag == tag)

    def first(self, tag: str) -> Node | None:
        """Return the first direct child of that tag."""
        return next(self.all(tag), None)

    def text_of(self, tag: str) -> str:
        """Return the text of the first direct child of that tag, empty when there is none."""
        found = self.first(tag)
        return found.text if found else ""


def xml_text(text: str) -> str:
    """Return the text without the characters that XML 1.0 cannot hold."""
    return _NOT_XML.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def read_tree(data: bytes, largest: int = LARGEST_BYTES) -> Any:
    """Parse into an lxml element; XmlRefused for what is too large, has a document type, or is no XML.

    Neither entities nor other files are looked at, so nothing grows and nothing is fetched.
    """
    if len(data) > largest:
        raise XmlRefused("too_large")
    if _DOCTYPE.search(data):
        raise XmlRefused("dtd")
    etree = _etree()
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise XmlRefused("not_xml") from error
    if root is None:
        raise XmlRefused("not_xml")
    if root.getroottree().docinfo.internalDTD is not None:  # a document type hidden by another encoding
        raise XmlRefused("dtd")
    return root


def read_xml(data: bytes, largest: int = LARGEST_BYTES) -> Node:
    """Parse into plain nodes; refuses as read_tree does."""
    return plain(read_tree(data, largest))


def plain(element: Any) -> Node:
    """Return an lxml element as plain nodes."""
    children = tuple(plain(child) for child in element if isinstance(child.tag, str))
    attributes = {str(name): str(value) for name, value in element.attrib.items()}
    return Node(str(element.tag), (element.text or "").strip(), children, attributes)


def write_xml(root: Node, namespaces: Mapping[str | None, str] | None = None, comments: Iterable[str] = ()) -> bytes:
    """Return the document as UTF-8 with declaration; text and attributes may hold anything."""
    etree = _etree()
    top = _element(root, dict(namespaces) if namespaces else None)
    for comment in comments:
        # two hyphens would end a comment
        top.insert(0, etree.Comment(f" {xml_text(comment).replace('-', '‐')} "))
    etree.indent(top)
    return bytes(etree.tostring(top, xml_declaration=True, encoding="UTF-8")) + b"\n"


def write_line(root: Node) -> bytes:
    """Return the element as UTF-8 without declaration or indentation, as streams of events want it."""
    return bytes(_etree().tostring(_element(root, None), encoding="UTF-8", xml_declaration=False))


def schema(data: bytes) -> Any:
    """Return the compiled schema of our own, trusted file."""
    etree = _etree()
    return etree.XMLSchema(etree.fromstring(data))


def _element(node: Node, namespaces: dict[str | None, str] | None) -> Any:
    made = _etree().Element(node.tag, nsmap=namespaces)
    for name, value in node.attributes.items():
        made.set(name, xml_text(value))
    if node.text:
        made.text = xml_text(node.text)
    for child in node.children:
        made.append(_element(child, None))
    return made


def _etree() -> Any:
    """Return lxml.etree, which ships no types; importing it is left until the first document."""
    return import_module("lxml.etree")
