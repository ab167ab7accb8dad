"""Words for the kept numbers of the relocation clock: in the timeline, on tasks."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from data.model.nature import Origin
from data.model.reckoned import BenchCount, Reckoned
from views import phrases, words


def origin(kind: Origin) -> str:
    """Where a picture of the water comes from."""
    t = QCoreApplication.translate
    return {
        Origin.MODEL: t("ReckonedWords", "模型成果"),
        Origin.IMPORTED: t("ReckonedWords", "外来成果"),
        Origin.IDEALISED: t("ReckonedWords", "模型成果·示意地形·非实测"),
        Origin.ASSUMED: t("ReckonedWords", "按登记上水流量推定"),
    }[kind]


def count(one: BenchCount) -> str:
    """Say the numbers of one 滩别 in a line."""
    t = QCoreApplication.translate
    parts = [t("ReckonedWords", "{0}未撤 {1}/{2}").format(phrases.registered(one.bench.value), one.to_go, one.lines)]
    if one.first is not None:
        parts.append(t("ReckonedWords", "最早 {0} 前动身").format(words.date_clock(one.first)))
    if one.leave_now:
        parts.append(t("ReckonedWords", "须立即撤 {0}").format(one.leave_now))
    if one.cut_off:
        parts.append(t("ReckonedWords", "路已断 {0}").format(one.cut_off))
    return " ".join(parts)


def basis(kept: Reckoned) -> str:
    """On what picture of the water the numbers rest, and when they were reckoned."""
    t = QCoreApplication.translate
    said = t("ReckonedWords", "{0} · {1} m³/s · {2} 推算").format(
        origin(kept.origin), words.flow(kept.flow_m3s), words.date_clock(kept.at)
    )
    return phrases.clauses((said, t("ReckonedWords", "{0} 户不明").format(kept.unknown))) if kept.unknown else said


def timeline(kept: Reckoned) -> str:
    """Say a whole reckoning in a line of the timeline."""
    t = QCoreApplication.translate
    head = t("ReckonedWords", "撤离时钟（{0} m³/s，{1}）").format(words.flow(kept.flow_m3s), origin(kept.origin))
    said = [count(one) for one in kept.benches]
    if kept.boats:
        said.append(t("ReckonedWords", "派船 {0} 处").format(len(kept.boats)))
    if kept.unknown:
        said.append(t("ReckonedWords", "{0} 户不明").format(kept.unknown))
    return t("ReckonedWords", "{0}：{1}").format(
        head, phrases.clauses(said) if said else t("ReckonedWords", "无人受威胁")
    )
