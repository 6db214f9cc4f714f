"""How much of everything may come in by files: far above what people write, and low enough to be read in seconds.

What is beyond a bound is refused with a sentence that names it, and never read first. Bounds on what comes from Discord
stand where that is read: `bot.content.upload`, `bot.domain.verdict.textfile`.
"""

LARGEST_FILE = 1_000_000
"""Bytes of a YAML file."""
LARGEST_DOCUMENT = 5_000_000
"""Bytes of a document in `seeds`: a book of 2,000 pages. A million take some 40 MB of memory while they are read."""
LARGEST_FOLDER = 50_000_000
"""Bytes of all files in `seeds`, and of all in `briefs`."""
MOST_FILES = 10_000
"""Files and folders below `seeds`, and below `briefs`."""
DEEPEST_FOLDER = 20
"""Folders inside each other there."""

MOST_PARTS = 100_000
"""Keys, values and entries of lists in one YAML file."""
DEEPEST = 20
"""Lists and mappings inside each other in one."""
MOST_PROBLEMS = 1_000
"""Problems that are told of one file; it is not read on after so many."""
MOST_PROBLEMS_IN_ALL = 10_000
"""Problems with the form of all files together; the remaining files are not read after so many."""

MOST_PARAGRAPHS = 100_000
"""Lines of a document."""
LONGEST_PARAGRAPH = 100_000
"""Characters of one of its lines: each is compared as a whole."""

LONGEST_TEXT = 20_000
"""Characters of a text that a command is asked about; Discord sends a third of it at most."""

LARGEST_ENV = 16_384
"""Bytes of `.env`, and characters of one value in it once what it refers to is put in."""
MOST_REFERENCES = 20
"""Other values that one value there refers to; finding them takes the square of their number."""
LARGEST_SECRET = 4_096
"""Bytes of a file that holds a token."""
