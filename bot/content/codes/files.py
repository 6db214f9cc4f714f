"""Problems with a file as such, and with its YAML."""

from bot.domain.problem import Explanation

UNREADABLE = Explanation(
    "V001",
    "Every file that the library needs is there and can be read.",
    "A library is loaded whole or not at all: without one file, what refers into it would have nothing to stand on.",
    bad="$ rm briefs/notes.yaml",
    good="$ cat briefs/notes.yaml",
)
OUTSIDE = Explanation(
    "V002",
    "A file lies in the folder in which it is listed.",
    "A link out of the folder would let content change behind the back of whoever reviews the folder.",
    bad="$ mv briefs/notes.yaml notes.yaml && ln -s ../notes.yaml briefs/notes.yaml",
    good="$ mv briefs/notes.yaml notes.yaml && cp notes.yaml briefs/notes.yaml",
)
TOO_LARGE = Explanation(
    "V003",
    "A YAML file has at most a million bytes, a document at most five million.",
    "So much is no longer read by people, and a file that grew by mistake must not hold up the bot.",
    bad="$ head -c 1000001 /dev/zero | tr '\\0' '#' > briefs/notes.yaml",
    good="$ head -c 999 /dev/zero | tr '\\0' '#' >> briefs/notes.yaml",
)
NOT_UTF8 = Explanation(
    "V004",
    "A file is UTF-8 text.",
    "In another encoding the same bytes are other letters, and names would be misspelt without anybody's doing.",
    bad="$ printf 'cafe:\\n  text: caf\\351\\n' > briefs/notes.yaml",
    good="$ printf '# caf\\303\\251\\n' >> briefs/notes.yaml",
)
EMPTY = Explanation(
    "V005",
    "A file that is there says something.",
    "An empty file is most often one that was lost while saving.",
    bad="# briefs/glossary.yaml",
    good="""\
# briefs/glossary.yaml
notice:
  term: notice
  definition: Telling people beforehand.""",
)
UNKNOWN_FILE = Explanation(
    "V006",
    "Every YAML file is one that the bot reads.",
    "A file with another name, or in another folder, would be left out without a word.",
    bad="""\
$ cp briefs/topics/ferry.yaml briefs/topics/ferry2.yml""",
    good="""\
$ cp briefs/topics/ferry.yaml briefs/topics/.ferry2.yaml""",
)
NOT_YAML = Explanation(
    "V007",
    "A file is YAML.",
    "Where the form is broken, nobody knows what belongs to what: nothing of the file is used, and what follows from "
    "that is counted, not listed.",
    bad="""\
# briefs/glossary.yaml
notice:
  term: notice
  definition: Of notice: telling people beforehand.""",
    good="""\
# briefs/glossary.yaml
notice:
  term: notice
  definition: "Of notice: telling people beforehand.\"""",
)
INVISIBLE = Explanation(
    "V008",
    "No invisible character stands where YAML wants spaces, in a key, or in an id.",
    "Tabs, no-break spaces and characters without any width come along when text is copied from a page. They look like "
    "nothing or like a space and are neither, so that two things that look alike are not the same.",
    bad="# briefs/glossary.yaml\nnotice:\n\tterm: notice\n\tdefinition: Telling people beforehand.",
    good="# briefs/glossary.yaml\nnotice:\n  term: notice\n  definition: Telling people beforehand.",
)
ONLY_TEXT = Explanation(
    "V009",
    "Everything is written out: no YAML anchors, aliases or tags.",
    "They make a file say something else than what stands there, and few readers know them.",
    bad="""\
# briefs/glossary.yaml
notice:
  term: &name notice
  definition: Telling people beforehand.""",
    good="""\
# briefs/glossary.yaml
notice:
  term: notice
  definition: Telling people beforehand.""",
)
SECOND_DOCUMENT = Explanation(
    "V010",
    "A file holds one YAML document.",
    "What stands behind a second `---` would not be read.",
    bad="""\
# briefs/glossary.yaml
notice:
  term: notice
  definition: Telling people beforehand.
---
pier:
  term: pier
  definition: Where ships land.""",
    good="""\
# briefs/glossary.yaml
notice:
  term: notice
  definition: Telling people beforehand.
pier:
  term: pier
  definition: Where ships land.""",
)
GIVEN_TWICE = Explanation(
    "V011",
    "A key stands once in its place.",
    "YAML would take the last one and drop the others without a word.",
    bad="""\
# briefs/glossary.yaml
notice:
  term: notice
  definition: Telling people beforehand.
  definition: Telling people afterwards.""",
    good="""\
# briefs/glossary.yaml
notice:
  term: notice
  definition: Telling people beforehand.""",
)
ODD_KEY = Explanation(
    "V012",
    "A key is a word.",
    "A list or a mapping before the colon is most often a bracket in the wrong place.",
    bad="""\
# briefs/glossary.yaml
? [notice, pier]
: term: notice
  definition: Telling people beforehand.""",
    good="""\
# briefs/glossary.yaml
notice:
  term: notice
  definition: Telling people beforehand.""",
)
TOO_DEEP = Explanation(
    "V013",
    "A file is nested at most twenty deep.",
    "Nothing that authors write needs more than six; deeper files are damaged, or made to do damage.",
    bad=f"""\
# briefs/glossary.yaml
notice:
  term: notice
  definition: {"[" * 20}Telling people beforehand.{"]" * 20}""",
    good="""\
# briefs/glossary.yaml
notice:
  term: notice
  definition: Telling people beforehand.""",
)
CUT_SHORT = Explanation(
    "V014",
    "No text is cut short by ` #`.",
    "Outside quotation marks YAML takes everything after a space and `#` for a comment: half of a sentence is lost "
    "without a word. After a single word, as `paragraph: 9  # of the preface`, a comment may stand.",
    bad="""\
# briefs/topics/ferry.yaml
title: Why did the #ferry stop?""",
    good="""\
# briefs/topics/ferry.yaml
title: "Why did the #ferry stop?\"""",
)

