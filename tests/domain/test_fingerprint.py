"""Fingerprints of texts."""

import subprocess
import sys

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.fingerprint import fingerprint


@given(st.text(), st.text())
def test_a_fingerprint_is_the_same_for_the_same_text_alone(one: str, other: str) -> None:
    assert (fingerprint(one) == fingerprint(other)) == (one == other)


def test_half_a_character_has_one_too() -> None:
    assert fingerprint("\ud800") != fingerprint("\udfff")


def test_another_process_makes_others() -> None:
    made = "from bot.domain.fingerprint import fingerprint; print(fingerprint('what did they say').hex())"
    there = subprocess.run([sys.executable, "-c", made], capture_output=True, text=True, check=True)  # noqa: S603 - our own words
    assert there.stdout.strip() != fingerprint("what did they say").hex()
