"""Troubles of sources in words; a code that nobody has words for is shown as it is."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from data.feeds.report import Reason
from views import import_words, phrases

_TOLD = ("detail", "path", "url", "status", "driver", "name", "columns", "type", "to", "limit", "table", "port")


def trouble_words(code: str, params: Mapping[str, str]) -> str:
    """What is wrong with a source, and about what; of a refused file the file, the row and the reason."""
    t = QCoreApplication.translate
    told = plain_words(code) or code or t("FeedWords", "有故障")
    if code == "refused":
        return phrases.labelled(told, refused_words(params))
    return phrases.noted(told, phrases.listed(params[key] for key in _TOLD if params.get(key)))


def refused_words(params: Mapping[str, str]) -> str:
    """Which file was refused, at which row, and why."""
    t = QCoreApplication.translate
    why = params.get("reason", "")
    known = {one.value for one in Reason}
    parts = [
        t("FeedWords", "第 {0} 行").format(params["row"]) if params.get("row") else "",
        params.get("column", ""),
        import_words.reason(Reason(why)) if why in known else t("FeedWords", "读不懂"),
        f"“{params['value']}”" if params.get("value") else "",
    ]
    about = [params[key] for key in ("columns", "detail", "name", "at") if params.get(key)]
    if why == Reason.TOO_LARGE and params.get("bytes", "").isdigit() and params.get("limit", "").isdigit():
        size, most = (int(params[key]) / (1 << 20) for key in ("bytes", "limit"))
        about = [t("FeedWords", "{0:.0f} MB，最大 {1:.0f} MB").format(size, most)]
    told = phrases.noted(" ".join(part for part in parts if part), phrases.listed(about))
    more = int(params["files"]) - 1 if params.get("files", "").isdigit() else 0
    text = f"{params.get('file', '')} {told}".strip()
    return phrases.clauses([text, t("FeedWords", "另有 {0} 个文件").format(more)]) if more > 0 else text


def plain_words(code: str) -> str:
    """The words of a code, "" for one that nobody has words for."""
    t = QCoreApplication.translate
    return {
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
        "keep_failed": t("FeedWords", "写入本台失败，稍后重取"),
        "fault": t("FeedWords", "程序出错，已记入日志"),
        "http": t("FeedWords", "对方拒绝"),
        "connect": t("FeedWords", "连不上"),
        "address": t("FeedWords", "地址不对"),
        "tls": t("FeedWords", "证书不可信"),
        "ca_file": t("FeedWords", "证书文件不对"),
        "redirect": t("FeedWords", "对方要求转到别处，未跟去"),
        "redirects": t("FeedWords", "转址过多"),
        "cut": t("FeedWords", "传到一半中断"),
        "too_large": t("FeedWords", "内容过大"),
        "too_many_rows": t("FeedWords", "行数过多"),
        "bad_json": t("FeedWords", "内容不是 JSON"),
        "web_page": t("FeedWords", "返回的是网页，可能要登录"),
        "encoding": t("FeedWords", "编码读不懂"),
        "empty": t("FeedWords", "内容是空的"),
        "missing_columns": t("FeedWords", "缺少所需的列"),
        "wrong_type": t("FeedWords", "内容种类不对"),
        "no_secret": t("FeedWords", "没有填口令"),
        "bad_secret": t("FeedWords", "口令读不出"),
        "bomb": t("FeedWords", "压缩内容异常"),
        "depth": t("FeedWords", "内容嵌套过深"),
        "number": t("FeedWords", "数值不对"),
        "stopped": t("FeedWords", "已停止"),
        "not_listening": t("FeedWords", "没有开始接收"),
        "server_failed": t("FeedWords", "接收服务出错，已记入日志"),
    }.get(code, "")
