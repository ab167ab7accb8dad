"""XML of any words reads back, comments end where they should, and no document reaches beyond itself."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.gateway.channels.xml_safe import Node, XmlRefused, read_xml, write_line, write_xml, xml_text

NAMES = st.sampled_from(["a", "b", "{urn:x}c"])
TREES = st.recursive(
    st.builds(Node, NAMES, st.text()),
    lambda inner: st.builds(
        Node, NAMES, st.text(), st.lists(inner, max_size=3).map(tuple), st.dictionaries(st.just("k"), st.text())
    ),
    max_leaves=8,
)


def shape(node: Node) -> tuple:
    return (node.tag, tuple(shape(child) for child in node.children))


@given(TREES, st.lists(st.text(), max_size=2))
def test_any_tree_with_any_words_reads_back(tree, comments):
    for written in (write_xml(tree, {"x": "urn:x"}, comments), write_line(tree)):
        assert shape(read_xml(written)) == shape(tree)


@given(st.text())
def test_words_without_children_are_kept_but_for_their_edges(text):
    node = read_xml(write_line(Node("a", text, attributes={"k": text})))
    assert node.text == xml_text(text).strip()
    assert node.attributes["k"] == xml_text(text)


def test_a_comment_cannot_end_early():
    written = write_xml(Node("a"), comments=("--><evil/><!--", "ends with -"))
    assert read_xml(written).children == ()


def test_a_tree_too_deep_for_anybody_is_refused():
    with pytest.raises(XmlRefused) as refused:
        read_xml(b"<a>" * 5000 + b"</a>" * 5000)
    assert refused.value.code == "not_xml"


@given(st.binary(max_size=200), st.integers(0, 100))
def test_any_bytes_are_a_tree_or_a_refusal(data, largest):
    try:
        assert read_xml(data, largest).tag
    except XmlRefused as error:
        code = error.code
    else:
        code = ""
    assert code in {"", "too_large", "dtd", "not_xml"}
