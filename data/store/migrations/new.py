"""Writes the next migration: what the tables in the code have that the migrations so far do not make.

    python data/store/migrations/new.py 0003 "what changes"

Read what it wrote, then raise HEAD in data/store/tables.py. Migrations are never edited once released.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any, Literal

sys.path.insert(0, str(Path(__file__).resolve().parents[3]))

from alembic.autogenerate import produce_migrations, render_python_code
from alembic.migration import MigrationContext

from data.store import projected, schema
from data.store.engine import Database
from data.store.tables import UtcTime

_FORM = '''"""{words}."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "{revision}"
down_revision = {before!r}
branch_labels = None
depends_on = None

utc_time = sa.DateTime(timezone=True).with_variant(sa.String(27), "sqlite")
big = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    {body}
'''


def _render(kind: str, thing: Any, _context: Any) -> str | Literal[False]:
    """Types by value, so that a later change of the code does not change an old migration."""
    if kind == "type":
        if isinstance(thing, UtcTime):
            return "utc_time"
        if type(thing).__name__ == "BigInteger":
            return "big"
    return False


def write(revision: str, words: str) -> Path:
    """Write the migration and return its path."""
    known = sorted(schema.known_revisions())
    before = known[-1] if known else None
    with tempfile.TemporaryDirectory() as folder:
        database = Database(Path(folder) / "old.db")
        with database.writing() as connection:
            if before is not None:
                schema.upgrade(connection, schema.MIGRATIONS, before)
            context = MigrationContext.configure(connection, opts={"render_item": _render, "render_as_batch": True})
            script = produce_migrations(context, projected.metadata)
            assert script.upgrade_ops is not None
            body = render_python_code(script.upgrade_ops, render_item=_render, migration_context=context)
        database.close()
    name = "_".join(words.lower().split())
    path = schema.MIGRATIONS / "versions" / f"{revision}_{name}.py"
    lines = [line for line in body.splitlines() if not line.strip().startswith("# ###")]
    path.write_text(
        _FORM.format(words=words, revision=revision, before=before, body="\n".join(lines).strip()), encoding="utf-8"
    )
    subprocess.run([sys.executable, "-m", "ruff", "format", "-q", str(path)], check=True)
    return path


if __name__ == "__main__":
    sys.stdout.write(f"{write(sys.argv[1], sys.argv[2])}\n")
