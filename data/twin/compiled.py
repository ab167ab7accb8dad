"""The one place that knows numba: how our loops are compiled, and that nothing is compiled before it is needed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar, cast

import numba.extending  # pyright: ignore[reportMissingTypeStubs]

# The plainest of the thread layers: there on every machine, and its threads sleep instead of spinning while they wait,
# which leaves the desk its share of a small computer. It allows one caller at a time: a run has a process of its own.
numba.config.THREADING_LAYER = "workqueue"  # pyright: ignore

Function = TypeVar("Function", bound=Callable[..., Any])

# Neither re-association nor contraction: flips and transposes of a terrain stay equal to the last bit.
_LEAVE = {"nnan", "ninf", "nsz"}


def compiled(*, parallel: bool = False) -> Callable[[Function], Function]:
    """Compile a function at its first call, keep the machine code on disk, and let go of the interpreter lock."""
    jit = cast("Callable[..., Callable[[Function], Function]]", numba.njit)  # pyright: ignore[reportUnknownMemberType]
    return jit(cache=True, nogil=True, error_model="numpy", fastmath=_LEAVE, parallel=parallel)


prange = cast("Callable[[int], range]", numba.prange)


def use_threads(count: int) -> int:
    """Set how many threads parallel loops of this process use; return what the machine allows."""
    allowed = max(1, min(count, int(numba.config.NUMBA_NUM_THREADS)))  # pyright: ignore
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
