"""English is complete: every string of the screen is found, has its English, and arrives on the screen."""

from __future__ import annotations

import ast
import re
import string
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QObject
from PySide6.QtWidgets import QDialogButtonBox, QWidget

import resources
from desktop import language
from tools import translate

ROOT = Path(__file__).resolve().parents[2]
HAN = re.compile(r"[\u3400-\u9fff]")
CHINESE_MARKS = re.compile(r"[\u3000-\u303f\uff00-\uff65]")
CHINESE = re.compile(f"{HAN.pattern}|[\u3001-\u303f\uff01\uff08\uff09\uff0c\uff1a\uff1b\uff1f]")
# English that must quote what the register itself says
QUOTES_DATA = {
    "应为“是”或“否”",
    "权限“{0}”不是本级、提请、落实之一",
    "权限为{0}，正文却没有提请字样",
    "虚构的想定须在来源中写明“情景构造”",
}
# literals that are no words of the screen, and why
UNTRANSLATED = {
    "desktop/cli.py": "the command line speaks Chinese",
    "desktop/cli_data.py": "the command line speaks Chinese",
    "desktop/cli_twin.py": "the command line speaks Chinese",
    "desktop/cli_terrain.py": "the command line speaks Chinese",
    "desktop/cli_forecast.py": "the command line speaks Chinese",
    "desktop/cli_telemetry.py": "the command line speaks Chinese",
    "desktop/cli_drill.py": "the command line speaks Chinese",
    "desktop/cli_journal.py": "the command line speaks Chinese",
    "desktop/twin_words.py": "the command line speaks Chinese",
    "desktop/demonstration.py": "plays an operator who types Chinese",
    "desktop/demonstration_cast.py": "plays an operator who types Chinese",
    "desktop/demonstration_field.py": "plays an operator who types Chinese",
    "desktop/demonstration_reports.py": "plays an operator who types Chinese",
    "desktop/demonstration_briefing.py": "plays an operator who types Chinese",
    "desktop/demonstration_office.py": "plays an operator who types Chinese",
    "desktop/stand_in.py": "stands for a phone of the demonstration",
    "desktop/first_run.py": "fills the Chinese demonstration data set",
    "desktop/selftest.py": "the command line speaks Chinese",
    "desktop/shot.py": "the command line speaks Chinese",
    "desktop/screen.py": "the command line speaks Chinese",
    "desktop/launch.py": "says both languages before either is installed",
    "desktop/settings.py": "titles are words of the Register context, said by the view that shows them",
    "desktop/drill_home.py": "names in Chinese where the registers of a drill come from",
    "desktop/drill_play.py": "ends a drill that nobody watches, in the words of the journal",
    "desktop/paper_print.py": "pairs of characters that a PDF confuses, no words",
    "widgets/plot_axes.py": "patterns of the source language; the owner of a plot hands in others",
}
# what registers and the journal say, looked for or offered by the code
DATA_WORDS = {
    *("提请", "落实", "堤防", "坝", "垛", "护岸", "惠济区防指", "郑州市防指", "惠金河务局"),
    *("舟", "船", "艇", "水上"),
    *("1985国家高程基准", "大沽", "1956年黄海高程系"),
    "黄河",
}
OWN_NAMES = {"中文"}


@pytest.fixture(scope="module")
def found():
    return translate.extract()


@pytest.fixture(scope="module")
def table():
    return translate.read_table()


@pytest.fixture
def english(qapp):
    before = QLocale()
    installed = language.install(qapp, "en")
    yield
    for translator in installed:
        qapp.removeTranslator(translator)
        translator.deleteLater()
    QLocale.setDefault(before)


def fields(text: str) -> list[str]:
    """Placeholders with their formats, and Qt's own."""
    named = [f"{name}:{spec}!{how}" for _, name, spec, how in string.Formatter().parse(text) if name is not None]
    return sorted([*named, *re.findall(r"%(?:\d|s|n)", text)])


def test_every_text_given_to_the_translator_is_a_literal(found):
    assert list(found.faults) == []


def test_every_string_of_the_screen_has_its_english(found, table):
    missing = {
        f"{one.where} {one.source}" for one in found.said if not translate.english(table, (one.context, one.source))
    }
    assert sorted(missing) == []


def test_the_table_keeps_no_english_for_what_is_no_longer_said(found, table):
    assert sorted(set(table) - set(translate.settle(found.keys, table))) == []


def test_the_catalogue_says_what_code_and_table_say(found, table):
    assert translate.CATALOGUE.read_text(encoding="utf-8") == translate.catalogue(found.keys, table)


def test_the_catalogue_holds_nothing_unfinished():
    messages = ET.parse(translate.CATALOGUE).getroot().iter("message")
    assert [m.findtext("source") for m in messages if not m.findtext("translation")] == []


def test_the_compiled_catalogue_says_what_the_catalogue_says(found, table, english):
    said = {key: QCoreApplication.translate(*key) for key in translate.entries(found.keys, table)}
    assert {key: text for key, text in said.items() if text != translate.english(table, key)} == {}


