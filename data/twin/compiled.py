"""The one place that knows numba: how our loops are compiled, and that nothing is compiled before it is needed."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar, cast

import numba.extending  # pyright: ignore[reportMissingTypeStubs]

_LOOPS = ("compiled.py", "kernel.py", "sweep.py", "exchange.py", "advance.py")


def _cache_folder() -> str:
    """Where machine code is kept: under NUMBA_CACHE_DIR or beside the modules, in a folder named by their content.

    numba looks at the file of a function alone, not at those of the functions it calls: without the name, machine code
    of an older version would be used after an update.
    """
    here = Path(__file__).parent
    content = hashlib.sha256(b"".join((here / name).read_bytes() for name in _LOOPS if (here / name).is_file()))
    return str(Path(os.environ.get("NUMBA_CACHE_DIR") or here / "__pycache__") / f"twin-{content.hexdigest()[:12]}")


numba.config.CACHE_DIR = _cache_folder()  # pyright: ignore

# OpenMP where there is one: its threads meet within microseconds. The plain layer is on every machine, and slower.
numba.config.THREADING_LAYER_PRIORITY = ["omp", "tbb", "workqueue"]  # pyright: ignore
_SPINS = "20000"
"""Turns a waiting thread makes before it sleeps (some 20 µs): longer, and it would eat a busy computer's other core."""

Function = TypeVar("Function", bound=Callable[..., Any])

# Neither re-association nor contraction: flips and transposes of a terrain stay equal to the last bit, and a computer
# with fused multiply-add gives what one without gives. Contraction is worth 5 % and costs u² + v² its symmetry.
_LEAVE = {"nnan", "ninf", "nsz"}


def compiled(*, parallel: bool = False, inline: bool = False) -> Callable[[Function], Function]:
    """Compile a function at its first call, keep the machine code on disk, and let go of the interpreter lock.

    `inline`: put it into its caller. A call hands over each array's seven fields, which costs as much as short loops.
    """
    jit = cast("Callable[..., Callable[[Function], Function]]", numba.njit)  # pyright: ignore[reportUnknownMemberType]
    where = "always" if inline else "never"
    return jit(cache=True, nogil=True, error_model="numpy", fastmath=_LEAVE, parallel=parallel, inline=where)


prange = cast("Callable[[int], range]", numba.prange)


def use_threads(count: int) -> int:
    """Set how many threads parallel loops of this process use; return what the machine allows."""
    if count <= 1:
        return 1
    os.environ.setdefault("GOMP_SPINCOUNT", _SPINS)  # read when the first parallel loop starts
    allowed = min(count, int(numba.config.NUMBA_NUM_THREADS))  # pyright: ignore
    cast("Callable[[int], None]", numba.set_num_threads)(allowed)  # pyright: ignore[reportUnknownMemberType]
    return allowed


def _bitcast(source: Any, target: Any) -> Any:
    """An intrinsic that reads the bits of a number as another type of the same size."""

    @cast("Callable[[Any], Any]", numba.extending.intrinsic)  # pyright: ignore
    def read(typing: Any, value: Any) -> Any:  # noqa: ARG001 - the shape numba asks for
        def generate(context: Any, builder: Any, _signature: Any, given: Any) -> Any:
            return builder.bitcast(given[0], context.get_value_type(target))

        return target(source), generate

    return read


bits_of_float: Callable[[Any], Any] = _bitcast(numba.types.float32, numba.types.int32)  # pyright: ignore
float_of_bits: Callable[[Any], Any] = _bitcast(numba.types.int32, numba.types.float32)  # pyright: ignore
