"""Wrong characters of a pinyin keyboard: a question with one Han character for another that sounds the same."""

import random
from bisect import bisect
from collections.abc import Iterator
from typing import Final

_SLIPS: Final = 4
"""How many of each question are made."""
_FIRST: Final = (
    "啊埃鞍肮凹芭白斑邦苞杯奔崩逼鞭标鳖彬兵玻捕擦猜餐苍操厕层插拆搀昌超车郴撑吃充抽初揣川疮吹春戳疵聪凑粗蹿"
    "摧村磋搭呆耽当刀德蹬堤颠碉跌丁丢东兜督端堆墩掇蛾恩而发藩坊菲芬丰佛否夫噶该干冈篙哥给根耕工钩辜刮乖棺光"
    "瑰辊锅哈骸酣夯壕呵嘿痕哼轰喉呼花槐欢荒灰荤豁击嘉歼僵蕉揭巾荆炯揪鞠捐撅均喀开刊康考坷肯坑空抠枯夸块宽匡"
    "亏坤括垃莱蓝琅捞勒雷棱厘俩联粮撩列琳玲溜龙楼芦驴峦掠抡萝妈埋瞒芒猫么玫门萌眯棉苗蔑民明谬摸谋拇拿氖南囊"
    "挠呢馁嫩能妮蔫娘鸟捏您柠牛脓奴女暖虐挪哦欧啪拍攀乓抛呸喷砰坯篇飘撇拼乒坡扑期掐牵枪橇切钦青琼秋趋圈缺裙"
    "然瓤饶惹壬扔日戎揉茹软蕊闰若撒腮三桑搔瑟森僧莎筛珊墒梢奢砷声师收蔬刷摔栓霜谁吮说斯松搜苏酸虽孙蓑塌胎坍"
    "汤掏特藤梯天挑贴厅通偷凸湍推吞拖挖歪豌汪威瘟嗡挝巫昔瞎掀相萧楔薪星兄休墟轩靴勋压焉殃邀椰一茵英哟拥幽迂"
    "鸳曰耘匝栽咱赃遭责贼怎增扎摘瞻樟招遮珍蒸芝中舟珠抓拽专桩椎谆捉兹鬃邹租钻嘴尊昨"
)
"""The first level of GB 2312 has 3,755 common characters in the order of their sounds: the first of each sound."""


def homophones(text: str) -> Iterator[str]:
    """The question with one character for another of the same sound, several times; the tone may be another."""
    chance = random.Random(text)  # noqa: S311 - questions, not secrets
    places = [(place, others) for place, character in enumerate(text) if (others := same_sound(character))]
    for _ in range(_SLIPS if places else 0):
        place, others = chance.choice(places)
        yield text[:place] + chance.choice(others) + text[place + 1 :]


def same_sound(character: str) -> str:
    """The other common characters that are typed with the same letters; none for what is no common character."""
    position = _COMMON.find(character)
    if position < 0:
        return ""
    sound = bisect(_STARTS, position)
    return _COMMON[_STARTS[sound - 1] : [*_STARTS, len(_COMMON)][sound]].replace(character, "")


def _level() -> str:
    """Rows 16 to 55 of the table, less the five empty places at its end."""
    places = (bytes((row, column)) for row in range(0xB0, 0xD8) for column in range(0xA1, 0xFF))
    return "".join(place.decode("gb2312", errors="ignore") for place in places)


_COMMON: Final = _level()
_STARTS: Final = [_COMMON.index(character) for character in _FIRST]
