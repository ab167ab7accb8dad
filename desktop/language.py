"""Language of the screen: Chinese is the source, English comes from a compiled catalogue."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

import resources


def install(app: QCoreApplication, language: str) -> list[QTranslator]:
    """Install the translators of a language and return them: our catalogue for English, Qt's own words for Chinese."""
    chinese = language == "zh"
    QLocale.setDefault(QLocale("zh_CN" if chinese else "en_GB"))
    return [_installed(app, _qt_words("qtbase_zh_CN.qm") if chinese else _our_words(f"i18n/anlan_{language}.qm"))]


def _our_words(name: str) -> str:
    return str(resources.path(name))


def _qt_words(name: str) -> str:
    """Words of Qt's standard dialogs and menus, as PySide6 ships them."""
    return f"{QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)}/{name}"


def _installed(app: QCoreApplication, file: str) -> QTranslator:
    translator = QTranslator(app)
    if not translator.load(file):
        raise FileNotFoundError(f"no catalogue {file}")
    app.installTranslator(translator)
    return translator
