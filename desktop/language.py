"""Language of the screen: Chinese is the source, English comes from a compiled catalogue."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

import resources


def install(app: QCoreApplication, language: str) -> list[QTranslator]:
    """Install the translators of a language and return them (empty for Chinese of our own words)."""
    QLocale.setDefault(QLocale("zh_CN" if language == "zh" else "en_GB"))
    installed: list[QTranslator] = []
    for name in (f"i18n/anlan_{language}.qm",) if language != "zh" else ():
        translator = QTranslator(app)
        if translator.load(str(resources.path(name))):
            app.installTranslator(translator)
            installed.append(translator)
    return installed
