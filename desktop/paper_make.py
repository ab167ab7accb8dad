"""Making a document: its material read from the journal, its pictures, Word and PDF. Nothing here is for the UI thread.

What is read belongs to the store's thread (`gather`), what is made to a hand in the background (`made`).
"""

from __future__ import annotations

import time
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from data.documents.papers import docx
from data.documents.papers.author import author
from data.documents.papers.hydrograph import hydrograph
from data.documents.papers.make import make
from data.documents.papers.river import thresholds
from data.documents.papers.scored import score_of
from data.documents.papers.sheet import Material, Sheet, Wish
from data.documents.papers.sketch import map_picture
from data.model.office import PaperKind
from data.model.river import HUAYUANKOU, Reading
from data.model.scores import Outward
from data.model.situation import Situation
from data.model.steps import ReadingTaken, RegisterReplaced, SignedOff, Step
from data.rules.take import take
from data.store.journal import Wanted
from data.store.store import Store
from desktop.paper_print import printed
from desktop.paper_tongue import in_language

MOST_LINES = 50_000
"""So many steps are read for a document at most; of more than that the newest."""
BEFORE = timedelta(days=2)
"""What stood when a span began is told by the steps before it."""
COURSE, EARLY = timedelta(days=10), timedelta(hours=6)
"""The course of the flow covers so long, or what there is and a little before it."""
SIGN_OFFS = 50
NEAR = 800
"""So many steps are taken rather than a snapshot read."""
_SPANNED = frozenset({PaperKind.DUTY_LOG, PaperKind.REVIEW})

_EMPTY = Sheet(PaperKind.FLASH, "", "", "", datetime(2000, 1, 1, tzinfo=UTC), 0, (), ())

Told = Callable[[float], None]


@dataclass(frozen=True, slots=True)
class Order:
    """A document to be made of a situation; `material` is what is known beside the journal."""

    wish: Wish
    material: Material
    template: Path | None = None
    map_png: bytes = b""
    outward: Outward | None = None  # what a drill wanted to send, and what became of it


@dataclass(frozen=True, slots=True)
class Gathered:
    """What the journal gave: steps up to the situation's, and the hash of the newest line."""

    order: Order
    chain: str


@dataclass(frozen=True, slots=True)
class Made:
    """A document in both forms, and what it was made of: issued, it is made once more with number and name."""

    gathered: Gathered
    sheet: Sheet
    docx: bytes
    pdf: bytes
    seconds: float = field(default=0.0, compare=False)


def gather(store: Store, order: Order) -> Gathered:
    """Read the steps that a document rests on; on the store's thread."""
    wish, now = order.wish, order.material.now
    start = None
    if wish.kind in _SPANNED and wish.span is not None:
        start = wish.span[0] - BEFORE
    lines = store.find(Wanted(before_seq=now.seq + 1, start=start, newest_first=True, limit=MOST_LINES))
    known = tuple((line.seq, line.step) for line in reversed(lines))
    return Gathered(replace(order, material=replace(order.material, lines=known)), store.hash_of(now.seq))


def sign_offs(store: Store) -> list[tuple[int, Step]]:
    """Return the newest sign-offs with their numbers, newest first; on the store's thread."""
    wanted = Wanted(kinds=(SignedOff.__name__,), newest_first=True, limit=SIGN_OFFS)
    return [(line.seq, line.step) for line in store.find(wanted)]


def made(gathered: Gathered, told: Told) -> Made:
    """Draw, write and set a document; PaperFault when what it is about is not there."""
    begins = time.perf_counter()
    order = gathered.order
    told(0.2)
    material = replace(order.material, pictures=Drawn(order))
    if material.known is not None:
        material = replace(material, known=knowing(material.known, material.lines))
    if order.wish.kind is PaperKind.DRILL and order.outward is not None:
        score = score_of(author(order.wish, material))
        material = replace(material, score=replace(score, outward=order.outward))
    material = in_language(order.wish, material)
    told(0.4)
    sheet = make(order.wish, material)
    told(0.5)
    return _written(gathered, sheet, told, begins)


def _written(gathered: Gathered, sheet: Sheet, told: Told, begins: float) -> Made:
    word = docx.write(sheet, gathered.order.template, gathered.chain)
    told(0.7)
    pdf = printed(sheet, gathered.chain)
    told(1.0)
    return Made(gathered, sheet, word, pdf, time.perf_counter() - begins)


