"""A library made in a process of its own: told, stopped, killed, gone on with; a disk that is full."""

from __future__ import annotations

import os
import signal
import time
from dataclasses import replace
from functools import partial

import pytest

from data.twin.faults import TwinCode
from data.twin.identity import identity
from data.twin.library import open_library
from data.twin.making import AllMade, MakingFailed, MakingHalted, MakingJob, start_making
from data.twin.making_level import EntryMade, MakingStep
from data.twin.placing import Placing
from tests.data.twin.small_library import PLACING, SHAPE, small_case

LITTLE = replace(PLACING, first_m3s=(300.0, 800.0, 1_500.0), most_runs=3)


def job(folder, placing: Placing = LITTLE) -> MakingJob:
    return MakingJob(partial(small_case), folder, (200.0,), SHAPE, placing, niceness=0)


def heard_until(making, enough, seconds: float = 60.0) -> list:
    heard: list = []
    until = time.monotonic() + seconds
    while time.monotonic() < until and not making.over:
        for told in making.messages():
            heard.append(told)
            if enough(told):
                return heard
        time.sleep(0.01)
    return heard


@pytest.mark.parametrize("way", ["killed", "stopped"])
def test_a_maker_that_ends_early_is_gone_on_with(tmp_path, way: str):
    making = start_making(job(tmp_path))
    try:
        heard = heard_until(making, lambda told: isinstance(told, EntryMade))
        if way == "killed":
            os.kill(making.pid, signal.SIGKILL)
        else:
            making.stop()
        last = making.wait(20.0)
    finally:
        making.close()
    first = [one.flow_m3s for one in heard if isinstance(one, EntryMade)]
    assert first == [300.0]
    assert isinstance(last, MakingFailed if way == "killed" else MakingHalted | AllMade)
    again = start_making(job(tmp_path))
    try:
        heard = heard_until(again, lambda told: isinstance(told, AllMade))
    finally:
        again.close()
    assert isinstance(heard[-1], AllMade)
    made = [one.flow_m3s for one in heard if isinstance(one, EntryMade)]
    assert 300.0 not in made
    assert any(isinstance(one, MakingStep) and one.left_s is not None for one in heard) or made
    library = open_library(tmp_path, identity(small_case(200.0), SHAPE), small_case(200.0).terrain.bed)
    assert library is not None
    assert library.flows_m3s == LITTLE.first_m3s
    assert library.complete
    assert not list(library.folder.glob("*.part"))


def test_a_folder_that_cannot_be_written_is_told(tmp_path):
    (tmp_path / identity(small_case(200.0), SHAPE).key()).write_text("in the way")
    making = start_making(job(tmp_path))
    try:
        last = making.wait(60.0)
    finally:
        making.close()
    assert isinstance(last, MakingFailed)
    assert last.fault.code is TwinCode.CANNOT_WRITE
