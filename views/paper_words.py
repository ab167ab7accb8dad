"""What may be wrong with a document, and how it is kept, in words."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from views import phrases

SHORT = 12
"""So many characters of a digest tell two files apart for the eye."""


def fault(code: str, params: Mapping[str, object]) -> str:
    """Say why a document cannot be made (codes of data/documents/papers/faults)."""
    t = QCoreApplication.translate
    said = {
        "no_such_subject": t("PaperWords", "没有可写的对象：它不在日志里，或还没有发生"),
        "no_scores": t("PaperWords", "还没有评分"),
        "template_missing": t("PaperWords", "模板不见了"),
        "template_unreadable": t("PaperWords", "模板读不出，文件可能损坏"),
        "template_not_word": t("PaperWords", "模板不是 Word 文档（docx）"),
        "template_too_large": t("PaperWords", "模板太大"),
        "template_reaches_out": t("PaperWords", "模板引用了外部文件或网址，不用"),
    }.get(code) or checked(code)
    return phrases.noted(said, str(params.get("path") or ""))


def checked(trouble: str) -> str:
    """Say what a check of a kept document found: "" when it is as it was issued."""
    t = QCoreApplication.translate
    return {
        "": t("PaperWords", "与签发时一致"),
        "corrupt": t("PaperWords", "已被改动，不是签发时的文件"),
        "no_such_file": t("PaperWords", "存档文件不见了"),
    }.get(trouble, trouble)


def short(digest: str) -> str:
    """The beginning of a digest."""
    return digest[:SHORT]
