"""Words for what may be wrong with the store."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from views import phrases


def trouble(code: str, params: Mapping[str, object] | None = None) -> str:
    """Say what is wrong with the store, and what may be done."""
    t = QCoreApplication.translate
    about = params or {}
    said = {
        "locked_by_other": t("StoreWords", "日志库正被另一个安澜占用（进程 {0}），请先关闭它").format(
            about.get("pid") or "?"
        ),
        "disk_full": t("StoreWords", "磁盘已满：工作照常，未保存的步骤留在内存，腾出空间后自动补存"),
        "busy": t("StoreWords", "日志库忙，稍后自动重试"),
        "io_error": t("StoreWords", "读写磁盘出错，稍后自动重试"),
        "read_only": t("StoreWords", "日志库所在位置不可写，请检查权限"),
        "unreachable": t("StoreWords", "连不上数据库，稍后自动重试"),
        "login_refused": t("StoreWords", "数据库拒绝登录，请检查地址和口令"),
        "unreadable": t("StoreWords", "日志库读不出，文件可能损坏"),
        "not_ours": t("StoreWords", "这个文件不是安澜的日志库"),
        "empty_span": t("StoreWords", "这个时段没有日志"),
        "other_realm": t("StoreWords", "这是另一种状态（实况/演练）的日志库"),
        "newer_schema": t("StoreWords", "日志库由更新版本的安澜写成，请升级本机程序"),
        "newer_step": t("StoreWords", "日志里有更新版本写下的步骤，请升级本机程序"),
        "behind": t("StoreWords", "日志库落后于已保存的内容"),
        "corrupt": t("StoreWords", "日志库内容损坏"),
        "no_such_file": t("StoreWords", "附件文件不在库旁"),
        "fault": t("StoreWords", "保存时程序出错，已记入日志；步骤留在内存"),
    }.get(code, code)
    detail = about.get("detail") or about.get("path")
    return phrases.noted(said, str(detail or ""))


def chain_fault(why: str) -> str:
    """Say how the chain is broken."""
    t = QCoreApplication.translate
    return {
        "gap": t("StoreWords", "缺号"),
        "broken_link": t("StoreWords", "与上一步不相接"),
        "altered": t("StoreWords", "内容与哈希不符"),
        "attachment": t("StoreWords", "附件与哈希不符"),
        "cut_off": t("StoreWords", "末尾被截断"),
        "snapshot": t("StoreWords", "快照与日志不符"),
        "unreadable": t("StoreWords", "读不出"),
    }.get(why, why)


def proof_fault(why: str, where: str) -> str:
    """Say what a check of an exported span found."""
    t = QCoreApplication.translate
    said = {
        "signature": t("StoreWords", "签名与清单不符"),
        "journal": t("StoreWords", "日志行与清单不符"),
        "file": t("StoreWords", "文件与哈希不符"),
    }.get(why) or chain_fault(why)
    return t("StoreWords", "{0}：{1}").format(said, where) if where else said
