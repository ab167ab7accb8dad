"""Where the river is heard from: port of the telemetry stations, watched folders, bases of other offices, addresses."""

from __future__ import annotations

from views.system_seat import LinksTab


class FeedsTab(LinksTab):
    """The tab. Signal setting_requested: name of a setting, its value; a password of a base is put away at once."""

    def _rows(self) -> tuple[tuple[str, str, str], ...]:
        pairs = self.tr("名称=…；多个以英文分号分隔")
        return (
            ("telemetry_port", self.tr("遥测端口（TCP）(&T)"), self.tr("0 为只供本机演示")),
            ("telemetry_udp_port", self.tr("遥测端口（UDP）(&U)"), self.tr("0 为不开")),
            ("telemetry_address", self.tr("遥测接收地址(&A)"), self.tr("空为只限本机；0.0.0.0 为各网口")),
            ("telemetry_allowed", self.tr("允许的测站网段(&N)"), "10.20.0.0/16; …"),
            ("watched_folders", self.tr("监视的报汛文件夹(&F)"), pairs),
            ("folder_every_s", self.tr("文件夹查看间隔（秒）(&I)"), "10"),
            ("bases", self.tr("外单位水情库(&B)"), self.tr("省防办=postgresql://…；口令存入系统钥匙串")),
            ("base_every_s", self.tr("水情库查询间隔（秒）(&Q)"), "60"),
            ("pulls_file", self.tr("网上取数模板文件(&P)"), self.tr("TOML，每个网址一段")),
            ("observations_days", self.tr("观测序列保留天数(&D)"), "400"),
        )

    def _note(self) -> str:
        return self.tr("重新启动后生效。各来源的状况在“水情—数据源”；来源不一致时并列显示，不取平均。")
