"""Tells whether a text stands in the library, word for word."""

from bot.domain.verdict.checker import Check, Checker, Difference

__all__ = ["Check", "Checker", "Difference"]
