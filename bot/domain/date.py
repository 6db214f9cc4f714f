"""Dates as the documents give them: sometimes a day, sometimes only a month or a year."""

import datetime as dt
import re
from calendar import monthrange
from dataclasses import dataclass
from functools import total_ordering
from typing import Self

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, core_schema

_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_PATTERN = r"^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$"


class NotADateError(ValueError):
    """A text that is no date as we write them."""


@total_ordering
@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date known to the year, the month or the day; written `2005`, `2005-02` or `2005-02-04`."""

    year: int
    month: int | None = None
    day: int | None = None

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read `2005`, `2005-02` or `2005-02-04`; anything else is a NotADateError."""
        parts = [int(part) for part in text.split("-")] if re.fullmatch(_PATTERN, text, re.ASCII) else []
        try:
            dt.date(*parts, *[1] * (3 - len(parts) if parts else 0))
        except (TypeError, ValueError):
            raise NotADateError(f"'{text}' is not a date; write 2005, 2005-02 or 2005-02-04") from None
        return cls(*parts)

    @property
    def iso(self) -> str:
        """The date as it is written in the content files."""
        parts = [f"{self.year:04}"] + [f"{part:02}" for part in (self.month, self.day) if part is not None]
        return "-".join(parts)

    @property
    def first_day(self) -> dt.date:
        """The first day that it may mean."""
        return dt.date(self.year, self.month or 1, self.day or 1)

    @property
    def last_day(self) -> dt.date:
        """The last day that it may mean."""
        month = self.month or len(_MONTHS)
        return dt.date(self.year, month, self.day or monthrange(self.year, month)[1])

    def __str__(self) -> str:
        words = [str(self.day)] if self.day else []
        if self.month:
            words.append(_MONTHS[self.month - 1])
        return " ".join([*words, str(self.year)])

    def __lt__(self, other: "PartialDate") -> bool:
        """An unknown month or day stands before the known ones of the same year or month."""
        return self._key < other._key

    @property
    def _key(self) -> tuple[int, int, int]:
        return (self.year, self.month or 0, self.day or 0)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(
            lambda value: value if isinstance(value, cls) else cls.parse(str(value)),
            serialization=core_schema.plain_serializer_function_ser_schema(lambda date: date.iso),
        )

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        # An editor's parser makes a number of a year.
        years = {"type": ["string", "integer"], "minimum": 1000, "maximum": 9999}
        return {**years, "pattern": _PATTERN, "examples": ["2005", "2005-02", "2005-02-04"]}
