"""手机接入: where phones reach the desk, opening and closing it on purpose, the certificate and what to compare."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from data.gateway.addresses import Interface, Kind
from views import phones_words, phrases, words
from views.parts import Fact, Facts, Words, boxed, button, column, row, scrolled
from views.phones_rows import HERE, LinkState, Phase, place_of, ports_of
from widgets.badge import Badge
from widgets.line_list import Line, LineList
from widgets.marks import Fill, Mark, Shape
from widgets.qr_code import QrCode
from widgets.theme import Size, Theme

HELP_SIDE = 132


class AccessBox(QWidget):
    """The left column of the tab.

    Signals:
        open_requested: an address of this machine at which phones shall reach the desk.
        close_requested: this machine only.
        look_requested: which addresses this machine has now; answer with `show_interfaces`.

    """

    open_requested = Signal(str)
    close_requested = Signal()
    look_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Make it for a link that does not run."""
        super().__init__(parent)
        self._state = LinkState()
        self._interfaces: tuple[Interface, ...] | None = None
        self.state = Badge(theme, size=Size.LARGE)
        self.about = Words(theme, tone="secondary", size=Size.SMALL)
        self.trouble = Words(theme, tone="urgent")
        self.notices = Words(theme, tone="attention", size=Size.SMALL)
        self.facts = Facts(theme)
        self.caption = Words(theme, self.tr("本机地址"), tone="muted", size=Size.SMALL, wrap=False)
        self.look = button(self.tr("重新查看"), "quiet", self.tr("换了网线、Wi-Fi 之后再看一遍"))
        self.list = LineList(theme, tall=False)
        self.list.setSelectionMode(LineList.SelectionMode.SingleSelection)
        self.list.setAccessibleName(self.tr("本机地址"))
        self.meaning = Words(theme, tone="secondary", size=Size.SMALL)
        self.open = button(self.tr("开放接入"), "primary")
        self.close_link = button(self.tr("只限本机"), "", self.tr("立刻断开所有手机，只留本机可用"))
        self.code = QrCode(theme, HELP_SIDE, HELP_SIDE)
        self.print_words = Words(theme, self.tr("证书指纹"), tone="muted", size=Size.SMALL)
        self.print = Words(theme, wrap=False)
        self.print.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.help_words = Words(theme, tone="secondary", size=Size.SMALL)
        self._arrange(theme)
        self.look.clicked.connect(self.look_requested)
        self.list.chosen.connect(lambda _: self._look())
        self.open.clicked.connect(self._say)
        self.close_link.clicked.connect(self.close_requested)
        self._draw()

    def _arrange(self, theme: Theme) -> None:
        px = theme.px
        title = Words(theme, self.tr("接入"), tone="muted", size=Size.SMALL, wrap=False)
        self.list.setFixedHeight(px(27 * 3 + 2))
        self.list.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        beside = row(theme, gap=12)
        beside.addWidget(self.code, 0, Qt.AlignmentFlag.AlignTop)
        beside.addLayout(column(theme, self.print_words, self.print, self.help_words, None, gap=4), 1)
        self._help = boxed(theme, beside, (0, 4, 0, 0))
        inner = column(
            theme,
            title,
            self.state,
            self.about,
            self.trouble,
            self.notices,
            self.facts,
            4,
            row(theme, self.caption, None, self.look),
            self.list,
            self.meaning,
            row(theme, self.open, self.close_link, None),
            8,
            self._help,
            None,
            gap=6,
        )
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolled(boxed(theme, inner, (16, 12, 12, 12))))

    # in

    def show_link(self, state: LinkState) -> None:
        """Show how the link stands."""
        self._state = state
        self._draw()

    def show_interfaces(self, interfaces: Sequence[Interface]) -> None:
        """Show at which addresses phones might reach this machine."""
        self._interfaces = tuple(interfaces)
        self._draw()

    def show_help(self, modules: Sequence[bytes]) -> None:
        """Show the QR of the help page; none without a page."""
        self.code.show_code(modules, self.tr("证书帮助页的二维码"))
        self._draw()

    # inside

    def _draw(self) -> None:
        state, opened = self._state, self._state.opened
        said, mark, role = _stands(state)
        self.state.show_words(said, mark, role=role)
        self.about.say(self._about())
        self.trouble.say(phones_words.trouble(state.trouble) if state.trouble is not None else "")
        notices = opened.notices if opened is not None else ()
        self.notices.say("\n".join(phones_words.trouble(one) for one in notices))
        self.facts.show_facts(self._facts())
        self._fill()
        self.print.say(_in_lines(opened.fingerprint) if opened is not None else "")
        reachable = bool(opened is not None and opened.trust and opened.own_authority)
        self.help_words.say(
            self.tr("首次使用的手机先扫左码，按提示装好根证书；页上的指纹须与此处一致。") if self.code.modules() else ""
        )
        self._help.setVisible(reachable)
        self._look()

    def _about(self) -> str:
        return {
            Phase.OFF: self.tr("本程序这次没有启动手机接入。"),
            Phase.STARTING: self.tr("正在准备证书和端口…"),
            Phase.LOCAL: self.tr("手机连不上。要让一线手机接入，选一个地址开放。"),
            Phase.OPEN: "",
            Phase.FAILED: self.tr("手机现在连不上；已登记的手机会存下待发，恢复后自动补报。"),
        }[self._state.phase]

    def _facts(self) -> list[Fact]:
        state, opened = self._state, self._state.opened
        if opened is None:
            return []
        facts = [
            Fact(self.tr("手机页面"), opened.phones or self.tr("没有开放"), "" if opened.phones else "urgent"),
            Fact(self.tr("证书帮助页"), f"{opened.trust}/ca" if opened.trust else words.DASH),
        ]
        if opened.until is not None:
            kind = self.tr("自建根证书签发") if opened.own_authority else self.tr("本单位自备证书")
            until = self.tr("{0}，有效至 {1}").format(kind, words.full_time(opened.until)[:10])
            facts.append(Fact(self.tr("证书"), until))
        if state.waiting or state.dead or state.outbox_trouble:
            said = self.tr("待发 {0}，未发出 {1}").format(state.waiting, state.dead)
            tone = "urgent" if state.dead or state.outbox_trouble else ""
            facts.append(Fact(self.tr("发件箱"), phrases.noted(said, state.outbox_trouble), tone))
        return facts

    def _fill(self) -> None:
        if self._interfaces is None:
            self.list.set_empty_words(self.tr("正在查看…"))
        else:
            self.list.set_empty_words(self.tr("没有手机能到的地址：接上网线或 Wi-Fi，再点“重新查看”"))
        here = self._state.address
        lines = [
            Line(
                one.address,
                place_of(one),
                value=self.tr("已开放") if one.address == here else phones_words.net(one),
                value_role=_ink(one, here),
                bold=one.address == here,
                tooltip=phones_words.reach(one),
            )
            for one in self._interfaces or ()
        ]
        known = bool(self.list.lines())
        self.list.set_lines(lines)
        if lines and not known:
            self.list.choose([here if any(line.id == here for line in lines) else lines[0].id])

    def _chosen(self) -> Interface | None:
        ids = self.list.chosen_ids()
        return next((one for one in self._interfaces or () if ids and one.address == ids[0]), None)

    def _look(self) -> None:
        state, one = self._state, self._chosen()
        runs = state.opened is not None
        there = one is not None and one.address == state.address and state.phase is Phase.OPEN
        wanted = runs and one is not None and not there
        self.open.setText(self.tr("开放接入 {0}").format(one.address) if wanted and one else self.tr("开放接入"))
        self.open.setEnabled(wanted)
        public = wanted and one is not None and one.kind is Kind.PUBLIC
        meaning = phones_words.opens(one, ports_of(state.opened)) if wanted and one is not None else ""
        self.meaning.say(meaning, "attention" if public else "secondary")
        self.close_link.setEnabled(runs and state.address not in HERE)
        self.look.setEnabled(runs)

    def _say(self) -> None:
        one = self._chosen()
        if one is not None and self.open.isEnabled():
            self.open_requested.emit(one.address)

    def showEvent(self, event: QShowEvent) -> None:
        """Look at the addresses whenever the tab is turned to."""
        super().showEvent(event)
        self.look_requested.emit()


def _stands(state: LinkState) -> tuple[str, Mark, str]:
    t = QCoreApplication.translate
    hollow = Mark(Shape.CIRCLE, "text.muted", Fill.HOLLOW)
    return {
        Phase.OFF: (t("Phones", "未启动"), hollow, "text.muted"),
        Phase.STARTING: (t("Phones", "正在启动"), hollow, "text.muted"),
        Phase.LOCAL: (t("Phones", "只限本机"), hollow, "text.primary"),
        Phase.OPEN: (t("Phones", "已开放 {0}").format(state.address), Mark(Shape.CIRCLE, "link.ok"), "text.primary"),
        Phase.FAILED: (t("Phones", "接入故障"), Mark(Shape.CROSS, "link.broken"), "state.urgent"),
    }[state.phase]


def _ink(one: Interface, here: str) -> str:
    if one.address == here:
        return "text.primary"
    return "state.attention" if one.kind is Kind.PUBLIC else "text.muted"


def _in_lines(fingerprint: str) -> str:
    groups = fingerprint.split(" ")
    return "\n".join("  ".join(groups[at : at + 4]) for at in range(0, len(groups), 4))
