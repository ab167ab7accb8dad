"""Words for what is wrong with a case or a terrain, on the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from data.twin.faults import Finding, TwinFault

_WORDS = {
    "file_missing": "没有这个文件",
    "file_unreadable": "文件读不出来：{reason}",
    "not_toml": "不是正确的 TOML：{reason}",
    "key_missing": "缺少这一项",
    "key_unknown": "没有这一项（是否拼写有误？）",
    "key_wrong": "写法不对，应为 {wanted}，现为 {value}",
    "value_out_of_range": "{value} 超出范围（{low} … {high}）",
    "no_match": "没有文件符合 {value}",
    "bad_row": "第 {row} 行读不懂：{value}",
    "not_rising": "第 {row} 行的时间没有递增",
    "no_ring": "多边形至少要三个不同的角点，现有 {corners} 个",
    "no_length": "线没有长度（至少两个不同的点）",
    "empty_terrain": "地形里没有一个有高程的单元",
    "not_square": "单元不是正方形：{width} × {height} m",
    "rotated": "栅格有旋转或上下颠倒，请先校正为正北朝上",
    "degrees": "看来以经纬度为单位而未声明坐标系，请写明 crs",
    "too_large": "栅格有 {cells} 个单元，上限 {most}；请裁剪或重采样后再用",
    "outside_terrain": "在地形范围之外（东西 {west} … {east}，南北 {south} … {north}）",
    "on_no_ground": "落在没有高程的单元上",
    "no_crest_here": "此处没有堤顶线，也没有高于口门底高程的地面",
    "crs_differs": "坐标系不一致：文件为 {file}，声明为 {declared}",
    "crs_missing": "文件里没有坐标系，也没有声明；请以 --crs 写明（例如 EPSG:4547）",
    "datum_missing": "没有声明高程基面，不能采用；请以 --datum 写明（例如 1985国家高程基准、大沽）",
    "not_near": "不在本镇一带：河道中泓线只有 {share} % 落在其上；请核对坐标系，以及经纬度或东、北坐标是否颠倒",
    "not_on_crest": "不在堤线上：距最近的堤线 {away_m} m，应在 {most_m} m 以内",
    "not_official": "来源为 {origin}（示意地形·非实测或设定），不得作为正式成果导出",
    "kept_torn": "已收存的地形文件损坏或被改动，请重新导入",
    "cannot_write": "写不进去：{reason}；没有留下半截文件",
    "foreign_checkpoint": "断点属于另一个算例",
    "run_died": "计算进程意外结束（{reason}）",
}
_FINDINGS = {
    "no_datum": "地形没有声明高程基面；结果中的水位不可与其他基面的水位相减",
    "no_crs": "地形没有声明坐标系",
    "holes": "地形中有 {cells} 个单元没有高程（按墙处理）",
    "spikes": "({x:.0f}, {y:.0f}) 等 {cells} 处高程突变超过 {jump_m} m",
    "crest_below_ground": "堤顶线 {name} 在 ({x:.0f}, {y:.0f}) 一带低于地面，最多 {below_m:.2f} m",
    "crest_outside": "堤顶线 {name} 完全在地形范围之外",
    "dam_across_channel": "堤顶线 {name} 在 ({x:.0f}, {y:.0f}) 横穿河槽，水过不去",
    "idealised": "示意地形·非实测：结果不得作为正式成果",
}


class _Blank(dict[str, object]):
    """What a sentence asks for and nobody told stays open."""

    def __missing__(self, key: str) -> str:
        return "—"


def words(fault: TwinFault) -> str:
    """A fault in one line: file, key, why."""
    why = _WORDS[fault.code].format_map(_Blank(fault.params))
    return "：".join(part for part in (fault.file, fault.key, why) if part)


def finding_words(finding: Finding) -> str:
    """A finding of the terrain's check in one line."""
    told: dict[str, object] = {**finding.params, "x": finding.x or 0.0, "y": finding.y or 0.0}
    return _FINDINGS[finding.code].format_map(_Blank(told))