def test_english_keeps_every_placeholder_of_the_chinese(found, table):
    pairs = [(key[1], translate.english(table, key)) for key in translate.entries(found.keys, table)]
    assert [(source, text) for source, text in pairs if fields(source) != fields(text)] == []


def test_english_keeps_the_blanks_at_both_ends_and_the_lines(found, table):
    def shape(text: str) -> tuple[bool, int]:
        return text.endswith((" ", "，", "、", "；")), text.count("\n")

    pairs = [(key[1], translate.english(table, key)) for key in translate.entries(found.keys, table)]
    assert [(source, text) for source, text in pairs if shape(source) != shape(text)] == []


def test_no_chinese_is_left_in_the_english(found, table):
    pairs = [(key[1], translate.english(table, key)) for key in translate.entries(found.keys, table)]
    left = [text for source, text in pairs if HAN.search(text) and source not in QUOTES_DATA]
    marks = [text for _, text in pairs if CHINESE_MARKS.search(text)]
    assert (left, marks) == ([], [])


def shown_literals(path: Path) -> Iterator[tuple[int, str]]:
    """Chinese literals outside the translator: not docstrings, comparisons, errors and lookups of data."""
    tree = ast.parse(path.read_bytes())
    parents = {child: node for node in ast.walk(tree) for child in ast.iter_child_nodes(node)}
    aliases = {
        target.id
        for node in ast.walk(tree)
        if isinstance(node, ast.Assign) and ast.unparse(node.value) == "QCoreApplication.translate"
        for target in node.targets
        if isinstance(target, ast.Name)
    }

    def excused(node: ast.AST) -> bool:
        last, one = node, parents.get(node)
        while one is not None:
            if isinstance(one, ast.Expr | ast.Compare | ast.match_case | ast.Raise) and not isinstance(last, ast.Call):
                return True
            if isinstance(one, ast.Call):
                called = ast.unparse(one.func)
                if called in aliases or called.endswith((".tr", ".translate", "Error")):
                    return True
                if called.endswith(
                    (".split", ".replace", ".startswith", ".endswith", ".removeprefix", ".removesuffix")
                ):
                    return True
            if isinstance(one, ast.Subscript) and one.slice is last:
                return True
            if isinstance(one, ast.Dict) and last in one.keys:
                return True
            last, one = one, parents.get(one)
        return False

    for node in ast.walk(tree):
        if (
            isinstance(node, ast.Constant)
            and isinstance(node.value, str)
            and HAN.search(node.value)
            and not excused(node)
        ):
            yield node.lineno, node.value


def test_no_chinese_reaches_the_screen_past_the_translator():
    left = [
        f"{name}:{line} {text}"
        for folder in translate.FOLDERS
        for path in sorted((ROOT / folder).rglob("*.py"))
        if (name := path.relative_to(ROOT).as_posix()) not in UNTRANSLATED
        for line, text in shown_literals(path)
        if text not in DATA_WORDS | OWN_NAMES
    ]
    assert left == []


def test_the_exceptions_name_modules_that_exist():
    assert [name for name in UNTRANSLATED if not (ROOT / name).is_file()] == []


def test_a_name_given_to_the_translator_is_followed(tmp_path):
    (tmp_path / "views").mkdir()
    code = (
        "t = QCoreApplication.translate\n"
        "def f(): return t('Words', '甲')\n"
        "class Pane:\n"
        "    def g(self, x): return self.tr('乙' '丙'), self.tr(f'{x}丁')\n"
    )
    (tmp_path / "views" / "one.py").write_text(code, encoding="utf-8")
    found = translate.extract(tmp_path)
    assert found.keys == [("Pane", "乙丙"), ("Words", "甲")]
    assert found.faults == ("views/one.py:4: the text is not a literal",)


def test_a_class_says_the_english_of_the_class_it_comes_from(english):
    from views.top_bar_parts import ClockControl

    class Later(QObject):
        pass

    later = type("LaterClock", (ClockControl,), {})
    assert issubclass(later, QWidget)
    assert Later().tr("已暂停") == "已暂停"
    assert QCoreApplication.translate("ClockControl", "已暂停") == "Paused"


def test_english_sets_the_locale_and_chinese_brings_the_words_of_standard_dialogs(qapp):
    before = QLocale()
    installed = language.install(qapp, "zh")
    try:
        assert QLocale().language() is QLocale.Language.Chinese
        assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "取消"
    finally:
        for translator in installed:
            qapp.removeTranslator(translator)
            translator.deleteLater()
        QLocale.setDefault(before)


def test_under_english_the_standard_buttons_stay_english(qtbot, english):
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    qtbot.addWidget(box)
    assert box.button(QDialogButtonBox.StandardButton.Cancel).text().replace("&", "") == "Cancel"
    assert QLocale().language() is QLocale.Language.English


def test_a_language_without_a_catalogue_is_an_error_that_names_it(qapp):
    before = QLocale()
    with pytest.raises(FileNotFoundError, match="anlan_tlh"):
        language.install(qapp, "tlh")
    QLocale.setDefault(before)


def test_the_shipped_catalogue_lies_where_the_program_looks():
    assert resources.path("i18n/anlan_en.qm").stat().st_size > 10_000
