"""Which files can be checked: .txt and .md, in UTF-8, of at most 200 KB."""

from typing import Literal

ENDINGS = (".txt", ".md")
LARGEST = 200 * 1024
"""Bytes: a hundred pages of text."""

Cause = Literal["ending", "size", "encoding", "words", "quotations", "paragraphs"]


class UnfitFileError(Exception):
    """A file that is not checked, and why; `number` is how many quotations or paragraphs, where too many."""

    def __init__(self, cause: Cause, number: int = 0) -> None:
        super().__init__(cause)
        self.cause: Cause = cause
        self.number = number


def refuse_unread(name: str, size: int) -> None:
    """Refuse a file by its name and its size in bytes, before anything of it is read.

    Raises:
        UnfitFileError: it has another ending, or is too large.
    """
    if not name.casefold().endswith(ENDINGS):
        raise UnfitFileError("ending")
    if size > LARGEST:
        raise UnfitFileError("size")


def text_in(content: bytes, largest: int = LARGEST) -> str:
    """The text of a file.

    Raises:
        UnfitFileError: it is larger than was said, or not UTF-8.
    """
    if len(content) > largest:
        raise UnfitFileError("size")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise UnfitFileError("encoding") from None
    if "\0" in text:  # in text of two bytes a letter, or in no text at all
        raise UnfitFileError("encoding")
    return text.replace("\r\n", "\n").replace("\r", "\n")
