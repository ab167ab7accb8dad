"""The map of keys as it is shown (F1): what the desk can do by keyboard."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from views.keys import KeyGroup, KeyLine


def shown() -> list[KeyGroup]:
    """Return the keys, group by group, in the language of the screen."""
    t = QCoreApplication.translate
    return [
        KeyGroup(
            t("Keys", "全局"),
            (
                KeyLine("F1", t("Keys", "键盘一览")),
                KeyLine("Ctrl+1 … Ctrl+=", t("Keys", "切换工作区")),
                KeyLine("Ctrl+K", t("Keys", "找人、队伍、网格、任务")),
                KeyLine("Ctrl+F", t("Keys", "找地点、在本页查找")),
                KeyLine("Esc", t("Keys", "收起表单（内容保留）、回到实况")),
                KeyLine("F12", t("Keys", "回放：进入，或回到实况")),
                KeyLine("Ctrl+Alt+Left / Ctrl+Alt+Right", t("Keys", "回放：上一个、下一个标记")),
                KeyLine("Ctrl+Space", t("Keys", "演示时钟暂停或继续")),
                KeyLine("Ctrl+Shift+U", t("Keys", "换人接班")),
                KeyLine("Ctrl+Shift+P", t("Keys", "手机接入与登记")),
                KeyLine("F2", t("Keys", "报警单")),
                KeyLine("Ctrl+Shift+O", t("Keys", "不按预案下令")),
                KeyLine("Ctrl+Shift+F", t("Keys", "文件：快报、纪要、日志等，一键成文")),
                KeyLine("F5", t("Keys", "重新查询日志（复盘）")),
                KeyLine("F11", t("Keys", "观摩演示：开始、结束")),
                KeyLine("Ctrl+F11", t("Keys", "开、收大屏")),
                KeyLine("Alt", t("Keys", "与带下划线的字母：到该栏、按该钮")),
            ),
        ),
        KeyGroup(
            t("Keys", "水情与推演"),
            (
                KeyLine("Ctrl+L", t("Keys", "到流量滑块")),
                KeyLine("Left / Right", t("Keys", "流量小步")),
                KeyLine("PgUp / PgDown", t("Keys", "流量大步")),
                KeyLine("Home / End", t("Keys", "到量级边界")),
                KeyLine("F7", t("Keys", "录入预报")),
                KeyLine("F8", t("Keys", "人工报汛")),
                KeyLine("F9", t("Keys", "打开签发单")),
                KeyLine("F10", t("Keys", "接上级令")),
                KeyLine("Ctrl+Return", t("Keys", "签发、提交表单")),
                KeyLine("Ctrl+Alt+1 … Ctrl+Alt+8", t("Keys", "水情的各页")),
                KeyLine("Ctrl+E", t("Keys", "更正选中的报汛")),
                KeyLine("Alt+B", t("Keys", "并列比较两个流量")),
                KeyLine("Alt+V", t("Keys", "预案只看有效条目")),
            ),
        ),
        KeyGroup(
            t("Keys", "地图"),
            (
                KeyLine("Ctrl+T", t("Keys", "图层表格")),
                KeyLine("Ctrl+Home", t("Keys", "看全镇")),
                KeyLine("Ctrl+Shift+M", t("Keys", "量距")),
                KeyLine("Ctrl+Shift+L", t("Keys", "圈选人员与队伍")),
                KeyLine("Ctrl+Shift+B", t("Keys", "框选人员与队伍")),
            ),
        ),
        KeyGroup(
            t("Keys", "巡查事件"),
            (
                KeyLine("J / K", t("Keys", "下一件、上一件")),
                KeyLine("N", t("Keys", "收入新到的接报")),
                KeyLine("V", t("Keys", "核实")),
                KeyLine("A", t("Keys", "交办")),
                KeyLine("M", t("Keys", "并案")),
                KeyLine("Ctrl+S", t("Keys", "并案时对调主次")),
                KeyLine("F", t("Keys", "归件")),
                KeyLine("E", t("Keys", "更正")),
                KeyLine("C", t("Keys", "办结")),
                KeyLine("Alt+H", t("Keys", "办结时加处置后照片")),
                KeyLine("X", t("Keys", "不属实")),
                KeyLine("G", t("Keys", "到地图")),
                KeyLine("Ctrl+R", t("Keys", "录入接报")),
                KeyLine("Alt+I", t("Keys", "转险情")),
                KeyLine("Alt+1 … Alt+3", t("Keys", "定险情等级：重大、较大、一般")),
                KeyLine("Alt+A", t("Keys", "按建议定级")),
                KeyLine("Ctrl+Shift+C", t("Keys", "复制险情报告全文")),
                KeyLine("P", t("Keys", "看照片")),
                KeyLine("S", t("Keys", "照片：前后对照方式")),
                KeyLine("Space", t("Keys", "照片：播放或暂停视频")),
                KeyLine("O", t("Keys", "照片：用系统程序打开")),
                KeyLine("+ / -", t("Keys", "照片：放大、缩小")),
                KeyLine("0 / 1", t("Keys", "照片：适合窗口、原大小")),
            ),
        ),
        KeyGroup(
            t("Keys", "调度"),
            (
                KeyLine("F3", t("Keys", "点名")),
                KeyLine("Shift+F3", t("Keys", "平安计时")),
                KeyLine("F4", t("Keys", "打电话")),
                KeyLine("Shift+F4", t("Keys", "逐人群呼")),
                KeyLine("F5", t("Keys", "视频呼叫")),
                KeyLine("F6", t("Keys", "下令")),
                KeyLine("Ctrl+P", t("Keys", "一键推送")),
                KeyLine("Ctrl+Return", t("Keys", "在找人框内打电话")),
                KeyLine("Ctrl+Shift+Return", t("Keys", "在找人框内视频呼叫")),
                KeyLine("Alt+1 … Alt+5", t("Keys", "登记通话结果")),
                KeyLine("Ctrl+C", t("Keys", "复制表格所选行")),
            ),
        ),
        KeyGroup(
            t("Keys", "视频通话"),
            (
                KeyLine("Alt+M", t("Keys", "本台静音")),
                KeyLine("Alt+V", t("Keys", "不送本台画面")),
                KeyLine("Alt+S", t("Keys", "截图存证")),
                KeyLine("Alt+L", t("Keys", "录像")),
                KeyLine("Alt+A", t("Keys", "请更多人进来")),
                KeyLine("Alt+T", t("Keys", "改打电话")),
                KeyLine("Alt+R", t("Keys", "再呼一次")),
                KeyLine("Alt+K", t("Keys", "发通话链接")),
                KeyLine("Alt+H", t("Keys", "结束通话")),
            ),
        ),
        KeyGroup(
            t("Keys", "迁安"),
            (
                KeyLine("Alt+T", t("Keys", "到户牌栏：扫码或输入")),
                KeyLine("1 … 6", t("Keys", "扫到户牌后：已通知、已签收、撤离中、已撤离、拒绝撤离、下落不明")),
            ),
        ),
        KeyGroup(
            t("Keys", "会商"),
            (
                KeyLine("Ctrl+N", t("Keys", "冻结此刻的情况，发起会商")),
                KeyLine("Ctrl+Return", t("Keys", "记入议程的一栏、作出决定")),
                KeyLine("Alt+Y / Alt+X / Alt+Q", t("Keys", "所选岗位：同意、不同意、弃权")),
                KeyLine("Alt+S", t("Keys", "签字")),
                KeyLine("Alt+E", t("Keys", "结束会商，形成纪要")),
                KeyLine("Alt+M", t("Keys", "会商纪要")),
                KeyLine("Ctrl+Shift+D", t("Keys", "来文来电：最新的未阅")),
                KeyLine("Ctrl+N", t("Keys", "来文来电：登记一条")),
                KeyLine("Alt+T", t("Keys", "来文来电：签阅")),
                KeyLine("Alt+J / Alt+K", t("Keys", "交接班：交班签字、接班签字")),
                KeyLine("Alt+Z", t("Keys", "文件预览：整页、页宽")),
                KeyLine("PgDown / PgUp", t("Keys", "观摩演示中：下一步、上一步")),
                KeyLine("Alt+Up / Alt+Down", t("Keys", "演示步骤：上移、下移")),
                KeyLine("Ctrl+Alt+1 … Ctrl+Alt+5", t("Keys", "会商值班的各页")),
            ),
        ),
    ]
