"""What is known of languages, whatever a library is about: which words are grammar, and how Chinese sounds.

The lists beside this file are made by `make words` from sources that their first lines name. What a word means to a
search is told by `content`: from 0, a word that is no thing at all, to 1, a word that names something.
"""

from bot.domain.language.content import LIGHT_UNSPACED, UNSPACED, content, is_ending, is_grammar, is_word
from bot.domain.language.homophones import Homophones
from bot.domain.language.lists import words
from bot.domain.language.spelling import Meant, meant

__all__ = [
    "LIGHT_UNSPACED",
    "UNSPACED",
    "Homophones",
    "Meant",
    "content",
    "is_ending",
    "is_grammar",
    "is_word",
    "meant",
    "words",
]
