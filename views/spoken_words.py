"""What is said aloud beside alarms: changes of the response level, and the marks of a drill. No signs, only words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from data.model.levels import Level
from data.model.office import DutyMessage
from data.model.steps import Realm
from views import office_words


def in_realm(text: str, realm: Realm) -> str:
    """A line as it may be said in that realm: in a drill it begins with the word."""
    if realm is not Realm.DRILL or not text:
        return text
    return QCoreApplication.translate("SpokenWords", "演练，{0}").format(text)


def level(value: Level) -> str:
    """A level in words that a voice can read; a voice passes over Roman numerals."""
    t = QCoreApplication.translate
    return {
        Level.NONE: t("SpokenWords", "无响应"),
        Level.IV: t("SpokenWords", "四级"),
        Level.III: t("SpokenWords", "三级"),
        Level.II: t("SpokenWords", "二级"),
        Level.I: t("SpokenWords", "一级"),
    }[value]


def rung(text: str) -> str:
    """A level as a parameter carries it, for a voice; "" where it is none of the four."""
    try:
        found = Level.parse(text)
    except ValueError:
        return ""
    return level(found) if found else ""


def suggested(before: Level, after: Level, standing: Level) -> str:
    """The rules suggest another level; whoever leads is asked to sign where it is not the one that stands."""
    t = QCoreApplication.translate
    if after is Level.NONE:
        said = t("SpokenWords", "水情已降至响应标准以下")
    elif after > before:
        said = t("SpokenWords", "水情已达{0}响应标准").format(level(after))
    else:
        said = t("SpokenWords", "水情已降至{0}响应标准").format(level(after))
    if after is standing:
        return said
    return t("SpokenWords", "{0}，请会商审定").format(said)


def signed(before: Level, after: Level) -> str:
    """Somebody signed another level."""
    t = QCoreApplication.translate
    if after is Level.NONE:
        return t("SpokenWords", "应急响应已终止")
    if before is Level.NONE:
        return t("SpokenWords", "已启动{0}应急响应").format(level(after))
    if after > before:
        return t("SpokenWords", "应急响应已提升至{0}").format(level(after))
    return t("SpokenWords", "应急响应已降至{0}").format(level(after))


def drill_begins(title: str) -> str:
    """A drill begins, or its desk is opened for the first time."""
    return QCoreApplication.translate("SpokenWords", "演练开始，{0}").format(title)


def drill_goes_on(title: str) -> str:
    """A desk is opened in the midst of a drill."""
    return QCoreApplication.translate("SpokenWords", "演练继续，{0}").format(title)


def drill_paused() -> str:
    """The clock of a drill stands."""
    return QCoreApplication.translate("SpokenWords", "演练暂停")


def drill_resumed() -> str:
    """The clock of a drill runs again."""
    return QCoreApplication.translate("SpokenWords", "演练恢复")


def drill_ended() -> str:
    """A drill is over: what is heard from now on is no part of it."""
    return QCoreApplication.translate("SpokenWords", "演练结束")


def message(come: DutyMessage) -> str:
    """A message has come in that nobody at this desk has typed."""
    said = QCoreApplication.translate("SpokenWords", "来文来电，{0}，{1}")
    return said.format(office_words.medium(come.medium), come.other)
