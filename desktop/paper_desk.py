"""Documents at a desk: gathered on the store's thread, made in the background, issued under their hash, checked."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING
from uuid import uuid4

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut

import resources
from data.documents.papers.faults import PaperFault
from data.documents.papers.html import page
from data.documents.papers.sheet import Material, Wish
from data.feeds.incident_tables import read_incident_tables
from data.model.office import Paper, PaperKind
from data.model.office_steps import PaperIssued
from data.model.situation import Situation
from data.model.steps import Realm, SignedOff, Step
from data.rules.incident_loop import first_report_sent
from data.store.errors import StoreTrouble
from desktop import paper_make
from desktop.paper_make import Gathered, Made, Order
from desktop.paper_pictures import as_png, grabbed
from desktop.paper_tongue import line, named
from views import paper_words, step_words, store_words, words
from views.paper_sheet import PaperSheet
from views.paper_wish import IssuedShown, PaperShown, PaperWish

if TYPE_CHECKING:
    from data.store.store import Store
    from desktop.app import Anlan
    from views.paper_list import PaperList

KEYS = "Ctrl+Shift+F"
ABOUT: Mapping[str, PaperKind] = MappingProxyType(
    {"briefing": PaperKind.MINUTES, "incident": PaperKind.INCIDENT_FIRST, "handover": PaperKind.HANDOVER}
)
"""What is selected is what a document is most likely wanted about."""
TEMPLATES = "templates"
"""Folder of the home where the office keeps its Word templates."""


class PaperDesk(QObject):
    """Answers the sheet and the list of documents."""

    def __init__(self, anlan: Anlan) -> None:
        """Make the sheet; the list is made when its tab is first opened."""
        super().__init__(anlan)
        self._desk = anlan
        self.sheet = PaperSheet(anlan.theme)
        self.page: PaperList | None = None
        self._ticket = 0
        self._busy = 0
        self._made: Made | None = None
        self._about: tuple[PaperKind, str] | None = None
        self._files: dict[str, bytes] = {}

    @property
    def folder(self) -> Path:
        """Where the office keeps its templates."""
        return self._desk.home / TEMPLATES

    @property
    def busy(self) -> bool:
        """Whether a document is being made."""
        return self._busy > 0

    def make_page(self) -> PaperList:
        """Build the tab 文件."""
        from views.paper_list import PaperList

        page_ = self.page = PaperList(self._desk.theme)
        page_.new_requested.connect(lambda _: self.open())
        page_.open_requested.connect(self.open_paper)
        page_.export_requested.connect(self._export)
        page_.check_requested.connect(self._check)
        return page_

    def wire(self) -> None:
        """Connect what is asked for; call once the window is there."""
        sheet = self.sheet
        sheet.make_requested.connect(self.make)
        sheet.issue_requested.connect(lambda _: self.issue())
        sheet.save_requested.connect(lambda path: self._save(Path(path)))
        sheet.print_requested.connect(self._print)
        sheet.copy_requested.connect(self._copy)
        sheet.template_requested.connect(self._take_template)
        sheet.sign_offs_requested.connect(self._tell_sign_offs)
        QShortcut(QKeySequence(KEYS), self._desk.window, self.open)

    # ── asked from anywhere ──

    def open(self) -> None:
        """Bring up the sheet for what is selected, else as it was left."""
        selection = self._desk.showing.selection
        kind = None if selection is None else ABOUT.get(selection.kind)
        incident = None if selection is None else self._desk.room.situation.incidents.get(selection.id)
        if incident is not None and kind is PaperKind.INCIDENT_FIRST and first_report_sent(incident):
            kind = PaperKind.INCIDENT_LATER
        if selection is not None and selection.kind == "paper":
            self.open_paper(selection.id)
        elif selection is not None and kind is not None and self._about != (kind, selection.id):
            self.open_for(kind, selection.id)
        else:
            self._tell_templates()
            self.sheet.open()

    def open_for(self, kind: PaperKind, about: str = "", span: tuple[datetime, datetime] | None = None) -> None:
        """Bring up the sheet for a document and make it at once."""
        self._about = (kind, about)
        self._tell_templates()
        self.sheet.open_for(kind, about, span)

    def open_paper(self, paper_id: str) -> None:
        """Show a document that was issued, as it is kept; one that was altered is told and not shown."""
        paper = self._desk.room.situation.papers.get(paper_id)
        if paper is None:
            return
        self._ticket += 1
        self.sheet.open()

        def read(store: Store) -> tuple[bytes, bytes]:
            return _read(store, paper.digest), _read(store, paper.pdf)

        def shown(files: tuple[bytes, bytes]) -> None:
            self._lock(paper, *files)

        self._desk.keeping.ask(read, shown, self._failed)

    # ── made ──

    def make(self, wish: PaperWish) -> None:
        """Make a document of the live situation; a newer wish takes its place."""
        desk = self._desk
        self._ticket += 1
        ticket = self._ticket
        order, picture = self.order(wish)
        self._busy += 1

        def failed(error: BaseException) -> None:
            self._over(ticket, error)

        def gathered(found: Gathered) -> None:
            desk.background.run(lambda: self._make(found, picture, ticket), lambda one: self._show(wish, one, ticket),
                                lambda error: self._over(ticket, error))  # fmt: skip

        desk.keeping.ask(
            lambda store: paper_make.gather(store, order), gathered, lambda error: self._over(ticket, error)
        )

    def order(self, wish: PaperWish) -> tuple[Order, Callable[[], bytes]]:
        """Lay out what is known now for a document, and what writes the picture of the screen's map if it is wanted."""
        desk = self._desk
        replaying = desk.showing.held is not None  # what is on the screen is what a document tells, also of the past
        now = desk.showing.situation if replaying else desk.room.situation
        now = paper_make.situation_of(now, desk.showing.time if replaying else desk.clock.now())
        if desk.room.situation.realm is Realm.DRILL:  # a replay of a drill is a drill: its mark never goes
            now = replace(now, realm=Realm.DRILL)
        drill = desk.headquarters.drill
        material = Material(
            now, (), line, tables=read_incident_tables(resources.path("rules")),
            board=None if replaying else desk.river_desk.telemetry.board, bounds=desk.river_desk.alarms.bounds,
            known=lambda seq: desk.keeping.run(lambda store: store.situation_at(seq)).result(), scenario=drill.scenario,
            named=named(wish.language),
        )  # fmt: skip
        template = self.folder / wish.template if wish.template else None
        asked = Wish(wish.kind, wish.about, wish.span, wish.language, wish.number)
        image = grabbed(desk.map.map) if wish.screen_map else None
        if wish.screen_map and image is None:
            self.sheet.show_note(self.tr("地图不在屏上，用台账略图；先到“指挥”页再制作"))
        outward = None if drill.scenario is None else drill.outward
        return Order(asked, material, template, outward=outward), as_png(image)

    def _make(self, found: Gathered, picture: Callable[[], bytes], ticket: int) -> Made:
        """Make it on the hand; how far it is comes back as it goes."""
        found = replace(found, order=replace(found.order, map_png=picture()))
        return paper_make.made(found, self._teller(ticket))

    def _teller(self, ticket: int) -> Callable[[float], None]:
        def told(share: float) -> None:
            self._desk.background.tell(lambda: self._progress(share, ticket))

        return told

    def _progress(self, share: float, ticket: int) -> None:
        if ticket == self._ticket and share < 1:
            said = self.tr("正在写…") if share < 0.5 else self.tr("正在排版…")
            self.sheet.show_progress(said, share)

    def _show(self, wish: PaperWish, one: Made, ticket: int) -> None:
        self._busy -= 1
        if ticket != self._ticket:
            return
        self._made = one
        self._files = {"docx": one.docx, "pdf": one.pdf}
        self.sheet.show_made(PaperShown(wish, one.sheet.title, one.sheet.seq, one.pdf, one.seconds))

    def _over(self, ticket: int, error: BaseException) -> None:
        self._busy -= 1
        if ticket == self._ticket:
            self._failed(error)
        elif said(error) is None:
            raise error

    def _failed(self, error: BaseException) -> None:
        """Tell a fault of the world; ours is recorded, and the sheet does not wait for ever."""
        told = said(error)
        self.sheet.show_fault(told or self.tr("制作时程序出错，已记录"))
        if told is None:
            raise error

    # ── issued ──

    def issue(self) -> None:
        """Issue the document shown: made once more with who issues it, kept under its hash, then written down."""
        one, desk = self._made, self._desk
        if one is None:
            return
        if desk.showing.held is not None:
            self.sheet.show_fault(step_words.refusal("replaying", {}))
            return
        by = desk.room.situation.user or "desk"
        self._busy += 1
        ticket = self._ticket

        def failed(error: BaseException) -> None:
            self._over(ticket, error)

        def kept(held: tuple[Made, str, str]) -> None:
            self._busy -= 1
            self._write_down(*held, by)

        def written(again: Made) -> None:
            desk.keeping.ask(lambda store: (again, *paper_make.keep(store, again)), kept, failed)

        desk.background.run(
            lambda: paper_make.issued(one, by, one.sheet.number, self._teller(ticket)), written, failed
        )  # fmt: skip

    def _write_down(self, one: Made, digest: str, pdf: str, by: str) -> None:
        paper = self.paper(one, digest, pdf, by)
        if self._desk.room.do(PaperIssued(paper), by):
            self._lock(paper, one.docx, one.pdf)

    def paper(self, one: Made, digest: str, pdf: str, by: str) -> Paper:
        """Return what is written down of a document that is kept."""
        desk, order = self._desk, one.gathered.order
        about = order.wish.about or _span_words(order.wish.span)
        return Paper(
            f"P-{uuid4().hex[:12]}", one.sheet.kind, one.sheet.number, one.sheet.title, digest, pdf, one.sheet.seq,
            max(desk.clock.now(), desk.room.situation.at), by, about,
        )  # fmt: skip

    def _lock(self, paper: Paper, word: bytes, pdf: bytes) -> None:
        self._made = None
        self._files = {"docx": word, "pdf": pdf}
        now = self._desk.room.situation
        self.sheet.show_issued(
            IssuedShown(
                paper.id, paper.title, paper.number, words.date_clock(paper.issued_at), step_words.actor(now, paper.by),
                paper.digest, paper.pdf, paper.seq, pdf,
            )
        )  # fmt: skip

    # ── taken away ──

    def _save(self, path: Path) -> None:
        body = self._files.get(path.suffix.lower().lstrip("."))
        if body is not None:
            self._desk.background.run(lambda: path.write_bytes(body), lambda _: self.sheet.show_note(
                self.tr("已存 {0}").format(path)), self._failed)  # fmt: skip

    def _export(self, paper_id: str, path: str) -> None:
        paper = self._desk.room.situation.papers.get(paper_id)
        if paper is None:
            return
        target = Path(path)
        digest = paper.pdf if target.suffix.lower() == ".pdf" else paper.digest
        self._desk.keeping.ask(
            lambda store: target.write_bytes(_read(store, digest)),
            lambda _: self._desk.window.show_message(self.tr("已存 {0}").format(target)), self._told_below,
        )  # fmt: skip

    def _check(self, ids: tuple[str, ...]) -> None:
        papers = [one for each in ids if (one := self._desk.room.situation.papers.get(each)) is not None]

        def look(store: Store) -> dict[str, str]:
            return {one.id: _trouble(store, one.digest) or _trouble(store, one.pdf) for one in papers}

        def shown(found: dict[str, str]) -> None:
            if self.page is not None:
                self.page.show_checked(found)

        self._desk.keeping.ask(look, shown, self._desk.on_fault)

    def _told_below(self, error: BaseException) -> None:
        told = said(error)
        if told is None:
            raise error
        self._desk.window.show_message(told)

    def _print(self) -> None:
        from desktop.paper_printer import ask_printer

        pdf = self._files.get("pdf")
        if pdf is not None:
            done = self.tr("已送打印机")
            ask_printer(self.sheet, pdf, self._desk.background, lambda: self.sheet.show_note(done), self._failed)

    def _copy(self) -> None:
        """Lay the text on the clipboard, as words with their looks: into a mail, a message, another document."""
        from PySide6.QtCore import QMimeData
        from PySide6.QtGui import QTextDocument

        if self._made is None:
            return
        html = page(self._made.sheet).html
        text = QTextDocument()
        text.setHtml(html)
        both = QMimeData()
        both.setHtml(html)
        both.setText(text.toPlainText().replace("\ufffc", ""))
        QGuiApplication.clipboard().setMimeData(both)
        self.sheet.show_note(self.tr("全文已复制"))

    # ── offered ──

    def _tell_templates(self, chosen: str = "") -> None:
        self._desk.background.run(
            lambda: paper_make.templates(self.folder),
            lambda names: self.sheet.show_templates(names, chosen),
            self._failed,
        )

    def _take_template(self, path: str) -> None:
        self._desk.background.run(
            lambda: paper_make.take_template(Path(path), self.folder), self._tell_templates, self._failed
        )

    def _tell_sign_offs(self) -> None:
        now = self._desk.room.situation

        def shown(found: list[tuple[int, Step]]) -> None:
            told = [(str(seq), self._sign_off(now, step)) for seq, step in found]
            self.sheet.show_sign_offs(told)

        self._desk.keeping.ask(paper_make.sign_offs, shown, self._desk.on_fault)

    def _sign_off(self, now: Situation, step: Step) -> str:
        if not isinstance(step.body, SignedOff):
            return ""
        issued = self.tr("下达 {0} 项").format(len(step.body.issue))
        who = step_words.actor(now, step.actor)
        return "　".join((words.date_clock(step.at), words.level(step.body.level), issued, who))


def said(error: BaseException) -> str | None:
    """Say a fault of the world; None when it is ours."""
    if isinstance(error, PaperFault):
        return paper_words.fault(error.code, error.params)
    if isinstance(error, StoreTrouble):
        return store_words.trouble(error.code, error.params)
    return str(error) if isinstance(error, OSError) else None


def _read(store: Store, digest: str) -> bytes:
    """Read a kept file that is as it was issued; PaperFault when it is not."""
    path = store.file_path(digest)
    if (trouble := _trouble(store, digest)) or path is None:
        raise PaperFault(trouble or "no_such_file")
    return path.read_bytes()


def _trouble(store: Store, digest: str) -> str:
    try:
        store.check_file(digest)
    except StoreTrouble as trouble:
        return trouble.code
    return ""


def _span_words(span: tuple[datetime, datetime] | None) -> str:
    return "" if span is None else "/".join(one.astimezone(words.BEIJING).isoformat(timespec="minutes") for one in span)
