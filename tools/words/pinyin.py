"""How Chinese characters sound, without tones."""

import json
import unicodedata
from collections import defaultdict
from typing import Final

from bot.domain.text.folding import NAMES
from tools.words.sources import source

HEAD: Final = """\
How the simplified Chinese characters of GB 2312 sound, without tones: a syllable, and the characters whose first
reading it is. Source: pinyin-data, from Unihan and others, as pypinyin 0.55.0 has it (MIT)."""


def words() -> dict[str, list[str]]:
    """For each syllable its characters."""
    readings: dict[str, str] = json.loads(source("pypinyin/pinyin_dict.json").read_text(encoding="utf-8"))
    found: defaultdict[str, list[str]] = defaultdict(list)
    for code, told in readings.items():
        character = chr(int(code))
        if _is_common(character) and NAMES(character) == character:
            found[_without_tone(told.partition(",")[0])].append(character)
    return {syllable: ["".join(sorted(found[syllable]))] for syllable in sorted(found)}


def _is_common(character: str) -> bool:
    try:
        return bool(character.encode("gb2312"))
    except UnicodeEncodeError:
        return False


def _without_tone(syllable: str) -> str:
    plain = unicodedata.normalize("NFD", syllable)
    return "".join(letter for letter in plain if "a" <= letter <= "z")
