"""Human-rights briefings for Discord, in words it can prove."""

__version__ = "0.1.0"
