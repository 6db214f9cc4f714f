"""Why words are not evidence: each reason with its code, its explanation and its examples."""

from bot.domain.problem import Explanation


class UnprovedError(ValueError):
    """The words are not what the entry says they are; carries the reason, what is wrong and what to do."""

    def __init__(self, reason: Explanation, what: str, mend: str) -> None:
        super().__init__(f"{what}; {mend}")
        self.reason = reason
        self.what = what
        self.mend = mend


NO_DOCUMENT = Explanation(
    "V101",
    "Evidence names a document of the register.",
    "Words are looked for in one stored document. Without it there is nothing to compare them with.",
    bad="""\
# briefs/evidence/harbour-2001.yaml
harbour-nobody-asked:
  kind: quotation
  words: Nobody asked the islanders
  paragraph: 5
  speaker: Mara Lind
  also_in: [{document: harbour-2002, paragraph: 1}]""",
    good="""\
# briefs/evidence/harbour-2001.yaml
harbour-nobody-asked:
  kind: quotation
  words: Nobody asked the islanders
  paragraph: 5
  speaker: Mara Lind""",
)

NO_PARAGRAPH = Explanation(
    "V102",
    "Evidence names a paragraph that its document has.",
    "A paragraph is a line of the document's file, counted from 1, so that everybody finds the same place.",
    bad="""\
# briefs/evidence/harbour-2001.yaml
harbour-month-of-notice:
  kind: narration
  words: no office may end a crossing without a month of notice
  paragraph: 70""",
    good="""\
# briefs/evidence/harbour-2001.yaml
harbour-month-of-notice:
  kind: narration
  words: no office may end a crossing without a month of notice
  paragraph: 7""",
)

NOT_TEXT = Explanation(
    "V103",
    "Evidence does not come from page furniture.",
    "Captions, menus and author boxes stand on a page without belonging to what it says. The register lists their "
    "paragraphs in `not_text`.",
    bad="""\
# seeds/documents.yaml
harbour-2001:
  not_text: [5]""",
    good="""\
# seeds/documents.yaml
harbour-2001:
  not_text: [1]""",
)

REPEATED = Explanation(
    "V104",
    "Evidence names the first of two paragraphs with the same text.",
    "Some pages print a passage twice. If both could be named, one quotation would pass for two.",
    bad="""\
# seeds/documents.yaml
harbour-2001:
  same_as: [[4, 2]]
# briefs/evidence/harbour-2001.yaml
harbour-nobody-asked:
  paragraph: 4""",
    good="""\
# seeds/documents.yaml
harbour-2001:
  same_as: [[4, 2]]
# briefs/evidence/harbour-2001.yaml
harbour-nobody-asked:
  paragraph: 5""",
)

NOT_THERE = Explanation(
    "V105",
    "The words of evidence stand in its document, character by character, in the paragraph that it names.",
    "This is what the whole bot promises. Straight or curly marks, kinds of dash and white space do not matter; "
    "everything else does. Where the words stand in another paragraph or document, the message says so.",
    bad="""\
# briefs/evidence/harbour-2001.yaml
harbour-nobody-asked:
  kind: quotation
  words: Nobody told the islanders
  paragraph: 5
  speaker: Mara Lind""",
    good="""\
# briefs/evidence/harbour-2001.yaml
harbour-nobody-asked:
  kind: quotation
  words: Nobody asked the islanders
  paragraph: 5
  speaker: Mara Lind""",
)

OUT_OF_ORDER = Explanation(
    "V106",
    "The pieces of a shortened quotation stand in the order of the document.",
    "The card shows `[…]` between two pieces. In another order the quotation would say what nobody said.",
    bad="""\
# briefs/evidence/harbour-2001.yaml
harbour-nobody-asked:
  kind: quotation
  words: [We read it on a poster., Nobody asked the islanders]
  paragraph: 5
  speaker: Mara Lind""",
    good="""\
# briefs/evidence/harbour-2001.yaml
harbour-nobody-asked:
  kind: quotation
  words: [Nobody asked the islanders, We read it on a poster.]
  paragraph: 5
  speaker: Mara Lind""",
)

SEVERAL_PLACES = Explanation(
    "V107",
    "The words of evidence stand once in their paragraph.",
    "A place is named by its words. Words that stand there twice name two places, said perhaps by two people.",
    bad="""\
# briefs/evidence/harbour-2001.yaml
harbour-nobody-asked:
  kind: quotation
  words: people want to see the
  paragraph: 13""",
    good="""\
# briefs/evidence/harbour-2001.yaml
harbour-nobody-asked:
  kind: quotation
  words: Nobody asked the islanders
  paragraph: 5""",
)

NOT_QUOTED = Explanation(
    "V108",
    "A quotation stands inside quotation marks in the document.",
    "Only what the document prints as somebody's words is shown as somebody's words.",
    bad="""\
# briefs/evidence/harbour-2001.yaml
harbour-month-of-notice:
  kind: quotation
  words: no office may end a crossing without a month of notice
  paragraph: 7
  speaker: The harbour office""",
    good="""\
# briefs/evidence/harbour-2001.yaml
harbour-month-of-notice:
  kind: narration
  words: no office may end a crossing without a month of notice
  paragraph: 7""",
)

CUTS_QUOTATION = Explanation(
    "V109",
    "A narration neither begins nor ends inside a quotation of the document.",
    "Half of a quotation, told as the document's own words, puts somebody's words into the document's mouth.",
    bad="""\
# briefs/evidence/harbour-2001.yaml
harbour-nobody-asked:
  kind: narration
  words: Nobody asked the islanders
  paragraph: 5""",
    good="""\
# briefs/evidence/harbour-2001.yaml
harbour-nobody-asked:
  kind: quotation
  words: Nobody asked the islanders
  paragraph: 5
  speaker: Mara Lind""",
)

REASONS = (
    NO_DOCUMENT,
    NO_PARAGRAPH,
    NOT_TEXT,
    REPEATED,
    NOT_THERE,
    OUT_OF_ORDER,
    SEVERAL_PLACES,
    NOT_QUOTED,
    CUTS_QUOTATION,
)
