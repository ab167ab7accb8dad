"""The JSON Schema of scenario files: it is the grammar, takes the shipped ones, refuses broken ones."""

from __future__ import annotations

import json
import tomllib
from datetime import datetime
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from data.feeds.scenario_schema import schema
from resources import path as resource

KEPT = resource("drills/scenario.schema.json")


def as_json(text: str) -> Any:
    return json.loads(json.dumps(tomllib.loads(text), default=datetime.isoformat))


@pytest.fixture(scope="module")
def checker() -> Any:
    return Draft202012Validator(schema())


def test_the_shipped_schema_is_made_of_the_grammar():
    assert json.loads(KEPT.read_text("utf-8")) == schema()


@pytest.mark.parametrize("name", ["2020-06", "2021-autumn", "1958-shape"])
def test_the_schema_accepts_a_shipped_scenario(name: str, checker: Any):
    given = as_json(resource(f"drills/{name}.toml").read_text("utf-8"))

    assert [error.message for error in checker.iter_errors(given)] == []


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('kind = "forecast"', 'kind = "prophecy"'),
        ("format = 1", "format = 2"),
        ("lead_min = 2280", "lead_time = 2280"),
        ("within_min = 15", "within = 15"),
        ("[[player]]", "[[actor]]"),
        ('act = "sign_off"', 'act = "issue"'),
    ],
)
def test_the_schema_refuses_a_broken_scenario(before: str, after: str, checker: Any):
    text = resource("drills/2020-06.toml").read_text("utf-8")

    assert before in text
    assert not checker.is_valid(as_json(text.replace(before, after, 1)))
