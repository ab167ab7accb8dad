"""Sheets of household tags: the key is made once and kept, and nothing on a tag says who lives there."""

from __future__ import annotations

from pathlib import Path

from data.gateway.tags import SheetWords, household_tag, parse_tag
from data.model.people import Household
from desktop.tag_sheet import tag_key, tag_lines, write_sheet

HOUSEHOLDS = (Household("H1", "测甲乙", "申庄村", "G001", 3, phone="13800001234", special="婴幼儿1"),)
WORDS = SheetWords("户牌", "申庄村", "扫码", "{page}/{pages}", "今天")


def test_the_key_is_made_once_and_for_its_owner_only(tmp_path: Path):
    key = tag_key(tmp_path / "gateway")
    assert len(key) == 32
    assert tag_key(tmp_path / "gateway") == key
    assert parse_tag(key, household_tag(key, "H1")) == "H1"
    assert (tmp_path / "gateway" / "tags.key").stat().st_mode & 0o077 == 0


def test_a_tag_says_the_number_and_the_village_but_not_who_lives_there(tmp_path: Path):
    written = write_sheet(tmp_path, HOUSEHOLDS, WORDS, tmp_path / "sheet.html")
    page = written.read_text("utf-8")
    assert "H1" in page
    assert "申庄村" in page
    for private in ("测甲乙", "13800001234", "婴幼儿"):
        assert private not in page
    assert tag_lines(HOUSEHOLDS)[0].name == "测**"


def test_the_source_of_a_pdf_lies_beside_it(tmp_path: Path):
    assert write_sheet(tmp_path, HOUSEHOLDS, WORDS, tmp_path / "a.pdf") == tmp_path / ".a.html"
