"""Problems with the register and the documents in it."""

from bot.domain.problem import Explanation

UNREGISTERED = Explanation(
    "V040",
    "Every text file in the folder of documents stands in the register.",
    "A document that nobody described, by whom, when and how it is known, proves nothing.",
    bad="$ cp seeds/harbour.txt seeds/pier.txt",
    good="$ cp seeds/harbour.txt seeds/.pier.txt",
)
REGISTERED_TWICE = Explanation(
    "V041",
    "A file is registered once.",
    "Under two names one document would pass for two, and one witness for two.",
    bad="""\
$ sed -n 's/^harbour-2001/again-2001/; /^again-2001/,/label/p' seeds/documents.yaml > again.yaml
$ cat again.yaml >> seeds/documents.yaml""",
    good="""\
$ cat seeds/documents.yaml""",
)
ALTERED = Explanation(
    "V042",
    "A document is the file that was registered, byte for byte.",
    "Documents are never edited, not even to mend a slip: readers must be able to find the same words elsewhere. The "
    "digest in the register makes every change show.",
    bad="$ sed -i s/islanders/Islanders/ seeds/harbour.txt",
    good="$ touch seeds/harbour.txt",
)
NOT_COMPOSED = Explanation(
    "V043",
    "A document is stored in Unicode NFC, each letter with its marks as one character.",
    "Passages count characters; the same letter in two forms would be counted in two ways.",
    bad="""\
$ printf '\\nCafe\\314\\201' >> seeds/harbour.txt
$ sed -i "3s/.*/  sha256: $(sha256sum seeds/harbour.txt | cut -c1-64)/" seeds/documents.yaml""",
    good="""\
$ printf '\\nCaf\\303\\251' >> seeds/harbour.txt
$ sed -i "3s/.*/  sha256: $(sha256sum seeds/harbour.txt | cut -c1-64)/" seeds/documents.yaml""",
)
NO_DOCUMENT = Explanation(
    "V044",
    "A file of evidence has the name of its document in the register.",
    "The name says where the words stand. Without the document there is nothing to compare them with.",
    bad="$ mv briefs/evidence/harbour-2001.yaml briefs/evidence/harbour-2002.yaml",
    good="$ cat briefs/evidence/harbour-2001.yaml",
)
NO_PARAGRAPH = Explanation(
    "V045",
    "What the register calls page furniture or heading are paragraphs of the document.",
    "Paragraphs are the lines of the file, from 1, empty ones counted.",
    bad="# seeds/documents.yaml\nharbour-2001:\n  not_text: [99]",
    good="# seeds/documents.yaml\nharbour-2001:\n  not_text: [1]",
)
NOT_THE_SAME = Explanation(
    "V046",
    "Paragraphs that the register calls the same have the same text, character by character.",
    "Only the earlier one is evidence. If the later one said something else, it could not be quoted.",
    bad="# seeds/documents.yaml\nharbour-2001:\n  same_as: [[5, 3]]",
    good="# seeds/documents.yaml\nharbour-2001:\n  same_as: [[4, 2]]",
)

ALL = (UNREGISTERED, REGISTERED_TWICE, ALTERED, NOT_COMPOSED, NO_DOCUMENT, NO_PARAGRAPH, NOT_THE_SAME)
