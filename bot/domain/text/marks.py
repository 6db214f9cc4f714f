"""What stands between quotation marks."""


def quoted_ranges(paragraph: str) -> list[tuple[int, int]]:
    """What stands between double quotation marks, marks left out; one never closed reaches to the paragraph's end."""
    ranges: list[tuple[int, int]] = []
    opened: int | None = None
    for place, character in enumerate(paragraph):
        if character == "\u201c" or (character == '"' and opened is None):
            opened = place + 1 if opened is None else opened
        elif character in {"\u201d", '"'} and opened is not None:
            ranges.append((opened, place))
            opened = None
    if opened is not None:
        ranges.append((opened, len(paragraph)))
    return ranges
