"""Python's collector of cycles, and when it need not work."""

import gc
from collections.abc import Generator
from contextlib import contextmanager


@contextmanager
def collector_at_rest() -> Generator[None]:
    """Keep the collector still while much is made that stays.

    It looks again and again through all that there is, and finds nothing: in a large library a third of the time that
    loading takes. Memory that nobody refers to is given back all the same, but for cycles, of which there are few.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()
