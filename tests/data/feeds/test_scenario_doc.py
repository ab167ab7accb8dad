"""docs/drills.md describes every key of a scenario file, and its example is sound."""

from __future__ import annotations

import re
from pathlib import Path

from data.feeds import scenario_grammar as grammar
from data.feeds.scenario import parse_scenario

DOC = (Path(__file__).resolve().parents[3] / "docs" / "drills.md").read_text("utf-8")


def test_every_table_key_detail_and_proof_is_described():
    tables = [grammar.SCENARIO, grammar.TRACE, grammar.PLAYER, grammar.INJECT, grammar.EXPECT]
    tables += [*grammar.CONDITIONS.values(), *grammar.DETAILS.values(), *grammar.PROOFS.values()]
    names = {name for table in tables for name in table} | set(grammar.DETAILS) | set(grammar.PROOFS)
    names |= set(grammar.CONDITIONS)

    assert sorted(name for name in names if f"`{name}`" not in DOC and f"[[{name}]]" not in DOC) == []


def test_the_small_example_is_sound():
    found = re.search(r"```toml\n(.*?)```", DOC, re.DOTALL)

    assert found is not None
    assert len(parse_scenario(found.group(1)).injects) == 1
