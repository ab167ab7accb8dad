"""Commands of the journal: verify its chain, take a span away with its proof, check such a file."""

from __future__ import annotations

import argparse
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from data.store.errors import StoreTrouble
from desktop.cli_data import DONE, FAULT, complain, say
from desktop.home import home_folder
from desktop.keeping import STORE_FILE
from views import store_words

if TYPE_CHECKING:
    from data.store.store import Store

BEIJING = ZoneInfo("Asia/Shanghai")
KEY_FILE = "journal.key"


def add_commands(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> list[argparse.ArgumentParser]:
    """Hang `journal` into the command line; return the parsers that take --home."""
    acts = commands.add_parser("journal", help="the journal").add_subparsers(metavar="ACT", required=True)
    verifying = acts.add_parser(
        "verify", help="walk the hash chain; exit 1 and the first bad row if it was tampered with"
    )
    verifying.set_defaults(run=verify)
    exporting = acts.add_parser("export", help="take a span away with its proof: chained lines, files, signature")
    exporting.add_argument("file", type=Path, metavar="OUT.zip")
    exporting.add_argument("--from", dest="start", type=_moment, metavar="T", help="2020-06-26 or 2020-06-26T08:00")
    exporting.add_argument("--to", dest="end", type=_moment, metavar="T", help="left out itself; a date = its end")
    exporting.add_argument("--no-files", action="store_true", help="leave photos and documents behind")
    exporting.add_argument(
        "--personal", action="store_true", help="take registers with personal data along (staff, growers …), unmasked"
    )
    exporting.set_defaults(run=export)
    checking = acts.add_parser("check", help="check a file that export wrote; needs no home")
    checking.add_argument("file", type=Path, metavar="FILE.zip")
    checking.set_defaults(run=check)
    return [verifying, exporting, checking]


def signing_key(home: Path) -> bytes:
    """Return the key that signs what this home takes away, made the first time, readable for its owner only."""
    from data.gateway.private_files import write_private
    from data.store.proof import new_key

    path = home / KEY_FILE
    if not path.exists():
        write_private(path, new_key())
    return path.read_bytes()


def verify(given: argparse.Namespace) -> int:
    """Walk the hash chain of the home's store."""
    path = home_folder(given.home) / STORE_FILE
    store = _opened(path)
    if store is None:
        return FAULT
    with store:
        result = store.verify()
    if result.ok:
        say(f"ok: {result.rows} 步，链完整")
        return DONE
    complain(f"第 {result.first_bad_seq} 步被改动或损坏（{store_words.chain_fault(result.why)}）")
    return FAULT


def export(given: argparse.Namespace) -> int:
    """Write a span of the home's journal with its proof."""
    from data.store.proof import Load, public_of, signer_of

    home = home_folder(given.home)
    store = _opened(home / STORE_FILE)
    if store is None:
        return FAULT
    start = given.start or datetime(1900, 1, 1, tzinfo=UTC)
    end = given.end or datetime(9999, 1, 1, tzinfo=UTC)
    if end.astimezone(BEIJING).time() == datetime.min.time() and given.end is not None:
        end += timedelta(days=1)
    try:
        key = signing_key(home)
        with store:
            manifest = store.take_away(given.file, (start, end), key, "", Load(not given.no_files, given.personal))
    except StoreTrouble as trouble:
        complain(store_words.trouble(trouble.code, trouble.params))
        return FAULT
    except OSError as fault:
        complain(f"{given.file}: {fault.strerror or fault}")
        return FAULT
    said = f"{given.file}: 第 {manifest.first}–{manifest.last} 步，文件 {len(manifest.files)} 个"
    say(said + ("" if given.personal else "；含个人信息的台账没有带走（--personal 才带）"))
    say(f"签名公钥 SHA-256：{signer_of(public_of(key))}")
    return DONE


def check(given: argparse.Namespace) -> int:
    """Check a file that `export` wrote."""
    from data.store.proof import check_proof

    try:
        found = check_proof(given.file)
    except OSError as fault:
        complain(f"{given.file}: {fault.strerror or fault}")
        return FAULT
    if not found.ok or found.manifest is None:
        complain(f"{given.file}: {store_words.proof_fault(found.why, found.where)}")
        return FAULT
    say(f"ok: 第 {found.manifest.first}–{found.manifest.last} 步，{found.lines} 行，链完整，签名相符")
    say(f"签名公钥 SHA-256：{found.signer}")
    return DONE


def _opened(path: Path) -> Store | None:
    """Open a store in the realm it was made in, or say why not."""
    from data.store.store import Store

    if not path.exists():
        complain(f"{path}: 没有日志库")
        return None
    try:
        return Store.open(path, realm=None)
    except StoreTrouble as trouble:
        complain(store_words.trouble(trouble.code, trouble.params))
        return None


def _moment(text: str) -> datetime:
    try:
        at = datetime.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is no time, such as 2020-06-26T08:00") from None
    return at if at.tzinfo else at.replace(tzinfo=BEIJING)
