"""Monitors that can be plugged in and out of a virtual X server: RandR knows them as it knows real ones.

Needs libX11 and libXrandr, which Qt's own plug-in for X stands on. There is no cable, but Qt gets the same events.
"""

from __future__ import annotations

import ctypes

X, RANDR = "libX11.so.6", "libXrandr.so.2"


class _Monitor(ctypes.Structure):
    _fields_ = (
        ("name", ctypes.c_ulong), ("primary", ctypes.c_int), ("automatic", ctypes.c_int), ("outputs", ctypes.c_int),
        ("x", ctypes.c_int), ("y", ctypes.c_int), ("width", ctypes.c_int), ("height", ctypes.c_int),
        ("width_mm", ctypes.c_int), ("height_mm", ctypes.c_int), ("output_ids", ctypes.POINTER(ctypes.c_ulong)),
    )  # fmt: skip


class _Resources(ctypes.Structure):
    _fields_ = (
        ("at", ctypes.c_ulong), ("configured_at", ctypes.c_ulong), ("crtcs", ctypes.c_int),
        ("crtc_ids", ctypes.POINTER(ctypes.c_ulong)), ("outputs", ctypes.c_int),
        ("output_ids", ctypes.POINTER(ctypes.c_ulong)),
    )  # fmt: skip


class Monitors:
    """A desk's monitor at the left, which has the server's only output, and a wall's at its right."""

    def __init__(self, display: str) -> None:
        """Make both."""
        x, randr = ctypes.CDLL(X), ctypes.CDLL(RANDR)
        x.XOpenDisplay.restype = ctypes.c_void_p
        x.XDefaultRootWindow.argtypes, x.XDefaultRootWindow.restype = [ctypes.c_void_p], ctypes.c_ulong
        x.XInternAtom.argtypes = [ctypes.c_void_p, ctypes.c_char_p, ctypes.c_int]
        x.XInternAtom.restype = ctypes.c_ulong
        x.XSync.argtypes = [ctypes.c_void_p, ctypes.c_int]
        randr.XRRGetScreenResources.argtypes = [ctypes.c_void_p, ctypes.c_ulong]
        randr.XRRGetScreenResources.restype = ctypes.POINTER(_Resources)
        randr.XRRSetMonitor.argtypes = [ctypes.c_void_p, ctypes.c_ulong, ctypes.POINTER(_Monitor)]
        randr.XRRDeleteMonitor.argtypes = [ctypes.c_void_p, ctypes.c_ulong, ctypes.c_ulong]
        self._x, self._randr = x, randr
        self._display = x.XOpenDisplay(display.encode())
        self._root = x.XDefaultRootWindow(self._display)
        found = randr.XRRGetScreenResources(self._display, self._root).contents
        only = (ctypes.c_ulong * 1)(found.output_ids[0])
        self._set(_Monitor(self._atom("desk"), 1, 0, 1, 0, 0, 1920, 1080, 530, 300, only))
        self.plug(True)

    def plug(self, there: bool) -> None:
        """Plug the wall's monitor in or out."""
        if there:
            self._set(_Monitor(self._atom("wall"), 0, 0, 0, 1920, 0, 1920, 1080, 1430, 800, None))
        else:
            self._randr.XRRDeleteMonitor(self._display, self._root, self._atom("wall"))
            self._x.XSync(self._display, 0)

    def _atom(self, name: str) -> int:
        return int(self._x.XInternAtom(self._display, name.encode(), 0))

    def _set(self, monitor: _Monitor) -> None:
        self._randr.XRRSetMonitor(self._display, self._root, ctypes.byref(monitor))
        self._x.XSync(self._display, 0)
