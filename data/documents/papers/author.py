"""Who writes a document: wish and material with words, masks and trail at hand, and the small phrases of all kinds."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from types import MappingProxyType
from zoneinfo import ZoneInfo

from data.documents.bulletin import three
from data.documents.papers.privacy import Screen, masked, names_signer, names_staff, screen
from data.documents.papers.sheet import Block, Heading, Material, Para, Run, Sheet, Wish
from data.documents.papers.trail import Trail, trail
from data.documents.papers.words import Vocabulary, vocabulary
from data.model.levels import Level
from data.model.people import User
from data.model.river import Reading
from data.model.situation import Situation
from data.model.steps import Realm
from data.rules.contacts import contact

BEIJING = ZoneInfo("Asia/Shanghai")
DASH = "—"

Words = str | Run
_MARKS = MappingProxyType({Realm.WHATIF: "mark.whatif", Realm.DRILL: "mark.drill", Realm.REPLAY: "mark.replay"})


@dataclass(frozen=True, slots=True)
class Author:
    """Wish and material, and what turns them into words."""

    wish: Wish
    material: Material
    words: Vocabulary
    trail: Trail
    mask: Screen

    @property
    def now(self) -> Situation:
        """The situation that the document is made of."""
        return self.material.now

    def say(self, key: str, **params: object) -> str:
        """Return words with values put in."""
        return self.words.say(key, **params)

    def word(self, group: str, code: str) -> str:
        """Return the word of a code, the code itself where the table has none."""
        key = f"{group}.{code}"
        return self.words.say(key) if self.words.has(key) else code

    # times, figures

    def full(self, at: datetime | None) -> str:
        """Year to minute, as a document writes it."""
        if at is None:
            return DASH
        here = at.astimezone(BEIJING)
        hour = str(here.hour) if self.words.chinese else f"{here.hour:02d}"
        return self.say("time.full", y=here.year, month=self.say(f"month.{here.month}"), d=here.day, h=hour,
                        n=f"{here.minute:02d}")  # fmt: skip

    def day(self, at: datetime) -> str:
        """Year, month and day."""
        here = at.astimezone(BEIJING)
        return self.say("time.day", y=here.year, d=here.day, month=self.say(f"month.{here.month}"))

    @staticmethod
    def short(at: datetime | None) -> str:
        """Month, day and minute, for tables."""
        return DASH if at is None else f"{at.astimezone(BEIJING):%m-%d %H:%M}"

    @staticmethod
    def minute(at: datetime | None) -> str:
        """Hour and minute."""
        return DASH if at is None else f"{at.astimezone(BEIJING):%H:%M}"

    def length(self, span: timedelta) -> str:
        """A length of time, in the greatest fitting unit."""
        minutes = max(0, round(span.total_seconds() / 60))
        if minutes < 120:
            return self.say("span.minutes", n=minutes)
        if minutes < 2880:
            return self.say("span.hours", n=f"{minutes / 60:.1f}".removesuffix(".0"))
        return self.say("span.days", n=f"{minutes / 1440:.1f}".removesuffix(".0"))

    def flow(self, value: float | None) -> str:
        """A flow with its unit, missing said in a word."""
        return self.say("missing") if value is None else f"{three(value, ',')} m³/s"

    def stage(self, reading: Reading | None) -> str:
        """A stage with its datum, missing said in a word."""
        if reading is None or reading.stage_m is None:
            return self.say("missing")
        return f"{reading.stage_m:.2f} m{self.paren(self.named(reading.datum) or self.say('datum.unknown'))}"

    def paren(self, text: str) -> str:
        """Put into brackets as the language writes them."""
        return f"（{text}）" if self.words.chinese else f" ({text})"

    def sentence(self, text: str) -> str:
        """End words with a stop, whatever ended them."""
        return text.rstrip("。；;. \n") + self.say("stop") if text.strip() else text

    def named(self, value: str) -> str:
        """Return a usual value of a register in the document's language; anything else as it was written."""
        return self.material.named(value) if value else value

    def listed(self, parts: Iterable[str]) -> str:
        """Words in a row."""
        return ("、" if self.words.chinese else ", ").join(parts)

    def level(self, level: Level) -> str:
        """Numeral and colour of a response level."""
        return self.say(f"level.{level.name}")

    # people

    def person(self, row_id: str) -> str:
        """Name somebody as far as this kind of document may: post and name, post alone, or masked."""
        user = self.now.registers.users.get(row_id)
        if user is not None:
            return self.named(_named(user)) if names_staff(self.wish.kind) else self.named(user.post)
        found = contact(self.now, row_id)
        if found is None:
            return self.word("actor", row_id) if row_id else DASH
        if found.private:
            return masked(found.name)
        if found.register == "staff":
            post = self.named(found.post)
            return f"{post} {found.name}" if names_staff(self.wish.kind) else post
        return found.name

    def role(self, role_id: str) -> str:
        """Name of a post of the plan."""
        row = self.now.registers.roles.get(role_id)
        return role_id if row is None else row.name if self.words.chinese else row.name_en

    def station(self, station_id: str) -> str:
        """Name of a station."""
        row = self.now.registers.stations.get(station_id)
        return station_id if row is None else self.named(row.name)

    def grids(self, ids: Sequence[str]) -> str:
        """Names of grids; many are counted."""
        names = [row.name if (row := self.now.registers.grids.get(one)) is not None else one for one in ids]
        if not names:
            return self.say("scope.township")
        return self.listed(names) if len(names) <= 4 else self.say("scope.grids", first=self.listed(names[:2]),
                                                                   n=len(names))  # fmt: skip

    def then(self, was: Situation, at: datetime) -> Author:
        """Return who writes of a moment that is past: what was known after step `was.seq`, told at `at`."""
        known = replace(self.material, now=replace(was, at=at))
        return replace(self, material=known, trail=replace(self.trail, until=was.seq))

    def dated(self, at: datetime) -> Author:
        """Return who writes as of a moment: ages are told from it."""
        return replace(self, material=replace(self.material, now=replace(self.now, at=at)))

    # head

    def head(self, **lines: str) -> tuple[tuple[str, str], ...]:
        """Make the lines under the title, by the keys of their labels; a number that is there stands above it."""
        shown = {key: text for key, text in lines.items() if key != "number" or not self.wish.number}
        return tuple((self.say(f"head.{key}"), text) for key, text in shown.items())

    @property
    def number(self) -> str:
        """The number of the document, or that it has none yet."""
        return self.wish.number or self.say("head.unnumbered")

    @property
    def by(self) -> str:
        """Who issues it, or that nobody has yet."""
        user = self.now.registers.users.get(self.wish.by)
        if user is not None and names_signer(self.wish.kind):
            return _named(user)
        return self.person(self.wish.by) if self.wish.by else self.say("head.unsigned")

    # blocks

    def run(self, text: str, steps: Iterable[int] = (), *, bold: bool = False) -> Run:
        """Words that rest on steps, masked as the kind demands."""
        return Run(self.mask.text(text), tuple(steps), bold)

    def para(self, *parts: Words) -> Para:
        """Make a paragraph of words."""
        runs = [self._of(part) for part in parts]
        if not self.words.chinese:  # sentences of European scripts are parted by a space
            runs = [run if number == 0 or not run.text else replace(run, text=f" {run.text.lstrip()}")
                    for number, run in enumerate(runs)]  # fmt: skip
        return Para(tuple(runs))

    def heads(self, group: str, *names: str) -> tuple[str, ...]:
        """Make the headings of a table."""
        return tuple(self.say(f"{group}.{name}") for name in names)

    def row(self, *cells: Words) -> tuple[Run, ...]:
        """Make a row of a table."""
        return tuple(self._of(cell) for cell in cells)

    def _of(self, part: Words) -> Run:
        return part if isinstance(part, Run) else self.run(part)

    def chapters(self, *chapters: tuple[str, Sequence[Block]]) -> tuple[Block, ...]:
        """Lay chapters one after another under numbered headings; one without a block is left out."""
        blocks: list[Block] = []
        number = 0
        for key, content in chapters:
            if content:
                number += 1
                blocks += [Heading(self.say(f"numeral.{number}") + self.say(key)), *content]
        return tuple(blocks)

    def sheet(
        self, title: str, head: Iterable[tuple[str, str]], blocks: Iterable[Block], copies: str = "", extra: str = ""
    ) -> Sheet:
        """Make the document with its number, unit and mark; `extra` stands beside the mark."""
        return Sheet(
            self.wish.kind,
            self.mask.text(title),
            self.wish.number,
            self.say("unit"),
            self.now.at,
            self.now.seq,
            tuple((label, text if text == self.by else self.mask.text(text)) for label, text in head),
            tuple(blocks),
            self.words.joined(part for part in (mark(self.now, self.words), extra) if part),
            copies,
            self.words.language,
        )


def _named(user: User) -> str:
    """Post and name; what the one says of the other is not said twice."""
    bare = user.name.partition("（")[0]
    if any(part in bare for part in user.post.split("、")):
        return user.name
    return user.post if bare and bare in user.post else f"{user.post} {user.name}"


def author(wish: Wish, material: Material) -> Author:
    """Lay everything out for a document."""
    return Author(
        wish, material, vocabulary(wish.language), trail(material.lines), screen(material.now, wish.kind)
    )  # fmt: skip


def mark(now: Situation, words: Vocabulary) -> str:
    """Return what stands on every page: the realm, and that the registers are those of the demonstration."""
    parts = [words.say(_MARKS[now.realm])] if now.realm in _MARKS else []
    if demonstration(now):
        parts.append(words.say("mark.demo"))
    return words.joined(parts)


def demonstration(now: Situation) -> bool:
    """Whether any register that documents speak of is the demonstration's."""
    registers = now.registers
    return any(
        register.demo
        for register in (registers.grids, registers.staff, registers.growers, registers.plots, registers.keypeople)
    )
