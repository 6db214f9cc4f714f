"""Python's collector of cycles, and when it need not work."""

import gc
from collections.abc import Generator
from contextlib import contextmanager


@contextmanager
def collector_at_rest(*, stays: bool = False) -> Generator[None]:
    """Keep the collector still while much is made.

    It would look again and again through all that there is, and find nothing: in a large library a third of the time
    that loading takes. Memory that nobody refers to is given back all the same, but for cycles.

    Args:
        stays: what is made is kept for long, and the collector is never to look through it again: with a large library
            an answer would wait for that a second or two. It must be free of cycles, or it would never be given back.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if stays:
            gc.freeze()
        if was_enabled:
            gc.enable()
