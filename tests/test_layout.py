"""The laws of the tree: who imports whom, how long a module may be, what may lie in a page file."""

from __future__ import annotations

import ast
import hashlib
import re
import subprocess
import sys
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PROGRAM = ("data", "widgets", "views", "desktop", "resources")
LONGEST_MODULE = 400
PAGE_FILES = {".html", ".htm", ".js", ".mjs", ".css", ".qss", ".svg"}
# addresses that name a vocabulary and are never fetched
VOCABULARIES = ("http://www.w3.org/",)


def modules(*folders: str) -> list[Path]:
    found = [path for folder in folders for path in (ROOT / folder).rglob("*.py")]
    return sorted(path for path in found if "__pycache__" not in path.parts)


def program_modules() -> list[Path]:
    return [*modules(*PROGRAM), *sorted(ROOT.glob("*.py"))]


def every_module() -> list[Path]:
    return [*program_modules(), *modules("tests", "tools", "benchmarks")]


def short(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def dotted(path: Path) -> str:
    return short(path).removesuffix(".py").removesuffix("/__init__").replace("/", ".")


@dataclass(frozen=True, slots=True)
class Read:
    """What the laws ask of a module; its tree is not kept, for a million nodes make every other test slower."""

    lines: int
    says: str
    packages: frozenset[str]
    tests: tuple[str, ...]
    waits: tuple[int, ...]


@cache
def read(path: Path) -> Read:
    text = path.read_bytes()
    tree = ast.parse(text)
    packages: set[str] = set()
    tests: list[str] = []
    waits: list[int] = []
    for node in ast.walk(tree):
        match node:
            case ast.Import():
                packages.update(alias.name.partition(".")[0] for alias in node.names)
            case ast.ImportFrom(module=str(module)):
                packages.add(module.partition(".")[0])
            case ast.FunctionDef() | ast.AsyncFunctionDef() if node.name.startswith("test_"):
                tests.append(node.name)
            case ast.Call(func=ast.Attribute(attr="wait" | "qWait", value=ast.Name(id="qtbot" | "QTest"))):
                waits.append(node.lineno)
            case _:
                pass
    return Read(
        len(text.decode("utf-8").splitlines()),
        ast.get_docstring(tree) or "",
        frozenset(packages),
        tuple(tests),
        tuple(waits),
    )


def kept_files() -> list[Path]:
    """What git keeps or would keep; without git, everything outside the folders made by tools."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT, capture_output=True, check=False,
    )  # fmt: skip
    if listed.returncode == 0:
        return [path for name in listed.stdout.decode().split("\0") if name and (path := ROOT / name).is_file()]
    return [path for path in ROOT.rglob("*") if path.is_file() and not path.relative_to(ROOT).parts[0].startswith(".")]


def test_the_import_contracts_hold_for_every_package():
    lint = "from importlinter.cli import lint_imports_command; lint_imports_command()"
    checked = subprocess.run(
        [sys.executable, "-c", lint, "--no-cache", "--no-logo"],
        cwd=ROOT, capture_output=True, text=True, check=False, timeout=50,
    )  # fmt: skip
    assert checked.returncode == 0, checked.stdout + checked.stderr


def test_no_module_is_longer_than_four_hundred_lines():
    long = {short(path): read(path).lines for path in every_module()}
    assert {name: lines for name, lines in long.items() if lines > LONGEST_MODULE} == {}


def test_every_module_says_in_its_first_line_what_it_is_for():
    assert [short(path) for path in every_module() if not read(path).says] == []


@pytest.fixture(scope="module")
def brought_in_by_data() -> tuple[set[str], set[str]]:
    """What is there once all of `data` is imported: without the twin, and with it."""
    # the twin is imported by whoever begins a run, in a process of its own
    files = [path for path in modules("data") if "migrations" not in path.parts]
    lean = [dotted(path) for path in files if "twin" not in path.parts]
    program = (
        "import importlib, sys\n"
        f"for name in {lean!r}: importlib.import_module(name)\n"
        "print(*{name.partition('.')[0] for name in sys.modules})\n"
        f"for name in {[dotted(path) for path in files]!r}: importlib.import_module(name)\n"
        "print(*{name.partition('.')[0] for name in sys.modules})"
    )
    run = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False, timeout=50
    )
    assert run.returncode == 0, run.stderr
    without_twin, whole = (set(line.split()) for line in run.stdout.splitlines())
    return without_twin, whole


def test_importing_all_of_data_brings_in_neither_qt_nor_the_shell(brought_in_by_data):
    shell = {"PySide6", "shiboken6", "pyqtgraph", "desktop", "views", "widgets"}
    assert shell & brought_in_by_data[1] == set()


def test_importing_all_of_data_leaves_the_heavy_libraries_for_later(brought_in_by_data):
    heavy = {"folium", "pandas", "shapely", "pyproj", "openpyxl", "scipy", "networkx", "pyogrio", "numba"}
    assert heavy & brought_in_by_data[0] == set()


@pytest.mark.parametrize(
    ("folder", "forbidden"),
    [
        ("widgets", {"data", "views", "desktop", "main"}),
        ("views", {"desktop", "main"}),
        ("resources", {"widgets", "views", "desktop", "main"}),
        ("data", {"PySide6", "pyqtgraph", "resources", "widgets", "views", "desktop", "main"}),
    ],
)
def test_no_module_imports_what_lies_above_it(folder, forbidden):
    breaches = {short(path): forbidden & read(path).packages for path in modules(folder)}
    assert {name: found for name, found in breaches.items() if found} == {}


def test_sql_is_spoken_only_in_the_store_and_by_the_reader_of_foreign_bases():
    spoken = {"sqlalchemy", "alembic", "sqlite3", "psycopg"}
    speakers = [short(path) for path in program_modules() if spoken & read(path).packages]
    mbtiles = "data/feeds/tiles.py"  # such a file is an SQLite file by its specification
    allowed = ("data/store/", "data/feeds/sl323/")  # the latter reads bases of others (docs/decisions/018)
    assert [name for name in speakers if not name.startswith(allowed) and name != mbtiles] == []


def test_folium_is_named_only_by_the_base_map():
    users = [short(path) for path in program_modules() if "folium" in read(path).packages]
    assert set(users) <= {"data/basemap.py"}


def test_no_page_file_reaches_for_another_machine():
    address = re.compile(rb"(?:https?:)?//[a-z0-9][a-z0-9.-]*\.[a-z]{2,}[^\s\"'<>)]*", re.IGNORECASE)
    found = [
        f"{short(path)}: {hit.decode(errors='replace')}"
        for path in kept_files()
        if path.suffix in PAGE_FILES and short(path).startswith(("resources/", "views/", "widgets/", "data/"))
        for hit in address.findall(path.read_bytes())
        if not hit.startswith(tuple(name.encode() for name in VOCABULARIES))
    ]
    assert found == []


def test_every_test_is_named_by_a_sentence():
    names = [(short(path), name) for path in modules("tests") for name in read(path).tests]
    assert [(where, name) for where, name in names if len(name.removeprefix("test_").split("_")) < 4] == []


def test_no_test_waits_for_a_fixed_time():
    assert [f"{short(path)}:{line}" for path in modules("tests") for line in read(path).waits] == []


def test_no_file_of_the_shared_data_is_copied_into_the_project(shared_data):
    lent = {hashlib.sha256(path.read_bytes()).hexdigest() for path in shared_data.rglob("*") if path.is_file()}
    lent.discard(hashlib.sha256(b"").hexdigest())
    assert [short(path) for path in kept_files() if hashlib.sha256(path.read_bytes()).hexdigest() in lent] == []


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-dev.lock"])
def test_the_lock_holds_versions_and_hashes_but_no_host(name):
    lines = (ROOT / name).read_text(encoding="utf-8").splitlines()
    pin = re.compile(r"[a-z0-9][a-z0-9.-]*(\[[a-z0-9,-]+\])?==[^\s;]+( ; .+)? \\")
    checksum = re.compile(r"    --hash=sha256:[0-9a-f]{64}( \\)?")
    assert [line for line in lines if not pin.fullmatch(line) and not checksum.fullmatch(line)] == []


def test_both_locks_name_the_same_versions_of_what_they_share():
    def pins(name: str) -> set[str]:
        lines = (ROOT / name).read_text(encoding="utf-8").splitlines()
        return {line.removesuffix(" \\") for line in lines if "==" in line}

    assert pins("requirements.lock") <= pins("requirements-dev.lock")
    assert len(pins("requirements.lock")) >= 20


def test_every_required_package_is_in_the_lock():
    import tomllib

    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = [re.split(r"[\[<>=!~; ]", line)[0].lower() for line in project["dependencies"]]
    locked = re.findall(r"^([a-z0-9.-]+)(?:\[.*\])?==", (ROOT / "requirements.lock").read_text(encoding="utf-8"), re.M)
    assert sorted(set(wanted) - set(locked)) == []


def test_a_shipped_file_is_found_by_its_name():
    import resources

    assert resources.path("__init__.py") == ROOT / "resources" / "__init__.py"


@pytest.mark.parametrize("name", ["../main.py", "/etc/hostname", "theme/../../pyproject.toml"])
def test_a_name_that_leaves_the_resources_is_refused(name):
    import resources

    with pytest.raises(ValueError, match="outside"):
        resources.path(name)


def test_a_resource_that_is_not_shipped_is_named_in_the_error():
    import resources

    with pytest.raises(FileNotFoundError, match=r"no-such\.svg"):
        resources.path("icons/no-such.svg")
