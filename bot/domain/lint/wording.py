"""Wording: nothing is said more loudly or more surely in our sentences than in what they rest on."""

from collections.abc import Iterator

from bot.domain.library import Library
from bot.domain.lint.phrases import blanked, phrases_in, undated, unquoted
from bot.domain.lint.sentences import Own
from bot.domain.lint.survey import Survey
from bot.domain.problem import Finding


def coloured_words(survey: Survey) -> Iterator[Finding]:
    """Loaded words outside quotation marks, certainty above the evidence, and excuses that excuse nothing."""
    for sentence in survey.sentences:
        excuse = (sentence.wording_ok or "").casefold()
        faults = [*_loaded(sentence, survey), *_surer(sentence, survey), *_flat(sentence, survey)]
        for word, what, mend in faults:
            if word.casefold() not in excuse:
                yield Finding(sentence.spot, what, mend)
        if sentence.wording_ok and not any(word.casefold() in excuse for word, _, _ in faults):
            what = "wording_ok excuses no word here: nothing is loaded or surer than the evidence, or it is not named"
            yield Finding(sentence.spot, what, "name in wording_ok the word that it excuses, or remove it")


def _loaded(sentence: Own, survey: Survey) -> Iterator[tuple[str, str, str]]:
    text = blanked(unquoted(sentence.text), survey.names.titles(sentence.text))
    for word in phrases_in(text, survey.library.wording.loaded):
        mend = "say it neutrally, or quote it with its marks from somebody who says it"
        yield word, f"'{word}' is loaded and stands outside quotation marks", mend


def _surer(sentence: Own, survey: Survey) -> Iterator[tuple[str, str, str]]:
    """Words of certainty that the evidence does not have."""
    ground = survey.grounds.of(sentence.rests_on)
    if sentence.voice == "note" or ground is None:
        return
    wording = survey.library.wording
    given = phrases_in(" ".join(ground.texts), wording.certainty)
    for word in phrases_in(unquoted(sentence.text), wording.certainty):
        if word not in given:
            mend = "say it as the evidence does, or say in wording_ok why the word is fair, naming it"
            yield word, f"'{word}' is surer than anything that this rests on", mend


def _flat(sentence: Own, survey: Survey) -> Iterator[tuple[str, str, str]]:
    """Hedges of the evidence that the sentence has none of."""
    hedges = survey.library.wording.hedges
    if sentence.voice != "claim" or sentence.spot.section == "figure" or phrases_in(undated(sentence.text), hedges):
        return
    for key, words in _evidence(sentence, survey.library):
        for hedge in phrases_in(undated(words), hedges):
            mend = f"keep the hedge, or say in wording_ok why '{hedge}' may go, naming it"
            yield hedge, f"'{key}' says '{hedge}', and this says it flatly", mend
            return


def _evidence(sentence: Own, library: Library) -> Iterator[tuple[str, str]]:
    for reference in sentence.rests_on:
        if reference in library.evidence:
            yield reference, library.evidence[reference].text
