"""The standard agenda of a briefing: questions, who is asked each, and the usual motions with whom they are put to."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class AgendaQuestion:
    """A standard question; `asked` are the roles that answer it."""

    id: str
    text: str
    text_en: str = ""
    asked: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Motion:
    """A usual motion of a Go/No-Go poll; `asked` are the roles that answer."""

    id: str
    text: str
    text_en: str = ""
    asked: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Agenda:
    """What a briefing begins with."""

    questions: tuple[AgendaQuestion, ...] = ()
    motions: tuple[Motion, ...] = ()

    def asked(self, question: str) -> tuple[str, ...]:
        """Return who is asked a question, nobody in particular for one that was added by hand."""
        return next((one.asked for one in self.questions if one.id == question), ())
