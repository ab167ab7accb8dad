"""The secrets of the channels by name: in the keyring of the system where it has one, else in an encrypted file."""

from __future__ import annotations

import base64
import errno
import hashlib
import hmac
import json
import secrets
from collections.abc import Callable, Generator
from contextlib import contextmanager
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from threading import RLock
from typing import Any, Protocol, TypeVar, cast

from cryptography.fernet import Fernet, InvalidToken

from data.gateway.private_files import close_to_others, set_aside, write_private

BOX_FILE = "secrets.box"
KEY_FILE = "secrets.key"
SERVICE = "anlan"
_T = TypeVar("_T")
_INDEX = "\N{BULLET} names"  # keyrings cannot list what they hold; no channel is called so
_SCRYPT_N, _SCRYPT_R, _SCRYPT_P = 2**15, 8, 1  # 32 MB and some 80 ms for each guess


class SecretsTrouble(Exception):
    """The secrets cannot be had. `code` names the reason, `params` what it is about; never a secret.

    keyring_locked, keyring_failed, damaged, key_missing, key_damaged, key_wrong, passphrase_needed, passphrase_wrong,
    newer, disk_full, cannot_read, cannot_write.
    """

    def __init__(self, code: str, **params: object) -> None:
        """Keep the reason as a code."""
        super().__init__(code, params)
        self.code = code
        self.params = params


class Place(StrEnum):
    """Where the secrets lie, for the settings page to say."""

    KEYRING = "keyring"
    FILE = "file"  # whoever can read the two files can read the secrets
    PASSPHRASE = "passphrase"  # a file that is worth nothing without the words


class SecretsBox(Protocol):
    """Secrets by name. May be used from any thread; every call can raise SecretsTrouble."""

    @property
    def place(self) -> Place:
        """Where they lie."""
        ...

    def get(self, name: str) -> str | None:
        """Return a secret, None when there is none of that name."""
        ...

    def put(self, name: str, secret: str) -> None:
        """Keep a secret; an older one of the name is gone."""
        ...

    def forget(self, name: str) -> None:
        """Drop a secret; one that is not there is no trouble."""
        ...

    def names(self) -> tuple[str, ...]:
        """Return the names of all secrets, sorted."""
        ...


class Keyring(Protocol):
    """The part of keyring's backends that is used."""

    def get_password(self, service: str, username: str) -> str | None: ...
    def set_password(self, service: str, username: str, password: str) -> None: ...
    def delete_password(self, service: str, username: str) -> None: ...


def open_box(folder: Path, passphrase: str | None = None, *, service: str = SERVICE) -> SecretsBox:
    """Return the box of a home. An encrypted file that is there, or a passphrase that is given, comes before a keyring.

    So secrets do not seem lost when the same home is opened on a system with a keyring one day and without the next.
    """
    backend = None if passphrase or (folder / BOX_FILE).exists() else real_keyring()
    return FileBox(folder, passphrase) if backend is None else KeyringBox(backend, service)


def real_keyring() -> Keyring | None:
    """Return the keyring of the system, None where there is none or only one that keeps plain text."""
    import keyring

    chosen: Any = keyring.get_keyring()
    members: list[Any] = list(getattr(chosen, "backends", ())) or [chosen]  # a chain of several is one of the library's
    return next((cast("Keyring", one) for one in members if _is_real(one)), None)


def _is_real(backend: Any) -> bool:
    """Return whether a backend is a system's: stand-ins weigh 0, files in plain text less than 1."""
    try:
        weight = float(backend.priority)
    except (RuntimeError, ValueError, TypeError):
        return False
    return weight >= 1 and not type(backend).__module__.startswith("keyrings.alt")


