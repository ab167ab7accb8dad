"""A headless Chromium of the machine, driven through its own debugging protocol: no driver program, nothing left."""

from __future__ import annotations

import base64
import contextlib
import itertools
import json
import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, Self

from websockets.sync.client import ClientConnection, connect

BROWSER = shutil.which("chromium") or shutil.which("chromium-browser") or ""
_QUIET = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-default-apps",
    "--disable-extensions",
    "--mute-audio",
    "--disable-dev-shm-usage",
    "--disable-breakpad",
    "--no-default-browser-check",
    "--hide-scrollbars",
    "--lang=zh-CN",
    "--remote-debugging-port=0",
    "--disable-features=MediaRouter,OptimizationHints,Translate",
    "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1 , EXCLUDE localhost",
)
START_S = 30.0
ANSWER_S = 30.0


class PageError(AssertionError):
    """The page or the browser refused."""


class Chromium:
    """One browser with one profile; `page()` opens a tab. Use it as a context."""

    def __init__(
        self,
        *more: str,
        profile: Path | None = None,
        home: Path | None = None,
        before: Sequence[str] = (),
        reach: Callable[[int], socket.socket] | None = None,
    ) -> None:
        """Start it; `more` are further switches. `home` is read by it and then belongs to it.

        On another host of this machine it is started by the command `before`, and its port is connected by `reach`.
        """
        self._home = home or Path(tempfile.mkdtemp(prefix="anlan-chromium-"))
        self.profile = profile or self._home / "profile"
        (self.profile / "DevToolsActivePort").unlink(missing_ok=True)  # of a browser that was killed
        environment = {**os.environ, "HOME": str(self._home), "LC_ALL": "C.UTF-8"}
        self._process = subprocess.Popen(
            [*before, BROWSER, *_QUIET, f"--user-data-dir={self.profile}", *more, "about:blank"],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env=environment,
            start_new_session=True,
        )
        try:
            port, path = self._address()
            sock = None if reach is None else reach(int(port))
            self._speech = _Speech(f"ws://127.0.0.1:{port}{path}", sock)
        except BaseException:
            self.close()
            raise

    def _address(self) -> tuple[str, str]:
        told = self.profile / "DevToolsActivePort"
        deadline = time.monotonic() + START_S
        while time.monotonic() < deadline:
            if self._process.poll() is not None:
                raise PageError(f"chromium ended with {self._process.returncode}")
            lines = told.read_text().split("\n") if told.exists() else []
            if len(lines) >= 2 and lines[1]:
                return lines[0], lines[1]
            time.sleep(0.05)
        raise PageError("chromium does not say where it listens")

    def page(self, width: int = 360, height: int = 780, scale: float = 2.0, phone: str = "") -> Page:
        """Open a tab that looks like a phone of this size; tabs of one `phone` share what they keep."""
        within = {"browserContextId": phone} if phone else {}
        target = self._speech.ask("Target.createTarget", {"url": "about:blank", **within})["targetId"]
        session = self._speech.ask("Target.attachToTarget", {"targetId": target, "flatten": True})["sessionId"]
        return Page(self._speech, session, target, (width, height, scale), phone)

    def phone(self) -> str:
        """Return a new phone: nothing kept, nothing allowed."""
        return str(self._speech.ask("Target.createBrowserContext")["browserContextId"])

    def throw_away(self, phone: str) -> None:
        """Close a phone's tabs and forget what it kept."""
        self._speech.ask("Target.disposeBrowserContext", {"browserContextId": phone})

    def kill(self) -> None:
        """End it as a phone that runs out of memory does: without a word."""
        self._end(signal.SIGKILL)

    def _end(self, how: signal.Signals) -> None:
        if self._process.poll() is None:
            os.killpg(self._process.pid, how)
            try:
                self._process.wait(10)
            except subprocess.TimeoutExpired:
                os.killpg(self._process.pid, signal.SIGKILL)
                self._process.wait(10)

    def close(self) -> None:
        """End it and remove its profile."""
        if hasattr(self, "_speech"):
            if self._process.poll() is None:
                self._speech.ask("Browser.close")  # it writes down what it holds, as on a phone that is put away
            self._speech.close()
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._process.wait(10)
        self._end(signal.SIGTERM)
        shutil.rmtree(self._home, ignore_errors=True)

    def __enter__(self) -> Self:
        """Return the browser."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close it."""
        self.close()


