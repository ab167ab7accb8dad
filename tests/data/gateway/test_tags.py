"""QR codes: tags that cannot be forged, links that leak no code, a sheet that shows names as they are."""

from __future__ import annotations

import io
import re
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree, html
from PIL import Image

from data.gateway.enrol import Invitations
from data.gateway.tags import (
    SheetWords,
    TagLine,
    TagRefused,
    enrolment_link,
    household_tag,
    parse_tag,
    qr_png,
    qr_svg,
    sheet,
    trust_link,
)

KEY = b"k" * 32
WORDS = SheetWords("入户二维码", "石桥村", "请张贴在门内", "第 {page} 页 共 {pages} 页", "2026-07-20 16:00")
households = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=40)


def refusal(text, key=KEY):
    with pytest.raises(TagRefused) as told:
        parse_tag(key, text)
    return told.value.code


@given(households)
def test_a_tag_comes_back_as_its_household(household):
    tag = household_tag(KEY, household)
    assert re.fullmatch(r"anlan:h/[\x21-\x7e]+/[A-Z2-7]{4}", tag)
    assert parse_tag(KEY, tag) == household
    assert parse_tag(KEY, f" {tag}\n") == household


@given(households, households)
def test_the_check_of_one_household_is_not_good_for_another(one, other):
    tag, wanted = household_tag(KEY, one), household_tag(KEY, other)
    forged = wanted.rpartition("/")[0] + "/" + tag.rpartition("/")[2]
    if forged != wanted:
        assert refusal(forged) == "forged"


def test_a_tag_of_another_store_is_refused():
    assert refusal(household_tag(b"o" * 32, "H0001")) == "forged"


def test_a_check_typed_in_small_letters_is_taken():
    head, _, check = household_tag(KEY, "H0001").rpartition("/")
    assert parse_tag(KEY, f"{head}/{check.lower()}") == "H0001"


@given(st.text(max_size=80))
def test_whatever_is_scanned_is_refused_in_words(text):
    assert refusal(text) in {"not_a_tag", "forged"}
    assert refusal(f"anlan:h/{text}/AAAA") in {"not_a_tag", "forged"}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "https://evil.example",
        "anlan:h//AAAA",
        "anlan:h/%FF/AAAA",
        "anlan:h/%48/AAAA",
        "anlan:h/A/AAAA/x",
        "a" * 9999,
    ],
)
def test_what_is_no_tag_is_told_from_a_forged_one(text):
    assert refusal(text) == "not_a_tag"


def test_a_short_key_and_an_empty_household_are_our_errors():
    with pytest.raises(ValueError, match="key"):
        household_tag(b"short", "H0001")
    with pytest.raises(ValueError, match="household"):
        household_tag(KEY, "")


def test_links_carry_six_addresses_in_brackets_and_the_code_in_the_fragment():
    assert enrolment_link("10.99.0.1", 8843, "a-Z_9") == "https://10.99.0.1:8843/#e=a-Z_9"
    assert enrolment_link("fd00::2", 8843, "x") == "https://[fd00::2]:8843/#e=x"
    assert trust_link("10.99.0.1", 8880) == "http://10.99.0.1:8880/ca"
    with pytest.raises(ValueError, match="code"):
        enrolment_link("10.99.0.1", 8843, "x/../y")


def test_every_code_that_is_made_fits_a_link():
    from datetime import UTC, datetime

    desk = Invitations(lambda: datetime.now(UTC))
    for turn in range(50):
        code = desk.invite(f"P{turn}", "observer", "desk")[1]
        assert enrolment_link("10.0.0.1", 8843, code).endswith(code)


def test_a_qr_code_is_an_svg_to_scale_and_a_png():
    drawn = etree.fromstring(qr_svg("anlan:h/H0001/ABCD").encode())
    assert drawn.get("viewBox")
    assert drawn.get("width") is None
    with Image.open(io.BytesIO(qr_png("https://10.99.0.1:8843/#e=x", scale=4))) as picture:
        assert picture.width == picture.height > 100


def lines(count):
    return [TagLine(f"H{turn:04}", f"王{turn}", f"{turn} 号") for turn in range(count)]


@pytest.mark.parametrize(("count", "pages"), [(0, 1), (1, 1), (18, 1), (19, 2), (37, 3)])
def test_a_sheet_holds_eighteen_tags_a_page(count, pages):
    page = html.fromstring(sheet(KEY, lines(count), WORDS))
    assert len(page.findall(".//section")) == pages
    assert len(page.findall(".//article")) == count
    assert f"第 {pages} 页 共 {pages} 页" in page.findall(".//header")[-1].text_content()


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=30))
def test_names_are_shown_as_they_are_and_never_become_markup(name):
    made = sheet(KEY, [TagLine("H1", name, name, name)], WORDS)
    assert unescape(re.search(r'<p class="name">([^<>]*)</p>', made)[1]) == name
    assert len(re.findall("<", made)) == len(
        re.findall("<", sheet(KEY, [TagLine("H1", "a", "a", name and "a")], WORDS))
    )


def test_a_sheet_fetches_nothing_and_runs_nothing():
    made = sheet(KEY, [TagLine("H1", "<script>x</script>", "<img src=x>", "&")], WORDS)
    assert "<script" not in made
    assert "<img" not in made
    assert "src=" not in made.replace("&lt;img src=x&gt;", "")
    assert set(re.findall(r"https?://[^\"' >]+", made)) <= {"http://www.w3.org/2000/svg"}