class KeyringBox:
    """Secrets in the keyring of the system."""

    def __init__(self, backend: Keyring, service: str = SERVICE) -> None:
        """Keep them under `service`; two homes on one account need two."""
        self._backend = backend
        self._service = service
        self._lock = RLock()

    @property
    def place(self) -> Place:
        """Where they lie."""
        return Place.KEYRING

    def get(self, name: str) -> str | None:
        """Return a secret, None when there is none of that name."""
        return self._ask(lambda: self._backend.get_password(self._service, _checked(name)))

    def put(self, name: str, secret: str) -> None:
        """Keep a secret, its name first: a name without a secret can be forgotten, a secret without a name not."""
        with self._lock:
            self._set_names({*self.names(), _checked(name)})
            self._ask(lambda: self._backend.set_password(self._service, name, secret))

    def forget(self, name: str) -> None:
        """Drop a secret; one that is not there is no trouble."""
        with self._lock:
            if self.get(name) is not None:
                self._ask(lambda: self._backend.delete_password(self._service, name))
            if name in self.names():
                self._set_names({*self.names()} - {name})

    def names(self) -> tuple[str, ...]:
        """Return the names of all secrets, sorted."""
        held = self._ask(lambda: self._backend.get_password(self._service, _INDEX))
        try:
            listed: object = json.loads(held or "[]")
        except ValueError as error:
            raise SecretsTrouble("damaged", what="names") from error
        if not isinstance(listed, list):
            raise SecretsTrouble("damaged", what="names")
        return tuple(sorted(str(name) for name in cast("list[object]", listed)))

    def _set_names(self, names: set[str]) -> None:
        index = json.dumps(sorted(names), ensure_ascii=False)
        self._ask(lambda: self._backend.set_password(self._service, _INDEX, index))

    def _ask(self, call: Callable[[], _T]) -> _T:
        from keyring.errors import KeyringError, KeyringLocked

        try:
            with self._lock:
                return call()
        except KeyringLocked as error:
            raise SecretsTrouble("keyring_locked") from error
        except (KeyringError, OSError, RuntimeError) as error:
            raise SecretsTrouble("keyring_failed", kind=type(error).__name__) from error