def issued(one: Made, by: str, number: str, told: Told) -> Made:
    """Make a document again of the same material, with who issues it."""
    order = one.gathered.order
    wish = replace(order.wish, by=by, number=number)
    return made(replace(one.gathered, order=replace(order, wish=wish)), told)


def keep(store: Store, one: Made) -> tuple[str, str]:
    """Keep Word and PDF under their hashes and return them; on the store's thread."""
    name = one.sheet.kind.value
    return store.put_file(one.docx, f"{name}.docx"), store.put_file(one.pdf, f"{name}.pdf")


class Drawn(Mapping[str, bytes]):
    """The pictures of a document, each drawn when a maker first asks for it: most kinds show one, or none."""

    def __init__(self, order: Order) -> None:
        """Draw nothing yet."""
        self._made: dict[str, bytes] = {}
        self._ways: dict[str, Callable[[], bytes]] = {
            "hydrograph": lambda: _hydrograph(order),
            "map": lambda: order.map_png or map_picture(order.material.now, order.wish.language),
        }

    def __getitem__(self, name: str) -> bytes:
        """Return a picture."""
        if name not in self._made:
            self._made[name] = self._ways[name]()
        return self._made[name]

    def __iter__(self) -> Iterator[str]:
        """Name all that can be drawn."""
        return iter(self._ways)

    def __len__(self) -> int:
        """Count all that can be drawn."""
        return len(self._ways)


def _hydrograph(order: Order) -> bytes:
    wish, now = order.wish, order.material.now
    course = _course(order)
    return hydrograph(_readings(order, course), thresholds(now), course, wish.language)


def knowing(read: Callable[[int], Situation], lines: Sequence[tuple[int, Step]]) -> Callable[[int], Situation]:
    """Return what tells the situation after a step: read from the store, or folded on from the one asked before.

    A report asks for the moment of each decision, in order: most lie so near to each other that to take the steps
    between is quicker than to read a snapshot.
    """
    numbers = [seq for seq, _ in lines]
    held: list[Situation] = []

    def known(seq: int) -> Situation:
        now = _folded(held[0], lines[bisect_right(numbers, held[0].seq) : bisect_right(numbers, seq)]) if held else None
        if now is None or now.seq != seq:
            now = read(seq)
        held[:] = [now]
        return now

    return known


def _folded(now: Situation, lines: Sequence[tuple[int, Step]]) -> Situation | None:
    """Take steps; None where they are too many, or a register was read back without its rows."""
    if len(lines) > NEAR or any(isinstance(step.body, RegisterReplaced) for _, step in lines):
        return None
    for _, step in lines:
        now, _ = take(now, step)
    return now


def _course(order: Order) -> tuple[datetime, datetime]:
    wish, now = order.wish, order.material.now
    drill = now.drill
    if wish.kind is PaperKind.DRILL and drill is not None:
        return drill.began_at, drill.ended_at or now.at
    if wish.kind in _SPANNED and wish.span is not None:
        return wish.span
    begins = now.at - COURSE
    first = min((one.at for one in now.readings.get(HUAYUANKOU, ())), default=begins)
    return max(begins, first - EARLY), now.at


def _readings(order: Order, course: tuple[datetime, datetime]) -> list[Reading]:
    """Gather readings from the journal and the situation, which keeps the newest only."""
    bodies = (step.body for _, step in order.material.lines)
    told = [one.reading for one in bodies if isinstance(one, ReadingTaken) and one.reading.station == HUAYUANKOU]
    known = {one.at: one for one in (*told, *order.material.now.readings.get(HUAYUANKOU, ()))}
    return [known[at] for at in sorted(known) if course[0] <= at <= course[1]]


def templates(folder: Path) -> list[str]:
    """Return the names of the templates of the office."""
    return sorted(path.name for path in folder.glob("*.docx") if not path.name.startswith("~"))


def take_template(source: Path, folder: Path) -> str:
    """Keep a Word file as a template of the office, once it has been opened as one; PaperFault when it is none."""
    docx.write(_EMPTY, source)
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / source.name
    if source.resolve() != target.resolve():
        part = folder / f".part-{source.name}"
        part.write_bytes(source.read_bytes())
        part.replace(target)
    return target.name


def situation_of(now: Situation, at: datetime) -> Situation:
    """Return the situation as of the desk's time: ages are told as they are when the document is made."""
    return replace(now, at=max(now.at, at))
