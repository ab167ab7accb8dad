"""Which feeds the settings name: folders, bases, pull templates. Passwords of bases lie in the keyring, not in them."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from urllib.parse import quote, urlsplit, urlunsplit

import resources
from data.feeds.stations import read_gauge_limits, read_station_names
from data.gateway.secrets_box import SecretsBox, SecretsTrouble, open_box
from desktop.feed_rounds import Asked, FeedTrouble
from desktop.feed_sources import AskedBase, AskedPull, Means, OfficeWord, WatchedFolder
from desktop.settings import Settings

HIDDEN = "***"
_PAIR = re.compile(r"\s*([^=;]+?)\s*=\s*([^;]+?)\s*")


def pairs(text: str) -> dict[str, str]:
    """Read 名称=值;名称=值; what is no pair is left out."""
    found = [_PAIR.fullmatch(part) for part in text.split(";")]
    return {one[1]: one[2] for one in found if one is not None}


class FeedSetup:
    """Makes the sources of a seat. The box of secrets is opened when first needed."""

    def __init__(self, home: Path, clock: Callable[[], datetime], box: Callable[[Path], SecretsBox] = open_box) -> None:
        """Use a home; nothing is read yet."""
        self._home, self._clock, self._make_box = home, clock, box
        self._box: SecretsBox | None = None
        self.fault = ""

    def sources(self, settings: Settings, told: Callable[[OfficeWord], None] = lambda _: None) -> list[Asked]:
        """Return what is to be asked; a file of templates that cannot be read is told in `fault`.

        `told` is told what other offices forecast and warn by, from the thread that asked.
        """
        marks = self._home / "feeds"
        rules = resources.path("rules")
        means = Means(
            read_station_names(rules / "station_names.csv"),
            read_gauge_limits(rules / "gauge_limits.csv"),
            self._clock,
            marks,
        )
        found: list[Asked] = [
            WatchedFolder(name, Path(path), settings.folder_every_s, means)
            for name, path in pairs(settings.watched_folders).items()
        ]
        found += [
            AskedBase(name, self._opened(name, address), settings.base_every_s, means, told)
            for name, address in pairs(settings.bases).items()
        ]
        return found + self._pulls(settings.pulls_file)

    def hide(self, name: str, value: object) -> object:
        """Return a setting as it may be written down: passwords of bases go into the box. SecretsTrouble when not."""
        if name != "bases" or not isinstance(value, str):
            return value
        kept: list[str] = []
        for base, given in pairs(value).items():
            address, parts = given, urlsplit(given)
            if parts.password not in {None, "", HIDDEN}:
                self._secrets().put(_secret_name(base), parts.password or "")
                user = parts.netloc.partition(":")[0]
                address = urlunsplit(parts._replace(netloc=f"{user}:{HIDDEN}@{parts.netloc.rpartition('@')[2]}"))
            kept.append(f"{base}={address}")
        return ";".join(kept)

    def _opened(self, name: str, address: str) -> Callable[[], str]:
        def whole() -> str:
            if f":{HIDDEN}@" not in address:
                return address
            secret = self._secret(_secret_name(name))
            if secret is None:
                raise FeedTrouble("no_secret", name=name)
            return address.replace(f":{HIDDEN}@", f":{quote(secret, safe='')}@", 1)

        return whole

    def _pulls(self, file: str) -> list[Asked]:
        from data.feeds.pull_template import TemplateFault, read_templates

        if not file.strip():
            return []
        try:
            templates = read_templates(Path(file.strip()))
        except (TemplateFault, OSError) as fault:
            self.fault = f"{file}: {fault}"
            return []
        return [AskedPull(one, lambda name: self._secret(f"pull/{name}"), self._clock) for one in templates]

    def _secret(self, name: str) -> str | None:
        try:
            return self._secrets().get(name)
        except SecretsTrouble as trouble:
            raise FeedTrouble(trouble.code) from trouble

    def _secrets(self) -> SecretsBox:
        if self._box is None:
            self._box = self._make_box(self._home)
        return self._box


def _secret_name(base: str) -> str:
    return f"base/{base}"
