"""What somebody may type, and what a reader of it sees."""

from hypothesis import strategies as st

from bot.cards.escape import visible

typed = st.one_of(st.text(), st.text(alphabet="<>&\"'*_~|`[]()#-+=:@\\!.1 \t\nab;")).map(visible)


def within(text: str) -> str:
    """The text without the empty lines around it."""
    lines = text.split("\n")
    while lines and not lines[0].strip(" \t"):
        lines.pop(0)
    while lines and not lines[-1].strip(" \t"):
        lines.pop()
    return "\n".join(lines)
