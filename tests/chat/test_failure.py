import logging

import pytest

from bot.chat.failure import log_failure, new_reference, trace

TYPED = "words a member typed"


def look_up(words: dict[str, str]) -> str:
    try:
        return words[TYPED]
    except KeyError as error:
        raise ValueError(f"cannot use {TYPED}") from error


def failing() -> Exception:
    with pytest.raises(ValueError, match="cannot use") as caught:
        look_up({})
    return caught.value


def test_the_trace_names_places_and_kinds_but_never_the_message() -> None:
    lines = trace(failing())
    assert "builtins.KeyError" in lines
    assert "builtins.ValueError" in lines
    assert "test_failure.py" in lines
    assert TYPED not in lines


def test_the_log_has_the_reference_that_the_asker_is_told(caplog: pytest.LogCaptureFixture) -> None:
    reference = log_failure(failing())
    [record] = caplog.records
    assert record.levelno == logging.ERROR
    assert reference
    assert reference in record.getMessage()
    assert TYPED not in caplog.text


def test_references_differ() -> None:
    assert len({new_reference() for _ in range(100)}) == 100


def test_an_error_that_goes_round_in_a_circle_is_traced_once() -> None:
    one, other = ValueError(), KeyError()
    one.__context__, other.__context__ = other, one
    assert trace(one).count("ValueError") == 1
