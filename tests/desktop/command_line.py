"""What a command line printed, for the tests of the command line."""

from __future__ import annotations

import re

CLOSING = re.compile(r"^taken (\d+), refused (\d+)$")


class Answer:
    """What one command line printed, and its exit code."""

    def __init__(self, code: int, out: str, err: str) -> None:
        self.code, self.out, self.err = code, out, err

    @property
    def counts(self) -> tuple[int, int]:
        found = CLOSING.match(self.out.splitlines()[-1])
        assert found is not None, self.out
        return int(found[1]), int(found[2])


def one_sentence(answer: Answer) -> None:
    assert answer.code == 1
    assert len(answer.err.strip().splitlines()) == 1, answer.err
