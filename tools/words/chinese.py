"""The grammar of Chinese, and its common verbs, adverbs and adjectives."""

import json
from typing import Final

from bot.domain.text.folding import SEARCHED
from tools.words.sources import source

HEAD: Final = """\
Chinese. `grammar` is no thing; `light` is hardly one: common verbs, adverbs and adjectives of two characters;
`common` are other words of two characters;
`single` are characters that are hardly a thing by themselves.
Sources: the dictionary of jieba 0.42.1 (MIT) for what kind of word each is and how common, and the stop words of
stopwords-iso as stopwordsiso 0.7.1 has them (MIT)."""

_GRAMMAR_TAGS: Final = frozenset("c p r y u uj ul uz uv ud ug e df rr rz".split())
_LIGHT_TAGS: Final = frozenset("v d a ad t m r zg z b f s vd i l".split())
_SINGLE_TAGS: Final = frozenset("c p r y u d df f q m k o e".split())
_SINGLE: Final = frozenset("到指说讲问做想看去来会能要给让叫用找对件位次算当像跟懂聊搞弄就而其之某该若则即将才")
"""Characters of common verbs, of which others begin many words."""
COMMON: Final = 4_000
_OFTEN: Final = 400
_COMMON: Final = 600
_ONE: Final = frozenset("的了吗呢吧啊呀嘛么哦噢喔嗯呗啦哇诶着是在被把和与或及但也都还又很这那哪我你他她它们您谁啥咋")
"""Of single characters only those that begin or end few other words."""
_NO_GRAMMAR: Final = frozenset(
    "就地 我国 各国 本国 全国 本报 本报讯 各地 国 自己 首先 分别 共同 反对 长期 真正 特别 必须 公开 直接 完全 自我 根据 依据 "
    "自身 自治 我省 本市 为止 可怕 及时 正式 普遍 严格".split()
)
_GRAMMAR: Final = """
    这件事 那件事 这事 那事 这件 那件 件事 有啥 啥是 指的是 请问 问一下 想问 想问一下 想知道 我想 我想知道 想了解 了解一下 请教 求问 求助 问问 有人知道 有没有人 知道吗 谁知道 告诉
    告诉我 跟我说 说说 讲讲 讲一下 说一下 介绍 介绍一下 解释 解释一下 科普 科普一下 帮我 麻烦 麻烦问 谢谢 多谢 大家 大家好
    你好 您好 各位 大佬 是不是 有没有 能不能 会不会 可不可以 要不要 算不算 对不对 行不行 好不好 该不该 是否 能否 可否 到底
    究竟 真的 真的吗 怎么 怎么样 怎样 怎么办 怎么回事 咋回事 咋样 怎么会 怎么了 怎么说 为什么 为什么要 为什么会 为何 为啥 凭什么
    干嘛 干什么 什么 什么样 什么是 是什么 是啥 什么意思 哪些 哪个 哪里 哪儿 哪种 多少 几个 多大 多久 什么时候 啥时候 谁 谁的
    这个 那个 这些 那些 这样 那样 这种 那种 这么 那么 这里 那里 一下 一个 一些 一点 有点 有些 可以 可能 应该 需要 能 会 要 想
    让 给 没有 不是 没 有 还是 或者 因为 所以 但是 如果 的话 关于 对于 至于 现在 目前 以后 之后 以前 之前 其实 还有 已经 一直
    吗 呢 嘛 啊 呀 吧 呗 哈 哈哈 啦 咯 哎 喂 嗨 东西 事情 问题 情况 有关 相关 知道 觉得 认为 听说 据说 看到 说的 所谓
""".split()


def words() -> dict[str, list[str]]:
    """The two lists."""
    grammar, light, single, common = set[str](), set[str](), set[str](), dict[str, int]()
    for line in source("jieba/dict.txt").read_text(encoding="utf-8").splitlines():
        word, often, tag = line.split()
        if tag in _GRAMMAR_TAGS and int(often) > _OFTEN and (len(word) > 1 or word in _ONE):
            grammar.add(word)
        elif tag in _LIGHT_TAGS and int(often) > _COMMON and len(word) == 2:  # noqa: PLR2004 - pairs are compared
            light.add(word)
        elif tag in _SINGLE_TAGS and int(often) > _OFTEN and len(word) == 1:
            single.add(word)
        elif len(word) == 2:  # noqa: PLR2004 - pairs are compared
            common[SEARCHED(word)] = int(often)
    path = source("stopwordsiso/stopwords-iso.json")
    listed: list[str] = json.loads(path.read_text(encoding="utf-8"))["zh"]
    grammar |= {word for word in listed if len(word) > 1 and word.isalpha() and not word.isascii()}
    grammar |= {*_GRAMMAR, *_ONE}
    told = {SEARCHED(word) for word in grammar if word not in _NO_GRAMMAR}
    lighter = {SEARCHED(word) for word in light} - told
    often = sorted(common.keys() - told - lighter, key=lambda word: (-common[word], word))
    return {
        "grammar": sorted(told),
        "light": sorted(lighter),
        "common": sorted(often[:COMMON]),
        "single": ["".join(sorted({SEARCHED(word) for word in single | _SINGLE} - told))],
    }
