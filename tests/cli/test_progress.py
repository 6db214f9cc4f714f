import io

from bot.cli.progress import EVERY, PATIENCE, Progress


class Terminal(io.StringIO):
    """What a person looks at."""

    def isatty(self) -> bool:
        return True


class Clock:
    now = 100.0

    def __call__(self) -> float:
        return self.now


def said(stream: io.StringIO, *moments: float) -> str:
    """What stands on a stream after work that tells of itself at these moments, in seconds from its beginning."""
    clock = Clock()
    with Progress(stream, clock) as progress:
        for moment in moments:
            clock.now = 100.0 + moment
            progress(f"step at {moment:g}")
    return stream.getvalue()


def test_what_takes_no_second_says_nothing() -> None:
    assert said(Terminal(), 0, PATIENCE / 2) == ""


def test_what_takes_longer_says_what_it_does_and_leaves_nothing_behind() -> None:
    shown = said(Terminal(), 0, PATIENCE, PATIENCE + EVERY / 2, PATIENCE + EVERY)
    assert "step at 1 …" in shown
    assert "step at 1.1 …" not in shown
    assert "step at 1.2 …" in shown
    assert shown.endswith("\r\x1b[K")


def test_a_file_gets_nothing() -> None:
    assert said(io.StringIO(), 0, 10, 20) == ""
