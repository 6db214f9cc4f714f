"""Reading an untrusted JSON object while noting, at the path Discord would name, what is wrong with it."""

from collections.abc import Collection
from urllib.parse import urlsplit

from discord_sandbox.records.errors import INVALID_FORM, DiscordError
from discord_sandbox.records.payload import Payload

Path = tuple[str, ...]
"""Where something stands in a payload, step by step."""


class Findings:
    """Everything wrong with one payload, as the tree Discord answers with."""

    def __init__(self) -> None:
        self.tree: Payload = {}

    def add(self, path: Path, code: str, message: str) -> None:
        """Note one error at `path`."""
        node = self.tree
        for step in path:
            node = node.setdefault(step, {})
        node.setdefault("_errors", []).append({"code": code, "message": message})

    def settle(self) -> None:
        """Raise DiscordError 50035 if anything was noted."""
        if self.tree:
            raise DiscordError(INVALID_FORM, self.tree)


class FormBody:
    """A JSON object under examination.

    Every reader returns a value that can be used, and notes what was wrong with the real one.
    """

    def __init__(self, fields: Payload, findings: Findings, path: Path = ()) -> None:
        self.fields = fields
        self.findings = findings
        self.path = path

    def refuse(self, code: str, message: str, *steps: str) -> None:
        """Note an error at this object, or at `steps` below it."""
        self.findings.add((*self.path, *steps), code, message)

    def given(self, name: str) -> bool:
        """Whether the field is there and not null."""
        return self.fields.get(name) is not None

    def require(self, name: str) -> bool:
        """Note a missing field; whether it is there."""
        if not self.given(name):
            self.refuse("BASE_TYPE_REQUIRED", "This field is required", name)
        return self.given(name)

    def text(self, name: str, shortest: int, longest: int) -> str:
        """An optional text of `shortest` to `longest` characters (Unicode code points)."""
        if not self.given(name):
            return ""
        value = self.fields[name]
        if not isinstance(value, str):
            self.refuse("STRING_TYPE_CONVERT", f'Could not interpret "{value}" as string.', name)
            return ""
        self.length(len(value), shortest, longest, name)
        return value

    def required_text(self, name: str, shortest: int, longest: int) -> str:
        """As `text`, but it must be there."""
        return self.text(name, shortest, longest) if self.require(name) else ""

    def length(self, length: int, shortest: int, longest: int, *steps: str) -> None:
        """Note a length outside the two limits, in Discord's wording."""
        if shortest <= length <= longest:
            return
        if shortest:
            self.refuse("BASE_TYPE_BAD_LENGTH", f"Must be between {shortest} and {longest} in length.", *steps)
        else:
            self.refuse("BASE_TYPE_MAX_LENGTH", f"Must be {longest} or fewer in length.", *steps)

    def number(self, name: str, lowest: int, highest: int, default: int = 0) -> int:
        """An optional whole number between the two limits."""
        if not self.given(name):
            return default
        value = self.fields[name]
        if not isinstance(value, int) or isinstance(value, bool):
            self.refuse("NUMBER_TYPE_COERCE", f'Value "{value}" is not int.', name)
            return default
        if value < lowest:
            self.refuse("NUMBER_TYPE_MIN", f"int value should be greater than or equal to {lowest}.", name)
        if value > highest:
            self.refuse("NUMBER_TYPE_MAX", f"int value should be less than or equal to {highest}.", name)
        return value

    def flag(self, name: str, *, default: bool = False) -> bool:
        """An optional yes or no."""
        if not self.given(name):
            return default
        value = self.fields[name]
        if not isinstance(value, bool):
            self.refuse("BOOLEAN_TYPE_CONVERT", "Must be either true or false.", name)
            return default
        return value

    def choice(self, name: str, allowed: Collection[int], *, default: int | None = None) -> int | None:
        """A number out of a fixed set; required unless there is a default."""
        if default is not None and not self.given(name):
            return default
        if not self.require(name):
            return None
        value = self.fields[name]
        if not isinstance(value, int) or isinstance(value, bool) or value not in allowed:
            listed = ", ".join(str(number) for number in sorted(allowed))
            self.refuse("BASE_TYPE_CHOICES", f"Value must be one of {{{listed}}}.", name)
            return None
        return value

    def url(self, name: str, longest: int, schemes: Collection[str]) -> str:
        """An optional address with one of `schemes`."""
        value = self.text(name, 1, longest)
        if not value:
            return ""
        try:
            parts = urlsplit(value)
            well_formed = bool(parts.scheme and parts.netloc) and not any(mark.isspace() for mark in value)
        except ValueError:
            self.refuse("URL_TYPE_INVALID_URL", "Not a well formed URL.", name)
            return value
        if parts.scheme and parts.scheme not in schemes:
            listed = ", ".join(repr(scheme) for scheme in sorted(schemes))
            message = f'Scheme "{parts.scheme}" is not supported. Scheme must be one of ({listed}).'
            self.refuse("URL_TYPE_INVALID_SCHEME", message, name)
        elif not well_formed:
            self.refuse("URL_TYPE_INVALID_URL", "Not a well formed URL.", name)
        return value

    def item(self, name: str) -> "FormBody | None":
        """The JSON object in a field, if there is one."""
        if not self.given(name):
            return None
        return self._form(self.fields[name], name)

    def items(self, name: str, fewest: int, most: int) -> "list[FormBody]":
        """The JSON objects of an optional list of `fewest` to `most`."""
        if not self.given(name):
            return []
        values = self.fields[name]
        if not isinstance(values, list):
            self.refuse("LIST_TYPE_CONVERT", "Only iterables may be used in a ListType", name)
            return []
        found: list[object] = values  # pyright: ignore[reportUnknownVariableType] # `isinstance` cannot say of what
        self.length(len(found), fewest, most, name)
        forms = (self._form(value, name, str(place)) for place, value in enumerate(found))
        return [form for form in forms if form is not None]

    def required_items(self, name: str, fewest: int, most: int) -> "list[FormBody]":
        """As `items`, but the list must be there."""
        return self.items(name, fewest, most) if self.require(name) else []

    def _form(self, value: object, *steps: str) -> "FormBody | None":
        if not isinstance(value, dict):
            self.refuse("MODEL_TYPE_CONVERT", "Only dictionaries may be used in a ModelType", *steps)
            return None
        fields: Payload = value  # pyright: ignore[reportUnknownVariableType] # keys of JSON are text
        return FormBody(fields, self.findings, (*self.path, *steps))
