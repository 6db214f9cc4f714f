"""The grammar of Japanese that is written with Han characters; hiragana is grammar without a list."""

from typing import Final

from bot.domain.text.folding import SEARCHED
from tools.words.mecab import Word
from tools.words.mecab import words as of_dictionary
from tools.words.sources import source

HEAD: Final = """\
Japanese, written with Han characters in their simplified forms. `grammar` is no thing.
Source: IPAdic 2.7.0 as ipadic 1.0.0 has it (Copyright 2000-2003 Nara Institute of Science and Technology. All Rights
Reserved. Use, reproduction, and distribution of this software is permitted, in its original form or modified; NAIST
disclaims all warranties with regard to this software, including all implied warranties of merchantability and fitness,
and is not liable for any damages. A large portion originates from ICOT Free Software, which comes with no warranty)."""

_KINDS: Final = frozenset(("連体詞", "接続詞", "感動詞", "フィラー"))
_COMMON: Final = 4500
_OF_ADVERBS: Final = 3800
_HELPING: Final = frozenset(
    "言う 云う 教える 知る 思う 聞く 訊く 分かる 判る 見る 来る 行く 居る 有る 無い 無い 為る 成る 出来る 下さる 頂く 致す 申す 参る 貰う "
    "欲しい 良い 願う 考える 調べる 説明する 尋ねる 伺う 違う 使う 持つ 始める 始まる 続く 続ける 置く 付く 付ける".split()
)
"""Verbs that help others, or tell that somebody asks."""
_GRAMMAR: Final = """
    何 何が 何を 何か 何の 何で 何ですか 誰 誰か 今 今は 中で 私 僕 俺 君 彼 彼女 彼ら 皆 皆さん 方法 一体 実際 本当
    本当に 結局 多分 全然 最近 具体的 簡単 簡単に 詳しく 教えて 教えてください 知りたい 知ってる 知っていますか 説明 説明して 質問 質問です
    意味 場合 人々 人たち 誰が 誰を 何者 何故 何時 何処 大体 普通 普段 特に 例えば 関して 対して 関する 対する 関係
    気になる 気になって 疑問 理解 情報 状況 状態 問題 的に
""".split()
_NO_GRAMMAR: Final = frozenset("中国 各国 米国 我が国".split())


def words() -> dict[str, list[str]]:
    """The list."""
    listed = [word for word in of_dictionary(source("ipadic/dicdir/sys.dic")) if _has_han(word.text)]
    told = {SEARCHED(word.text) for word in listed if _is_grammar(word)} - {SEARCHED(each) for each in _NO_GRAMMAR}
    return {"grammar": sorted(told | {SEARCHED(word) for word in _GRAMMAR})}


def _has_han(text: str) -> bool:
    return len(text) > 1 and any("\u4e00" <= letter <= "\u9fff" for letter in text)


def _is_grammar(word: Word) -> bool:
    kind, finer, *_ = word.features
    if kind in _KINDS or (kind == "名詞" and finer in {"代名詞", "接続詞的"}):
        return word.cost < _COMMON
    if kind == "副詞":
        return word.cost < _OF_ADVERBS
    return kind in {"動詞", "形容詞"} and word.features[6] in _HELPING and "\u3041" <= word.text[-1] <= "\u3096"
