"""The words of documents: a table of Chinese and English, read once and said with values put in.

What registers hold (names, texts of the plan) stays as it was written there.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from string import Formatter
from types import MappingProxyType

FOLDER = Path(__file__).resolve().parents[3] / "resources" / "papers"
"""Where the shipped words and the shipped template lie; a path, so that `data` imports nothing of `resources`."""

LANGUAGES = ("zh", "en")


class WordsFault(ValueError):
    """A row of the table of words that cannot be used: ours to mend."""


@dataclass(frozen=True, slots=True, eq=False)
class Vocabulary:
    """All words of documents in one language."""

    language: str
    words: Mapping[str, str]

    @property
    def chinese(self) -> bool:
        """Whether it is the language in which offices write."""
        return self.language == "zh"

    def say(self, key: str, **params: object) -> str:
        """Return the words of a key with values put in; a key that is not there is an error of ours."""
        return self.words[key].format(**params) if params else self.words[key]

    def joined(self, parts: Iterable[str]) -> str:
        """Put words beside each other as the language parts them."""
        return ("" if self.chinese else " ").join(parts)

    def has(self, key: str) -> bool:
        """Whether there are words for a key."""
        return key in self.words


def read_words(path: Path, language: str) -> Vocabulary:
    """Read the table for a language; any other than those of the table is said in Chinese."""
    chosen = language if language in LANGUAGES else "zh"
    with path.open(encoding="utf-8-sig", newline="") as file:
        found: dict[str, str] = {}
        for row in csv.DictReader(file):
            key = row["key"]
            if key in found or not row.get("zh") or not row.get("en"):
                raise WordsFault(f"{path.name}: {key!r} stands twice or lacks a language")
            if placeholders(row["zh"]) != placeholders(row["en"]):
                raise WordsFault(f"{path.name}: {key!r} puts in other values in English than in Chinese")
            found[key] = row[chosen].replace("\\n", "\n")
    return Vocabulary(chosen, MappingProxyType(found))


def placeholders(text: str) -> frozenset[str]:
    """Return the names of the values that a text puts in."""
    return frozenset(name for _, name, _, _ in Formatter().parse(text) if name is not None)


@cache
def vocabulary(language: str) -> Vocabulary:
    """Return the shipped words of a language; a frozen value, read once."""
    return read_words(FOLDER / "words.csv", language)
