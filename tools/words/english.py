"""The grammar of English, its words of asking and chat, and its commonest words, the commonest first."""

import gzip
import json
import math
from collections import defaultdict
from typing import Final

from tools.words.sources import source

HEAD: Final = """\
English. `grammar` is no thing; `light` is hardly one: common verbs, adverbs and adjectives; `common` are other words; `short` tells
what is short for what.
Sources: the lexicon of Brill's tagger as textblob 0.20.1 has it (MIT; tweets by Gimpel and others, CC BY 3.0) for what
kind of word each is, and the word frequencies of spacy-lookups-data 1.0.5 (MIT) for how common it is."""

COMMON: Final = 8_000
LIGHT: Final = 2_500
GRAMMAR: Final = 3_000
"""Only so many of the commonest words are common, light or grammar."""
ALWAYS: Final = 5_000
"""So many are words though the lexicon has them not."""

_GRAMMAR_TAGS: Final = frozenset("IN DT PDT PRP PRP$ MD CC WRB WDT WP WP$ EX TO UH POS RP RB RBR RBS".split())
_LIGHT_TAGS: Final = frozenset("VB VBP VBZ VBD VBN VBG RB IN UH".split())
_NO_GRAMMAR: Final = frozenset(
    "us near inside outside above below north south east west back home abroad up down against without without legally illegally forcibly forward "
    "o en fast minus worth amp w u upon overseas straight online offline outside inside hitler".split()
)
"""Words that mostly mean something though they are tagged as grammar, or are short for something."""
_GRAMMAR: Final = """
    be am is are was were been being have has had having do does did done doing go goes going went gone get gets got
    getting gotten let lets make makes made making take takes took taken taking come comes came coming give gives gave
    given giving put puts want wants wanted wanna gonna gotta need needs needed know knows knew known knowing think
    thinks thought thinking say tell tells telling told explain explains explaining explained show shows find finding
    look looks looking see seeing seen ask asks asked asking wonder wonders wondering wondered curious understand
    mean means guess suppose please pls plz thanks thank thx hey hi hello ok okay so well yeah yep nope lol omg btw
    idk tbh imo imho tho thing things stuff kind sort lot lots bit way ways one ones someone somebody anyone anybody
    everyone everybody nobody something anything everything nothing somewhere anywhere guy guys dude folks people
    person question questions answer answers help real quick quickly basically literally honestly seriously damn heck
    hell sure sorry good great im ive ill id youre youve youll hes shes theyre theyve theyll weve isnt arent wasnt
    werent dont doesnt didnt cant couldnt shouldnt wouldnt wont havent hasnt hadnt aint mustnt thats theres whats
    whos hows wheres whens whys ur lil kinda sorta dunno lemme gimme cuz cause bout rn asap fyi
    n u r w y abt ppl
    s t nt ll ve re d m don doesn didn isn aren wasn weren couldn shouldn wouldn hasn haven hadn ain
""".split()
"""Verbs that help others, words of chat, and what stands for somebody or something."""

_SHORT: Final[list[str]] = [
    *"""
    gov=government govt=government gvt=government intl=international natl=national dept=department org=organization
    orgs=organizations info=information y=why wat=what wut=what wht=what whr=where hw=how b4=before thru=through def=definition
    defn=definition btwn=between diff=difference pic=picture doc=document docs=documents yr=year yrs=years num=number
    msg=message prob=problem pres=president
""".split()
]
"""What is short for a word."""


def words() -> dict[str, list[str]]:
    """The three lists, each word once."""
    tags = _tags()
    ordered = [word for word in _by_frequency() if len(word) > 1 or word in _GRAMMAR]
    grammar = [
        word
        for word in ordered[:GRAMMAR]
        if (tags.get(word) in _GRAMMAR_TAGS or word in _GRAMMAR) and word not in _NO_GRAMMAR
    ]
    grammar += [word for word in _GRAMMAR if word not in set(grammar)]
    known = set(grammar)
    light = [word for word in ordered[:LIGHT] if tags.get(word) in _LIGHT_TAGS and word not in known | _NO_GRAMMAR]
    known.update(light)
    often = set(ordered[:ALWAYS])
    common = [word for word in ordered if word in tags or word in often]
    return {
        "grammar": grammar,
        "light": light,
        "common": [word for word in common[:COMMON] if word not in known],
        "short": _SHORT,
    }


def _tags() -> dict[str, str]:
    """For each word what kind it mostly is; the first of those written with and without a capital."""
    lines = source("textblob/en/en-lexicon.txt").read_text(encoding="utf-8").splitlines()
    tags = dict(line.split() for line in lines if line.count(" ") == 1 and not line.startswith(";;;"))
    return {word.lower(): tag for word, tag in tags.items() if word.isalpha()} | {
        word: tag for word, tag in tags.items() if word.islower()
    }


def _by_frequency() -> list[str]:
    with gzip.open(source("spacy_lookups_data/data/en_lexeme_prob.json.gz")) as file:
        logarithms: dict[str, float] = json.load(file)
    often: defaultdict[str, float] = defaultdict(float)
    for word, logarithm in logarithms.items():
        if word.isascii() and word.isalpha():
            often[word.lower()] += math.exp(logarithm)
    return sorted(often, key=lambda word: (-often[word], word))
