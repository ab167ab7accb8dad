"""One command for the English of the screen: finds what the code says, keeps en.csv, writes the .ts, compiles the .qm.

The sources are read with `ast`, because Qt's lupdate does not see `t = QCoreApplication.translate`. English is kept by
hand in resources/i18n/en.csv (context, source, english); an empty context holds for every context that has none of its
own. New strings are added there without English, strings no longer said are taken out.
"""

from __future__ import annotations

import argparse
import ast
import csv
import re
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from xml.sax.saxutils import escape

ROOT = Path(__file__).resolve().parent.parent
FOLDERS = ("desktop", "views", "widgets")
TABLE = ROOT / "resources" / "i18n" / "en.csv"
CATALOGUE = ROOT / "resources" / "i18n" / "anlan_en.ts"
CHINESE = re.compile(r"[\u3400-\u9fff\u3000-\u303f\uff01-\uff65]")
DATA = "Register"
"""The context of what registers say (crops, kinds, villages): its rows are kept by hand, the code names none."""

HEADINGS = ("context", "source", "english")

Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Said:
    """A string of the screen and where the code says it."""

    context: str
    source: str
    where: str


@dataclass(frozen=True, slots=True)
class Found:
    """What the code says, and the calls that cannot be translated because they are given no literal."""

    said: tuple[Said, ...]
    faults: tuple[str, ...]

    @property
    def keys(self) -> list[Key]:
        """Context and source of every string once, in order."""
        return sorted({(one.context, one.source) for one in self.said})


def extract(root: Path = ROOT) -> Found:
    """Read every module of the screen."""
    said: list[Said] = []
    faults: list[str] = []
    for folder in FOLDERS:
        for path in sorted((root / folder).rglob("*.py")):
            reader = _Reader(path.relative_to(root).as_posix())
            reader.visit(ast.parse(path.read_bytes(), str(path)))
            said += reader.said
            faults += reader.faults
    return Found(tuple(said), tuple(faults))


class _Reader(ast.NodeVisitor):
    """Collects `x.tr("…")`, `QCoreApplication.translate("C", "…")` and calls of a name given to the latter."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._classes: list[str] = []
        self._aliases: set[str] = set()
        self.said: list[Said] = []
        self.faults: list[str] = []

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        self._classes.append(node.name)
        self.generic_visit(node)
        self._classes.pop()

    def visit_Assign(self, node: ast.Assign) -> None:
        if _is_translate(node.value):
            self._aliases |= {target.id for target in node.targets if isinstance(target, ast.Name)}
        self.generic_visit(node)

    def visit_Call(self, node: ast.Call) -> None:
        function = node.func
        if isinstance(function, ast.Attribute) and function.attr == "tr":
            context = self._classes[-1] if self._classes else None
            self._keep(node, context, node.args[0] if node.args else None)
        elif _is_translate(function) or (isinstance(function, ast.Name) and function.id in self._aliases):
            context = _literal(node.args[0]) if node.args else None
            self._keep(node, context, node.args[1] if len(node.args) > 1 else None)
        self.generic_visit(node)

    def _keep(self, node: ast.Call, context: str | None, text: ast.expr | None) -> None:
        where = f"{self._name}:{node.lineno}"
        source = _literal(text)
        if context is None:
            self.faults.append(f"{where}: the context is not known here")
        elif context == DATA:
            return
        elif source is None:
            self.faults.append(f"{where}: the text is not a literal")
        else:
            self.said.append(Said(context, source, where))


def _is_translate(node: ast.AST) -> bool:
    return (
        isinstance(node, ast.Attribute)
        and node.attr == "translate"
        and isinstance(node.value, ast.Name)
        and node.value.id == "QCoreApplication"
    )


def _literal(node: ast.AST | None) -> str | None:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


def read_table(path: Path = TABLE) -> dict[Key, str]:
    """The English kept by hand."""
    if not path.exists():
        return {}
    with path.open(encoding="utf-8-sig", newline="") as file:
        return {(row["context"], row["source"]): row["english"] for row in csv.DictReader(file)}


def write_table(table: dict[Key, str], path: Path = TABLE) -> None:
    """Keep the English, with a mark that lets a spreadsheet read it as UTF-8."""
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(HEADINGS)
        writer.writerows((*key, table[key]) for key in sorted(table))


def english(table: dict[Key, str], key: Key) -> str:
    """The English of one string: its own, that of every context, or the source where nothing in it is Chinese."""
    return table.get(key) or table.get(("", key[1])) or ("" if CHINESE.search(key[1]) else key[1])


def entries(keys: Sequence[Key], table: dict[Key, str]) -> list[Key]:
    """All that the catalogue holds: what the code says and what registers say."""
    return sorted({*keys, *(key for key in table if key[0] == DATA)})


def settle(keys: Sequence[Key], table: dict[Key, str]) -> dict[Key, str]:
    """The table with the data words, a row for each string that has none and without the strings no longer said."""
    sources = {source for _, source in keys}
    said = {*keys, *(("", source) for source in sources)}
    kept = {key: text for key, text in table.items() if key in said or key[0] == DATA}
    return kept | {("", key[1]): "" for key in keys if not english(table, key)}


def catalogue(keys: Sequence[Key], table: dict[Key, str]) -> str:
    """Qt's translation source, without line numbers, so that it changes only when words do."""
    return "".join(_lines(entries(keys, table), table))


def _lines(keys: Sequence[Key], table: dict[Key, str]) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n'
    yield '<TS version="2.1" language="en_GB" sourcelanguage="zh_CN">\n'
    last: str | None = None
    for context, source in keys:
        if context != last:
            yield ("" if last is None else "</context>\n") + f"<context>\n    <name>{escape(context)}</name>\n"
            last = context
        text = english(table, (context, source))
        mark = "" if text else ' type="unfinished"'
        yield f"    <message>\n        <source>{escape(source)}</source>\n"
        yield f"        <translation{mark}>{escape(text)}</translation>\n    </message>\n"
    yield ("" if last is None else "</context>\n") + "</TS>\n"


def compile_catalogue(source: Path, target: Path) -> None:
    """Let Qt's lrelease turn the .ts into the .qm the program loads."""
    tool = Path(sys.executable).parent / "pyside6-lrelease"
    subprocess.run([str(tool), "-silent", str(source), "-qm", str(target)], check=True)


def main() -> int:
    """Bring table and catalogue up to date; exit 1 while something cannot be translated or has no English."""
    parser = argparse.ArgumentParser(prog="tools/translate.py", description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing, only say what is missing")
    asked = parser.parse_args()
    found = extract()
    table = read_table()
    missing = [one for one in found.said if not english(table, (one.context, one.source))]
    if not asked.check:
        table = settle(found.keys, table)
        write_table(table)
        CATALOGUE.write_text(catalogue(found.keys, table), encoding="utf-8")
        compile_catalogue(CATALOGUE, CATALOGUE.with_suffix(".qm"))
    for fault in found.faults:
        print(fault)
    for one in missing:
        print(f"{one.where}: no English for {one.source!r} ({one.context})")
    print(f"{len(found.keys)} strings, {len(missing)} without English, {len(found.faults)} that cannot be translated")
    return 1 if missing or found.faults else 0


if __name__ == "__main__":
    sys.exit(main())