TOO_MANY_PARTS = Explanation(
    "V015",
    "A file has at most 100,000 keys and entries.",
    "Each of them takes a hundred times the memory of its letters, and no file that people write has a tenth of them.",
    bad="$ seq -f 'k%.0f:' 100001 >> briefs/notes.yaml",
    good="$ seq -f '# k%.0f:' 9 >> briefs/notes.yaml",
)
TOO_WRONG = Explanation(
    "V016",
    "Of one file at most a thousand problems are told.",
    "A file with more is most often not the file that was meant, and nobody reads so long a list.",
    bad="$ { echo more:; seq -f '  k%.0f: x' 1001; } >> briefs/notes.yaml",
    good="$ { echo '# more:'; seq -f '#   k%.0f: x' 1001; } >> briefs/notes.yaml",
)
OVERFULL = Explanation(
    "V017",
    "A folder of the library holds at most 10,000 files with 50 million bytes, in folders at most twenty deep.",
    "A library that somebody wrote is far smaller. A folder with more is most often the wrong one, and reading all of "
    "it would hold up the bot.",
    bad="$ mkdir briefs/more && cd briefs/more && seq 10001 | xargs touch",
    good="$ mkdir briefs/more && cd briefs/more && seq 9 | xargs touch",
)
TOO_LONG_A_LINE = Explanation(
    "V018",
    "A document has at most 100,000 lines, of at most 100,000 characters each.",
    "A line is a paragraph, which is compared as a whole. A whole book in one line would make every check of a "
    "quotation wait, and nobody could be told where in it some words stand.",
    bad="""\
$ head -c 100001 /dev/zero | tr '\\0' x >> seeds/harbour.txt
$ sed -i "3s/.*/  sha256: $(sha256sum seeds/harbour.txt | cut -c1-64)/" seeds/documents.yaml""",
    good="""\
$ head -c 999 /dev/zero | tr '\\0' x >> seeds/harbour.txt
$ sed -i "3s/.*/  sha256: $(sha256sum seeds/harbour.txt | cut -c1-64)/" seeds/documents.yaml""",
)

ALL = (
    UNREADABLE,
    OUTSIDE,
    TOO_LARGE,
    NOT_UTF8,
    EMPTY,
    UNKNOWN_FILE,
    NOT_YAML,
    INVISIBLE,
    ONLY_TEXT,
    SECOND_DOCUMENT,
    GIVEN_TWICE,
    ODD_KEY,
    TOO_DEEP,
    CUT_SHORT,
    TOO_MANY_PARTS,
    TOO_WRONG,
    OVERFULL,
    TOO_LONG_A_LINE,
)
