"""Slips of the keys: which letters fingers take for one another, and what becomes of words without one of theirs."""

from typing import Final

_ROWS: Final = (
    *(("qwertyuiop", 0.0), ("asdfghjkl", 0.25), ("zxcvbnm", 0.75)),
    *(
        ("ㅂㅈㄷㄱㅅㅛㅕㅑㅐㅔ", 0.0),
        ("ㅃㅉㄸㄲㅆㅛㅕㅑㅒㅖ", 0.0),
        ("ㅁㄴㅇㄹㅎㅗㅓㅏㅣ", 0.25),
        ("ㅋㅌㅊㅍㅠㅜㅡ", 0.75),
    ),
)
_KEYS: Final = {letter: (shift, place + shift) for keys, shift in _ROWS for place, letter in enumerate(keys)}
"""Each letter with what tells its row, and its place from the left."""
_NEXT_ROW: Final = 0.5
_SAME_SOUND: Final = ("ㅂㅍ", "ㄱㄲㅋ", "ㄷㅅㅆㅈㅊㅌㅎ", "ㅐㅔㅒㅖ")
"""Letters of Hangul that sound alike, the consonants at the end of a syllable."""


def are_alike(one: str, other: str) -> bool:
    """Whether two letters of Hangul are the same or sound alike."""
    return one == other or any(one in alike and other in alike for alike in _SAME_SOUND)


def are_beside(one: str, other: str) -> bool:
    """Whether two keys touch or are the same, or two letters of Hangul sound alike."""
    if are_alike(one, other):
        return True
    if one not in _KEYS or other not in _KEYS or one.isascii() != other.isascii():
        return False
    (row, place), (other_row, other_place) = _KEYS[one], _KEYS[other]
    return abs(row - other_row) <= _NEXT_ROW and abs(place - other_place) <= 1


def shortened(word: str) -> set[str]:
    """The word, and the word with each one of its letters left out: by these, words are found that are a slip away."""
    return {word, *(word[:place] + word[place + 1 :] for place in range(len(word)))}
