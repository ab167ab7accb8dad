"""Commands that need no window: tasks, plan, import, template, journal."""

from __future__ import annotations

import argparse
import json
import os
import sys
from pathlib import Path

from data.feeds.cells import is_blank
from data.feeds.coordinates import Frame
from data.feeds.registers import KINDS, Parsed, column_specs, heading_keys, parse_register
from data.feeds.report import FeedRefused, ImportReport, NoteCode
from data.feeds.tables import RawTable, read_table
from data.model.register import Registers
from data.model.situation import Situation
from data.model.steps import ReadingTaken, Step
from data.rules.plan import Entry, listing
from data.rules.rights import SYSTEM
from data.rules.take import take
from data.store.errors import StoreTrouble
from desktop import importing
from desktop.first_run import demo_situation
from desktop.home import home_folder
from desktop.keeping import STORE_FILE, open_store
from views import import_words, store_words

DONE, FAULT = 0, 1
SHOWN_REFUSALS = 1000
"""Refused rows printed one by one; the rest is counted by reason."""


def say(text: str) -> None:
    """Print a line for the user."""
    sys.stdout.write(text + "\n")


def complain(text: str) -> None:
    """Print a line about what is wrong."""
    sys.stderr.write(text + "\n")


def import_kinds() -> tuple[str, ...]:
    """Kinds that `import` takes."""
    return importing.kinds()


def register_kinds() -> tuple[str, ...]:
    """Kinds that have a template."""
    return tuple(KINDS)


def tasks(given: argparse.Namespace) -> int:
    """Print what the plan asks for at a flow."""
    try:
        situation = situation_of(given.home)
    except StoreTrouble as trouble:
        complain(store_words.trouble(trouble.code, trouble.params))
        return FAULT
    tier, entries = listing(situation.registers, situation.plan, given.flow)
    if tier is None:
        complain(f"流量级表没有覆盖 {given.flow:g} m³/s")
        return FAULT
    ordered = sorted(entries, key=lambda entry: (entry.instruction.role, entry.instruction.id))
    if given.json:
        answer = {
            "flow_m3s": int(given.flow) if given.flow == int(given.flow) else given.flow,
            "level": tier.level.numeral,
            "tasks": [_as_json(entry) for entry in ordered],
        }
        say(json.dumps(answer, ensure_ascii=False, indent=1))
        return DONE
    roles = situation.registers.roles
    say(f"{given.flow:g} m³/s  {tier.id} {tier.name}  {tier.level.numeral or '—'}  {len(ordered)} 项")
    for entry in ordered:
        row = entry.instruction
        role = roles.get(row.role)
        named = f"{row.role} {role.name}" if role is not None else row.role
        say(f"{row.id}  {named}  {row.title}  {row.deadline_min} min  [{row.evidence}]  {entry.change.value}")
    return DONE


def _as_json(entry: Entry) -> dict[str, object]:
    row = entry.instruction
    return {
        "id": row.id,
        "title": row.title,
        "clause": f"{row.basis}（{row.confidence.value}）",
        "role": row.role,
        "deadline": f"T0+{row.deadline_min} min",
        "evidence": row.evidence,
        "tier_min": row.tier_min,
        "tier_max": row.tier_max,
        "supersedes": list(row.replaced_ids),
        "change": entry.change.value,
    }


def situation_of(home: str | None) -> Situation:
    """Return the situation of a home that has a store, else the shipped one."""
    if home is not None or (home_folder(None) / STORE_FILE).exists():
        folder = home_folder(home)
        if (folder / STORE_FILE).exists():
            store, situation, _ = open_store(folder, realm=None)
            store.close()
            return situation
    return demo_situation()


def plan_check(given: argparse.Namespace) -> int:
    """Check a plan table and print every finding with its row and column."""
    from data.rules.plan_check import check
    from views.plan_words import finding

    kind = KINDS["plan"]
    try:
        table = read_table(Path(given.file), known=heading_keys(kind))
        parsed = parse_register(kind, table)
    except FeedRefused as fault:
        complain(f"{given.file}: {import_words.file_refused(fault)}")
        return FAULT
    for refusal in parsed.refusals:
        say(import_words.refusal(refusal))
    found = check(parsed.rows, _known(given.home), _numbers(table, parsed))
    titles = {spec.name: spec.title for spec in column_specs(kind)}
    for one in found:
        where = f"第 {one.row_number} 行 {one.row_id} " if one.row_number else ""
        say(f"{where}{titles.get(one.column, one.column)}：{finding(one)}")
    faults = len(parsed.refusals) + len(found)
    say(f"{len(parsed.rows)} 条指令，{faults} 处问题")
    return FAULT if faults or not parsed.rows else DONE