class FileBox:
    """Secrets in one encrypted file, its key beside it or made from a passphrase; read afresh at every call."""

    def __init__(self, folder: Path, passphrase: str | None = None) -> None:
        """Use the folder; nothing is written before the first secret comes."""
        self._box = folder / BOX_FILE
        self._key_file = folder / KEY_FILE
        self._passphrase = passphrase or None
        self._derived: tuple[bytes, bytes] | None = None  # salt, key: to make a key takes time
        self._lock = RLock()

    @property
    def place(self) -> Place:
        """Where they lie."""
        with self._lock, _files_told(self._box):
            head = self._head()
            sealed = head["lock"] if head else "passphrase" if self._passphrase else "file"
            return Place.PASSPHRASE if sealed == "passphrase" else Place.FILE

    def get(self, name: str) -> str | None:
        """Return a secret, None when there is none of that name."""
        with self._lock, _files_told(self._box):
            return self._read().get(_checked(name))

    def put(self, name: str, secret: str) -> None:
        """Keep a secret; a damaged file is not written over."""
        with self._lock, _files_told(self._box):
            self._write({**self._read(), _checked(name): secret})

    def forget(self, name: str) -> None:
        """Drop a secret; one that is not there is no trouble."""
        with self._lock, _files_told(self._box):
            held = self._read()
            if held.pop(name, None) is not None:
                self._write(held)

    def names(self) -> tuple[str, ...]:
        """Return the names of all secrets, sorted."""
        with self._lock, _files_told(self._box):
            return tuple(sorted(self._read()))

    def relock(self, passphrase: str | None) -> None:
        """Put all secrets under a (new) passphrase, or under a key file when None is given."""
        with self._lock, _files_told(self._box):
            held = self._read()
            head = self._head()
            if not passphrase and head and head["lock"] == "file":
                return  # a new key beside the old box would be the end of the box, were the power to fail between
            self._passphrase, self._derived = passphrase or None, None
            self._write(held, lock="passphrase" if passphrase else "file")
            if passphrase:
                self._key_file.unlink(missing_ok=True)

    def begin_again(self, now: datetime) -> tuple[Path, ...]:
        """Set a box that cannot be opened aside, with its key, because a person asked for it; return where they lie."""
        with self._lock, _files_told(self._box):
            self._derived = None
            there = [path for path in (self._box, self._key_file) if path.exists()]
            return tuple(set_aside(path, now, "damaged") for path in there)

    def _read(self) -> dict[str, str]:
        head = self._head()
        if head is None:
            return {}
        key = self._key(head["lock"], _unbase(head["salt"]))
        if not hmac.compare_digest(_check_of(key), head["check"]):
            raise SecretsTrouble("passphrase_wrong" if head["lock"] == "passphrase" else "key_wrong")
        try:
            content: object = json.loads(Fernet(key).decrypt(head["box"].encode()))
        except (InvalidToken, ValueError):
            raise SecretsTrouble("damaged", path=str(self._box)) from None  # the cause would carry what it decrypted
        if not isinstance(content, dict):
            raise SecretsTrouble("damaged", path=str(self._box))
        return {str(name): str(secret) for name, secret in cast("dict[object, object]", content).items()}

    def _head(self) -> dict[str, str] | None:
        """Return the box as it lies there, still locked."""
        try:
            content = self._box.read_bytes()
        except FileNotFoundError:
            return None
        close_to_others(self._box)
        try:
            parsed: object = json.loads(content)
        except ValueError as error:
            raise SecretsTrouble("damaged", path=str(self._box)) from error
        head = cast("dict[str, object]", parsed) if isinstance(parsed, dict) else {}
        version = head.get("anlan_secrets")
        if isinstance(version, int) and version > 1:
            raise SecretsTrouble("newer", path=str(self._box))
        wanted = {name: str(head.get(name, "")) for name in ("lock", "salt", "check", "box")}
        if version != 1 or wanted["lock"] not in {"file", "passphrase"} or not all(map(str.isascii, wanted.values())):
            raise SecretsTrouble("damaged", path=str(self._box))
        return wanted

    def _write(self, held: dict[str, str], lock: str = "") -> None:
        head = self._head()
        lock = lock or (head["lock"] if head else "passphrase" if self._passphrase else "file")
        # the salt stays with the passphrase, so that the key need not be made again for every secret
        salt = self._derived[0] if lock == "passphrase" and self._derived else secrets.token_bytes(16)
        if lock == "file" and not self._key_file.exists():
            write_private(self._key_file, Fernet.generate_key())
        key = self._key(lock, salt)
        sealed = Fernet(key).encrypt(json.dumps(held, ensure_ascii=False).encode("utf-8", "surrogatepass"))
        written = {
            "anlan_secrets": 1,
            "lock": lock,
            "salt": base64.b64encode(salt).decode(),
            "check": _check_of(key),
            "box": sealed.decode(),
        }
        write_private(self._box, json.dumps(written, indent=1).encode())

    def _key(self, lock: str, salt: bytes) -> bytes:
        if lock == "passphrase":
            return self._key_of_passphrase(salt)
        try:
            key = self._key_file.read_bytes().strip()
        except FileNotFoundError as error:
            raise SecretsTrouble("key_missing", path=str(self._key_file)) from error
        close_to_others(self._key_file)
        try:
            Fernet(key)
        except ValueError:
            raise SecretsTrouble("key_damaged", path=str(self._key_file)) from None
        return key

    def _key_of_passphrase(self, salt: bytes) -> bytes:
        if self._passphrase is None:
            raise SecretsTrouble("passphrase_needed")
        if self._derived is None or self._derived[0] != salt:
            words = self._passphrase.encode("utf-8", "surrogatepass")
            made = hashlib.scrypt(words, salt=salt, n=_SCRYPT_N, r=_SCRYPT_R, p=_SCRYPT_P, maxmem=2**26, dklen=32)
            self._derived = salt, base64.urlsafe_b64encode(made)
        return self._derived[1]


def _check_of(key: bytes) -> str:
    """Return what tells a wrong key from a damaged box."""
    return hmac.new(key, b"anlan secrets check", hashlib.sha256).hexdigest()[:16]


def _unbase(text: str) -> bytes:
    try:
        return base64.b64decode(text, validate=True)
    except ValueError as error:
        raise SecretsTrouble("damaged", what="salt") from error


def _checked(name: str) -> str:
    if not name.strip() or name == _INDEX or len(name) > 200:
        raise ValueError("a secret needs a name of its own")
    return name


@contextmanager
def _files_told(path: Path) -> Generator[None]:
    try:
        yield
    except OSError as error:
        full = error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
        code = "disk_full" if full else "cannot_write" if error.errno == errno.EROFS else "cannot_read"
        raise SecretsTrouble(code, path=str(error.filename or path)) from error
