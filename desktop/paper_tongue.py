"""Steps said in another language than the screen's, for a document: by a process of its own.

Words of steps are translated by what the application has installed; to change that for a moment would change the
screen, and other threads speak meanwhile. So a small process with the other catalogue is asked.
"""

from __future__ import annotations

import multiprocessing
import pickle
from collections.abc import Callable, Sequence
from dataclasses import replace
from io import BytesIO
from multiprocessing.connection import Connection
from types import MappingProxyType
from typing import Any

import resources
from data.documents.papers.make import make
from data.documents.papers.sheet import Material, Wish
from data.model.situation import Situation
from data.model.steps import Step
from views import phrases, step_words

PATIENCE_S = 60.0
"""So long the other process is waited for: it starts within two seconds, on a busy machine in some more."""


class TongueFault(RuntimeError):
    """The other process did not answer: ours to mend."""


def line(step: Step, now: Situation) -> str:
    """Say a step in the language of the screen."""
    return step_words.line(step, now).text


def named(language: str) -> Callable[[str], str]:
    """Return what says the usual values of registers (stations, posts, kinds of incidents) in a document's language."""
    if language == "zh":
        return str
    from PySide6.QtCore import QTranslator

    words = QTranslator()
    words.load(str(resources.path(f"i18n/anlan_{language}.qm")))
    return lambda value: words.translate("Register", value) or value


def foreign(language: str) -> bool:
    """Whether a document is in another language than the screen."""
    return (language == "en") != phrases.english()


def in_language(wish: Wish, material: Material) -> Material:
    """Return material that says steps in the document's language; slow where that is not the screen's."""
    if not foreign(wish.language):
        return material
    wanted: dict[str, Step] = {}

    def note(step: Step, _now: Situation) -> str:
        wanted[step.key] = step
        return ""

    make(wish, replace(material, line=note))  # which steps it says; the sheet itself is thrown away
    if not wanted:
        return material
    said = said_in(wish.language, list(wanted.values()), material.now)
    told = dict(zip(wanted, said, strict=True))
    return replace(material, line=lambda step, now: told.get(step.key) or line(step, now))


def said_in(language: str, steps: Sequence[Step], now: Situation) -> list[str]:
    """Have a process say steps; it is gone afterwards."""
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=_speak, args=(language, _packed((tuple(steps), now)), theirs), daemon=True)
    process.start()
    theirs.close()
    try:
        if not ours.poll(PATIENCE_S):
            raise TongueFault("no answer")
        answer: list[str] = ours.recv()
    except EOFError as fault:
        raise TongueFault("the process ended without an answer") from fault
    finally:
        process.join(1)
        if process.is_alive():
            process.kill()
            process.join()
        process.close()
        ours.close()
    return answer


def _packed(held: Any) -> bytes:
    """Pack values; views of mappings, which pickle does not know, as what they view."""
    out = BytesIO()
    packer = pickle.Pickler(out, pickle.HIGHEST_PROTOCOL)
    packer.dispatch_table = {MappingProxyType: lambda view: (_viewed, (dict(view),))}
    packer.dump(held)
    return out.getvalue()


def _viewed(held: dict[Any, Any]) -> MappingProxyType[Any, Any]:
    return MappingProxyType(held)


def _speak(language: str, held: bytes, answer: Connection) -> None:
    """In the process: say the steps."""
    from PySide6.QtCore import QCoreApplication

    from desktop.language import install

    app = QCoreApplication([])
    translators = install(app, language)
    steps, now = pickle.loads(held)
    answer.send([line(step, now) for step in steps])
    answer.close()
    for translator in translators:
        app.removeTranslator(translator)
