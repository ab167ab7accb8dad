"""The phone page as files: small, no build, no markup made from text, kept offline, all in two languages."""

from __future__ import annotations

import csv
import json
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
PAGE = ROOT / "resources" / "phone"
SCRIPTS = sorted((PAGE / "js").rglob("*.js"))
CHINESE = re.compile(r"[\u4e00-\u9fff]")


def english() -> dict[str, str]:
    source = (PAGE / "js" / "words-en.js").read_text()
    pairs = re.findall(r'("(?:[^"\\]|\\.)*"): ("(?:[^"\\]|\\.)*")', source)
    return {json.loads(chinese): json.loads(words) for chinese, words in pairs}


def strings(path: Path) -> set[str]:
    source = re.sub(r"^\s*(/\*\*.*?\*/|//.*?)$", "", path.read_text(), flags=re.MULTILINE | re.DOTALL)
    return {json.loads(found) for found in re.findall(r'"(?:[^"\\\n]|\\.)*"', source)}


@pytest.mark.parametrize("path", [one for one in SCRIPTS if one.name != "words-en.js"], ids=lambda path: path.stem)
def test_every_chinese_word_of_a_script_has_english(path):
    said = {one for one in strings(path) if CHINESE.search(one)}
    untranslated = {one for one in said if one not in english()} - {"红", "中文"}
    assert untranslated == set()


def test_every_sentence_keeps_its_places_in_english():
    def places(words: str) -> list[str]:
        return sorted(re.findall(r"\{\w+\}", words))

    assert [chinese for chinese, words in english().items() if places(chinese) != places(words)] == []


def test_no_english_word_is_left_over_that_nobody_says():
    said = set().union(*(strings(path) for path in SCRIPTS if path.name != "words-en.js"))
    with (ROOT / "resources" / "rules" / "report_kinds.csv").open(encoding="utf-8-sig", newline="") as lines:
        kinds = {row["kind"] for row in csv.DictReader(lines)}
    assert set(english()) - said - kinds == set()


def test_every_kind_of_report_of_the_table_has_english():
    with (ROOT / "resources" / "rules" / "report_kinds.csv").open(encoding="utf-8-sig", newline="") as lines:
        kinds = {row["kind"] for row in csv.DictReader(lines)}
    assert kinds - set(english()) == set()


def test_what_is_kept_for_offline_is_every_file_of_the_shell():
    source = (PAGE / "sw.js").read_text()
    kept = set(re.findall(r'"(/[^"]*)"', source.partition("let slowUntil")[0]))
    there = {f"/{path.relative_to(PAGE).as_posix()}" for path in PAGE.rglob("*") if path.is_file()}
    shell = {path for path in there if not path.startswith("/trust/")} - {"/sw.js"}
    assert shell - kept == set()
    assert kept - there - {"/"} == set()


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.stem)
def test_no_script_makes_markup_or_code_out_of_text(path):
    source = path.read_text()
    assert (
        re.findall(
            r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|DOMParser|\beval\(|new Function|srcdoc", source
        )
        == []
    )


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.stem)
def test_every_module_says_what_it_is_for_and_stays_small(path):
    lines = path.read_text().splitlines()
    assert lines[0].startswith("/** ")
    assert len(lines) <= 300


def test_the_page_itself_holds_no_script_and_no_style():
    source = (PAGE / "index.html").read_text()
    assert re.findall(r"<style|\sstyle=|\son\w+=|<script(?![^>]*\ssrc=)", source) == []
    manifest = json.loads((PAGE / "manifest.webmanifest").read_text())
    assert all((PAGE / icon["src"].lstrip("/")).is_file() for icon in manifest["icons"])


def test_nothing_but_the_own_list_is_named_as_kept():
    source = (PAGE / "js" / "db.js").read_text()
    assert re.findall(r'createObjectStore\("(\w+)"', source) == ["meta", "drafts", "files", "points", "outbox"]
    assert "localStorage.setItem" not in "".join(path.read_text() for path in SCRIPTS)