def _known(home: str | None) -> Registers:
    """Return the tiers, roles and figures to check against: the home's, or the shipped ones while the desk has it."""
    try:
        return situation_of(home).registers
    except StoreTrouble as trouble:
        complain(store_words.trouble(trouble.code, trouble.params))
        return demo_situation().registers


def _numbers(table: RawTable, parsed: Parsed) -> list[int]:
    """Return the row in the file of every row that was taken."""
    left_out = {refusal.row for refusal in parsed.refusals}
    left_out |= {note.row for note in parsed.notes if note.code in (NoteCode.EXAMPLE_ROW, NoteCode.TOTAL_ROW)}
    rows = zip(table.numbers, table.rows, strict=True)
    return [number for number, row in rows if number not in left_out and not all(map(is_blank, row))]


def plan_export(given: argparse.Namespace) -> int:
    """Write the plan library as a workbook."""
    from data.feeds.exports import export_register

    try:
        situation = situation_of(given.home)
    except StoreTrouble as trouble:
        complain(store_words.trouble(trouble.code, trouble.params))
        return FAULT
    export_register(KINDS["plan"], situation.registers.plan.rows, _to_write(given.file))
    say(f"{given.file}: {len(situation.registers.plan)} 条指令")
    return DONE


def _to_write(file: str) -> Path:
    """Return the path of a table to be written; OSError now, not after all its rows, when its folder is none."""
    path = Path(file)
    os.scandir(path.parent).close()
    return path


def template(given: argparse.Namespace) -> int:
    """Write an empty table of a register."""
    from data.feeds.exports import write_template

    write_template(KINDS[given.kind], _to_write(given.file))
    say(given.file)
    return DONE


def import_file(given: argparse.Namespace) -> int:
    """Import a register or a series into the store of the home."""
    path = Path(given.file)
    try:
        if given.kind == importing.GAUGE:
            done = importing.read_series(path, station=given.station, datum=given.datum, timezone=given.timezone)
        else:
            done = importing.read_kind(given.kind, path, strict=given.strict, frame=Frame(given.crs))
    except FeedRefused as fault:
        complain(f"{path}: {import_words.file_refused(fault)}")
        return FAULT
    _print_report(done.report)
    if done.body is None and not done.readings:
        return FAULT
    try:
        _keep(given.home, done)
    except StoreTrouble as trouble:
        complain(store_words.trouble(trouble.code, trouble.params))
        return FAULT
    return DONE if done.report.taken else FAULT


def _print_report(report: ImportReport) -> None:
    for refusal in report.refusals[:SHOWN_REFUSALS]:
        say(import_words.refusal(refusal))
    if len(report.refusals) > SHOWN_REFUSALS:
        for reason, count in report.by_reason.items():
            say(f"{import_words.reason(reason)}: {count}")
    for note in report.notes[:SHOWN_REFUSALS]:
        say(import_words.note(note))
    say(f"taken {report.taken}, refused {report.refused}")


def _keep(home: str | None, done: importing.Imported) -> None:
    store, situation, _ = open_store(home_folder(home), realm=None)
    try:
        if done.readings:
            store.add_series(done.readings)
        pairs: list[tuple[Step, Situation]] = []
        for body in [done.body] if done.body is not None else _newest(situation, done):
            key = f"import-{done.report.source}-{situation.seq}-{len(pairs)}"
            step = Step(key, situation.at, SYSTEM, situation.realm, body)
            situation, _ = take(situation, step)
            pairs.append((step, situation))
        if pairs:
            store.append(pairs)
    finally:
        store.close()


def _newest(situation: Situation, done: importing.Imported) -> list[ReadingTaken]:
    """Hand the rules the newest usable readings of each station that are newer than what they know."""
    by_station: dict[str, list[ReadingTaken]] = {}
    for reading in done.readings:
        known = situation.latest(reading.station)
        if reading.usable and reading.at <= situation.at and (known is None or reading.at > known.at):
            by_station.setdefault(reading.station, []).append(ReadingTaken(reading))
    return [body for bodies in by_station.values() for body in bodies[-importing.RECENT :]]
