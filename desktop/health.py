"""How the program is: store, steps, versions — for the system workspace and for a report of trouble."""

from __future__ import annotations

import platform
from importlib.metadata import version
from pathlib import Path

from desktop.keeping import STORE_FILE, Keeping

PARTS = ("PySide6", "pyqtgraph", "SQLAlchemy", "folium")


def health(home: Path, keeping: Keeping) -> dict[str, str]:
    """Return facts by name; times and sizes are already text."""
    store = home / STORE_FILE
    size = f"{store.stat().st_size / 1e6:.1f} MB" if store.exists() else ""
    return {
        "home": str(home),
        "store": f"{store} {size}".strip(),
        "steps": str(keeping.store.last_seq),
        "unsaved": str(keeping.unsaved),
        "trouble": keeping.trouble,
        "python": platform.python_version(),
        **{name: version(name) for name in PARTS},
    }
