"""views of the names of SL 323, which data/store/schema makes behind every migration."""

from __future__ import annotations

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Nothing of the tables changes."""
