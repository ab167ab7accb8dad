"""Where everything is kept: one folder, relocatable by --home."""

from __future__ import annotations

from pathlib import Path


def cache_folder() -> Path:
    """Return where what can be made again is kept for homes that pass: scenario libraries, machine code."""
    import platformdirs

    return Path(platformdirs.user_cache_dir("anlan", appauthor=False))


def home_folder(given: str | None) -> Path:
    """Return the folder of store, files, settings and log, made if it is not there."""
    if given:
        home = Path(given).expanduser().resolve()
    else:
        import platformdirs

        home = Path(platformdirs.user_data_dir("anlan", appauthor=False))
    home.mkdir(parents=True, exist_ok=True)
    return home
