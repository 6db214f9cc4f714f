"""In which language somebody asks, as far as the script they write in tells."""

import re

_BY_SCRIPT = {
    "ja": re.compile(r"[\u3041-\u30ff\uff66-\uff9d]"),
    "ko": re.compile(r"[\u1100-\u11ff\u3131-\u318e\uac00-\ud7a3]"),
    "zh": re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]"),
}
"""Kana, then Hangul, then Han: Japanese and Korean may have Han characters, and Chinese has nothing else."""


def language_written(text: str) -> str:
    """`ja`, `ko` or `zh`; empty where the script does not tell, as of Latin letters."""
    return next((language for language, script in _BY_SCRIPT.items() if script.search(text)), "")
