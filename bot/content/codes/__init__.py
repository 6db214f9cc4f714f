"""Every problem of reading: its code, why it is one, and two examples.

V0xx is of form, V1xx of proof, V22x of how people ask, V8xx of moderation. An example is explained at `Explanation`; a
line that begins with `$` is a command, given in the folder of the library.
"""

from bot.content.codes import asked, documents, files, keys, moderation
from bot.domain import unproved

EXPLANATIONS = (*files.ALL, *keys.ALL, *documents.ALL, *unproved.REASONS, *asked.ALL, *moderation.ALL)
"""Every one of them, in the order of their codes."""
