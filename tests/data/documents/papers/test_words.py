"""The words of documents are complete in both languages, and each key that the code names is there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from data.documents.papers import words
from data.documents.papers.words import FOLDER, WordsFault, read_words, vocabulary

PAPERS = Path(words.__file__).parent


def test_each_key_has_chinese_and_english_and_both_put_in_the_same_values():
    zh, en = read_words(FOLDER / "words.csv", "zh"), read_words(FOLDER / "words.csv", "en")
    assert set(zh.words) == set(en.words)
    han = re.compile("[\u4e00-\u9fff]")
    allowed = {key for key in en.words if key.startswith("bench.")}
    assert [key for key, text in en.words.items() if han.search(text) and key not in allowed] == []


@pytest.mark.parametrize("row", ["a,甲,", "a,甲{x},A", "a,甲,A\na,乙,B"])
def test_a_row_that_lacks_something_is_ours_to_mend(tmp_path, row):
    path = tmp_path / "words.csv"
    path.write_text(f"key,zh,en\n{row}\n", encoding="utf-8")
    with pytest.raises(WordsFault):
        read_words(path, "en")


def test_each_key_that_the_code_names_is_in_the_table():
    known = vocabulary("zh").words
    named: set[str] = set()
    for path in PAPERS.glob("*.py"):
        named |= set(re.findall(r'say\(\s*"([a-z_.0-9A-Z]+)"', path.read_text(encoding="utf-8")))
    assert len(named) > 50
    assert sorted(named - set(known)) == []
