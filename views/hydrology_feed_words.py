"""Troubles of sources in words; a code that nobody has words for is shown as it is."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from views import phrases

_TOLD = ("detail", "path", "url", "status", "driver", "name", "table", "port")


def trouble_words(code: str, params: Mapping[str, str]) -> str:
    """What is wrong with a source, and about what."""
    t = QCoreApplication.translate
    known = {
        "url": t("FeedWords", "地址不对"),
        "no_dialect": t("FeedWords", "不认识的数据库类型"),
        "no_driver": t("FeedWords", "缺少数据库驱动"),
        "failed": t("FeedWords", "读取失败"),
        "denied": t("FeedWords", "没有读取权限"),
        "no_file": t("FeedWords", "没有这个文件"),
        "no_folder": t("FeedWords", "没有这个文件夹"),
        "timeout": t("FeedWords", "超时未答"),
        "not_a_database": t("FeedWords", "不是数据库文件"),
        "busy": t("FeedWords", "数据库忙"),
        "lost": t("FeedWords", "连接中断"),
        "unreachable": t("FeedWords", "连不上"),
        "login": t("FeedWords", "用户名或口令不对"),
        "status": t("FeedWords", "对方拒绝"),
        "too_big": t("FeedWords", "内容过大"),
        "not_json": t("FeedWords", "内容不是 JSON"),
        "not_csv": t("FeedWords", "内容不是表格"),
        "no_rows": t("FeedWords", "没有可用的行"),
        "refused": t("FeedWords", "文件被拒收"),
        "port_taken": t("FeedWords", "端口被占用"),
        "stopped": t("FeedWords", "已停止"),
    }
    about = phrases.listed(params[key] for key in _TOLD if params.get(key))
    return phrases.noted(known.get(code, code or t("FeedWords", "有故障")), about)