class Page:
    """One tab."""

    def __init__(
        self, speech: _Speech, session: str, target: str, size: tuple[int, int, float], phone: str = ""
    ) -> None:
        """Drive the tab of a session."""
        self._speech, self._session, self._target, self._phone = speech, session, target, phone
        for domain in ("Page", "Runtime", "Network", "DOM", "Log"):
            self.ask(f"{domain}.enable")
        self.resize(*size)
        self.ask("Emulation.setTouchEmulationEnabled", {"enabled": True})

    def ask(self, method: str, params: Mapping[str, Any] | None = None) -> dict[str, Any]:
        """Ask the browser for something about this tab."""
        return self._speech.ask(method, params, self._session)

    @property
    def trouble(self) -> list[str]:
        """What the page threw, logged as an error, or was refused by its content policy."""
        return self._speech.trouble(self._session)

    def resize(self, width: int, height: int, scale: float = 2.0) -> None:
        """Look like a phone of this size."""
        self.ask(
            "Emulation.setDeviceMetricsOverride",
            {"width": width, "height": height, "deviceScaleFactor": scale, "mobile": True},
        )

    def go(self, address: str) -> None:
        """Go to an address and wait until it is loaded."""
        self.ask("Page.navigate", {"url": address})
        self.until("document.readyState === 'complete'")

    def reload(self) -> None:
        """Load the page anew."""
        self.evaluate("window.before = true")
        self.ask("Page.reload")
        self.until("!window.before && document.readyState === 'complete'")

    def evaluate(self, script: str) -> Any:
        """Return what an expression comes to; a promise is waited for."""
        answer = self.ask(
            "Runtime.evaluate", {"expression": script, "awaitPromise": True, "returnByValue": True, "userGesture": True}
        )
        if "exceptionDetails" in answer:
            raise PageError(json.dumps(answer["exceptionDetails"], ensure_ascii=False)[:800])
        return answer["result"].get("value")

    def until(self, script: str, seconds: float = 20.0) -> Any:
        """Wait until an expression is true; the page's own troubles are told when it never is."""

        look = f"(() => {{ const found = ({script}); return found instanceof EventTarget ? true : found; }})()"

        def said() -> Any:
            try:
                return self.evaluate(look)
            except PageError as error:
                if "Cannot find context" in str(error) or "navigated" in str(error):
                    return None  # between two documents
                raise

        return wait_for(
            said, seconds, lambda: f"{script} never came true; trouble {self.trouble}; shown: {self.text()[:400]}"
        )

    def text(self) -> str:
        """Return the words on the screen."""
        return str(self.evaluate("document.body ? document.body.innerText : ''"))

    def tap(self, selector: str) -> None:
        """Tap the middle of the first element that fits, as a finger does; it must be there, seen and on top."""
        look = f"""(() => {{
          const found = document.querySelector({json.dumps(selector)});
          if (!found || found.disabled) return null;
          found.scrollIntoView({{block: 'center'}});
          const box = found.getBoundingClientRect();
          const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
          const top = document.elementFromPoint(x, y);
          return top && (found.contains(top) || top.contains(found)) ? [x, y] : null;
        }})()"""
        x, y = self.until(look)
        self.ask("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [{"x": x, "y": y}]})
        self.ask("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})

    def write(self, selector: str, words: str) -> None:
        """Type into a field."""
        self.until(f"document.querySelector({json.dumps(selector)})")
        self.evaluate(f"document.querySelector({json.dumps(selector)}).focus()")
        self.ask("Input.insertText", {"text": words})

    def files(self, selector: str, paths: Sequence[Path]) -> None:
        """Choose files for an input, as the camera or the gallery would."""
        root = self.ask("DOM.getDocument")["root"]["nodeId"]
        node = self.ask("DOM.querySelector", {"nodeId": root, "selector": selector})["nodeId"]
        self.ask("DOM.setFileInputFiles", {"nodeId": node, "files": [str(path) for path in paths]})

    def offline(self, off: bool) -> None:
        """Cut the network of this tab, or give it back."""
        self.ask(
            "Network.emulateNetworkConditions",
            {"offline": off, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1},
        )

    def place(self, lon: float, lat: float, accuracy_m: float = 8) -> None:
        """Stand somewhere."""
        self.ask("Emulation.setGeolocationOverride", {"longitude": lon, "latitude": lat, "accuracy": accuracy_m})

    def allow(self, origin: str, *what: str) -> None:
        """Give the page rights, as the person would when asked."""
        within = {"browserContextId": self._phone} if self._phone else {}
        self._speech.ask("Browser.grantPermissions", {"origin": origin, "permissions": list(what), **within})

    def choosing(self, on: bool) -> None:
        """Let file choosers be answered by `files` in place of a window."""
        self.ask("Page.setInterceptFileChooserDialog", {"enabled": on})

    def choosers(self) -> int:
        """Return how many file choosers the page has opened."""
        return self._speech.count(self._session, "Page.fileChooserOpened")

    def picture(self, path: Path) -> None:
        """Save what is seen."""
        shot = self.ask("Page.captureScreenshot", {"format": "png"})["data"]
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(base64.b64decode(shot))

    def front(self) -> None:
        """Be the tab that is looked at."""
        self.ask("Page.bringToFront")

    def close(self) -> None:
        """Close the tab."""
        self._speech.ask("Target.closeTarget", {"targetId": self._target})


class _Speech:
    """Question and answer over the browser's socket; events are kept by tab."""

    def __init__(self, address: str, sock: socket.socket | None = None) -> None:
        self._life = contextlib.ExitStack()
        self._socket: ClientConnection = self._life.enter_context(
            connect(address, sock=sock, max_size=None, open_timeout=START_S, ping_interval=None)
        )
        self._numbers = itertools.count(1)
        self._events: list[dict[str, Any]] = []

    def ask(self, method: str, params: Mapping[str, Any] | None = None, session: str = "") -> dict[str, Any]:
        number = next(self._numbers)
        said = {"id": number, "method": method, "params": dict(params or {})} | (
            {"sessionId": session} if session else {}
        )
        self._socket.send(json.dumps(said))
        deadline = time.monotonic() + ANSWER_S
        while True:
            heard = json.loads(self._socket.recv(max(0.0, deadline - time.monotonic())))
            if heard.get("id") == number:
                if "error" in heard:
                    raise PageError(f"{method}: {heard['error']['message']}")
                return heard["result"]
            if "method" in heard:
                self._events.append(heard)

    def count(self, session: str, method: str) -> int:
        return sum(event["method"] == method and event.get("sessionId") == session for event in self._events)

    def trouble(self, session: str) -> list[str]:
        found: list[str] = []
        for event in self._events:
            if event.get("sessionId") != session:
                continue
            told = event["params"]
            if event["method"] == "Runtime.exceptionThrown":
                details = told["exceptionDetails"]
                found.append(str(details.get("exception", {}).get("description", details["text"])))
            if event["method"] == "Log.entryAdded" and told["entry"]["level"] == "error":
                found.append(f"{told['entry']['source']}: {told['entry']['text']} {told['entry'].get('url', '')}")
        return found

    def close(self) -> None:
        self._life.close()


def wait_for(said: Callable[[], Any], seconds: float, why: Callable[[], str]) -> Any:
    """Return the first true answer; fail with a reason when there is none in time."""
    deadline = time.monotonic() + seconds
    while not (found := said()):
        if time.monotonic() > deadline:
            raise PageError(why())
        time.sleep(0.03)
    return found
