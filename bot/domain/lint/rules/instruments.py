"""Law: stored texts are locked, dates are in order, and a wording compared with an article is a wording of that one."""

import re
from collections.abc import Iterator

from bot.domain.law import Instrument
from bot.domain.library import Provision
from bot.domain.lint.survey import Survey
from bot.domain.model import Evidence
from bot.domain.problem import Finding, Spot
from bot.domain.text.words import words

_YEAR = re.compile(r"(?<!\d)(?:1[89]|20)\d\d(?!\d)")
_SHARED = 0.4
"""How many of the words that are compared with an article stand in it, at the least."""


def unlocked_articles(survey: Survey) -> Iterator[Finding]:
    """Articles whose stored text is not the one whose digest was written down when it was compared."""
    for instrument in survey.library.instruments.values():
        for place, article in enumerate(instrument.articles):
            if article.paragraphs and article.sha256 != article.digest:
                if article.sha256 is None:
                    spot, what = ("articles", place), f"the text of Article {article.number} is not locked"
                else:
                    spot = ("articles", place, "sha256")
                    what = f"the text of Article {article.number} is not the one that was locked"
                mend = f"compare it with the official text, word for word, then write sha256: {article.digest}"
                yield Finding(Spot("instrument", instrument.id, spot), what, mend)


def disordered_dates(survey: Survey) -> Iterator[Finding]:
    """Instruments in force before they were adopted, states bound before that, and states bound without a source."""
    for instrument in survey.library.instruments.values():
        if instrument.adopted and instrument.in_force and instrument.in_force < instrument.adopted:
            what = f"it is in force from {instrument.in_force}, before its adoption on {instrument.adopted}"
            yield Finding(Spot("instrument", instrument.id, ("in_force",)), what, "correct one of the two dates")
        yield from _of_parties(instrument)


def misdated_names(survey: Survey) -> Iterator[Finding]:
    """Names of an instrument with another year in them than that of its adoption."""
    for instrument in survey.library.instruments.values():
        named = [("title", instrument.title), ("short", instrument.short)]
        spots = [((field,), name) for field, name in named]
        spots += [(("names", place), name) for place, name in enumerate(instrument.names)]
        for path, name in spots:
            for year in _YEAR.findall(name):
                if instrument.adopted and int(year) != instrument.adopted.year:
                    what = f"'{name}' has the year {year}, and the adoption is of {instrument.adopted.year}"
                    spot = Spot("instrument", instrument.id, path)
                    yield Finding(spot, what, "correct it; what people also type belongs under aliases")


def _of_parties(instrument: Instrument) -> Iterator[Finding]:
    for place, party in enumerate(instrument.parties):
        spot = Spot("instrument", instrument.id, ("parties", place, "bound_since"))
        if party.bound_since is None:
            continue
        if instrument.adopted and party.bound_since < instrument.adopted:
            what = f"{party.state} is bound since {party.bound_since}, before the adoption on {instrument.adopted}"
            yield Finding(spot, what, "correct one of the two dates")
        if party.source is None:
            what = f"{party.state} is bound since {party.bound_since}, and no source says so"
            yield Finding(spot, what, "name the source, or leave the date out: it is then shown as not verified")


def mistaken_comparisons(survey: Survey) -> Iterator[Finding]:
    """Evidence compared with an article with which it shares few words, or fewer than with another."""
    for evidence in survey.library.evidence.values():
        compared = evidence.compares
        if compared is None or compared not in survey.library.provisions:
            continue
        shares = {key: _share(evidence, provision) for key, provision in survey.library.provisions.items()}
        best = max(shares, key=lambda key: shares[key])
        if shares[compared] < _SHARED:
            what = f"only {shares[compared]:.0%} of these words stand in '{compared}'"
        elif shares[compared] < shares[best]:
            what = f"these words are nearer to '{best}' than to '{compared}'"
        else:
            continue
        mend = f"did you mean '{best}'?" if best != compared else "remove compares:, it words something else"
        yield Finding(Spot("evidence", evidence.id, ("compares",)), what, mend)


def _share(evidence: Evidence, provision: Provision) -> float:
    """How many of the words of the evidence stand in the article, from 0 to 1."""
    there = {word.plain for paragraph in provision.article.paragraphs for word in words(paragraph.text)}
    own = [word.plain for passage in evidence.passages for word in words(passage.words)]
    return sum(word in there for word in own) / max(len(own), 1)
