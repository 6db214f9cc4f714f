"""What of a word is grammar: the endings of English and Korean words.

English is stemmed by the Snowball project's algorithm, in its C library; the same in pure Python loads the stemmers of
thirty languages and takes ten times as long for a word.
"""

from collections import defaultdict
from typing import Final

from Stemmer import Stemmer

_PARTICLES: Final = """
    은 는 이 가 을 를 의 에 도 만 와 과 로 랑 나 요 들 께 에서 에게 한테 으로 까지 부터 처럼 보다 이나 이랑
    에는 에도 에선 에서는 으로는 들은 들이 들을 들의 들에게 들에 들도
    냐 이냐 인데 인데요 이지 이죠 이니까 이라서 이래 이래요 이라는데 라는데 이라던데 라던데 이라며
    이라더라 이잖아 이잖아요 한테서 에게서 로서 로써 으로서 으로써 조차 마저 밖에 마다 이든지 든지 이며 이고 이네 이네요
    인거 인건 인건지 인지요 인가봐
    이란 란 이라는 라는 이라고 라고 이라면 라면 인가 인가요 인지 입니까 입니다 이에요 예요 이야 야
    하는 하다 하면 하나 하나요 하고 한 할 해 해요 했나 했나요 했다 했어 했는지 하는지 하는데 합니까
    합니다 하는가
    되는 되다 되면 되나 되나요 된 될 돼 돼요 됐나 됐나요 됐다 됐어 되는지 됩니까 됩니다
    된다 된다면 되었나 되었나요
    당하는 당하면 당한 당하나 당하나요 당할 당했나 당하다 시키는 시키나 시킨 시켰나
    받는 받나 받나요 받은 받을 받았나 에대해 에대한 관련 때문에 대한 대해
"""
"""Endings of Korean words that carry grammar, not matter."""


def _by_last_syllable() -> dict[str, list[str]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for particle in sorted(_PARTICLES.split(), key=lambda particle: (-len(particle), particle)):
        found[particle[-1]].append(particle)
    return dict(found)


_LONGEST_FIRST: Final = _by_last_syllable()
_ENGLISH: Final = Stemmer("english", 0)
"""It keeps no words: what was typed is remembered nowhere."""


def stem(word: str) -> str:
    """A folded English word without its ending: deport, deported and deportation are one; others stay as they are."""
    return _ENGLISH.stemWord(word) if word.isascii() and word.isalpha() else word


def without_particles(word: str, least: int = 2) -> str:
    """A Korean word without its grammatical endings; at least so many syllables are left."""
    while ending := _ending(word, len(word) - least):
        word = word[: -len(ending)]
    return word


def _ending(word: str, longest: int) -> str:
    particles = _LONGEST_FIRST.get(word[-1:], ())
    return next((each for each in particles if len(each) <= longest and word.endswith(each)), "")
