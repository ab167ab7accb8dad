"""Every trouble of the store and every fault of the chain has words."""

from __future__ import annotations

import re

import pytest

from data.store.chain import VerifyResult
from data.store.errors import PASSING, StoreTrouble
from views import store_words

_CODE = re.compile(r"\b[a-z]+(?:_[a-z]+)*\b")


def listed_codes(text: str) -> set[str]:
    """The codes that the last paragraph of a docstring lists, separated by commas."""
    last = text.strip().rsplit("\n\n", 1)[-1].rpartition(":")[2]
    return {code for part in last.replace("\n", " ").split(",") for code in _CODE.findall(part)}


TROUBLES = sorted(listed_codes(StoreTrouble.__doc__ or "") | PASSING | {"fault"})
FAULTS = sorted(listed_codes(VerifyResult.__doc__ or ""))


def test_the_docstrings_list_the_codes() -> None:
    assert {"locked_by_other", "disk_full", "no_such_file"} <= set(TROUBLES)
    assert {"gap", "altered", "cut_off"} <= set(FAULTS)


@pytest.mark.parametrize("code", TROUBLES)
def test_every_trouble_has_words(code: str) -> None:
    said = store_words.trouble(code)
    assert code not in said
    assert "{" not in said


def test_no_two_troubles_are_said_alike() -> None:
    assert len({store_words.trouble(code) for code in TROUBLES}) == len(TROUBLES)


@pytest.mark.parametrize("code", FAULTS)
def test_every_fault_of_the_chain_has_words(code: str) -> None:
    assert code not in store_words.chain_fault(code)


def test_a_trouble_names_the_other_process_the_place_and_the_detail() -> None:
    locked = store_words.trouble("locked_by_other", {"pid": 4711, "path": "/srv/anlan.sqlite"})
    assert "4711" in locked
    assert locked.endswith("（/srv/anlan.sqlite）")
    assert "？" in store_words.trouble("locked_by_other") or "?" in store_words.trouble("locked_by_other")
    assert store_words.trouble("io_error", {"detail": "Input/output error"}).endswith("（Input/output error）")


def test_a_code_that_nobody_knows_is_still_said() -> None:
    assert store_words.trouble("martian") == "martian"
    assert store_words.chain_fault("martian") == "martian"
